import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Position, Result } from '@almfes/engine';
import { positionsFromBook } from '@almfes/engine';
import { type CallReport, FIELDS, type FieldName, type Institution } from '../call-report/index.js';
import type { BankStudy, CallReportMarket } from './bank-study.js';
import { parseQuarterEndMarkets } from './quarter-end-market.js';

export type Amounts = Readonly<Partial<Record<FieldName, number>>>;

/** A bank of one billion that stands in no list, at 2022-12-31, USD million. */
export const MADE_AMOUNTS: Amounts = {
  ...{ cashNoninterestBearing: 50, cashInterestBearing: 100, federalFundsSold: 20 },
  ...{ afsFairValue: 96, allDebtAfsFairValue: 96, allDebtAfsCost: 100 },
  ...{ treasuryAfsCost: 100, treasuryAfsFairValue: 96, otherDebt1To3Years: 96 },
  ...{ loansHeldForSale: 10, loansHeldForInvestment: 700, loanAllowance: 7.1, nonaccrual: 5 },
  ...{ premises: 11, otherAssets: 20.1, totalAssets: 1000, averageAssetsForLeverage: 980 },
  ...{ firstLienTo3Months: 10, firstLien3To12Months: 20, firstLien1To3Years: 30 },
  ...{ firstLien3To5Years: 40, firstLien5To15Years: 50, firstLienOver15Years: 100 },
  ...{ otherLoansTo3Months: 200, otherLoans3To12Months: 60, otherLoans1To3Years: 70 },
  ...{ otherLoans3To5Years: 80, otherLoans5To15Years: 30, otherLoansOver15Years: 15 },
  ...{ depositsDomestic: 830, depositsDomesticNoninterestBearing: 250 },
  ...{ depositsTransaction: 300, depositsMoneyMarket: 200, depositsOtherSavings: 150 },
  ...{ timeDepositsTo100k: 40, timeDeposits100kTo250k: 80, timeDepositsOver250k: 60 },
  ...{ smallTimeTo3Months: 30, smallTime3To12Months: 60, smallTime1To3Years: 20 },
  ...{ smallTimeOver3Years: 10, largeTimeTo3Months: 20, largeTime3To12Months: 30 },
  ...{ largeTime1To3Years: 10, largeTimeOver3Years: 0, depositsPreferred: 15 },
  ...{ otherBorrowedMoney: 60, advancesTo1Year: 40, otherBorrowings3To5Years: 20 },
  ...{ otherLiabilities: 10, totalLiabilities: 900, totalEquity: 100, bankEquity: 100 },
  ...{ preferredStock: 4, goodwill: 8, otherIntangibles: 2 },
  ...{ interestIncome: 47.0625, interestExpense: 4.2 },
  ...{ interestResidentialLoans: 10.5, averageLoansResidential: 262.5 },
  ...{ interestLoans: 34.5625, averageLoansDomestic: 700 },
  ...{ interestTreasuryAndAgency: 2, averageTreasuryAndAgency: 100 },
  ...{ expenseTransaction: 0.1, averageInterestTransaction: 50 },
  ...{ expenseSavings: 1.4, averageSavings: 350, expenseSmallTime: 0.9, averageSmallTime: 120 },
  ...{ expenseLargeTime: 0.6, averageLargeTime: 60 },
  ...{ expenseOtherBorrowedMoney: 1.2, averageOtherBorrowedMoney: 60 },
  ...{ cet1: 95, tier1: 99, tier2: 8, riskWeightedAssets: 700, aociOptOut: 1, filterAfs: -3.16 },
  ...{ communityBankLeverage: 0, subchapterS: 0, pledgedSecurities: 24 },
};

export interface MadeReport {
  readonly quarterEnd?: string;
  readonly form?: Institution['form'];
}

/** A Call Report with these amounts and no others; the first code of each field is the one read. */
export function madeReport(
  amounts: Amounts,
  { quarterEnd = '2022-12-31', form = '041' }: MadeReport = {},
): CallReport {
  return {
    institution: { idrssd: 1, name: 'Made Bank', city: 'Nowhere', state: 'XX', form },
    ...{ quarterEnd, fileName: 'made.zip' },
    amount: (name) => amounts[name],
    codeOf: (name) => (amounts[name] === undefined ? undefined : FIELDS[name].codes[0]),
  };
}

const DATA = fileURLToPath(
  new URL('../../../../library/data/quarter-end-market/', import.meta.url),
);

/** The file of the library, latest vintage. */
export function marketText(): string {
  const vintage = readdirSync(DATA).toSorted().at(-1);
  return readFileSync(`${DATA}${vintage}/quarter-end-market.csv`, 'utf8');
}

export function marketOf(quarterEnd: string): CallReportMarket {
  const found = valueOrThrow(parseQuarterEndMarkets(marketText())).get(quarterEnd);
  if (found === undefined) throw new Error(`no market of ${quarterEnd}`);
  return found;
}

export function valueOrThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('; '));
}

export function codesOf(result: Result<unknown>): string[] {
  return result.ok ? [] : result.issues.map(({ code }) => code);
}

/** A row of a bank's Study by id. */
export function rowOf({ study }: BankStudy, id: string): Position {
  const found = positionsFromBook(study.book).find((row) => row.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
}
