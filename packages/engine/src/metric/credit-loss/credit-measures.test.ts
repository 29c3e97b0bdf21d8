import { describe, expect, it } from 'vitest';
import { assumed, row } from '../../study/example-study.test-fixture.js';
import { handMade, pick } from '../hand-made.test-fixture.js';
import { isRefused } from '../measure.js';
import { creditLossMeasures } from './credit-measures.js';
import type { CreditLoss, LoanSegment } from './segment.js';
import { creditRates } from './segment-balances.js';

const segment = (product: string, rate: number): LoanSegment => ({
  id: product,
  product,
  lifetimeLossRate: assumed(rate),
  chargeOffRate: assumed(0.004),
  rateSensitivity: assumed(0),
  property: null,
});

const FIRMS = segment('firms', 0.01);
const HOMES = segment('homes', 0.002);

function found(creditLoss: CreditLoss | undefined) {
  const input = handMade({
    positions: [
      row('a', 'loans', { product: 'firms', carryingUsdMillion: 600 }),
      row('b', 'loans', { product: 'firms', carryingUsdMillion: 400 }),
      row('c', 'loans', { product: 'homes', carryingUsdMillion: 500 }),
      row('d', 'afs', { product: 'firms', accountingClass: 'available-for-sale' }),
    ],
    scenarios: [{ id: '0', values: {} }],
  });
  return creditLossMeasures({ ...input, blocks: creditLoss === undefined ? {} : { creditLoss } });
}

describe('measures of credit losses', () => {
  it('CREDIT-1, CREDIT-7: 1,000 x 1 % + 500 x 0.2 % = 11, the accounts hold 9', () => {
    const all = found({ segments: [FIRMS, HOMES], reportedAllowanceUsdMillion: assumed(9) });
    expect(pick(all, 'creditLoss.allowance').value).toBeCloseTo(11, 12);
    expect(pick(all, 'creditLoss.allowance.difference').value).toBeCloseTo(2, 12);
    expect(pick(all, 'creditLoss.allowance.12m', '0').value).toBeCloseTo(11, 12);
    expect(pick(all, 'creditLoss.expected.12m', '0').value).toBeCloseTo(11, 12);
    expect(pick(all, 'creditLoss.collateral.12m', '0').value).toBe(0);
    expect(pick(all, 'creditLoss.refinancing.12m', '0').value).toBe(0);
    // nothing moves: provisions are the charge-offs, 1,500 x 0.4 % a year
    expect(pick(all, 'creditLoss.provision.12m', '0').value).toBeCloseTo(6, 12);
    expect(pick(all, 'creditLoss.provision.24m', '0').value).toBeCloseTo(12, 12);
  });

  it('CREDIT-7: an allowance that is not known gives no difference', () => {
    const all = found({ segments: [FIRMS, HOMES], reportedAllowanceUsdMillion: null });
    const difference = all.find(({ id }) => id === 'creditLoss.allowance.difference');
    expect(difference).toMatchObject({
      issue: { code: 'measure.no-input', path: '/creditLoss/reportedAllowanceUsdMillion' },
    });
  });

  it('CREDIT-6: a loan without a segment is named; without the part all is refused', () => {
    const all = found({ segments: [FIRMS], reportedAllowanceUsdMillion: null });
    expect(all.every(isRefused)).toBe(true);
    expect(all[0]).toMatchObject({
      issue: { expected: 'a segment of product "homes" (position c)' },
    });
    expect(found(undefined).every(isRefused)).toBe(true);
  });

  it('CREDIT-5: the rates of a quarter are those at its end: months 3, 6, …', () => {
    const { program, base } = handMade({
      positions: [row('a', 'loans')],
      scenarios: [{ id: '0', values: {} }],
    });
    // one-month rate t basis points in month t, ten-year rate twice that
    const month = (_: unknown, t: number) => t / 10_000;
    const oneMonth = Float64Array.from({ length: 60 }, month);
    const rates = { ...base.rates, oneMonth, parPath: () => oneMonth.map((rate) => 2 * rate) };
    const found = creditRates({ program, base }, { ...base, rates }, 2);
    expect(found.map((each) => each.oneMonth)).toEqual([0.0003, 0.0006]);
    expect(found.map((each) => each.tenYear)).toEqual([0.0006, 0.0012]);
    expect(found[0]?.tenYearNow).toBe(base.rates.parPath(120)[0]);
    expect(found[0]?.oneMonthNow).toBe(program.oneMonthRateNow);
  });
});
