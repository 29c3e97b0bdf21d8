import { fail, issue, ok, type Result } from '@almfes/engine';
import type { CallReport, FieldName } from '../call-report/index.js';
import type { CallReportMarket } from './bank-study.js';
import type { ReportReader } from './report-reader.js';

/** The months whose income and expense give the rates of a bank (rule CALL-31). */
export interface IncomePeriod {
  readonly months: number;
  /** Quarter ends in it, the latest first. */
  readonly quarterEnds: readonly string[];
  /** Income or expense of the period, USD million. */
  readonly flow: (name: FieldName) => number;
  /** Average balance of the period, USD million. */
  readonly average: (name: FieldName) => number;
}

const MONTHS_A_YEAR = 12;
const MONTHS_A_QUARTER = 3;

function monthOf(quarterEnd: string): number {
  return Number(quarterEnd.slice(5, 7));
}

/** The last `count` quarter ends up to a quarter end, the latest first. */
export function quarterEndsBefore(quarterEnd: string, count: number): readonly string[] {
  const ends = ['12-31', '03-31', '06-30', '09-30'];
  const last = Number(quarterEnd.slice(0, 4)) * 4 + monthOf(quarterEnd) / MONTHS_A_QUARTER;
  return Array.from({ length: count }, (_, back) => {
    const quarter = last - back;
    const day = ends[quarter % 4] ?? '';
    return `${Math.floor((quarter - 1) / 4)}-${day}`;
  });
}

/**
 * Year to date; with an earlier report of the same year the months since it; with one of an earlier
 * year the year to date with the mean of both averages. RI counts from 1 January, RC-K is the
 * average of the quarter.
 */
export function incomePeriod(reader: ReportReader, before: CallReport | undefined): IncomePeriod {
  const { quarterEnd } = reader.report;
  const sameYear = before?.quarterEnd.slice(0, 4) === quarterEnd.slice(0, 4);
  const start = before !== undefined && sameYear ? monthOf(before.quarterEnd) : 0;
  const months = monthOf(quarterEnd) - start;
  const oneQuarter = months === MONTHS_A_QUARTER;
  return {
    months,
    quarterEnds: quarterEndsBefore(quarterEnd, months / MONTHS_A_QUARTER),
    flow: (name) => reader.amount(name) - (sameYear ? (before?.amount(name) ?? 0) : 0),
    average: (name) => {
      const now = reader.amount(name);
      const earlier = oneQuarter ? undefined : before?.amount(name);
      return earlier === undefined ? now : (now + earlier) / 2;
    },
  };
}

/** The highest rate a year that is believed: above, or below zero, the two items do not belong. */
const HIGHEST_RATE = 0.4;

/**
 * Rate a year of some flows over some averages; undefined when there is no average balance or the
 * ratio lies outside 0 to 40% (rule CALL-31).
 */
export function rateOver(
  { months, flow, average }: IncomePeriod,
  flows: readonly FieldName[],
  averages: readonly FieldName[],
): number | undefined {
  const earned = flows.reduce((sum, name) => sum + flow(name), 0);
  const balance = averages.reduce((sum, name) => sum + average(name), 0);
  return believable((earned * MONTHS_A_YEAR) / (months * balance));
}

export function believable(rate: number): number | undefined {
  return rate >= 0 && rate <= HIGHEST_RATE ? rate : undefined;
}

/**
 * How far the federal funds rate moved from its average of the period to the date; `lagQuarters`
 * earlier for both when what is priced was struck earlier (rule CALL-32). Issue
 * `call-report.policy-rate`: a quarter whose average the market does not hold.
 */
export function policyMove(
  market: CallReportMarket,
  { quarterEnds }: IncomePeriod,
  lagQuarters: number,
): Result<number> {
  const all = quarterEndsBefore(market.quarterEnd, quarterEnds.length + lagQuarters);
  const averages = all.map((end) => market.policyAverages.get(end));
  const known = averages.filter((rate) => rate !== undefined);
  if (known.length < all.length) {
    const missing = all.filter((end) => !market.policyAverages.has(end)).join(', ');
    const expected = 'the average federal funds rate of the quarter';
    return fail(issue('call-report.policy-rate', missing, expected, 'none'));
  }
  const mean = (rates: readonly number[]) =>
    rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const then = mean(known.slice(lagQuarters));
  const now =
    lagQuarters === 0 ? market.policyRate : mean(known.slice(lagQuarters - 1, lagQuarters + 1));
  return ok(now - then);
}
