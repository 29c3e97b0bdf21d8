import { floatAt, itemAt, type PeerRatio, type PeerStanding } from '@almfes/engine';
import type { CallReports, FieldName } from '../call-report/index.js';
import { PEER_RATIOS, type PeerAmounts, type PeerRatioRule } from './peer-ratios.js';

interface SizeGroup {
  readonly title: string;
  /** Total assets from, and below, USD million. */
  readonly from: number;
  readonly below: number;
}

const BILLION = 1000;

/** Size groups by total assets (rule CALL-86). */
export const SIZE_GROUPS: readonly SizeGroup[] = [
  { title: 'less than USD 1 billion', from: 0, below: BILLION },
  { title: 'USD 1 to 10 billion', from: BILLION, below: 10 * BILLION },
  { title: 'USD 10 to 100 billion', from: 10 * BILLION, below: 100 * BILLION },
  { title: 'USD 100 billion and more', from: 100 * BILLION, below: Number.POSITIVE_INFINITY },
];

const LEAST_LOANS = 0.2;
const LEAST_DOMESTIC_DEPOSITS = 0.5;
export const PEER_PERCENTILES = [5, 10, 25, 50, 75, 90, 95] as const;

/** Peers of one date and size: for each ratio the values of those that have it, ascending. */
export interface PeerGroup {
  readonly title: string;
  readonly banks: number;
  readonly values: readonly Float64Array[];
}

/**
 * Ratios of the banks of one size that pass the screen: loans of at least 20% and domestic
 * deposits of at least 50% of assets (rule CALL-86). Made once, it serves every bank of the size.
 */
export function peerGroup(reports: CallReports, size: SizeGroup): PeerGroup {
  const rows: number[] = [];
  for (let row = 0; row < reports.institutions.length; row += 1) {
    if (isPeer(amountsAt(reports, row), size)) rows.push(row);
  }
  const values = PEER_RATIOS.map(({ of }) => {
    const found = rows.map((row) => of(amountsAt(reports, row)));
    return Float64Array.from(found.filter((value) => !Number.isNaN(value))).sort();
  });
  return { title: size.title, banks: rows.length, values };
}

function isPeer({ amount }: PeerAmounts, { from, below }: SizeGroup): boolean {
  const assets = amount('totalAssets');
  if (!(assets > 0 && assets >= from && assets < below)) return false;
  return (
    amount('loansHeldForInvestment') >= LEAST_LOANS * assets &&
    amount('depositsDomestic') >= LEAST_DOMESTIC_DEPOSITS * assets
  );
}

function amountsAt({ columns }: CallReports, row: number): PeerAmounts {
  const cell = (name: FieldName) => floatAt(columns[name], row);
  return {
    amount: (name) => (Number.isNaN(cell(name)) ? 0 : cell(name)),
    reported: (name) => !Number.isNaN(cell(name)),
  };
}

/** One bank, whether it passes the screen or not, beside the peers of its size (CALL-87). */
export function peerStanding(reports: CallReports, idrssd: number): PeerStanding {
  const row = reports.institutions.findIndex((each) => each.idrssd === idrssd);
  if (row < 0) throw new Error(`no bank ${idrssd} in ${reports.fileName}`);
  const bank = amountsAt(reports, row);
  const assets = bank.amount('totalAssets');
  const size = SIZE_GROUPS.find(({ from, below }) => assets >= from && assets < below);
  const group = peerGroup(reports, size ?? itemAt(SIZE_GROUPS, 0));
  const ratios = PEER_RATIOS.map((rule, at) => standingOf(rule, bank, itemAt(group.values, at)));
  return { group: group.title, banks: group.banks, ratios };
}

function standingOf(rule: PeerRatioRule, bank: PeerAmounts, sorted: Float64Array): PeerRatio {
  const { id, title, unit } = rule;
  const found = rule.of(bank);
  const value = Number.isNaN(found) ? null : found;
  const percentiles =
    sorted.length === 0 ? [] : PEER_PERCENTILES.map((percent) => quantile(sorted, percent / 100));
  const standing = value === null || sorted.length === 0 ? null : standingIn(sorted, value);
  return { id, title, unit, value, banks: sorted.length, percentiles, standing };
}

/** Linear between order statistics: the p-quantile of n values stands at (n - 1) p. */
export function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  const low = floatAt(sorted, below);
  return low + (at - below) * (floatAt(sorted, above) - low);
}

/** Per cent of values below, and half of those that are equal. */
function standingIn(sorted: Float64Array, value: number): number {
  let below = 0;
  let equal = 0;
  for (const other of sorted) {
    if (other < value) below += 1;
    else if (other === value) equal += 1;
  }
  return (100 * (below + equal / 2)) / sorted.length;
}
