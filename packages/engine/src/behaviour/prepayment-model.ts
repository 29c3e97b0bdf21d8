import type { Parameter } from '../foundation/index.js';

/**
 * How borrowers prepay: CPR = multiplier x (minCpr + (maxCpr - minCpr) x (1/2 - atan(slope x
 * (midpoint - note rate / mortgage rate of the month)) / pi)).
 */
export interface PrepaymentModel {
  readonly id: string;
  readonly multiplier: Parameter;
  readonly minCpr: Parameter;
  readonly maxCpr: Parameter;
  readonly slope: Parameter;
  readonly midpoint: Parameter;
}
