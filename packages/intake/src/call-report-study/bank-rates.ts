import { ok, type Result } from '@almfes/engine';
import type { CallReport } from '../call-report/index.js';
import type { AssumedValues } from './assumption/assumed-values.js';
import type { CallReportMarket } from './bank-study.js';
import {
  believable,
  type IncomePeriod,
  incomePeriod,
  policyMove,
  rateOver,
} from './income-period.js';
import type { ReportReader } from './report-reader.js';

/** Rates of the date by product, decimals a year (rules CALL-31 and CALL-32). */
export interface BankRates {
  /** Loans on houses, and all others, as earned on average in the period. */
  readonly firstLien: number;
  readonly otherLoans: number;
  /** What those that reprice within three months earn on the date. */
  readonly firstLienFloating: number;
  readonly otherLoansFloating: number;
  readonly transaction: number;
  readonly savings: number;
  readonly smallTime: number;
  readonly largeTime: number;
  readonly foreign: number;
  readonly shortBorrowings: number;
  readonly borrowings: number;
  readonly subordinatedDebt: number;
  /** Rows, by the start of their ids, for whose own income and balance a market rate stands. */
  readonly replaced: readonly string[];
}

/** Rows that a cost of RI is paid on. */
const PAID = {
  transaction: 'deposits-transaction',
  savings: 'deposits-savings',
  smallTime: 'deposits-time-small',
  largeTime: 'deposits-time-large',
  foreign: 'deposits-foreign',
} as const;

/** A time deposit was struck half its term ago: two quarters for one of a year. */
const TIME_LAG_QUARTERS = 2;

/** Where a bank's income gives no rate of its own, loans earn this over the two-year mean. */
const USUAL_LOAN_MARGIN = 0.03;

export interface RateTerms {
  readonly reader: ReportReader;
  readonly before: CallReport | undefined;
  readonly market: CallReportMarket;
  readonly assumed: AssumedValues;
}

/** Rates from a bank's own income and expense. Issue: `call-report.policy-rate`. */
export function bankRates({ reader, before, market, assumed }: RateTerms): Result<BankRates> {
  const period = incomePeriod(reader, before);
  const move = policyMove(market, period, 0);
  if (!move.ok) return move;
  const timeMove = policyMove(market, period, TIME_LAG_QUARTERS);
  if (!timeMove.ok) return timeMove;
  const replaced: string[] = [];
  const known = (product: string, rate: number | undefined, otherwise: number): number => {
    if (rate === undefined) replaced.push(product);
    return rate ?? otherwise;
  };
  const moved = (rate: number, beta: number, by: number) => Math.max(0, rate + beta * by);
  const usualLoans = market.twoYearMean + USUAL_LOAN_MARGIN;
  const firstLien = known('loans-first-lien', firstLienRate(period), usualLoans);
  const otherLoans = known('loans-other', otherLoanRate(period), usualLoans);
  const costs = depositCosts(period);
  const own = (product: keyof typeof costs) => known(PAID[product], costs[product], 0);
  const transactionBeta = assumed('transactionBeta').value;
  const timeBeta = assumed('timeBeta').value;
  const borrowings = known('borrowings', borrowingRate(period, reader), market.policyRate);
  return ok({
    firstLien,
    otherLoans,
    firstLienFloating: moved(firstLien, 1, move.value),
    otherLoansFloating: moved(otherLoans, 1, move.value),
    transaction: moved(own('transaction'), transactionBeta, move.value),
    savings: moved(own('savings'), assumed('savingsBeta').value, move.value),
    smallTime: moved(own('smallTime'), timeBeta, timeMove.value),
    largeTime: moved(own('largeTime'), timeBeta, timeMove.value),
    foreign: moved(own('foreign'), assumed('foreignBeta').value, move.value),
    shortBorrowings: moved(borrowings, 1, move.value),
    borrowings,
    subordinatedDebt: subordinatedRate(period, reader) ?? borrowings,
    replaced,
  });
}

function firstLienRate(period: IncomePeriod): number | undefined {
  return rateOver(period, ['interestResidentialLoans'], ['averageLoansResidential']);
}

/** All loans and leases less those on houses. */
function otherLoanRate(period: IncomePeriod): number | undefined {
  const { flow, average, months } = period;
  const earned = flow('interestLoans') + flow('interestLeases') - flow('interestResidentialLoans');
  const balance =
    average('averageLoansDomestic') +
    average('averageLoansForeign') +
    average('averageLeases') -
    average('averageLoansResidential');
  return believable((earned * 12) / (months * balance));
}

function depositCosts(period: IncomePeriod) {
  return {
    transaction: rateOver(period, ['expenseTransaction'], ['averageInterestTransaction']),
    savings: rateOver(period, ['expenseSavings'], ['averageSavings']),
    smallTime: rateOver(period, ['expenseSmallTime'], ['averageSmallTime']),
    largeTime: rateOver(period, ['expenseLargeTime'], ['averageLargeTime']),
    foreign: rateOver(period, ['expenseForeignDeposits'], ['averageForeignInterestBearing']),
  };
}

/** RC-K asks the short form for no average of borrowings: the balance of the date stands for it. */
function borrowingRate(period: IncomePeriod, reader: ReportReader): number | undefined {
  const average = period.average('averageOtherBorrowedMoney');
  const balance = average > 0 ? average : reader.amount('otherBorrowedMoney');
  return believable((period.flow('expenseOtherBorrowedMoney') * 12) / (period.months * balance));
}

function subordinatedRate(period: IncomePeriod, reader: ReportReader): number | undefined {
  const balance = reader.amount('subordinatedDebt');
  return believable((period.flow('expenseSubordinatedDebt') * 12) / (period.months * balance));
}
