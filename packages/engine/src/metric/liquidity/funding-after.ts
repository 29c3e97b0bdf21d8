import type { MeasureInput, ScenarioView } from '../view.js';
import { FUNDING_LIMITS, type FundingLimit } from './funding-limits.js';
import { availableBy, fundingState, stressedBooks } from './funding-stress.js';

/** One outflow of uninsured deposits against the sources of a bank (rule RUN-7). */
export interface FundingAfter {
  readonly outflowUsdMillion: number;
  /** Cash that all sources together give by then. */
  readonly availableUsdMillion: number;
  /** Outflow that no source could meet by then; 0 = met. */
  readonly unmetUsdMillion: number;
  /** After the sales, before tax, to unchanged risk-weighted assets. */
  readonly cet1Ratio: number;
  /** Tangible equity to tangible assets after the sales and the outflow paid. */
  readonly tceRatio: number;
  /** Limits that do not hold; empty = the bank survives. */
  readonly broken: readonly FundingLimit[];
}

/** The state after `outflowShare` (0 to 1) of uninsured deposits has left by day `days`. */
export function fundingAfterIn(
  input: Pick<MeasureInput, 'program' | 'base' | 'capital' | 'liquidity'>,
  view: ScenarioView,
  outflowShare: number,
  days: number,
): FundingAfter {
  const { sources, uninsuredUsdMillion } = input.liquidity;
  const books = stressedBooks(input, view);
  const outflowUsdMillion = outflowShare * uninsuredUsdMillion;
  const state = fundingState(input, books, outflowUsdMillion, days);
  let availableUsdMillion = 0;
  for (const source of sources) availableUsdMillion += availableBy(books, source, days);
  return {
    outflowUsdMillion,
    availableUsdMillion,
    unmetUsdMillion: state.unmet,
    cet1Ratio: state.cet1Ratio,
    tceRatio: state.tceRatio,
    broken: FUNDING_LIMITS.filter(({ breached }) => breached(state)).map(({ id }) => id),
  };
}
