import { describe, expect, it } from 'vitest';
import { exampleStudy } from '../study/example-study.test-fixture.js';
import { evaluate } from '../study/index.js';
import { MEASURES, measureDefinition } from './index.js';

describe('registry of measures', () => {
  const study = exampleStudy();
  const { measures } = evaluate(study);

  it('EVAL-5: the Outcome of the example Study holds exactly the registered measures', () => {
    const found = [...new Set(measures.map(({ id }) => id))].sort();
    expect(found).toEqual(MEASURES.map(({ id }) => id).sort());
  });

  it('EVAL-5: every id is registered once, every value has its registered unit', () => {
    expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length);
    for (const { id, unit } of measures)
      expect([id, unit]).toEqual([id, measureDefinition(id).unit]);
  });

  it('EVAL-5: each measure stands once a scenario, or once at the date', () => {
    const everywhere = study.scenarios.map(({ id }) => id);
    for (const { id } of MEASURES) {
      const scenarios = measures.filter((each) => each.id === id).map((each) => each.scenario);
      const expected = scenarios.includes('') ? [''] : everywhere;
      expect([id, scenarios]).toEqual([id, expected]);
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
