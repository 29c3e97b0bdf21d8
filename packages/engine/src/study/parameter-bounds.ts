import type { DepositParameter, PrepaymentParameter } from './change.js';

/** Bounds of a parameter; `aboveMin` refuses the lower bound itself. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly aboveMin?: true;
  readonly what: string;
}

const SHARE: Bounds = { min: 0, max: 1, what: 'a share' };
const SPREAD: Bounds = { min: -0.2, max: 0.2, what: 'a decimal spread' };
const CPR: Bounds = { min: 0, max: 1, what: 'a prepayment rate a year' };

/** Bounds of every behaviour parameter, at the door and after every Change (STUDY-6). */
export const PARAMETER_BOUNDS: Readonly<Record<DepositParameter | PrepaymentParameter, Bounds>> = {
  averageLifeYears: { min: 0, max: 100, aboveMin: true, what: 'years' },
  beta: { min: 0, max: 1.5, what: 'a beta' },
  lagMonths: { min: 0, max: 120, what: 'months' },
  servicingRate: { min: 0, max: 0.2, what: 'a decimal rate' },
  valuationSpread: SPREAD,
  migrationShare: SHARE,
  outflowShare: SHARE,
  outflowMonth: { min: 1, max: 480, what: 'a month' },
  multiplier: { min: 0, max: 100, what: 'a multiplier' },
  minCpr: CPR,
  maxCpr: CPR,
  slope: { min: 0, max: 10_000, what: 'a slope per unit of ratio' },
  midpoint: { min: 0, max: 10, what: 'a ratio of rates' },
};

/** True when a value lies within the bounds of the parameter. */
export function withinBounds(bounds: Bounds, value: number): boolean {
  if (!Number.isFinite(value) || value > bounds.max) return false;
  return bounds.aboveMin === true ? value > bounds.min : value >= bounds.min;
}
