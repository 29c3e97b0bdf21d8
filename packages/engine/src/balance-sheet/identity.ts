import { type Failure, type Issue, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { type Book, GROUPS, type Group } from './book.js';
import { textAt } from './columns.js';

/** Carrying amounts of one book, USD million, each side positive. */
export interface SideTotals {
  readonly assetsUsdMillion: number;
  readonly liabilitiesUsdMillion: number;
}

/** Carrying amounts of the whole Book; equity is assets minus liabilities (BOOK-3). */
export interface BookTotals extends SideTotals {
  readonly equityUsdMillion: number;
  readonly byGroup: Readonly<Record<Group, SideTotals>>;
}

/** A total as the disclosure states it, and how far rounding may take the Book from it. */
export interface StatedTotal {
  readonly label: string;
  readonly of: 'assets' | 'liabilities' | 'equity';
  /** One book, or the whole balance sheet. */
  readonly group: Group | 'all';
  readonly amountUsdMillion: number;
  readonly toleranceUsdMillion: number;
}

/** One line of a reconciliation: the difference stands even when it is within tolerance. */
export interface ReconciliationLine extends StatedTotal {
  readonly bookUsdMillion: number;
  /** Book minus stated. */
  readonly differenceUsdMillion: number;
  readonly within: boolean;
}

/** Sums of the carrying amounts by side and by book, in row order. */
export function bookTotals(book: Book): BookTotals {
  const assets = new Float64Array(GROUPS.length);
  const liabilities = new Float64Array(GROUPS.length);
  const groupNames: readonly string[] = GROUPS;
  for (let row = 0; row < book.id.length; row += 1) {
    const slot = groupNames.indexOf(textAt(book.group, row));
    const sums = itemAt(book.side, row) === 1 ? assets : liabilities;
    sums[slot] = itemAt(sums, slot) + itemAt(book.carryingUsdMillion, row);
  }
  const side = (group: Group): SideTotals => ({
    assetsUsdMillion: itemAt(assets, GROUPS.indexOf(group)),
    liabilitiesUsdMillion: itemAt(liabilities, GROUPS.indexOf(group)),
  });
  const assetsUsdMillion = assets.reduce((sum, amount) => sum + amount, 0);
  const liabilitiesUsdMillion = liabilities.reduce((sum, amount) => sum + amount, 0);
  return {
    assetsUsdMillion,
    liabilitiesUsdMillion,
    equityUsdMillion: assetsUsdMillion - liabilitiesUsdMillion,
    byGroup: {
      cash: side('cash'),
      afs: side('afs'),
      htm: side('htm'),
      loans: side('loans'),
      deposits: side('deposits'),
      borrowings: side('borrowings'),
      other: side('other'),
    },
  };
}

/** The Book beside the totals of the disclosure, every difference shown (BOOK-4). */
export function reconcileBook(book: Book, stated: readonly StatedTotal[]): ReconciliationLine[] {
  const totals = bookTotals(book);
  return stated.map((line) => {
    const bookUsdMillion = amountOf(totals, line);
    const differenceUsdMillion = bookUsdMillion - line.amountUsdMillion;
    const within = Math.abs(differenceUsdMillion) <= line.toleranceUsdMillion;
    return { ...line, bookUsdMillion, differenceUsdMillion, within };
  });
}

/**
 * The totals of the Book, or an issue `reconciliation` for every stated total that the Book
 * misses by more than its tolerance; the message gives the difference.
 */
export function checkBook(book: Book, stated: readonly StatedTotal[]): Result<BookTotals> {
  const issues: Issue[] = reconcileBook(book, stated)
    .filter((line) => !line.within)
    .map(reconciliationIssue);
  const failure: Failure = { ok: false, issues };
  return issues.length === 0 ? ok(bookTotals(book)) : failure;
}

function amountOf(totals: BookTotals, line: StatedTotal): number {
  const sums = line.group === 'all' ? totals : totals.byGroup[line.group];
  if (line.of === 'assets') return sums.assetsUsdMillion;
  if (line.of === 'liabilities') return sums.liabilitiesUsdMillion;
  return sums.assetsUsdMillion - sums.liabilitiesUsdMillion;
}

function reconciliationIssue(line: ReconciliationLine): Issue {
  const stated = `${line.amountUsdMillion} within ${line.toleranceUsdMillion}`;
  const difference = line.differenceUsdMillion;
  return issue(
    'reconciliation',
    `/book/${line.group}/${line.of}`,
    stated,
    String(line.bookUsdMillion),
    `${line.label}: the book has ${line.bookUsdMillion} USD million, stated is ${stated}, ` +
      `difference ${difference}`,
  );
}
