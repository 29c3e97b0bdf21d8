import { collect, itemAt, ok, type Result } from '../foundation/index.js';
import type { Outcome } from '../study/index.js';
import type { Move } from './move.js';
import { movedMeasure } from './study-flip.js';

/** A floor or cap of a measure, as flip points read it. */
export interface FlipLimit {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  /** Scenarios in which it must hold: the worst counts. Of a measure of the date: none. */
  readonly scenarios: readonly string[];
  readonly unit: string;
  readonly floor: number | null;
  readonly cap: number | null;
  /** Moves whose amount the measure must exceed on top: an outflow against its threshold. */
  readonly plusMove?: string;
  readonly source: string;
}

/** Limits of any Study, used where it brings none of its own (FLIP-10). */
export const STANDARD_LIMITS: readonly FlipLimit[] = [
  {
    id: 'eve',
    title: 'Economic value of equity above zero',
    measure: 'eve.value',
    scenarios: ['0'],
    unit: 'USD million',
    floor: 0,
    cap: null,
    source: 'EVE-1: below zero the assets do not pay the liabilities',
  },
  {
    id: 'economic-cet1',
    title: 'Economic CET1 (E0) above zero',
    measure: 'capital.economic.e0',
    scenarios: ['0'],
    unit: 'USD million',
    floor: 0,
    cap: null,
    source: 'CAP-4: securities marked, before tax',
  },
  {
    id: 'marked-cet1-ratio',
    title: 'CET1 ratio with securities marked above 4.5%',
    measure: 'capital.economicRatio.e0',
    scenarios: ['0'],
    unit: 'ratio',
    floor: 0.045,
    cap: null,
    source: 'CAP-4; the minimum of 12 CFR 217.10, put to marked capital',
  },
  runLimit('run-liquidity', 'liquidity', 'Cash for an outflow by day two'),
  runLimit('run-cet1', 'cet1', 'CET1 above 4.5% after the sales of a run by day two'),
];

function runLimit(id: string, limit: 'liquidity' | 'cet1', title: string): FlipLimit {
  return {
    id,
    title,
    measure: `runThreshold.${limit}.2d`,
    scenarios: ['0'],
    unit: 'share of uninsured',
    floor: 0,
    cap: null,
    plusMove: 'run',
    source: 'RUN-1 to RUN-6: the run threshold exceeds the outflow',
  };
}

/**
 * The least, over the scenarios, of measure - floor and cap - measure; less the amount of a move
 * where the limit is a threshold for it.
 */
export function limitSlack(
  limit: FlipLimit,
  moves: readonly Move[],
): (outcomes: readonly Outcome[], amounts: readonly number[]) => Result<number> {
  const plus = moves.findIndex(({ id }) => id === limit.plusMove);
  const { measure, floor, cap } = limit;
  const scenarios = limit.scenarios.length === 0 ? [''] : limit.scenarios;
  return (outcomes, amounts) => {
    const outcome = itemAt(outcomes, 0);
    const read = collect(
      scenarios.map((scenario) => movedMeasure(outcome, { moves, measure, scenario })),
    );
    if (!read.ok) return read;
    const room = read.value.flatMap((value) => [
      ...(floor === null ? [] : [value - floor]),
      ...(cap === null ? [] : [cap - value]),
    ]);
    return ok(Math.min(...room) - (plus === -1 ? 0 : itemAt(amounts, plus)));
  };
}
