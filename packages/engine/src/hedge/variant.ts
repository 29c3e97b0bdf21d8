import { ok, type Result } from '../foundation/index.js';
import type { Change, FamilyName, Outcome, Study } from '../study/index.js';

/** A hedge to be judged: the Changes that put it in place, and what it costs to trade. */
export interface ComparedHedge {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
  /** Half the bid-offer on everything traded, USD million, positive. */
  readonly bidOfferUsdMillion: number;
  /** Of the notional, where the Study has no part `hedgeMargin`; absent: none is asked for. */
  readonly initialMarginShare?: number;
}

/** What the room needs from the engine, passed in. */
export interface HedgeEngine {
  /** With families, those measures alone; they are the same numbers. */
  readonly evaluate: (study: Study, families?: readonly FamilyName[]) => Outcome;
  readonly apply: (study: Study, change: Change) => Result<Study>;
}

/** Applies Changes one after the other; issues carry the id of the Change that does not fit. */
export function withChanges(
  study: Study,
  changes: readonly Change[],
  apply: HedgeEngine['apply'],
): Result<Study> {
  let current = study;
  for (const change of changes) {
    const applied = apply(current, change);
    if (!applied.ok) {
      const issues = applied.issues.map((found) => ({
        ...found,
        path: `${change.id}: ${found.path}`,
      }));
      return { ok: false, issues };
    }
    current = applied.value;
  }
  return ok(current);
}

/** Swaps that the Changes add, with their notional scaled by `size`. */
export function addedSwaps(changes: readonly Change[]): readonly Study['hedges'][number][] {
  return changes.flatMap((change) =>
    change.kind === 'add-hedge'
      ? [{ ...change.swap, notionalUsdMillion: change.swap.notionalUsdMillion * change.size }]
      : [],
  );
}

type Model = Study['hedges'][number]['model'];

/** A hedge that a Change adds, of whatever kind, with its notional at the size of the Change. */
export interface AddedHedge {
  readonly kind: 'swap' | 'option' | 'future';
  readonly model: Model;
  readonly notionalUsdMillion: number;
  readonly maturityMonth: number;
}

export function addedHedges(changes: readonly Change[]): readonly AddedHedge[] {
  return changes.flatMap((change): AddedHedge[] => {
    const found = hedgeOf(change);
    if (found === undefined) return [];
    const { kind, hedge } = found;
    const { model, maturityMonth } = hedge;
    const notionalUsdMillion = hedge.notionalUsdMillion * change.size;
    return [{ kind, model, notionalUsdMillion, maturityMonth }];
  });
}

function hedgeOf(change: Change) {
  if (change.kind === 'add-hedge') return { kind: 'swap', hedge: change.swap } as const;
  if (change.kind === 'add-option') return { kind: 'option', hedge: change.option } as const;
  if (change.kind === 'add-future') return { kind: 'future', hedge: change.future } as const;
  return undefined;
}
