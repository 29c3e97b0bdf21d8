import { ok, type Result } from '../../foundation/index.js';
import { type DatedCurve, discountOnDay, shiftedCurve } from '../../market/index.js';
import type { PricingMarket } from '../pricing-market.js';
import type { InstrumentMeasure } from '../valuation.js';
import { flowsOnCurve, poolMonths } from './dated-pool.js';
import { tenYearParRate } from './mortgage-rate-path.js';
import {
  optionAdjustedSpread,
  spreadStandardError,
  valuesOnPaths,
  worthAtSpread,
} from './option-adjusted-spread.js';
import type { PassThrough } from './pass-through-terms.js';
import { ratePaths } from './rate-paths.js';

const MOVE = 0.0025;
const ERROR = 'one standard error, from the spread of mirrored pairs';

/**
 * Option-adjusted spread, with duration and convexity at that spread (rule PASSTHROUGH-12); none
 * without a rate model or without an incentive to follow. `dirty` is the value at settlement, in
 * currency. Issue `spread.none`.
 */
export function oasMeasures(
  terms: PassThrough,
  market: PricingMarket,
  at: { readonly dirty: number; readonly settlementDay: number },
): Result<InstrumentMeasure[]> {
  const { rateModel, prepayment, pool } = terms;
  if (rateModel === undefined || prepayment.kind !== 'incentive') return ok([]);
  const base = market.discount;
  const mortgageSpread = prepayment.mortgageRate - tenYearParRate(base, base.referenceDay);
  const on = (curve: DatedCurve) => {
    const months = pool.remainingMonths + 2;
    const paths = ratePaths({ curve, ...rateModel, months, mortgageSpread });
    return valuesOnPaths((path) => flowsOnCurve(terms, poolMonths(terms, path), curve), paths);
  };
  const values = on(base);
  const today = at.dirty * discountOnDay(base, at.settlementDay);
  const spread = optionAdjustedSpread(values, today);
  if (!spread.ok) return spread;
  const worth = worthAtSpread(values, spread.value);
  const up = worthAtSpread(on(shiftedCurve(base, MOVE)), spread.value);
  const down = worthAtSpread(on(shiftedCurve(base, -MOVE)), spread.value);
  const convention = `${rateModel.pathCount} paths, seed ${rateModel.seed}`;
  const moved = `${convention}, zero rates +-25 bp at the spread`;
  const duration = (down - up) / (2 * worth * MOVE);
  const convexity = (up + down - 2 * worth) / (worth * MOVE * MOVE);
  const error = spreadStandardError(values, spread.value);
  const errorMeasure: InstrumentMeasure[] =
    error === undefined
      ? []
      : [
          {
            id: 'option-adjusted-spread-error',
            value: error,
            unit: 'decimal rate',
            convention: ERROR,
          },
        ];
  return ok([
    { id: 'option-adjusted-spread', value: spread.value, unit: 'decimal rate', convention },
    ...errorMeasure,
    { id: 'option-adjusted-duration', value: duration, unit: 'years', convention: moved },
    { id: 'option-adjusted-convexity', value: convexity, unit: 'none', convention: moved },
  ]);
}
