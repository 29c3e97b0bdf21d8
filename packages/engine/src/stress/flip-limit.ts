import { itemAt, ok, type Result } from '../foundation/index.js';
import type { FamilyName, Outcome } from '../study/index.js';
import type { Move } from './move.js';
import { movedMeasure } from './study-flip.js';

/** A floor under a measure, as flip points read it. */
export interface FlipLimit {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly scenario: string;
  readonly unit: string;
  readonly floor: number;
  /** Moves whose amount the measure must exceed on top: an outflow against its threshold. */
  readonly plusMove?: string;
  /** What the measure is made from. */
  readonly families: readonly FamilyName[];
  readonly source: string;
}

/** Limits of any Study, used where it brings none of its own (FLIP-10). */
export const STANDARD_LIMITS: readonly FlipLimit[] = [
  {
    id: 'eve',
    title: 'Economic value of equity above zero',
    measure: 'eve.value',
    scenario: '0',
    unit: 'USD million',
    floor: 0,
    families: ['value'],
    source: 'EVE-1: below zero the assets do not pay the liabilities',
  },
  {
    id: 'economic-cet1',
    title: 'Economic CET1 (E0) above zero',
    measure: 'capital.economic.e0',
    scenario: '0',
    unit: 'USD million',
    floor: 0,
    families: ['capital'],
    source: 'CAP-4: securities marked, before tax',
  },
  {
    id: 'marked-cet1-ratio',
    title: 'CET1 ratio with securities marked above 4.5%',
    measure: 'capital.economicRatio.e0',
    scenario: '0',
    unit: 'ratio',
    floor: 0.045,
    families: ['capital'],
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
    scenario: '0',
    unit: 'share of uninsured',
    floor: 0,
    plusMove: 'run',
    families: ['liquidity'],
    source: 'RUN-1 to RUN-6: the run threshold exceeds the outflow',
  };
}

/** Measure minus floor, minus the amount of a move where the limit is a threshold for it. */
export function limitSlack(
  limit: FlipLimit,
  moves: readonly Move[],
): (outcomes: readonly Outcome[], amounts: readonly number[]) => Result<number> {
  const plus = moves.findIndex(({ id }) => id === limit.plusMove);
  return (outcomes, amounts) => {
    const { measure, scenario, floor } = limit;
    const read = movedMeasure(itemAt(outcomes, 0), { moves, measure, scenario });
    if (!read.ok) return read;
    return ok(read.value - floor - (plus === -1 ? 0 : itemAt(amounts, plus)));
  };
}
