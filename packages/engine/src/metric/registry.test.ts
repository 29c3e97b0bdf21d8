import { describe, expect, it } from 'vitest';
import { ALL_PARTS } from '../study/all-parts.test-fixture.js';
import { exampleStudy, valueOrThrow } from '../study/example-study.test-fixture.js';
import { evaluate, parseStudy } from '../study/index.js';
import { MEASURES, measureDefinition } from './index.js';
import { quotient } from './measure.js';
import { finite } from './measures.js';

describe('registry of measures', () => {
  const study = exampleStudy();
  const { measures, refused } = evaluate(study);
  const results = [...measures, ...refused];

  it('EVAL-5: an Outcome holds exactly the registered measures, or why it does not', () => {
    const found = [...new Set(results.map(({ id }) => id))].sort();
    expect(found).toEqual(MEASURES.map(({ id }) => id).sort());
  });

  it('EVAL-5: every id is registered once, every value has its registered unit', () => {
    expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length);
    for (const { id, unit } of measures) {
      expect([id, unit]).toEqual([id, measureDefinition(id).unit]);
    }
  });

  it('EVAL-5: each measure stands once a scenario, or once at the date', () => {
    const everywhere = study.scenarios.map(({ id }) => id);
    for (const { id } of MEASURES) {
      const scenarios = results.filter((each) => each.id === id).map((each) => each.scenario);
      const expected = scenarios.includes('') ? [''] : everywhere;
      expect([id, scenarios]).toEqual([id, expected]);
    }
  });

  it('EVAL-5: where a measure has its value is part of its definition', () => {
    const whole = evaluate(valueOrThrow(parseStudy(ALL_PARTS)));
    const found = new Set(whole.measures.map(({ id }) => id));
    expect(MEASURES.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([
      'capital.headroom.supplementaryLeverage', // the regime has no such limit
    ]);
    for (const { id, scenario } of whole.measures) {
      expect([id, scenario === '']).toEqual([id, measureDefinition(id).ofDate === true]);
    }
  });

  it('EVAL-6: what has no value is refused with the part that is missing', () => {
    for (const { id, issue } of refused) {
      expect([id, issue.code]).toEqual([
        id,
        expect.stringMatching(/^measure.no-(input|scenario)$/),
      ]);
      expect(issue.message).toMatch(/this part of the Study|prescribed scenario/);
    }
    expect(quotient({ id: 'x', scenario: '0' }, 3, { value: 4, what: 'equity' })).toMatchObject({
      value: 0.75,
      unit: 'ratio',
    });
    expect(quotient({ id: 'x', scenario: '0' }, 3, { value: 0, what: 'equity' })).toMatchObject({
      issue: { code: 'measure.no-ratio', expected: 'equity above zero', got: '0' },
    });
  });

  it('EVAL-6: a number that is none is refused, in a split as in the value', () => {
    const money = { id: 'x', scenario: '0', unit: 'USD million', value: 3 } as const;
    const split = { ...money, by: { cash: 1, loans: 2 }, parts: { base: 3 }, byTenor: {} };
    expect(finite(split)).toBe(split);
    for (const wild of [
      { ...money, value: Number.POSITIVE_INFINITY },
      { ...money, by: { cash: Number.NaN } },
      { ...money, byTenor: { '60m': Number.NaN } },
      { ...money, parts: { base: Number.NEGATIVE_INFINITY } },
    ]) {
      expect(finite(wild)).toMatchObject({ issue: { code: 'measure.not-finite' } });
    }
  });

  it('EVAL-5: every definition says what it is, and cites its rule', () => {
    for (const definition of MEASURES) {
      expect(
        Object.values(definition).every((text) => text !== ''),
        definition.id,
      ).toBe(true);
      expect(definition.source).toMatch(/[A-Z]+-\d/);
    }
    expect(() => measureDefinition('eve.valeu')).toThrow('no measure eve.valeu');
  });
});
