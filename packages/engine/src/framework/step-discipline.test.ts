import { describe, expect, it } from 'vitest';
import { ok } from '../foundation/index.js';
import { assetLongBank } from '../hedge/asset-long-bank.test-fixture.js';
import { valueOrThrow } from '../study/example-study.test-fixture.js';
import type { Study } from '../study/index.js';
import type { CaseInput } from './case-input.js';
import type { Step } from './case-result.js';
import {
  caseDiscipline,
  disciplineFindings,
  disciplineTable,
  withDiscipline,
} from './step-discipline.js';

const SCENARIOS = [0, -200, -100, 100, 200].map((shockBp): Study['scenarios'][number] => ({
  id: shockBp > 0 ? `+${shockBp}` : `${shockBp}`,
  title: `${shockBp} bp`,
  kind: 'parallel',
  shockBp,
  floorRate: null,
}));
const discipline: NonNullable<CaseInput['discipline']> = {
  ...{ title: 'Five-year swaps', rationale: 'an example', heldByBank: false },
  counterfactual: 'the same bank without swaps',
  changes: [
    {
      ...{ id: 'dealt', title: 'Dealt', rationale: '', sources: [], size: 1, kind: 'add-hedge' },
      swap: {
        ...{ id: 'five', notionalUsdMillion: 200, fixedRate: 0.012, floatSpread: 0 },
        ...{ startMonth: 0, maturityMonth: 60, model: 'undesignated', hedgedGroup: 'none' },
      },
    },
  ],
};
const input: CaseInput = {
  ...{ slug: 'example', study: assetLongBank({ scenarios: SCENARIOS }), discipline },
  ...{ fits: [], published: [], baseline: null, attribution: null, hedge: null, decision: null },
  ...{ failureScenarios: [], assumptionChange: null, claims: [], laterCurves: [] },
  ...{ assumptions: [], variants: [], sources: [], sisters: [] },
};
const empty = { findings: [], tables: [], pictures: [] };
const baseline: Step = { step: 0, id: 'baseline', title: 'Baseline', ...empty };
const hedge: Step = { step: 2, id: 'hedge', title: 'Hedges', ...empty };

describe('the discipline in the result of a case', () => {
  it('EFF-1: a case without one keeps its steps, to the same objects', () => {
    const steps = [baseline, hedge];
    expect(valueOrThrow(withDiscipline(steps, { ...input, discipline: null }))).toBe(steps);
  });

  it('EFF-5: told in step 2 where there is one, and in a step 2 of its own where not', () => {
    const within = valueOrThrow(withDiscipline([baseline, hedge], input));
    expect(within.map(({ id }) => id)).toEqual(['baseline', 'hedge']);
    expect(within[1]?.tables.map(({ id }) => id)).toEqual(['discipline']);
    const alone = valueOrThrow(withDiscipline([baseline], input));
    expect(alone.map(({ step, id }) => `${step} ${id}`)).toEqual(['0 baseline', '2 discipline']);
  });

  it('EFF-5, EFF-6: the three lines stand, and a missing outcome says why', () => {
    const found = caseDiscipline(input);
    if (found === null) throw new Error('no discipline');
    const told = valueOrThrow(found);
    const { rows, notes } = disciplineTable(discipline, told);
    const line = (title: string) => rows.find(([name]) => name === title);
    const { firstYearCarry, cost } = told.expected;
    expect(line('First-year carry')).toEqual(['First-year carry', firstYearCarry, null]);
    expect(line('Forward-expected cost')).toEqual(['Forward-expected cost', cost, null]);
    expect(line('Realised cost')).toEqual(['Realised cost', null, null]);
    expect(notes.at(-1)).toMatch(/^No outcome: .*24/);
  });

  it('EFF-2, EFF-7: capital that is taken away is told as taken, not as a negative kept', () => {
    const kept = { capitalKept: -30, cost: 5, ratio: null };
    const expected = { ...kept, scenario: '+200' };
    const more = { niiGivenUp: 5, bidOffer: 0, marginFunding: 0, e0With: 1, e0Without: 31 };
    const carry = { firstYearCarry: -5, forwardExpectedCost: 5 };
    const came = { ...kept, niiGivenUp: 5, worstDay: '2099-12-01', worstMonth: 12 };
    const told = { expected: { ...expected, ...more, ...carry }, realised: ok(came) };
    const sentences = disciplineFindings(discipline, told).map(({ text }) => text);
    expect(sentences[1]).toMatch(/it takes away 30(\.0)? million; .* costs 5/);
    expect(sentences[2]).toMatch(/it took away 30(\.0)? million/);
  });
});
