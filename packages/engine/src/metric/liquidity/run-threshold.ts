import type { ScenarioRates } from '../../cash-flow/index.js';
import { keyOf, type Recent, recall, recent } from '../../foundation/index.js';
import { bisectBoundary } from '../../numeric/index.js';
import type { MeasureValue } from '../measure.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import { FUNDING_LIMITS } from './funding-limits.js';
import {
  availableBy,
  type FundingState,
  fundingState,
  type StressedBooks,
  stressedBooks,
} from './funding-stress.js';

/** Days by which the outflow must be met (METHOD section 1). */
const DAYS = [1, 2, 30] as const;

const TOLERANCE = 1e-9;

type Breach = (state: FundingState) => boolean;

/**
 * Smallest share of uninsured deposits whose outflow breaches; 1 = none up to 100% (RUN-6).
 * Between two edges (a source used up, the next begun) each ratio moves one way only; at an edge
 * it may jump, and paying out shrinks assets, so that a breach may heal: the first one counts.
 */
function threshold(
  input: MeasureInput,
  books: StressedBooks,
  days: number,
  breached: Breach,
): number {
  const at = (share: number) =>
    breached(fundingState(input, books, share * input.liquidity.uninsuredUsdMillion, days));
  if (at(0)) return 0;
  const edges = edgesOf(input, books, days);
  for (const [index, low] of edges.entries()) {
    const high = edges[index + 1] ?? 1;
    const after = low + TOLERANCE;
    if (after >= high) continue;
    if (at(after)) return low;
    const found = bisectBoundary(at, after, high, TOLERANCE);
    if (found.ok) return found.value;
  }
  return 1;
}

/** Shares of uninsured deposits at which a source is used up, from 0, below 1. */
function edgesOf(input: MeasureInput, books: StressedBooks, days: number): number[] {
  const { sources, uninsuredUsdMillion } = input.liquidity;
  const edges = [0];
  let paid = 0;
  for (const source of sources) {
    paid += availableBy(books, source, days);
    edges.push(Math.min(1, paid / uninsuredUsdMillion));
  }
  return edges;
}

/** runThreshold.* and liquidity.coverage of every scenario (rules RUN-1 to RUN-6). */
export function liquidityMeasures(input: MeasureInput): MeasureValue[] {
  return input.scenarios.flatMap((view) => {
    const books = stressedBooks(input, view);
    return [coverage(input, view.id, books), ...knownThresholds(input, view, books)];
  });
}

/** Thresholds kept of one scenario's rates: most Changes leave what a search reads. */
const MOST_THRESHOLDS = 500;
const kept = new WeakMap<ScenarioRates, Recent<string, readonly MeasureValue[]>>();

/** Found again by all that the searches read, number by number (rule EVAL-10). */
function knownThresholds(
  input: MeasureInput,
  { id, rates }: ScenarioView,
  books: StressedBooks,
): readonly MeasureValue[] {
  const known = kept.get(rates) ?? recent<string, readonly MeasureValue[]>(MOST_THRESHOLDS);
  kept.set(rates, known);
  const { afs, htm, hedgeGain, earningsGain } = books;
  const numbers = [...Object.values(afs), ...Object.values(htm), hedgeGain, earningsGain];
  const key = `${numbers.join()} ${keyOf(input.capital)} ${keyOf(input.liquidity)} ${id}`;
  return recall(known, key, () => thresholds(input, id, books));
}

function thresholds(input: MeasureInput, scenario: string, books: StressedBooks): MeasureValue[] {
  return DAYS.flatMap((days) =>
    FUNDING_LIMITS.map(
      ({ id, breached }): MeasureValue => ({
        id: `runThreshold.${id}.${days}d`,
        scenario,
        unit: 'ratio',
        value: threshold(input, books, days, breached),
      }),
    ),
  );
}

/** Cash, lines and saleable securities of 30 days over the stated outflow (rule LIQ-1). */
function coverage(input: MeasureInput, scenario: string, books: StressedBooks): MeasureValue {
  const { sources, uninsuredUsdMillion, outflowShare } = input.liquidity;
  let available = 0;
  for (const source of sources) available += availableBy(books, source, 30);
  const value = available / (uninsuredUsdMillion * outflowShare);
  return { id: 'liquidity.coverage', scenario, unit: 'ratio', value };
}
