import { exp, itemAt, log, ok, type Result } from '../../foundation/index.js';
import type { DatedCurve } from '../../market/index.js';
import { leastSquares } from '../../numeric/index.js';
import { type EuropeanClaim, europeanClaimValue } from './european-claim.js';
import type { HullWhite } from './hull-white.js';
import { modelIssues } from './model-issues.js';

/** An option the market has a price for: the sum of its claims (a cap has one a period). */
export interface CalibrationTarget {
  readonly claims: readonly EuropeanClaim[];
  readonly price: number;
}

export interface HullWhiteFit {
  readonly reversion: number;
  readonly volatility: number;
  /** Model price over market price less 1, in the order of the targets. */
  readonly relativeErrors: readonly number[];
  readonly rootMeanSquare: number;
}

const START_REVERSION = 0.05;
const START_VOLATILITY = 0.01;
/** Sizes for differences: of the reversion, and of the logarithm of the volatility. */
const REVERSION_SCALE = 0.05;
const LOG_SCALE = 1;

/**
 * Reversion and volatility with the least squared relative price errors (rule HW-6), the
 * reversion held where it is given. Prices must be positive. Issues: those of `leastSquares`.
 */
export function calibrateHullWhite(
  curve: DatedCurve,
  targets: readonly CalibrationTarget[],
  fixedReversion?: number,
): Result<HullWhiteFit> {
  const isFixed = fixedReversion !== undefined;
  const modelAt = (parameters: readonly number[]): HullWhite => ({
    curve,
    volatility: exp(itemAt(parameters, 0)),
    reversion: isFixed ? fixedReversion : itemAt(parameters, 1),
  });
  const noNumbers = targets.map(() => Number.NaN);
  const errors = (parameters: readonly number[]): number[] => {
    const model = modelAt(parameters);
    // No number: the search takes a shorter step.
    if (targets.some(({ claims }) => modelIssues(model, claims).length > 0)) return noNumbers;
    return targets.map(({ claims, price }) => {
      const value = claims.reduce((sum, claim) => sum + europeanClaimValue(model, claim), 0);
      return value / price - 1;
    });
  };
  const start = [log(START_VOLATILITY), ...(isFixed ? [] : [START_REVERSION])];
  const scales = [LOG_SCALE, ...(isFixed ? [] : [REVERSION_SCALE])];
  const fit = leastSquares(errors, start, scales);
  if (!fit.ok) return fit;
  const { parameters, residuals, rootMeanSquare } = fit.value;
  const { reversion, volatility } = modelAt(parameters);
  return ok({ reversion, volatility, relativeErrors: residuals, rootMeanSquare });
}
