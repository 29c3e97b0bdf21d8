import type { BehaviourParameter } from './change.js';

/** Bounds of a parameter; `aboveMin` refuses the lower bound itself. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly aboveMin?: true;
  readonly what: string;
}

const SHARE: Bounds = { min: 0, max: 1, what: 'a share' };
const SPREAD: Bounds = { min: -0.2, max: 0.2, what: 'a decimal spread' };
const BETA: Bounds = { min: 0, max: 1.5, what: 'a beta' };
const LIFE: Bounds = { min: 0, max: 100, aboveMin: true, what: 'years' };
const RATIO: Bounds = { min: 0, max: 10, what: 'a ratio of rates' };
const RATE: Bounds = { min: -0.05, max: 0.5, what: 'a decimal rate' };
const YEARLY: Bounds = { min: 0, max: 1, what: 'a share a year' };
const CPR: Bounds = { min: 0, max: 1, what: 'a prepayment rate a year' };

/** Bounds of every behaviour parameter, at the door and after every Change (STUDY-6). */
export const PARAMETER_BOUNDS: Readonly<Record<BehaviourParameter, Bounds>> = {
  averageLifeYears: LIFE,
  beta: BETA,
  lagMonths: { min: 0, max: 120, what: 'months' },
  servicingRate: { min: 0, max: 0.2, what: 'a decimal rate' },
  valuationSpread: SPREAD,
  migrationShare: SHARE,
  outflowShare: SHARE,
  outflowMonth: { min: 1, max: 480, what: 'a month' },
  'core.share': SHARE,
  'core.averageLifeYears': LIFE,
  'surge.share': SHARE,
  'surge.averageLifeYears': LIFE,
  'rateGap.sensitivity': { min: 0, max: 10_000, what: 'a rise of the hazard per unit of rate' },
  'rateGap.minMultiple': { min: 0, max: 1, what: 'a multiple of the hazard' },
  'rateGap.maxMultiple': { min: 1, max: 100, what: 'a multiple of the hazard' },
  betaDown: BETA,
  'betaCurve.low': BETA,
  'betaCurve.midpoint': RATE,
  'betaCurve.slope': { min: 0, max: 10_000, aboveMin: true, what: 'a slope per unit of rate' },
  rateFloor: RATE,
  rateCap: RATE,
  multiplier: { min: 0, max: 100, what: 'a multiplier' },
  minCpr: CPR,
  maxCpr: CPR,
  slope: { min: 0, max: 10_000, what: 'a slope per unit of ratio' },
  midpoint: RATIO,
  seasoningMonths: { min: 0, max: 360, what: 'months' },
  burnoutFloor: SHARE,
  'lockIn.floor': SHARE,
  'lockIn.startRatio': RATIO,
  'lockIn.fullRatio': RATIO,
  cpr: CPR,
  redemptionRate: YEARLY,
  redemptionSensitivity: { min: 0, max: 1000, what: 'a rise of the share per unit of rate' },
  penaltyMonths: { min: 0, max: 120, what: 'months of interest' },
  drawRate: YEARLY,
  drawSensitivity: { min: -1000, max: 1000, what: 'a rise of the share per unit of rate' },
  rolloverShare: SHARE,
  psa: { min: 0, max: 1600, what: 'a PSA multiple in per cent' },
};

/** True when a value lies within the bounds of the parameter. */
export function withinBounds(bounds: Bounds, value: number): boolean {
  if (!Number.isFinite(value) || value > bounds.max) return false;
  return bounds.aboveMin === true ? value > bounds.min : value >= bounds.min;
}
