import {
  type BookSpreads,
  baseDiscount,
  fail,
  fairSwapRate,
  issue,
  ok,
  type ReplayQuarter,
  type ReplayReset,
  type Result,
  type Study,
  spreadsOf,
  withSpreads,
} from '@almfes/engine';
import type { CurveTable } from '../case/treasury-curve.js';
import type { CallReportQuarter } from './parse-call-report-quarters.js';
import type { MortgageRate } from './parse-mortgage-rates.js';
import { type QuarterTerms, quarterStudy } from './quarter-study.js';

export interface ReplaySources {
  readonly institution: string;
  readonly document: string;
  readonly url: string;
  readonly quarters: readonly CallReportQuarter[];
  readonly curves: CurveTable;
  readonly mortgageRates: ReadonlyMap<string, MortgageRate>;
  /** Average life of deposits without maturity, years: a judgement (BACKTEST-5). */
  readonly depositLifeYears: number;
}

/** The reports that a replay begins and goes on with: from the first day with a curve on. */
export function replayedReports(
  quarters: readonly CallReportQuarter[],
  curves: CurveTable,
): readonly CallReportQuarter[] {
  const first = [...curves.keys()].toSorted()[0] ?? '';
  return quarters.filter(({ date }) => date >= first);
}

/** Life of the bank's own swaps, whose notional alone is reported: a judgement. */
const OWN_SWAP_MONTHS = 60;

/**
 * The quarters of a replay from Call Reports and curves (BACKTEST-1 to BACKTEST-6). Issues:
 * `replay.curve` and `replay.mortgage` for a day without them, and those of the Studies.
 */
export function replayQuarters(sources: ReplaySources): Result<readonly ReplayQuarter[]> {
  const made: ReplayQuarter[] = [];
  for (const [index, quarter] of sources.quarters.entries()) {
    const last = index === sources.quarters.length - 1;
    const built = quarterOf(sources, quarter, index, last);
    if (!built.ok) return built;
    made.push(built.value);
  }
  return ok(made);
}

function quarterOf(
  sources: ReplaySources,
  quarter: CallReportQuarter,
  index: number,
  last: boolean,
): Result<ReplayQuarter> {
  const { quarters, curves } = sources;
  const before = quarters[index - 1];
  const markDay = lastCurveDay(curves, quarter.date);
  const terms = { quarter, before, date: quarter.date, curveDate: markDay };
  const plain = studyOf(sources, { ...terms, shareInCash: 0 });
  if (!plain.ok) return plain;
  const { afsFair = 0, htmFair = 0, afsCost = 0, htmCost = 0 } = quarter.amounts;
  const spreads = spreadsOf(plain.value, { afs: afsFair, htm: htmFair });
  if (!spreads.ok) return spreads;
  const start = costOf(quarters[0] ?? quarter);
  const shareInCash = Math.max(0, 1 - start / costOf(quarter));
  const short = studyOf(sources, { ...terms, shareInCash });
  if (!short.ok) return short;
  const decided = last ? ok(null) : decidedOf(sources, quarter, before, spreads.value);
  if (!decided.ok) return decided;
  const resets = before === undefined ? ok(null) : resetsOf(sources, before, quarter);
  if (!resets.ok) return resets;
  const { netInterestIncome = 0, securitiesIncome = 0 } = quarter.amounts;
  return ok({
    date: quarter.date,
    marked: withOwnSwaps(withSpreads(plain.value, spreads.value), quarter),
    markedCashShort: withOwnSwaps(withSpreads(short.value, spreads.value), quarter),
    decided: decided.value,
    resets: resets.value,
    netInterestIncome,
    securitiesIncome,
    securitiesCost: afsCost + htmCost,
  });
}

function costOf({ amounts }: CallReportQuarter): number {
  return (amounts.afsCost ?? 0) + (amounts.htmCost ?? 0);
}

