import { describe, expect, it } from 'vitest';
import { row } from '../study/example-study.test-fixture.js';
import { economicValueMeasures } from './economic-value.js';
import { handMade, pick } from './hand-made.test-fixture.js';

const SWAP = {
  id: 's',
  notionalUsdMillion: 10,
  fixedRate: 0.03,
  floatSpread: 0,
  startMonth: 0,
  maturityMonth: 12,
  model: 'undesignated',
  hedgedGroup: 'none',
} as const;

describe('economic value of equity', () => {
  const found = economicValueMeasures(
    handMade({
      positions: [row('bond', 'afs'), row('loan', 'loans'), row('free', 'deposits')],
      swaps: [SWAP],
      scenarios: [
        { id: '0', values: { bond: 60, loan: 50, free: 85 }, swaps: [1] },
        { id: '+100', values: { bond: 56, loan: 50, free: 82 }, swaps: [3] },
      ],
    }),
  );

  it('EVE-1: assets plus, liabilities minus, hedges as they are; the parts add up', () => {
    const base = pick(found, 'eve.value', '0');
    expect(base.value).toBe(26); // 60 + 50 - 85 + 1
    expect(base.by).toMatchObject({ afs: 60, loans: 50, deposits: -85, hedges: 1, htm: 0 });
    expect(pick(found, 'eve.value', '+100').value).toBe(27); // 56 + 50 - 82 + 3
  });

  it('EVE-5: scenario minus base by book, and as a share of base value', () => {
    const change = pick(found, 'eve.change', '+100');
    expect(change.value).toBe(1);
    expect(change.by).toMatchObject({ afs: -4, loans: 0, deposits: 3, hedges: 2 });
    expect(pick(found, 'eve.changeShare', '+100').value).toBe(1 / 26);
    expect(pick(found, 'eve.change', '0').value).toBe(0);
  });
});
