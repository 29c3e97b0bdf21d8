import { evaluate } from '@almfes/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CENTRAL_ASSUMPTIONS } from './assumption/parse-assumption-choice.js';
import { callReportStudy } from './call-report-study.js';
import { type Amounts, MADE_AMOUNTS, madeReport, marketOf } from './made-bank.test-fixture.js';

const SEED = 20_261_128;
const MARKET = marketOf('2022-12-31');

/** Items whose sum is a side of the balance sheet; buckets need not add up to their items. */
const ASSETS = [
  ...(['cashNoninterestBearing', 'cashInterestBearing', 'federalFundsSold'] as const),
  ...(['loansHeldForSale', 'loansHeldForInvestment', 'premises', 'otherAssets'] as const),
] as const;
const LIABILITIES = ['depositsDomestic', 'otherBorrowedMoney', 'otherLiabilities'] as const;
const FREE = [
  ...(['firstLienTo3Months', 'firstLienOver15Years', 'otherLoansTo3Months'] as const),
  ...(['otherLoans1To3Years', 'nonaccrual', 'depositsDomesticNoninterestBearing'] as const),
  ...(['depositsTransaction', 'depositsMoneyMarket', 'smallTimeTo3Months'] as const),
  ...(['advancesTo1Year', 'interestLoans', 'averageLoansDomestic', 'expenseSavings'] as const),
  ...(['averageSavings', 'rateSwapsPayFixedNotional', 'pledgedSecurities'] as const),
] as const;

const amount = fc.integer({ min: 0, max: 400_000 }).map((thousands) => thousands / 1000);
const side = <K extends string>(names: readonly K[]) =>
  fc
    .tuple(...names.map(() => amount))
    .map((amounts) => Object.fromEntries(names.map((name, at) => [name, amounts[at] ?? 0])));
const sum = (amounts: Readonly<Record<string, number>>) =>
  Object.values(amounts).reduce((all, each) => all + each, 0);

describe('reconciliation of any amounts', () => {
  it(`CALL-21: closes, or the bank is refused; no measure is NaN (seed ${SEED})`, () => {
    let built = 0;
    let refused = 0;
    fc.assert(
      fc.property(side(ASSETS), side(LIABILITIES), side(FREE), (assets, liabilities, free) => {
        const totalAssets = sum(assets) + 96 - 7.1;
        const totalLiabilities = sum(liabilities);
        const totals = {
          totalAssets,
          totalLiabilities,
          totalEquity: totalAssets - totalLiabilities,
        };
        const amounts: Amounts = { ...MADE_AMOUNTS, ...free, ...assets, ...liabilities, ...totals };
        // half of the cases keep the buckets near their items, so that both ends are reached
        const near = free.nonaccrual !== undefined && free.nonaccrual > 200;
        const report = madeReport(near ? amounts : closed(amounts));
        const found = callReportStudy({ report, market: MARKET, assumptions: CENTRAL_ASSUMPTIONS });
        if (!found.ok) {
          refused += 1;
          expect(found.issues.every(({ message }) => message.length > 0)).toBe(true);
          return;
        }
        built += 1;
        const { study } = found.value;
        const { carryingUsdMillion, side: sign } = study.book;
        const total = (of: number) =>
          carryingUsdMillion.reduce((all, each, at) => (sign[at] === of ? all + each : all), 0);
        expect(total(1)).toBeCloseTo(totalAssets, 6);
        expect(total(-1)).toBeCloseTo(totalLiabilities, 6);
        const { measures } = evaluate(study, ['value', 'marks', 'liquidity']);
        expect(measures.every(({ value }) => Number.isFinite(value))).toBe(true);
      }),
      { seed: SEED, numRuns: 60 },
    );
    expect(Math.min(built, refused)).toBeGreaterThan(5);
  });
});

/** The same with buckets and types that add up to the items. */
function closed(amounts: Amounts): Amounts {
  const { loansHeldForSale = 0, loansHeldForInvestment = 0, depositsDomestic = 0 } = amounts;
  const gross = loansHeldForSale + loansHeldForInvestment;
  const none = Object.fromEntries(
    Object.keys(amounts)
      .filter((name) =>
        /^(firstLien|otherLoans|smallTime|largeTime|advances|otherBorrowings)/.test(name),
      )
      .map((name) => [name, 0]),
  );
  return {
    ...amounts,
    ...none,
    ...{ nonaccrual: 0, otherLoans1To3Years: 0.6 * gross, firstLienOver15Years: 0.4 * gross },
    ...{ depositsDomesticNoninterestBearing: 0.4 * depositsDomestic },
    ...{ depositsTransaction: 0.5 * depositsDomestic, depositsOtherSavings: 0 },
    ...{ depositsMoneyMarket: 0.5 * depositsDomestic },
    advancesTo1Year: amounts.otherBorrowedMoney ?? 0,
  };
}
