import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { brent } from '../numeric/index.js';
import { evaluate, measureOf, type Study } from '../study/index.js';

/** Fair values of the two books as reported, USD million. */
export interface ReportedValues {
  readonly afs: number;
  readonly htm: number;
}

/** Discount spreads, decimal a year, between which a reported value is looked for. */
const LOWEST = -0.05;
const HIGHEST = 0.1;
const TOLERANCE = 1e-9;

/** Spreads that bring each book to its reported fair value (BACKTEST-4). */
export type BookSpreads = ReportedValues;

/** The Study with a spread added to the discount rate of every row of each book. */
export function withSpreads(study: Study, spreads: BookSpreads): Study {
  const { book } = study;
  const discountSpread = Float64Array.from(book.discountSpread, (spread, row) => {
    const group = itemAt(book.group.names, itemAt(book.group.codes, row));
    return group === 'afs' || group === 'htm' ? spread + spreads[group] : spread;
  });
  return { ...study, book: { ...book, discountSpread } };
}

/** A book under this share of the cost of both keeps the spreads it has (BACKTEST-4). */
const SMALL_BOOK = 0.01;

/**
 * Solves both spreads on the Study's own curve, by Brent's method on `evaluate`; that of a small
 * book is 0.
 * Issues: `replay.value` when no spread from -5% to 10% gives a reported value.
 */
export function spreadsOf(study: Study, reported: ReportedValues): Result<BookSpreads> {
  const afs = spreadOf(study, 'afs', reported.afs);
  if (!afs.ok) return afs;
  const htm = spreadOf(study, 'htm', reported.htm);
  return htm.ok ? ok({ afs: afs.value, htm: htm.value }) : htm;
}

function spreadOf(study: Study, group: 'afs' | 'htm', value: number): Result<number> {
  const cost = costOf(study, group);
  if (cost <= SMALL_BOOK * (costOf(study, 'afs') + costOf(study, 'htm'))) return ok(0);
  const off = (spread: number): number => {
    const spreads = { afs: 0, htm: 0, [group]: spread };
    const outcome = evaluate(withSpreads(study, spreads), ['marks']);
    return cost + measureOf(outcome, `unrealised.${group}`, '0') - value;
  };
  const root = brent(off, LOWEST, HIGHEST, TOLERANCE);
  if (root.ok) return root;
  const expected = `a spread from ${LOWEST} to ${HIGHEST} that gives ${value}`;
  return fail(issue('replay.value', `/positions ${group}`, expected, 'none'));
}

function costOf({ book }: Study, group: 'afs' | 'htm'): number {
  let cost = 0;
  for (let row = 0; row < book.id.length; row += 1) {
    const own = itemAt(book.group.names, itemAt(book.group.codes, row));
    if (own === group) cost += itemAt(book.notionalUsdMillion, row);
  }
  return cost;
}
