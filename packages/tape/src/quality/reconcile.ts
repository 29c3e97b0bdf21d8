import { compareText } from './compare-text.js';
import { type ExactSum, exactSum } from './exact-sum.js';
import type { Ledger, LedgerGroup } from './ledger.js';

/** What became of the rows of a group or product. */
export interface ReconciliationLine {
  /** `unknown`: quarantined rows whose group cannot be told. */
  readonly group: LedgerGroup | 'unknown';
  /** Absent on a line of a whole group. */
  readonly product?: string;
  readonly loadedRows: number;
  readonly loadedUsdMillion: number;
  readonly quarantinedRows: number;
  readonly quarantinedUsdMillion: number;
  /** Quarantined rows whose balance cannot be read: their balance is in the difference. */
  readonly rowsWithoutBalance: number;
  /** Absent where the ledger has no such line. */
  readonly ledgerUsdMillion?: number;
  /** Ledger less loaded less quarantined. */
  readonly differenceUsdMillion?: number;
  readonly withinTolerance: boolean;
}

export interface RowBalance {
  readonly group: LedgerGroup | 'unknown';
  readonly product: string;
  /** NaN when it cannot be read. */
  readonly balance: number;
  readonly quarantined: boolean;
}

/** Adds rows and gives the lines at the end, in the order of the groups and products. */
export interface Reconciler {
  readonly add: (row: RowBalance) => void;
  readonly lines: () => readonly ReconciliationLine[];
  /** Shares of what was added that is quarantined: of the rows, and of absolute balances. */
  readonly shares: () => { readonly rows: number; readonly balance: number };
}

interface Bucket {
  readonly group: RowBalance['group'];
  readonly product: string | undefined;
  loadedRows: number;
  quarantinedRows: number;
  rowsWithoutBalance: number;
  readonly loaded: ExactSum;
  readonly quarantined: ExactSum;
}

const MOST_PRODUCTS = 65_536;
const ORDER: readonly string[] = [
  ...['cash', 'afs', 'htm', 'loans', 'other', 'deposits', 'borrowings', 'derivatives', 'unknown'],
];
const PER_USD_MILLION = {
  USD: 1e6,
  'USD cent': 1e8,
  'USD thousand': 1e3,
  'USD million': 1,
} as const;

/**
 * Reconciles rows with a ledger (rule TAPE-33): ledger = loaded + quarantined + difference, line by
 * line. Without a ledger the lines are groups and products, with nothing to compare.
 */
export function reconciler(ledger: Ledger | undefined): Reconciler {
  const buckets = new Map<string, Bucket>();
  const wholes = new Set(
    ledger?.lines.flatMap((line) => (line.product === undefined ? [line.group] : [])),
  );
  const totals = { rows: 0, quarantinedRows: 0, balance: exactSum(), quarantined: exactSum() };
  const known = new Map<string, Map<string, Bucket>>();
  const bucketOf = (group: RowBalance['group'], product: string): Bucket => {
    const found = known.get(group)?.get(product);
    if (found !== undefined) return found;
    const whole = group === 'unknown' || wholes.has(group);
    const key = lineKey(group, whole ? undefined : product);
    const bucket = buckets.get(key) ?? emptyBucket(group, whole ? undefined : product);
    buckets.set(key, bucket);
    const products = known.get(group) ?? new Map<string, Bucket>();
    known.set(group, whole ? products : products.set(product, bucket));
    return bucket;
  };
  for (const line of ledger?.lines ?? []) bucketOf(line.group, line.product ?? '');
  return {
    add: (row) => {
      const full = buckets.size > MOST_PRODUCTS;
      addRow(bucketOf(row.group, full ? 'more products' : row.product), row);
      totals.rows += 1;
      if (row.quarantined) totals.quarantinedRows += 1;
      if (Number.isNaN(row.balance)) return;
      totals.balance.add(Math.abs(row.balance));
      if (row.quarantined) totals.quarantined.add(Math.abs(row.balance));
    },
    lines: () => {
      const stated = new Map(
        ledger?.lines.map((line) => [lineKey(line.group, line.product), line]),
      );
      const line = (bucket: Bucket): ReconciliationLine =>
        lineOf(bucket, ledger, stated.get(lineKey(bucket.group, bucket.product))?.total);
      return [...buckets.values()].map(line).sort(byPlace);
    },
    shares: () => ({
      rows: share(totals.quarantinedRows, totals.rows),
      balance: share(totals.quarantined.total(), totals.balance.total()),
    }),
  };
}

