import { fail, issue, itemAt, log, ok, type Result } from '../foundation/index.js';
import { CURVE_DISPERSIONS, type CurveDispersion } from './curve-dispersion.js';
import { PEER_CYCLES, type PeerCycle } from './peer-cycles.js';

/** Shares of peers, or of past years, at which the tables stand. */
export const PERCENTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/** A level that this share of peers, or of past years, did not pass; rising in both. */
export interface PercentilePoint {
  readonly share: number;
  readonly value: number;
}

/** What was known on a date of how far things move (FLIP-4). */
export interface Dispersion {
  readonly curve: CurveDispersion;
  readonly peers: PeerCycle;
}

/**
 * The latest window of curve changes that had ended, and the latest cycle of peers that was
 * published, on a date. Issue `flip.dispersion` when there is none that early: what became known
 * later is never used.
 */
export function dispersionKnownOn(dateIso: string): Result<Dispersion> {
  const curve = CURVE_DISPERSIONS.filter(({ until }) => until <= dateIso).at(-1);
  const peers = PEER_CYCLES.filter(({ knownFrom }) => knownFrom <= dateIso).at(-1);
  if (curve === undefined || peers === undefined) {
    const starts = [itemAt(CURVE_DISPERSIONS, 0).until, itemAt(PEER_CYCLES, 0).knownFrom];
    const expected = `a date from ${starts.toSorted().join(' and from ')} on`;
    return fail(issue('flip.dispersion', 'decisionDate', expected, dateIso));
  }
  return ok({ curve, peers });
}

/** The median and the adverse tail of a table: p90 - p50, or p50 - p10 where less is worse. */
export function upperSpread(percentiles: readonly number[]): number {
  return itemAt(percentiles, 5) - itemAt(percentiles, 3);
}

/** Points of a table as it stands. */
export function percentilePoints(percentiles: readonly number[]): PercentilePoint[] {
  return PERCENTILES.map((share, index) => ({ share, value: itemAt(percentiles, index) }));
}

/** Points of what a table falls by: the 10th percentile of growth is the 90th of the fall. */
export function fallingPoints(percentiles: readonly number[]): PercentilePoint[] {
  return percentilePoints(percentiles.map((value) => -value))
    .map(({ share, value }) => ({ share: 1 - share, value }))
    .toReversed();
}

/**
 * Loss of deposits a year beyond what the median peer lost, as a hazard, for each peer:
 * ln((1 + median growth) / (1 + growth)) / years of the cycle.
 */
export function peerHazards({ depositGrowthPercent, years }: PeerCycle): number[] {
  const median = 1 + itemAt(depositGrowthPercent, 3) / 100;
  return depositGrowthPercent.map((growth) => log(median / (1 + growth / 100)) / years);
}

/** Where a level stands among peers: a share between the tabulated ones, or beyond them. */
export function percentileOf(points: readonly PercentilePoint[], level: number): number | null {
  const above = points.findIndex(({ value }) => value >= level);
  if (above === -1) return null;
  const high = itemAt(points, above);
  if (high.value === level) return high.share;
  if (above === 0) return null;
  const low = itemAt(points, above - 1);
  const way = (level - low.value) / (high.value - low.value);
  return low.share + way * (high.share - low.share);
}
