import { itemAt } from '../foundation/index.js';
import type { LpConstraint, LpVariable } from './linear-programme.js';
import type { Lever, PlanProblem } from './problem.js';

/** Sizes the programme may choose from, by lever: the levers' ranges, or steps around a plan. */
export interface Reach {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** The whole range of every lever. */
export function wholeReach({ levers }: PlanProblem): Reach {
  return { low: levers.map(({ low }) => low), high: levers.map(({ high }) => high) };
}

/** What one of a lever's column stands for: a lot where there are lots, else its unit. */
export function columnSize({ lotSize, unitSize }: Lever): number {
  return lotSize ?? unitSize;
}

export const switchId = (lever: string): string => `use:${lever}`;

/** Lots that are whole but for rounding count as whole. */
const ROUNDING = 1e-9;

/**
 * Columns of the levers, in their order, then the switches of those that need one (PLAN-10):
 * 1 where the lever is used, 0 where it is not.
 */
export function leverColumns(problem: PlanProblem, reach: Reach): readonly LpVariable[] {
  const sizes = problem.levers.map((lever, index): LpVariable => {
    const unit = columnSize(lever);
    const low = itemAt(reach.low, index) / unit;
    const high = itemAt(reach.high, index) / unit;
    const { id, title } = lever;
    const header = { id, title, cost: 0, unit: `${unit} ${lever.unit}` };
    if (lever.lotSize === undefined) return { ...header, low, high };
    const whole = { low: Math.ceil(low - ROUNDING), high: Math.floor(high + ROUNDING) };
    return { ...header, ...whole, integer: true };
  });
  const switches = switched(problem).map(
    ({ id, title }): LpVariable => ({
      id: switchId(id),
      title: `Use of ${title}`,
      low: 0,
      high: 1,
      cost: 0,
      unit: 'yes or no',
      integer: true,
    }),
  );
  return [...sizes, ...switches];
}

/** Levers whose use at all is counted, priced, has a least size, or excludes others. */
export function switched({ levers, rules }: PlanProblem): readonly Lever[] {
  const counted = new Set(rules.flatMap((rule) => (rule.kind === 'count' ? rule.levers : [])));
  const exclusive = levers.some(({ excludesOthers }) => excludesOthers === true);
  return levers.filter(
    ({ id, smallestSize, fixedCostUsdMillion }) =>
      exclusive || counted.has(id) || (smallestSize ?? 0) > 0 || (fixedCostUsdMillion ?? 0) !== 0,
  );
}

/** What ties switches to sizes, and sizes to each other: never relaxed. */
export function sizeRows(problem: PlanProblem): readonly LpConstraint[] {
  return [...switchRows(problem), ...exclusionRows(problem), ...ruleRows(problem)];
}

const plain = { scenario: '', failure: '' };

/** smallest x use <= size <= high x use, in columns. */
function switchRows(problem: PlanProblem): readonly LpConstraint[] {
  return switched(problem).flatMap((lever): LpConstraint[] => {
    const { id, title, high, smallestSize = 0 } = lever;
    const use = switchId(id);
    const unit = columnSize(lever);
    const row = (side: string, most: number, bounds: Pick<LpConstraint, 'low' | 'high'>) => ({
      ...plain,
      ...bounds,
      id: `${use}/${side}`,
      title: `${title}: nothing, or at ${side} ${most * unit}`,
      coefficients: { [id]: 1, [use]: -most },
    });
    const most = row('most', high / unit, { low: null, high: 0 });
    if (smallestSize === 0) return [most];
    return [most, row('least', smallestSize / unit, { low: 0, high: null })];
  });
}

/** Who excludes others is used alone: use + other use <= 1. */
function exclusionRows({ levers }: PlanProblem): readonly LpConstraint[] {
  return levers
    .filter(({ excludesOthers }) => excludesOthers === true)
    .flatMap((alone) =>
      levers
        .filter(({ id }) => id !== alone.id)
        .map(({ id, title }) => ({
          ...plain,
          id: `alone:${alone.id}/${id}`,
          title: `${alone.title}, or ${title}`,
          coefficients: { [switchId(alone.id)]: 1, [switchId(id)]: 1 },
          low: null,
          high: 1,
        })),
    );
}

function ruleRows({ rules, levers }: PlanProblem): readonly LpConstraint[] {
  const sizeOf = new Map(levers.map((lever) => [lever.id, columnSize(lever)]));
  return rules.map((rule): LpConstraint => {
    const header = { ...plain, id: `rule:${rule.id}`, title: rule.title };
    if (rule.kind === 'count') {
      const coefficients = Object.fromEntries(rule.levers.map((id) => [switchId(id), 1]));
      return { ...header, coefficients, low: null, high: rule.most };
    }
    const weights = Object.entries(rule.weights);
    const coefficients = Object.fromEntries(
      weights.map(([id, weight]) => [id, weight * (sizeOf.get(id) ?? 0)]),
    );
    return { ...header, coefficients, low: rule.low, high: rule.high };
  });
}