/** Lines of several tapes, made without a ledger, as one reconciliation (rule TAPE-47). */
export function joinedLines(
  lines: readonly ReconciliationLine[],
  ledger: Ledger | undefined,
): readonly ReconciliationLine[] {
  const stated = new Map(ledger?.lines.map((line) => [lineKey(line.group, line.product), line]));
  const buckets = new Map<string, Bucket>();
  const bucketOf = (group: RowBalance['group'], product: string | undefined): Bucket => {
    const whole = product === undefined || stated.has(lineKey(group, undefined));
    const key = lineKey(group, whole ? undefined : product);
    const bucket = buckets.get(key) ?? emptyBucket(group, whole ? undefined : product);
    buckets.set(key, bucket);
    return bucket;
  };
  for (const { group, product } of ledger?.lines ?? []) bucketOf(group, product);
  for (const line of lines) {
    const bucket = bucketOf(line.group, line.product);
    bucket.loadedRows += line.loadedRows;
    bucket.quarantinedRows += line.quarantinedRows;
    bucket.rowsWithoutBalance += line.rowsWithoutBalance;
    bucket.loaded.add(line.loadedUsdMillion);
    bucket.quarantined.add(line.quarantinedUsdMillion);
  }
  const joined = [...buckets].map(([key, bucket]) =>
    lineOf(bucket, ledger, stated.get(key)?.total),
  );
  return joined.sort(byPlace);
}

function lineKey(group: string, product: string | undefined): string {
  return product === undefined ? group : `${group} ${product}`;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function emptyBucket(group: RowBalance['group'], product: string | undefined): Bucket {
  const counts = { loadedRows: 0, quarantinedRows: 0, rowsWithoutBalance: 0 };
  return { group, product, ...counts, loaded: exactSum(), quarantined: exactSum() };
}

function addRow(bucket: Bucket, { balance, quarantined }: RowBalance): void {
  if (!quarantined) {
    bucket.loadedRows += 1;
    bucket.loaded.add(balance);
    return;
  }
  bucket.quarantinedRows += 1;
  if (Number.isNaN(balance)) bucket.rowsWithoutBalance += 1;
  else bucket.quarantined.add(balance);
}

function lineOf(
  bucket: Bucket,
  ledger: Ledger | undefined,
  total: number | undefined,
): ReconciliationLine {
  const { group, product, loadedRows, quarantinedRows, rowsWithoutBalance } = bucket;
  const loadedUsdMillion = bucket.loaded.total();
  const quarantinedUsdMillion = bucket.quarantined.total();
  const line = {
    group,
    ...(product === undefined ? {} : { product }),
    loadedRows,
    loadedUsdMillion,
    quarantinedRows,
    quarantinedUsdMillion,
    rowsWithoutBalance,
  };
  if (ledger === undefined) return { ...line, withinTolerance: true };
  const perMillion = PER_USD_MILLION[ledger.unit];
  if (total === undefined) return { ...line, withinTolerance: loadedRows === 0 };
  const ledgerUsdMillion = total / perMillion;
  const differenceUsdMillion = ledgerUsdMillion - loadedUsdMillion - quarantinedUsdMillion;
  const withinTolerance = Math.abs(differenceUsdMillion) <= ledger.tolerance / perMillion;
  return { ...line, ledgerUsdMillion, differenceUsdMillion, withinTolerance };
}

function byPlace(a: ReconciliationLine, b: ReconciliationLine): number {
  return (
    ORDER.indexOf(a.group) - ORDER.indexOf(b.group) || compareText(a.product ?? '', b.product ?? '')
  );
}
