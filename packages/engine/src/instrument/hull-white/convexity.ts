import { expm1 } from '../../foundation/index.js';
import { reach } from './hull-white.js';

/** The model without its curve: convexity needs no discount factor. */
interface Dynamics {
  readonly reversion: number;
  readonly volatility: number;
}

export interface FuturesRate {
  /** The rate the future implies, 1 - price / 100, as a simple decimal rate. */
  readonly rate: number;
  /** Years to the start and to the end of the rate's period. */
  readonly startYears: number;
  readonly endYears: number;
}

/**
 * Futures rate less forward rate of a term rate fixed at the start of its period (rule HW-8),
 * daily margin taken as continuous. A period of no length is the limit, half sigma^2 reach^2.
 * Source: G. Kirikos, D. Novak, Convexity Conundrums, Risk, March 1997.
 */
export function termFuturesConvexity(model: Dynamics, future: FuturesRate): number {
  const { startYears, endYears } = future;
  const span = reach(model.reversion, endYears - startYears);
  const start = reach(model.reversion, startYears);
  const variance = model.volatility * model.volatility * reach(2 * model.reversion, startYears);
  const exponent =
    span * (span * variance + 0.5 * model.volatility * model.volatility * start * start);
  return convexity(future, exponent, 0.5 * model.volatility * model.volatility * start * start);
}

/**
 * Futures rate less forward rate of an overnight rate compounded in arrears over the period
 * (rule HW-8), overnight compounding and daily margin taken as continuous.
 */
export function compoundedFuturesConvexity(model: Dynamics, future: FuturesRate): number {
  const { startYears, endYears } = future;
  const square = model.volatility * model.volatility;
  const span = reach(model.reversion, endYears - startYears);
  const start = reach(model.reversion, startYears);
  const variance = square * reach(2 * model.reversion, startYears);
  const exponent =
    accruedVariance(model, endYears - startYears) +
    span * (span * variance + 0.5 * square * start * start);
  return convexity(future, exponent, 0.5 * square * start * start);
}

/** Variance of the integral of the short rate over `years` from a known rate. */
function accruedVariance(model: Dynamics, years: number): number {
  const { reversion: a, volatility } = model;
  const square = volatility * volatility;
  if (Math.abs(a * years) < 1e-3) {
    // Series of the formula below, whose terms cancel: the next is of relative size (a t)^3.
    return (square * years * years * years * (1 - a * years * (0.75 - 0.35 * a * years))) / 3;
  }
  return (square * (years - 2 * reach(a, years) + reach(2 * a, years))) / (a * a);
}

function convexity(future: FuturesRate, exponent: number, limit: number): number {
  const years = future.endYears - future.startYears;
  if (years === 0) return limit;
  return -expm1(-exponent) * (future.rate + 1 / years);
}
