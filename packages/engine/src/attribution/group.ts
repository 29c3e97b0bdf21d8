import type { Result } from '../foundation/index.js';
import type { Change, Outcome, Study } from '../study/index.js';

/** A player of the attribution: Changes that are made together, in this order, or not at all. */
export interface ChangeGroup {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
  /** What the group is made of, to be told apart within it; `changes` are theirs, in order. */
  readonly parts?: readonly ChangeGroup[];
}

/** A measure of the Outcome to be attributed; `scenario` is empty for the valuation date. */
export interface MeasureRequest {
  readonly id: string;
  readonly scenario: string;
}

/** What the room needs from the engine, passed in so that any game can be attributed. */
export interface SubsetEngine {
  readonly evaluate: (study: Study) => Outcome;
  readonly apply: (study: Study, change: Change) => Result<Study>;
}

/** The Changes of a group applied one after the other; the first that does not fit is an issue. */
export function applyGroup(
  study: Study,
  group: ChangeGroup,
  apply: SubsetEngine['apply'],
): Result<Study> {
  let current: Result<Study> = { ok: true, value: study };
  for (const change of group.changes) {
    if (!current.ok) return current;
    current = apply(current.value, change);
  }
  return current;
}
