import { fail, type Issue, issue, ok, type Result } from '../foundation/index.js';
import { objectiveCells } from './cell.js';
import type { Objective } from './objective.js';
import type { Lever, PlanProblem } from './problem.js';

type Wrong = (path: string, expected: string, got: string) => void;

/** Probabilities that sum to 1 but for rounding. */
const ROUNDING = 1e-9;

/** Issues: `plan.problem` for bounds, scales, rules, objective, and ids that do not stand. */
export function checkProblem(problem: PlanProblem): Result<null> {
  const issues: Issue[] = [];
  const wrong: Wrong = (path, expected, got) => {
    issues.push(issue('plan.problem', path, expected, got));
  };
  for (const lever of problem.levers) checkLever(lever, wrong);
  const known = new Set(problem.worlds.map(({ id }) => id));
  for (const { id, worlds, scale, step, floor, cap } of problem.limits) {
    const stranger = worlds.find((world) => !known.has(world));
    if (stranger !== undefined) wrong(`limits.${id}.worlds`, [...known].join(', '), stranger);
    if (!(scale > 0 && step > 0)) {
      wrong(`limits.${id}`, 'scale and step above 0', `${scale}, ${step}`);
    }
    if (floor !== null && cap !== null && floor > cap) {
      wrong(`limits.${id}`, 'a floor at most its cap', `${floor} above ${cap}`);
    }
  }
  for (const { world } of objectiveCells(problem.objective)) {
    if (!known.has(world)) wrong('objective', `a world of ${[...known].join(', ')}`, world);
  }
  checkObjective(problem.objective, wrong);
  checkRules(problem, wrong);
  if (!(problem.realisedLossYears > 0)) {
    wrong('realisedLossYears', 'above 0', String(problem.realisedLossYears));
  }
  for (const list of [problem.levers, problem.limits, problem.worlds, problem.rules]) {
    const ids = list.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) wrong('ids', 'unique ids', `${twice} twice`);
  }
  return issues.length > 0 ? fail(...issues) : ok(null);
}

function checkLever(lever: Lever, wrong: Wrong): void {
  const { id, low, high, unitSize, lotSize, smallestSize } = lever;
  if (!(low >= 0 && high >= low && Number.isFinite(high))) {
    wrong(`levers.${id}`, '0 <= low <= high, finite', `${low} to ${high}`);
  }
  if (!(unitSize > 0)) wrong(`levers.${id}.unitSize`, 'above 0', String(unitSize));
  if (lotSize !== undefined && !(lotSize > 0)) {
    wrong(`levers.${id}.lotSize`, 'above 0', String(lotSize));
  }
  if (smallestSize !== undefined && !(smallestSize >= 0 && low === 0)) {
    wrong(`levers.${id}.smallestSize`, 'at least 0, of a lever from 0', `${smallestSize}, ${low}`);
  }
}

function checkRules({ rules, levers }: PlanProblem, wrong: Wrong): void {
  const known = new Set(levers.map(({ id }) => id));
  for (const rule of rules) {
    const named = rule.kind === 'count' ? rule.levers : Object.keys(rule.weights);
    const stranger = named.find((id) => !known.has(id));
    if (stranger !== undefined) wrong(`rules.${rule.id}`, 'levers of the problem', stranger);
    if (rule.kind === 'count' && !(Number.isInteger(rule.most) && rule.most >= 0)) {
      wrong(`rules.${rule.id}.most`, 'a whole number, at least 0', String(rule.most));
    }
  }
}

function checkObjective(objective: Objective, wrong: Wrong): void {
  if (objective.kind === 'lexicographic') {
    if (objective.order.length === 0) wrong('objective.order', 'at least one objective', 'none');
    for (const { objective: each, tolerance } of objective.order) {
      checkObjective(each, wrong);
      if (!(tolerance >= 0)) wrong('objective.tolerance', 'at least 0', String(tolerance));
    }
    return;
  }
  if (objective.kind === 'return-on-capital' && objective.times === 0) {
    wrong('objective.times', 'not 0', '0');
  }
  if (objective.kind !== 'conditional-value-at-risk') return;
  const { level, states } = objective;
  if (!(level > 0 && level < 1)) wrong('objective.level', 'above 0, below 1', String(level));
  const sum = states.reduce((total, { probability }) => total + probability, 0);
  const negative = states.some(({ probability }) => !(probability >= 0));
  if (negative || Math.abs(sum - 1) > ROUNDING) {
    wrong('objective.states', 'probabilities of at least 0 that sum to 1', String(sum));
  }
}
