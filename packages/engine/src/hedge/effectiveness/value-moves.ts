import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import type { Change, MeasureValue, Outcome, Study } from '../../study/index.js';
import { type HedgeEngine, withChanges } from '../variant.js';
import type { ValueMove } from './effectiveness.js';

type Scenario = Study['scenarios'][number];

export interface ValueMovesRequest extends HedgeEngine {
  readonly study: Study;
  /** The Changes that put the designated hedge in place. */
  readonly changes: readonly Change[];
  readonly hedgedGroup: 'afs' | 'loans' | 'deposits' | 'borrowings';
  /** Share of the group that is the hedged item, 0 to 1. */
  readonly share: number;
  /** Moves of the curve, each laid on the curve of the date. */
  readonly history: readonly Scenario[];
}

/** Parallel moves, basis points, where no history of curves is held (HEDGE-15). */
const PARALLEL_MOVES_BP = [-100, -75, -50, -25, 25, 50, 75, 100] as const;

/** Eight parallel moves: they say nothing about how the curve bends. */
export const PARALLEL_HISTORY: readonly Scenario[] = PARALLEL_MOVES_BP.map((shockBp) => ({
  id: `parallel ${shockBp > 0 ? '+' : ''}${shockBp}`,
  title: `Parallel move of ${shockBp} bp`,
  kind: 'parallel',
  shockBp,
  floorRate: null,
}));

/**
 * Value changes of the hedged item and of the hedge in every move of the history (HEDGE-15), from
 * the evaluation of whole Studies. Issues: `hedge.effectiveness` when an Outcome is not split by
 * book, and those of a Change that does not fit.
 */
export function valueMoves(request: ValueMovesRequest): Result<readonly ValueMove[]> {
  const { study, changes, history, share, hedgedGroup } = request;
  const base = study.scenarios.filter(({ id }) => id === '0');
  const bare: Study = { ...study, scenarios: [...base, ...history] };
  const hedged = withChanges(bare, changes, request.apply);
  if (!hedged.ok) return hedged;
  const without = request.evaluate(bare, ['value']);
  const after = request.evaluate(hedged.value, ['value']);
  const moves: ValueMove[] = [];
  for (const { id } of history) {
    const item = partsOf(without, id, [hedgedGroup, 'hedges']);
    if (!item.ok) return item;
    const hedge = partsOf(after, id, ['hedges']);
    if (!hedge.ok) return hedge;
    moves.push({
      id,
      item: share * itemAt(item.value, 0),
      hedge: itemAt(hedge.value, 0) - itemAt(item.value, 1),
    });
  }
  return ok(moves);
}

type Part = keyof NonNullable<MeasureValue['by']>;

function partsOf(
  outcome: Outcome,
  scenario: string,
  parts: readonly Part[],
): Result<readonly number[]> {
  const found = outcome.measures.find((m) => m.id === 'eve.change' && m.scenario === scenario);
  const values: number[] = [];
  for (const part of parts) {
    const value = found?.by?.[part];
    if (value === undefined) {
      const path = `eve.change[${scenario}].by.${part}`;
      return fail(issue('hedge.effectiveness', path, 'this part of the EVE change', 'nothing'));
    }
    values.push(value);
  }
  return ok(values);
}
