import { FIELD_NAMES, FIELDS, type FieldName } from '@almfes/intake';
import {
  fileName,
  porText,
  scheduleText,
  zipOf,
} from '../../../packages/intake/src/call-report/bulk-zip.test-fixture.js';
import { SCHEDULES } from '../../../packages/intake/src/call-report/field/field.js';

/** A bank of form 041 in a made bulk file: amounts in USD million, ratios as decimals. */
export interface FiledBank {
  readonly idrssd: number;
  readonly name: string;
  readonly city: string;
  readonly amounts: Partial<Record<FieldName, number>>;
}

/** Assets 1,000; liabilities 900; every total of the form adds up. */
export const SMALL_BANK: Partial<Record<FieldName, number>> = {
  ...{ cashNoninterestBearing: 20, cashInterestBearing: 80, htmNet: 100, afsFairValue: 150 },
  ...{ loansHeldForInvestment: 640, loanAllowance: 10, loansNet: 630, otherAssets: 20 },
  ...{ totalAssets: 1000, depositsDomestic: 850, depositsDomesticNoninterestBearing: 250 },
  ...{ depositsDomesticInterestBearing: 600, otherBorrowedMoney: 40, otherLiabilities: 10 },
  ...{ totalLiabilities: 900, accumulatedOci: -2, bankEquity: 100, totalEquity: 100 },
  ...{ agencyHtmCost: 100, agencyHtmFairValue: 98, allDebtHtmCost: 100, allDebtHtmFairValue: 98 },
  ...{ treasuryAfsCost: 152, treasuryAfsFairValue: 150, allDebtAfsCost: 152 },
  ...{ allDebtAfsFairValue: 150, otherDebt1To3Years: 150, otherDebt3To5Years: 100 },
  ...{ loansTotal: 640, firstLien3To12Months: 50, firstLien5To15Years: 150 },
  ...{ loansResidentialFirstLien: 200, loansCommercialIndustrial: 440 },
  ...{ otherLoansTo3Months: 240, otherLoans1To3Years: 100, otherLoans3To5Years: 100 },
  ...{ depositsTransaction: 300, depositsDemand: 250, depositsMoneyMarket: 250 },
  ...{ depositsOtherSavings: 100, timeDepositsTo100k: 80, timeDeposits100kTo250k: 70 },
  ...{ timeDepositsOver250k: 50, smallTimeTo3Months: 30, smallTime3To12Months: 70 },
  ...{ smallTime1To3Years: 40, smallTimeOver3Years: 10, largeTimeTo3Months: 10 },
  ...{ largeTime3To12Months: 25, largeTime1To3Years: 10, largeTimeOver3Years: 5 },
  ...{ averageTotalAssets: 990, averageCashInterestBearing: 80, averageTreasuryAndAgency: 250 },
  ...{ averageLoansDomestic: 640, averageLoansResidential: 200, averageInterestTransaction: 50 },
  ...{ averageSavings: 350, averageSmallTime: 150, averageLargeTime: 50 },
  ...{ averageOtherBorrowedMoney: 40, interestLoans: 27, interestResidentialLoans: 7 },
  ...{ interestTreasuryAndAgency: 4, interestDue: 0.1, interestIncome: 31.1 },
  ...{ expenseTransaction: 0.05, expenseSavings: 0.5, expenseSmallTime: 1, expenseLargeTime: 0.4 },
  ...{ expenseOtherBorrowedMoney: 0.4, interestExpense: 2.35, netInterestIncome: 28.75 },
  ...{ cet1: 95, tier1: 95, tier2: 8, totalCapital: 103, averageAssetsForLeverage: 990 },
  ...{ riskWeightedAssets: 650, cet1Ratio: 0.1462, aociOptOut: 1 },
  ...{ advancesTo1Year: 25, advances1To3Years: 15 },
};

const SERIES = /^(RCON|RIAD|RCOA)/;

function codeOf(name: FieldName): string {
  const { codes } = FIELDS[name];
  const code = codes.find((each) => SERIES.test(each)) ?? codes[0];
  if (code === undefined) throw new Error(`${name} has no code`);
  return code;
}

function cellOf(name: FieldName, value: number | undefined): string {
  if (value === undefined) return '';
  const { unit } = FIELDS[name];
  if (unit === 'ratio') return `${(100 * value).toFixed(4)}%`;
  return String(unit === 'amount' ? Math.round(1000 * value) : value);
}

/** A bulk zip of a quarter with these banks: the files that the reader needs, made by code. */
export function bulkZip(banks: readonly FiledBank[], date = '12312021'): Uint8Array {
  const filed = FIELD_NAMES.filter((name) => banks.some(({ amounts }) => name in amounts));
  const schedules = new Map<string, readonly FieldName[]>();
  for (const name of filed) {
    const label = SCHEDULES.find((each) => each.name === FIELDS[name].schedule)?.labels[0] ?? '';
    schedules.set(label, [...(schedules.get(label) ?? []), name]);
  }
  const files = Object.fromEntries(
    [...schedules].map(([label, names]) => [
      fileName(label, date),
      scheduleText(
        names.map(codeOf),
        banks.map(({ idrssd, amounts }) => [
          String(idrssd),
          ...names.map((name) => cellOf(name, amounts[name])),
        ]),
      ),
    ]),
  );
  const list = porText(
    banks.map(({ idrssd, name, city }) => [String(idrssd), name, city, 'TX', '041']),
  );
  return zipOf({ [fileName('POR', date)]: list, ...files });
}
