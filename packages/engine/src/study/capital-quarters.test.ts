import { describe, expect, it } from 'vitest';
import { bookFromPositions } from '../balance-sheet/index.js';
import { ALL } from './capital-parts.test-fixture.js';
import { capitalQuarters } from './capital-quarters.js';
import { EXAMPLE_POSITIONS, exampleStudy, valueOrThrow } from './example-study.test-fixture.js';
import { evaluate, measureOf } from './index.js';
import type { Study } from './study.js';

const STUDY = exampleStudy(ALL);

describe('capital of a Study, quarter by quarter', () => {
  it('CPATH-11: 95 of CET1, 10 and 5 on 600 and 1,000 at the date: every limit, and well', () => {
    const [first] = valueOrThrow(capitalQuarters(STUDY, '0'));
    const told = first?.verdicts.map(({ limit, ratio, headroom, verdict }) => ({
      ratio: limit.ratio,
      value: Number(ratio.toFixed(6)),
      headroom: Number(headroom.toFixed(6)),
      verdict,
    }));
    expect(told).toEqual([
      { ratio: 'cet1', value: 0.158333, headroom: 0.113333, verdict: 'met' },
      { ratio: 'tier1', value: 0.175, headroom: 0.115, verdict: 'met' },
      { ratio: 'total', value: 0.183333, headroom: 0.103333, verdict: 'met' },
      { ratio: 'leverage', value: 0.105, headroom: 0.065, verdict: 'met' },
    ]);
    expect(first?.category).toBe('well capitalised');
  });

  it('CPATH-11: a holding company has verdicts and no category', () => {
    const { capitalRegime } = ALL;
    if (capitalRegime === undefined) throw new Error('no regime');
    const held = exampleStudy({
      ...ALL,
      capitalRegime: { ...capitalRegime, level: 'holding-company' },
    });
    const [first] = valueOrThrow(capitalQuarters(held, '0'));
    expect([first?.category, first?.verdicts.length]).toEqual([null, 4]);
  });

  it('CPATH-10: the measures are read off the same quarters', () => {
    const outcome = evaluate(STUDY);
    const ratios = valueOrThrow(capitalQuarters(STUDY, '+200')).map(
      ({ point }) => point.cet1 / point.riskWeightedAssets,
    );
    expect(ratios).toHaveLength(13);
    const value = (id: string) => measureOf(outcome, `capital.path.cet1Ratio.${id}`, '+200');
    expect(value('min')).toBe(Math.min(...ratios));
    expect(value('end')).toBe(ratios[12]);
  });

  it('CPATH-12: a part that is missing is named', () => {
    const { capitalPlan: _, ...without } = ALL;
    expect(capitalQuarters(exampleStudy(without), '0')).toMatchObject({
      ok: false,
      issues: [{ code: 'measure.no-input', path: '/capitalPlan' }],
    });
  });
});

/** Every amount of a Study twice: terms and parameters whose name ends in USD million. */
function doubled<T>(part: T): T {
  const double = (value: unknown, name: string): unknown => {
    const amount = name.endsWith('UsdMillion');
    if (typeof value === 'number') return amount ? 2 * value : value;
    if (Array.isArray(value)) return value.map((each) => double(each, ''));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        amount && key === 'value' ? 2 * Number(each) : double(each, key),
      ]),
    );
  };
  return double(part, '') as T;
}

describe('size', () => {
  it('EVAL-8: twice every amount is twice every amount of capital, and the same ratios', () => {
    const { book: _, ...parts } = STUDY;
    const book = bookFromPositions(EXAMPLE_POSITIONS.map((each) => doubled(each)));
    const twice: Study = { ...doubled(parts), book };
    const ours = /^(capital|creditLoss|mortgageBanking)\./;
    const one = evaluate(STUDY).measures.filter(({ id }) => ours.test(id));
    const two = evaluate(twice).measures.filter(({ id }) => ours.test(id));
    expect(two.map(({ id }) => id)).toEqual(one.map(({ id }) => id));
    expect(one.length).toBeGreaterThan(80);
    one.forEach(({ id, value, unit }, at) => {
      const expected = unit === 'USD million' ? 2 * value : value;
      const found = two[at]?.value ?? Number.NaN;
      expect(Math.abs(found - expected), id).toBeLessThan(1e-10 * Math.max(1, Math.abs(expected)));
    });
  });
});
