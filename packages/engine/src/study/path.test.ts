import { describe, expect, it } from 'vitest';
import { bookFromPositions } from '../balance-sheet/index.js';
import { monthlyDiscount } from '../market/index.js';
import { parZeroCurve, type Scenario } from '../scenario/index.js';
import { assumed, depositModel, exampleStudy, row } from './example-study.test-fixture.js';
import { evaluate, measureOf, type Study } from './index.js';

/** A flat par curve: semi-annual rate a year, the same at every tenor. */
const flat = (dateIso: string, rate: number) => ({
  dateIso,
  quotes: [1, 6, 12, 60, 360].map((tenorMonths) => ({ tenorMonths, rate })),
});

/** Discount factors of a flat curve by month, as the market room makes them. */
const discount = (rate: number) => monthlyDiscount(parZeroCurve(flat('2098-01-31', rate)), 360);

/** Its simple annual rate of the month that begins `ahead` months later. */
function oneMonth(rate: number, ahead: number): number {
  const factors = discount(rate);
  return 12 * ((factors[ahead] ?? 0) / (factors[ahead + 1] ?? 0) - 1);
}

/** Their sum over the first months. */
const sumOf = (rate: number, months: number): number =>
  Array.from({ length: months }, (_, ahead) => oneMonth(rate, ahead)).reduce((a, b) => a + b, 0);

const example = exampleStudy();
const [base] = example.scenarios.filter(({ id }) => id === '0');
if (base === undefined) throw new Error('no base');

function studyOn(rate: number, scenario: Scenario, edit: Partial<Study>): Study {
  const { dateIso: curveDate, quotes: parQuotes } = flat(example.market.curveDate, rate);
  const market = { ...example.market, curveDate, parQuotes };
  return { ...example, hedges: [], market, scenarios: [base as Scenario, scenario], ...edit };
}

const path = (...steps: readonly (readonly [month: number, rate: number])[]): Scenario => ({
  id: 'path',
  title: 'What came',
  kind: 'path',
  steps: steps.map(([month, rate]) => ({ month, curve: flat(`2099-${month}`, rate) })),
});

const floater = (edit = {}) =>
  row('f', 'loans', {
    ...{ notionalUsdMillion: 1200, floats: true, rate: oneMonth(0.02, 0) },
    ...{ firstPrincipalMonth: 300, maturityMonth: 300, ...edit },
  });

describe('curves seen one after the other', () => {
  it('SCEN-16: each month earns the rate of the last curve seen by its start', () => {
    // 2% to month 3, 4% in months 4 to 8 (seen at 3), 5% in the last four (seen at 8)
    const study = studyOn(0.02, path([3, 0.04], [8, 0.05]), {
      book: bookFromPositions([floater()]),
    });
    const outcome = evaluate(study, ['income']);
    const earned = 100 * (sumOf(0.02, 3) + sumOf(0.04, 5) + sumOf(0.05, 4));
    expect(measureOf(outcome, 'nii.12m', 'path')).toBeCloseTo(earned, 9);
    expect(measureOf(outcome, 'nii.12m', '0')).toBeCloseTo(100 * sumOf(0.02, 12), 9);
  });

  it('SCEN-16: a deposit with beta 0.5 and a lag of one month pays half of the mean rise', () => {
    // the month from 3 to 4 takes the mean of the old and the new rate
    const half = { ...depositModel('half'), beta: assumed(0.5), lagMonths: assumed(1, 'months') };
    const deposit = row('d', 'deposits', {
      ...{ notionalUsdMillion: 1200, principal: 'decay', behaviour: 'half', rate: 0.01 },
    });
    const study = studyOn(0.02, path([3, 0.04]), {
      book: bookFromPositions([deposit]),
      behaviour: { deposits: [half], prepayments: [] },
    });
    const seen = [0, 1, 2].map((t) => oneMonth(0.02, t));
    for (let t = 3; t < 12; t += 1) seen.push(oneMonth(0.04, t - 3));
    const now = oneMonth(0.02, 0);
    const rates = seen.map((rate, t) => 0.01 + (0.5 * (rate + (seen[t - 1] ?? now))) / 2 - now / 2);
    const paid = 100 * rates.reduce((a, b) => a + b, 0);
    expect(measureOf(evaluate(study, ['income']), 'nii.12m', 'path')).toBeCloseTo(-paid, 9);
  });

  it('SCEN-16: a floater without margin is worth par on the way', () => {
    const study = studyOn(0.02, path([1, 0.03], [2, 0.01], [14, 0.06]), {
      book: bookFromPositions([floater({ maturityMonth: 240, firstPrincipalMonth: 240 })]),
    });
    expect(measureOf(evaluate(study, ['value']), 'eve.value', 'path')).toBeCloseTo(1200, 8);
  });

  it('SCEN-16: a bond is discounted on the way, not at the last curve', () => {
    // one payment in month 12: five months at 2%, seven at 6%
    const bond = row('b', 'loans', {
      ...{ notionalUsdMillion: 1000, rate: 0, couponRate: 0 },
      ...{ firstPrincipalMonth: 12, maturityMonth: 12 },
    });
    const study = studyOn(0.02, path([5, 0.06]), { book: bookFromPositions([bond]) });
    const value = 1000 * (discount(0.02)[5] ?? 0) * (discount(0.06)[7] ?? 0);
    expect(measureOf(evaluate(study, ['value']), 'eve.value', 'path')).toBeCloseTo(value, 8);
  });

  it('SCEN-16: par rates of new business are those of the curve of the month', () => {
    // 1,200 repaid at the end of month 1 and placed for 2 years at the start of month 2
    const loan = row('l', 'loans', {
      ...{ notionalUsdMillion: 1200, rate: 0, couponRate: 0, reinvestTenorMonths: 24 },
      ...{ firstPrincipalMonth: 1, maturityMonth: 1 },
    });
    const study = studyOn(0.02, path([1, 0.05]), { book: bookFromPositions([loan]) });
    expect(measureOf(evaluate(study, ['income']), 'nii.12m', 'path')).toBeCloseTo(
      100 * 11 * 0.05,
      9,
    );
  });
});
