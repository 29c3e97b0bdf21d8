import type { ShockTerms } from './scenario.js';

/**
 * Share of a shock that has arrived `month` months after the valuation date, 0 to 1 (rule
 * SCEN-8): at once without a ramp, otherwise month / rampMonths, in equal monthly steps.
 */
export function rampShare({ rampMonths }: ShockTerms, month: number): number {
  return rampMonths === undefined ? 1 : Math.min(1, month / rampMonths);
}
