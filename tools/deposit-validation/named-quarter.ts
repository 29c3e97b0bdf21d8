import { AVERAGE, EXPENSE } from './actual-year.js';
import { collectedAmounts } from './collected-amounts.js';
import { PAID_TYPES } from './predict-year.js';
import type { PredictedAndActual } from './score.js';
import { type BankYear, CHOSEN } from './year-of-banks.js';

/** Quarter ends of the year, and the one before. */
const QUARTER_ENDS = ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31'] as const;
const DATE = '2021-12-31';
const BEFORE = '2021-09-30';
const QUARTERS_A_YEAR = 4;

/** Cost of interest-bearing deposits and margin of one quarter, decimals a year. */
interface QuarterRates {
  readonly cost: number;
  readonly margin: number;
}

/** Change from the last quarter of 2021 to a quarter of 2022 of one bank. */
export interface NamedQuarter {
  readonly cost: PredictedAndActual;
  readonly margin: PredictedAndActual;
}

/** Year-to-date amounts of a quarter end less those of the quarter end before, over RC-K. */
function quarterRates(date: string, before: string): ReadonlyMap<number, QuarterRates> {
  const earlier = new Map(collectedAmounts(before).map((bank) => [bank.idrssd, bank]));
  const isFirst = date.endsWith('03-31');
  const found = new Map<number, QuarterRates>();
  for (const { idrssd, amount } of collectedAmounts(date)) {
    const last = earlier.get(idrssd);
    if (last === undefined) continue;
    const flow = (name: Parameters<typeof amount>[0]) =>
      QUARTERS_A_YEAR * (amount(name) - (isFirst ? 0 : last.amount(name)));
    const paid = PAID_TYPES.reduce((sum, type) => sum + flow(EXPENSE[type]), 0);
    const balance = PAID_TYPES.reduce((sum, type) => sum + amount(AVERAGE[type]), 0);
    if (!(balance > 0) || !(amount('averageTotalAssets') > 0)) continue;
    const margin = flow('netInterestIncome') / amount('averageTotalAssets');
    found.set(idrssd, { cost: paid / balance, margin });
  }
  return found;
}

/** Predicted and actual changes of the named banks, by quarter end of 2022. */
export function namedQuarters(
  banks: readonly BankYear[],
): ReadonlyMap<string, readonly NamedQuarter[]> {
  const start = quarterRates(DATE, BEFORE);
  const byBank = new Map(banks.map((bank) => [bank.report.institution.idrssd, bank]));
  return new Map(
    QUARTER_ENDS.map((date, quarter): [string, readonly NamedQuarter[]] => {
      const actual = quarterRates(date, QUARTER_ENDS[quarter - 1] ?? DATE);
      const found = [...actual].flatMap(([idrssd, rates]): readonly NamedQuarter[] => {
        const before = start.get(idrssd);
        const bank = byBank.get(idrssd);
        if (before === undefined || bank === undefined) return [];
        const predicted = predictedQuarter(bank, quarter);
        return [
          {
            cost: change(predicted.cost, rates.cost, before.cost),
            margin: change(predicted.margin, rates.margin, before.margin),
          },
        ];
      });
      return [date, found];
    }),
  );
}

const change = (predicted: number, actual: number, before: number): PredictedAndActual => ({
  predicted: predicted - before,
  actual: actual - before,
});

function predictedQuarter({ predicted }: BankYear, quarter: number): QuarterRates {
  const { paid, balance, netInterestIncome, assets } = predicted[CHOSEN].year;
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const interest = sum(PAID_TYPES.map((type) => paid[type][quarter] ?? 0));
  return {
    cost: (QUARTERS_A_YEAR * interest) / sum(Object.values(balance)),
    margin: (QUARTERS_A_YEAR * (netInterestIncome[quarter] ?? 0)) / assets,
  };
}
