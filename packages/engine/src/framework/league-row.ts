import type { Issue } from '../foundation/index.js';
import type { LeagueMeasure } from './league-measure.js';
import type { Programme } from './standard-programme.js';

/** A bank under a standard programme; a bank that is not measured has the reason (EFF-12). */
export interface LeagueRow {
  readonly bank: string;
  readonly idrssd: number;
  /** Postal code of the state of its seat; empty where the source has none. */
  readonly state: string;
  /** Id of the cycle; empty for a quarter that is none. */
  readonly cycle: string;
  readonly quarterEnd: string;
  readonly programme: Programme;
  readonly measured: LeagueMeasure | null;
  readonly issues: readonly Issue[];
}

/** A row that is measured. */
export type MeasuredRow = LeagueRow & { readonly measured: LeagueMeasure };

export function isMeasured(row: LeagueRow): row is MeasuredRow {
  return row.measured !== null;
}

/** Capital kept in the worst scenario over assets: what orders banks without a ratio. */
export function keptOverAssets({ central, assetsUsdMillion }: LeagueMeasure): number {
  return central.capitalKept / assetsUsdMillion;
}

/** Ratios this near are one: that of the same swap on the same curve. */
const SAME_RATIO = 1e-9;

const EARNS = 0;
const HAS_RATIO = 1;
const TOO_SMALL = 2;
const KEEPS_NONE = 3;

function classOf({ central }: LeagueMeasure): number {
  if (central.ratio !== null) return HAS_RATIO;
  if (central.cost <= 0) return EARNS;
  return central.capitalKept > 0 ? TOO_SMALL : KEEPS_NONE;
}

/**
 * Measured rows in the order of the league (EFF-12): programmes that earn, then ratios from the
 * greatest, then costs too small for one, then what keeps nothing; among equals by capital kept
 * over assets, then by name.
 */
export function inLeagueOrder(rows: readonly LeagueRow[]): readonly MeasuredRow[] {
  return rows.filter(isMeasured).toSorted((a, b) => {
    const byClass = classOf(a.measured) - classOf(b.measured);
    if (byClass !== 0) return byClass;
    const [first, second] = [a.measured.central.ratio ?? 0, b.measured.central.ratio ?? 0];
    const apart = Math.abs(first - second) > SAME_RATIO * Math.max(1, Math.abs(first));
    if (apart) return second - first;
    const byKept = keptOverAssets(b.measured) - keptOverAssets(a.measured);
    return byKept !== 0 ? byKept : a.bank < b.bank ? -1 : 1;
  });
}