/** The decision of a quarter: its report, on the day it was due, with that day's curve. */
function decidedOf(
  sources: ReplaySources,
  quarter: CallReportQuarter,
  before: CallReportQuarter | undefined,
  spreads: BookSpreads,
): Result<Study> {
  const date = quarter.knownFrom;
  const curveDate = lastCurveDay(sources.curves, date);
  const study = studyOf(sources, { quarter, before, date, curveDate, shareInCash: 0 });
  return study.ok ? ok(withOwnSwaps(withSpreads(study.value, spreads), quarter)) : study;
}

function studyOf(
  sources: ReplaySources,
  terms: Pick<QuarterTerms, 'quarter' | 'before' | 'date' | 'curveDate' | 'shareInCash'>,
): Result<Study> {
  const { institution, document, url, curves, mortgageRates, depositLifeYears } = sources;
  const parQuotes = curves.get(terms.curveDate);
  const mortgageRate = mortgageRates.get(terms.curveDate);
  if (parQuotes === undefined) {
    return fail(issue('replay.curve', terms.date, 'a par curve of the day or before', 'none'));
  }
  if (mortgageRate === undefined) {
    const expected = `a mortgage rate for ${terms.curveDate}`;
    return fail(issue('replay.mortgage', terms.date, expected, 'none'));
  }
  const own = { institution, document, url, parQuotes, mortgageRate, depositLifeYears };
  return quarterStudy({ ...own, ...terms });
}

/** Days without a market (a Saturday) take the curve before, at most four days old. */
function lastCurveDay(curves: CurveTable, date: string): string {
  const days = [...curves.keys()].filter((day) => day <= date).sort();
  const found = days.at(-1) ?? '';
  return daysBetween(found, date) <= 4 ? found : '';
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/**
 * The bank's own pay-fixed swaps: notional as reported, terms by judgement, at the fair rate. They
 * hedge AFS as far as it goes (CHANGE-5); what is beyond it is undesignated.
 */
function withOwnSwaps(study: Study, { amounts }: CallReportQuarter): Study {
  const { payFixedSwaps = 0, afsFair = 0 } = amounts;
  const ofAfs = Math.min(payFixedSwaps, afsFair);
  const terms = {
    fixedRate: fairSwapRate(baseDiscount(study), 0, OWN_SWAP_MONTHS),
    ...{ floatSpread: 0, startMonth: 0, maturityMonth: OWN_SWAP_MONTHS },
  };
  const swaps: Study['hedges'] = [
    {
      ...{ ...terms, id: 'own-pay-fixed', notionalUsdMillion: ofAfs },
      ...{ model: 'fair-value', hedgedGroup: 'afs' },
    },
    {
      ...{ ...terms, id: 'own-pay-fixed-beyond', notionalUsdMillion: payFixedSwaps - ofAfs },
      ...{ model: 'undesignated', hedgedGroup: 'none' },
    },
  ];
  const hedges = swaps.filter(({ notionalUsdMillion }) => notionalUsdMillion > 0);
  return hedges.length === 0 ? study : { ...study, hedges };
}

/** One-month rates set at the quarter's start, on the decision day in it, and a month later. */
function resetsOf(
  { curves }: ReplaySources,
  before: CallReportQuarter,
  quarter: CallReportQuarter,
): Result<readonly [ReplayReset, ReplayReset, ReplayReset]> {
  const middle = [...curves.keys()]
    .filter((day) => day > before.knownFrom && day < quarter.date)
    .sort();
  const third = middle.find((day) => daysBetween(before.knownFrom, day) >= 20) ?? '';
  const days = [
    lastCurveDay(curves, before.date),
    lastCurveDay(curves, before.knownFrom),
    third,
  ] as const;
  const rates = days.map((day) => curves.get(day)?.find(({ tenorMonths }) => tenorMonths === 1));
  const [first, second, last] = rates;
  if (first === undefined || second === undefined || last === undefined) {
    const expected = 'one-month rates at the start, the decision and a month later';
    return fail(issue('replay.curve', quarter.date, expected, days.join(', ')));
  }
  return ok([
    { date: before.date, rate: first.rate },
    { date: days[1], rate: second.rate },
    { date: days[2], rate: last.rate },
  ]);
}
