import { exp } from '../foundation/index.js';
import type { ShockSize } from './shock-size/shock-size.js';

/** The six prescribed shapes, in the order of SRP31.91 and of Article 1(1) of (EU) 2024/856. */
export const PRESCRIBED_SHAPES = [
  'parallel-up',
  'parallel-down',
  'steepener',
  'flattener',
  'short-up',
  'short-down',
] as const;

export type PrescribedShape = (typeof PRESCRIBED_SHAPES)[number];

/** Years in which the weight of the short shock falls by the factor e. */
const DECAY_YEARS = 4;
const STEEPENER = { short: -0.65, long: 0.9 };
const FLATTENER = { short: 0.8, long: -0.6 };

/**
 * The prescribed shift of the continuous zero rate at a tenor, basis points (rule SCEN-4): the
 * short weight is e^(-t/4), the long weight its complement. Source: SRP31.92 and Article 2 of
 * (EU) 2024/856.
 */
export function prescribedShiftBp(
  { parallelBp, shortBp, longBp }: ShockSize,
  shape: PrescribedShape,
  tenorYears: number,
): number {
  const shortWeight = exp(-tenorYears / DECAY_YEARS);
  const short = shortBp * shortWeight;
  const long = longBp * (1 - shortWeight);
  switch (shape) {
    case 'parallel-up':
      return parallelBp;
    case 'parallel-down':
      return -parallelBp;
    case 'short-up':
      return short;
    case 'short-down':
      return -short;
    case 'steepener':
      return STEEPENER.short * short + STEEPENER.long * long;
    case 'flattener':
      return FLATTENER.short * short + FLATTENER.long * long;
  }
}
