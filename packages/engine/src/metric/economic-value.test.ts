import { describe, expect, it } from 'vitest';
import { bookFromPositions } from '../balance-sheet/index.js';
import { exampleStudy, row } from '../study/example-study.test-fixture.js';
import { evaluate } from '../study/index.js';
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

  it('EVE-6: the buckets add up to the value and to the change, in every scenario', () => {
    const { measures } = evaluate(exampleStudy());
    for (const { id, value, byTenor } of measures) {
      if (id !== 'eve.value' && id !== 'eve.change') continue;
      const parts = Object.values(byTenor ?? {});
      expect(parts).toHaveLength(19);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(value, 8);
    }
  });

  it('EVE-6: a bullet of 100 in month 30 stands in the bucket of 2 to 3 years', () => {
    const bullet = row('b', 'loans', {
      rate: 0,
      couponRate: 0,
      firstPrincipalMonth: 30,
      maturityMonth: 30,
    });
    const study = { ...exampleStudy(), hedges: [], book: bookFromPositions([bullet]) };
    const { measures } = evaluate(study);
    const found = pick(measures, 'eve.value', '0');
    expect(found.byTenor?.['over 2 to 3 years']).toBeCloseTo(found.value, 10);
    const others = Object.entries(found.byTenor ?? {}).filter(([, value]) => value !== 0);
    expect(others.map(([label]) => label)).toEqual(['over 2 to 3 years']);
  });

  it('EVE-7: value is value with deposits at par plus the franchise: a split, not a sum', () => {
    const { measures } = evaluate(exampleStudy());
    for (const scenario of ['0', '+200']) {
      const at = (id: string) => pick(measures, id, scenario).value;
      expect(at('eve.value')).toBeCloseTo(at('eve.atPar.value') + at('franchise'), 9);
      expect(at('eve.change')).toBeCloseTo(at('eve.atPar.change') + at('franchise.change'), 9);
    }
  });

  it('EVE-7: deposits worth 85 for a balance of 100: 26 is 11 at par and 15 of franchise', () => {
    const decays = { principal: 'decay', behaviour: 'ib' } as const;
    const bank = handMade({
      positions: [row('bond', 'afs'), row('loan', 'loans'), row('free', 'deposits', decays)],
      swaps: [SWAP],
      scenarios: [{ id: '0', values: { bond: 60, loan: 50, free: 85 }, swaps: [1] }],
    });
    const measured = economicValueMeasures(bank);
    expect(pick(measured, 'eve.atPar.value', '0').value).toBe(11); // 60 + 50 - 100 + 1
  });
});
