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

/**
 * The Study with each book at its reported fair value (EFF-13): by its spread where that is 0 or
 * more; where it is below, by rates raised until the curve alone gives the value, since income that
 * is not all reported makes a yield that no market pays. Issues: those of `spreadsOf`, and
 * `replay.value` when no rise up to 10% gives the value.
 */
export function withReportedYield(study: Study, reported: ReportedValues): Result<Study> {
  const solved = spreadsOf(study, reported);
  if (!solved.ok) return solved;
  const floored = {
    afs: Math.max(0, solved.value.afs),
    htm: Math.max(0, solved.value.htm),
  };
  let priced = withSpreads(study, floored);
  for (const group of ['afs', 'htm'] as const) {
    if (solved.value[group] >= 0) continue;
    const raised = raisedYield(priced, group, reported[group]);
    if (!raised.ok) return raised;
    priced = withRatesRaised(priced, group, raised.value);
  }
  return ok(priced);
}

function raisedYield(study: Study, group: 'afs' | 'htm', value: number): Result<number> {
  const cost = costOf(study, group);
  const off = (rise: number): number => {
    const outcome = evaluate(withRatesRaised(study, group, rise), ['marks']);
    return cost + measureOf(outcome, `unrealised.${group}`, '0') - value;
  };
  const root = brent(off, 0, HIGHEST, TOLERANCE);
  if (root.ok) return root;
  const expected = `rates raised by up to ${HIGHEST} that give ${value}`;
  return fail(issue('replay.value', `/positions ${group}`, expected, 'none'));
}

function withRatesRaised(study: Study, group: 'afs' | 'htm', rise: number): Study {
  const { book } = study;
  const raised = (rates: Float64Array) =>
    Float64Array.from(rates, (rate, row) => (groupOf(study, row) === group ? rate + rise : rate));
  return {
    ...study,
    book: { ...book, rate: raised(book.rate), couponRate: raised(book.couponRate) },
  };
}

function groupOf({ book }: Study, row: number): string {
  return itemAt(book.group.names, itemAt(book.group.codes, row));
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
