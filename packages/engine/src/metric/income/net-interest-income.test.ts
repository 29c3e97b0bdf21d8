import { describe, expect, it } from 'vitest';
import { row } from '../../study/example-study.test-fixture.js';
import { handMade, pick } from '../hand-made.test-fixture.js';
import { netInterestIncomeMeasures } from './net-interest-income.js';

/** 1 a month in year one, 2 a month in year two. */
const rising = Array.from({ length: 24 }, (_, t) => (t < 12 ? 1 : 2));
const half = Array.from({ length: 24 }, () => 0.5);

describe('net interest income', () => {
  const found = netInterestIncomeMeasures(
    handMade({
      positions: [row('loan', 'loans'), row('paid', 'deposits')],
      scenarios: [
        { id: '0', values: {}, incomes: { loan: rising, paid: half } },
        { id: '-100', values: {}, incomes: { loan: half, paid: half } },
      ],
    }),
  );

  it('NII-1: months 1 to 12 and 1 to 24, interest earned minus paid, by book', () => {
    expect(pick(found, 'nii.12m', '0').value).toBe(6); // 12 - 6
    expect(pick(found, 'nii.24m', '0').value).toBe(24); // 12 + 24 - 12
    expect(pick(found, 'nii.24m', '0').by).toMatchObject({ loans: 36, deposits: -12 });
  });

  it('NII-5: scenario minus base, by book', () => {
    expect(pick(found, 'nii.12m.change', '-100').value).toBe(-6); // (6 - 6) - 6
    expect(pick(found, 'nii.24m.change', '-100').by).toMatchObject({ loans: -24, deposits: 0 });
    expect(pick(found, 'nii.24m.change', '0').value).toBe(0);
  });

  it('NII-1, CF-8: receipts of swaps count in their months', () => {
    const input = handMade({
      positions: [],
      swaps: [
        {
          id: 's',
          notionalUsdMillion: 1,
          fixedRate: 0,
          floatSpread: 0,
          startMonth: 0,
          maturityMonth: 24,
          model: 'undesignated',
          hedgedGroup: 'none',
        },
      ],
      scenarios: [{ id: '0', values: {}, swaps: [0] }],
    });
    input.base.flows.hedgeCash.set(rising);
    const measured = netInterestIncomeMeasures(input);
    expect(pick(measured, 'nii.12m', '0').by).toMatchObject({ hedges: 12, loans: 0 });
    expect(pick(measured, 'nii.24m', '0').value).toBe(36);
  });
});
