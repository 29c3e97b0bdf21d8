import { type Change, type Figure, type Issue, issue, type Study } from '@almfes/engine';
import type { CasePlan } from './parse-plan.js';

const ROLES: readonly Figure['role'][] = ['input', 'target'];

/**
 * A Change may name documents in words; where it names a figure, no hindsight (rule FORM-10).
 * Changes of assumptions are left to the engine, which checks what parameters rest on.
 */
export function sourceIssues(plan: CasePlan, study: Study): Issue[] {
  return changeLists(plan).flatMap((list) => citedIssues(list, study));
}

/** The same of one list of Changes. */
export function citedIssues(
  { path, changes }: ChangeList,
  known: Pick<Study, 'figures' | 'decisionDate'>,
): Issue[] {
  return changes.flatMap((change, row) =>
    change.kind === 'replace-assumption' || change.kind === 'break-assumption'
      ? []
      : change.sources.flatMap((id, place) =>
          sourceIssue(id, `${path}/${row}/sources/${place}`, known),
        ),
  );
}

interface ChangeList {
  readonly path: string;
  readonly changes: readonly Change[];
}

function changeLists({ baseline, attribution, hedge, discipline }: CasePlan): ChangeList[] {
  const groups = attribution?.groups ?? [];
  return [
    { path: '/baseline/changes', changes: baseline?.changes ?? [] },
    { path: '/discipline/changes', changes: discipline?.changes ?? [] },
    { path: '/hedge/keptSwaps', changes: hedge?.keptSwaps ?? [] },
    ...groups.map(({ changes }, index) => ({
      path: `/attribution/groups/${index}/changes`,
      changes,
    })),
  ];
}

function sourceIssue(
  id: string,
  path: string,
  { figures, decisionDate }: Pick<Study, 'figures' | 'decisionDate'>,
): Issue[] {
  const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
  if (figure === undefined) return [];
  const { knownFrom, role } = figure;
  if (knownFrom > decisionDate) {
    const got = `${id}, ${knownFrom}`;
    return [issue('known-after-decision', path, `known by ${decisionDate}`, got)];
  }
  if (ROLES.includes(role)) return [];
  return [issue('figure-role', path, 'an input or target', `${id} is ${role}`)];
}
