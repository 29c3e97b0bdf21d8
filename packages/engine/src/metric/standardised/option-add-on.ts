import { collect, decimalFromBp, ok, type Result } from '../../foundation/index.js';
import {
  type CapFloorTerms,
  capFloorPresentValue,
  type PricingMarket,
  type RateVolatility,
  type SwaptionTerms,
  swaptionPresentValue,
} from '../../instrument/index.js';
import { type DatedCurve, logDiscountAtTime, shiftedCurve } from '../../market/index.js';
import {
  type FloorRule,
  floorRateAt,
  type PrescribedShape,
  prescribedShiftBp,
  type ShockSize,
} from '../../scenario/index.js';

/** An automatic interest rate option; `position` short is sold, long is bought by the bank. */
export type AutomaticOption =
  | { readonly kind: 'cap-floor'; readonly terms: CapFloorTerms }
  | { readonly kind: 'swaption'; readonly terms: SwaptionTerms };

/** The relative rise of implied volatility in every scenario (rule STANDARD-8). */
const VOLATILITY_FACTOR = 1.25;
const MONTHS_PER_YEAR = 12;
const HORIZON_MONTHS = 600;

/** A prescribed shock of one currency. */
interface PrescribedMove {
  readonly size: ShockSize;
  readonly shape: PrescribedShape;
  readonly floor: FloorRule;
}

/**
 * The add-on for automatic options, KAO (rule STANDARD-8): the rise in value to the holder of what
 * the bank sold, less that of what it bought, from the base market to the shocked one with implied
 * volatility a quarter higher. Positive is a loss. Issues: those of the option formulas.
 */
export function optionAddOn(
  options: readonly AutomaticOption[],
  market: PricingMarket,
  move: PrescribedMove,
): Result<number> {
  const base = bankValue(options, market);
  if (!base.ok) return base;
  const shocked = bankValue(options, optionScenarioMarket(market, move));
  return shocked.ok ? ok(base.value - shocked.value) : shocked;
}

/** Value to the bank: what it bought less what it sold, as `position` signs it. */
export function bankValue(
  options: readonly AutomaticOption[],
  market: PricingMarket,
): Result<number> {
  const values = collect(
    options.map((option) =>
      option.kind === 'cap-floor'
        ? capFloorPresentValue(option.terms, market)
        : swaptionPresentValue(option.terms, market),
    ),
  );
  return values.ok ? ok(values.value.reduce((sum, value) => sum + value, 0)) : values;
}

/**
 * The market of a prescribed scenario for options: every curve moved by the shift with its floor,
 * given at whole months up to 50 years and linear between; volatility times 1.25.
 */
export function optionScenarioMarket(market: PricingMarket, move: PrescribedMove): PricingMarket {
  const projection = Object.fromEntries(
    Object.entries(market.projection).map(([id, curve]) => [id, movedCurve(curve, move)]),
  );
  const moved = { ...market, discount: movedCurve(market.discount, move), projection };
  return market.volatility === undefined
    ? moved
    : { ...moved, volatility: higherVolatility(market.volatility) };
}

/** A quoted volatility times 1.25. */
export function higherVolatility(quote: RateVolatility): RateVolatility {
  return { ...quote, volatility: quote.volatility * VOLATILITY_FACTOR };
}

function movedCurve(curve: DatedCurve, { size, shape, floor }: PrescribedMove): DatedCurve {
  const times = monthlyTimes(curve);
  const rates = times.map((years) => {
    const shift = decimalFromBp(prescribedShiftBp(size, shape, years));
    const lowest = floorRateAt(floor, years);
    if (lowest === undefined) return shift;
    const observed = -logDiscountAtTime(curve, years) / years;
    return Math.max(shift, Math.min(lowest, observed) - observed);
  });
  return shiftedCurve(curve, { times, rates });
}

/** Whole months from the first on; a curve that is not read beyond its end is not read there. */
function monthlyTimes({ extrapolation, times }: DatedCurve): number[] {
  const end = extrapolation === 'none' ? (times[times.length - 1] ?? 0) : HORIZON_MONTHS;
  return Array.from({ length: HORIZON_MONTHS }, (_, at) => (at + 1) / MONTHS_PER_YEAR).filter(
    (years) => years <= end,
  );
}
