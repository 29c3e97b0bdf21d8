import { ok } from '../foundation/index.js';
import { toyOutcome, toyStudy } from '../stress/toy-study.test-fixture.js';
import type { Change, Study } from '../study/index.js';
import type { ChangeGroup } from './group.js';
import type { SubsetGame } from './subsets.js';

/** A toy Change only leaves its id in the title of the Study; the game reads the title. */
function group(id: string): ChangeGroup {
  const header = { id, title: `Group ${id}`, rationale: 'toy', sources: [], size: 1 };
  const change: Change = { ...header, kind: 'replace-assumption', edits: [] };
  return { id, title: `Group ${id}`, changes: [change] };
}

/** Applies a toy Change. */
export const leaveId = (study: Study, change: Change) =>
  ok({ ...study, title: `${study.title}${change.id}` });

/** v by the set of group letters present, whatever their order. */
export function gameOf(letters: string, value: (present: Set<string>) => number): SubsetGame {
  return {
    from: toyStudy({ title: '' }),
    groups: [...letters].map(group),
    measures: [{ id: 'eve.change', scenario: '+200' }],
    apply: leaveId,
    evaluate: (study) => toyOutcome({ 'eve.change[+200]': value(new Set(study.title)) }),
  };
}

/** The game worked by hand throughout this file. */
const HAND_VALUES: Readonly<Record<string, number>> = {
  '': 10, // base
  a: 14, //  +4 alone
  b: 16, //  +6 alone
  c: 8, //   -2 alone
  ab: 26, // a and b together: 26 - 10 - 4 - 6 = +6 more
  ac: 12, // 12 - 10 - 4 + 2 = 0: nothing more
  bc: 11, // 11 - 10 - 6 + 2 = -3
  abc: 30, // 30 - 10 - (4 + 6 - 2) - (6 + 0 - 3) = 20 - 8 - 3 = +9 by all three only
};
/** The game worked by hand in these tests. */
export const handValue = (present: Set<string>): number =>
  HAND_VALUES[[...present].sort().join('')] ?? 0;
