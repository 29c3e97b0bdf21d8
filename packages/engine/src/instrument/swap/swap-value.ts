import { collect, fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { brent } from '../../numeric/index.js';
import type { PricingMarket } from '../pricing-market.js';
import type { ValuedFlow } from '../valuation.js';
import { legFlows } from './leg-flows.js';
import { paymentPeriods } from './leg-periods.js';
import type { SwapLeg, SwapTerms } from './swap-terms.js';

/** Sum of amounts times discount factors, in order. */
export function presentValueOfFlows(flows: readonly ValuedFlow[]): number {
  return flows.reduce((sum, flow) => sum + flow.amount * flow.discount, 0);
}

/** Present value of one leg, positive when it is worth something to the holder. */
export function legPresentValue(leg: SwapLeg, market: PricingMarket): Result<number> {
  const flows = legFlows(leg, market);
  return flows.ok ? ok(presentValueOfFlows(flows.value)) : flows;
}

/** Present value of a swap: the sum of its legs (rule SWAP-10). */
export function swapPresentValue(terms: SwapTerms, market: PricingMarket): Result<number> {
  const values = collect(terms.legs.map((leg) => legPresentValue(leg, market)));
  return values.ok ? ok(values.value.reduce((sum, value) => sum + value, 0)) : values;
}

/**
 * The value of one unit of fixed rate (1 = 100 per cent) paid on the periods of a leg that are
 * not yet paid: the sum of notional, years and discount (rule SWAP-11), never negative for a
 * positive notional. For a leg without compounding.
 */
export function legAnnuity(leg: SwapLeg, market: PricingMarket): Result<number> {
  const unit: SwapLeg = { ...leg, ...UNIT_RATE, exchange: NO_EXCHANGE };
  return legPresentValue(unit, market);
}

const UNIT_RATE = {
  side: 'receive',
  rate: { kind: 'fixed', rate: 1 },
  compounding: 'none',
} as const;
const NO_EXCHANGE = { initial: false, intermediate: false, final: false } as const;

/**
 * The fixed rate (decimal) on leg `legIndex` at which the swap is worth nothing (rule SWAP-12).
 * Issues: `par-rate.leg` when the leg is not fixed, those of valuing it, those of `brent`.
 */
export function parRateOf(
  terms: SwapTerms,
  legIndex: number,
  market: PricingMarket,
): Result<number> {
  const leg = itemAt(terms.legs, legIndex);
  if (leg.rate.kind !== 'fixed') {
    return fail(issue('par-rate.leg', `legs/${legIndex}`, 'a fixed leg', leg.rate.kind));
  }
  return zeroOf(leg, (rate) => {
    const replaced: SwapLeg = { ...leg, rate: { kind: 'fixed', rate } };
    return swapPresentValue(withLeg(terms, legIndex, replaced), market);
  });
}

/**
 * The spread (decimal) over the index of leg `legIndex` at which the swap is worth nothing
 * (rule SWAP-12). Issues: `par-spread.leg` when the leg has no index, and as `parRateOf`.
 */
export function parSpreadOf(
  terms: SwapTerms,
  legIndex: number,
  market: PricingMarket,
): Result<number> {
  const leg = itemAt(terms.legs, legIndex);
  const { rate } = leg;
  if (rate.kind === 'fixed' || rate.kind === 'known-amount') {
    return fail(issue('par-spread.leg', `legs/${legIndex}`, 'a leg with an index', rate.kind));
  }
  return zeroOf(leg, (spread) => {
    const replaced: SwapLeg = { ...leg, rate: { ...rate, spread } };
    return swapPresentValue(withLeg(terms, legIndex, replaced), market);
  });
}

function withLeg(terms: SwapTerms, legIndex: number, leg: SwapLeg): SwapTerms {
  return { legs: terms.legs.map((other, at) => (at === legIndex ? leg : other)) };
}

const LOWEST_RATE = -0.5;
const HIGHEST_RATE = 1;
const RATE_TOLERANCE = 1e-15;

/** The value is a straight line in the rate, except where sub-periods compound with it. */
function zeroOf(leg: SwapLeg, value: (rate: number) => Result<number>): Result<number> {
  const ends = collect([value(0), value(1)]);
  if (!ends.ok) return ends;
  const [atZero, atOne] = [itemAt(ends.value, 0), itemAt(ends.value, 1)];
  if (atOne === atZero) {
    return fail(issue('par-rate.none', 'legs', 'payments that are still due', 'none'));
  }
  if (!compoundsWithRate(leg)) return ok(atZero / (atZero - atOne));
  const valueOrNaN = (rate: number): number => {
    const found = value(rate);
    return found.ok ? found.value : Number.NaN;
  };
  return brent(valueOrNaN, LOWEST_RATE, HIGHEST_RATE, RATE_TOLERANCE);
}

function compoundsWithRate(leg: SwapLeg): boolean {
  if (leg.compounding === 'none' || leg.compounding === 'spread-exclusive') {
    return leg.compounding === 'spread-exclusive' && leg.rate.kind === 'fixed';
  }
  const payments = paymentPeriods(leg);
  return payments.ok && payments.value.some((payment) => payment.periods.length > 1);
}
