import {
  AS_ASSUMED,
  applyChanges,
  baseRowValues,
  type DecisionPlan,
  type Issue,
  issue,
  type LeverPlan,
  type Study,
} from '@almfes/engine';
import { uniqueIds } from './form-list.js';
import { measureIssues } from './measure-place.js';

/** Whether step 4 fits the Study: positions, worlds, limits and measures it names (FORM-9). */
export function decisionIssues(plan: DecisionPlan, study: Study): Issue[] {
  const issues: Issue[] = [];
  uniqueIds(plan.levers, '/decision/levers', issues);
  uniqueIds(plan.limits, '/decision/limits', issues);
  const worlds = plan.worlds.map(({ kind, severity }) => ({ id: `${kind}-${severity}` }));
  uniqueIds(worlds, '/decision/worlds', issues);
  for (const [index, lever] of plan.levers.entries()) {
    leverIssues(lever, `/decision/levers/${index}`, study, issues);
  }
  limitIssues(plan, [AS_ASSUMED.id, ...worlds.map(({ id }) => id)], study, issues);
  const limits = plan.limits.map(({ id }) => id);
  if (!limits.includes(plan.frontier.limit)) {
    const at = '/decision/frontier/limit';
    issues.push(issue('unknown-limit', at, `one of ${limits.join(', ')}`, plan.frontier.limit));
  }
  afterwardsIssues(plan, study, issues);
  return issues;
}

/** Positions that a lever names, each with the groups it may stand in. */
function leverIssues(lever: LeverPlan, path: string, study: Study, issues: Issue[]): void {
  const must = (key: string, id: string, groups: readonly string[]): void => {
    const group = groupOf(study, id);
    if (group !== null && groups.includes(group)) return;
    const expected = `the id of a position in ${groups.join(' or ')}`;
    issues.push(issue('unknown-position', `${path}/${key}`, expected, id));
  };
  if (lever.kind === 'sell-afs' || lever.kind === 'raise-capital') {
    must('cashPositionId', lever.cashPositionId, ['cash']);
  } else if (lever.kind === 'term-funding') {
    must('useOfProceedsId', lever.useOfProceedsId, ['cash', 'borrowings', 'deposits']);
  } else if (lever.kind === 'deposit-price') {
    must('positionId', lever.positionId, ['deposits']);
  }
}

function groupOf({ book }: Study, id: string): string | null {
  const row = book.id.indexOf(id);
  return book.group.names[book.group.codes[row] ?? -1] ?? null;
}

function limitIssues(
  plan: DecisionPlan,
  worlds: readonly string[],
  study: Study,
  issues: Issue[],
): void {
  for (const [index, limit] of plan.limits.entries()) {
    const path = `/decision/limits/${index}`;
    for (const [place, world] of limit.worlds.entries()) {
      if (worlds.includes(world)) continue;
      const at = `${path}/worlds/${place}`;
      issues.push(issue('unknown-world', at, `one of ${worlds.join(', ')}`, world));
    }
    for (const [place, scenario] of limit.scenarios.entries()) {
      const at = { measure: `${path}/measure`, scenario: `${path}/scenarios/${place}` };
      issues.push(...measureIssues(study, { id: limit.measure, scenario }, at));
    }
  }
}

/** What happened stands apart from the decision: its curve is of a later day (FORM-10). */
function afterwardsIssues({ afterwards }: DecisionPlan, study: Study, issues: Issue[]): void {
  if (afterwards === null) return;
  const path = '/decision/afterwards';
  if (afterwards.kind === 'shock' && afterwards.scenario.id <= study.decisionDate) {
    const expected = `a day after ${study.decisionDate}`;
    issues.push(issue('date', `${path}/curveDate`, expected, afterwards.scenario.id));
  }
  const after = applyChanges(study, [afterwards], baseRowValues);
  if (!after.ok) issues.push(...after.issues.map((each) => ({ ...each, path })));
}
