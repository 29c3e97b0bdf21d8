import { ok, type Result } from '../foundation/index.js';
import type { FlipLimit } from './flip-limit.js';
import type { FlipOptions } from './flip-point.js';
import { type LimitFlip, type LimitFlipRequest, limitFlip } from './limit-flip.js';

/** What a reverse stress takes to zero (FLIP-12). */
export const REVERSE_TARGETS: readonly FlipLimit[] = [
  {
    id: 'economic-cet1',
    title: 'Economic CET1 with securities marked (E0)',
    measure: 'capital.economic.e0',
    scenarios: ['0'],
    unit: 'USD million',
    floor: 0,
    cap: null,
    source: 'CAP-4, before tax',
  },
  {
    id: 'economic-cet1-franchise',
    title: 'Economic CET1 with the deposit franchise (E2)',
    measure: 'capital.economic.e2',
    scenarios: ['0'],
    unit: 'USD million',
    floor: 0,
    cap: null,
    source: 'CAP-6, before tax',
  },
  {
    id: 'liquidity',
    title: 'Cash left after a run, by day two',
    measure: 'runThreshold.liquidity.2d',
    scenarios: ['0'],
    unit: 'share of uninsured',
    floor: 0,
    cap: null,
    plusMove: 'run',
    source: 'RUN-1, RUN-2 and RUN-6',
  },
];

/**
 * The least extreme joint scenario of rates and behaviour that takes each target to zero, nearest
 * target first; targets that are below zero already come first of all, with the way back
 * (FLIP-12). Issues as `limitFlip`.
 */
export function reverseStress(
  request: Omit<LimitFlipRequest, 'limit'>,
  options?: FlipOptions,
  targets: readonly FlipLimit[] = REVERSE_TARGETS,
): Result<readonly LimitFlip[]> {
  const found: LimitFlip[] = [];
  for (const limit of targets) {
    const flip = limitFlip({ ...request, limit }, options);
    if (!flip.ok) return flip;
    found.push(flip.value);
  }
  return ok(nearestFirst(found));
}

/** Targets below zero already, then the others by distance; those out of reach last. */
export function nearestFirst(flips: readonly LimitFlip[]): readonly LimitFlip[] {
  return flips.toSorted((a, b) => farness(a) - farness(b));
}

function farness({ slackNow, flip }: LimitFlip): number {
  if (slackNow <= 0) return -1;
  return flip.joint?.distance ?? Number.POSITIVE_INFINITY;
}
