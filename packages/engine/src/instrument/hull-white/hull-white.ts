import { exp, expm1 } from '../../foundation/index.js';
import { type DatedCurve, discountAtTime, instantaneousForward } from '../../market/index.js';

/**
 * The one-factor model of Hull and White: dr = (theta(t) - a r) dt + sigma dW with theta such that
 * every discount factor of `curve` is met (rule HW-1). Times are years of the curve. A reversion
 * of 0 is the model of Ho and Lee; a negative one is allowed.
 */
export interface HullWhite {
  readonly curve: DatedCurve;
  /** Mean reversion a, a year. */
  readonly reversion: number;
  /** Volatility sigma of the short rate, in rate units a root year. */
  readonly volatility: number;
}

/** A reversion so small that its product with years loses digits; the limit is exact here. */
const NO_REVERSION = 1e-200;

/** (1 - e^(-a t)) / a: how far a shift of the short rate reaches over t years (rule HW-2). */
export function reach(reversion: number, years: number): number {
  return Math.abs(reversion) < NO_REVERSION ? years : -expm1(-reversion * years) / reversion;
}

/** Variance of the short rate after `years`: sigma^2 (1 - e^(-2 a t)) / (2 a) (rule HW-2). */
export function shortRateVariance(model: HullWhite, years: number): number {
  return model.volatility * model.volatility * reach(2 * model.reversion, years);
}

/**
 * Variance of the Gaussian state z after `years`: sigma^2 (e^(2 a t) - 1) / (2 a); z moves
 * without drift under the numeraire of rule HW-3.
 */
export function stateVariance(model: HullWhite, years: number): number {
  return model.volatility * model.volatility * reach(-2 * model.reversion, years);
}

/** The state of the world: after `years`, z. */
export interface ModelState {
  readonly years: number;
  readonly z: number;
}

/** The price at a state of one unit paid at `maturity` >= the years of the state (rule HW-3). */
export function bondPrice(model: HullWhite, state: ModelState, maturity: number): number {
  const near = reach(model.reversion, state.years);
  const far = reach(model.reversion, maturity);
  const variance = stateVariance(model, state.years);
  const forward = discountAtTime(model.curve, maturity) / discountAtTime(model.curve, state.years);
  return forward * exp(-(far - near) * state.z - 0.5 * (far * far - near * near) * variance);
}

/** The short rate at a state: f(0, t) + H'(t) (z + H(t) zeta(t)) (rule HW-3). */
export function shortRate(model: HullWhite, { years, z }: ModelState): number {
  const drift = reach(model.reversion, years) * stateVariance(model, years);
  return instantaneousForward(model.curve, years) + exp(-model.reversion * years) * (z + drift);
}
