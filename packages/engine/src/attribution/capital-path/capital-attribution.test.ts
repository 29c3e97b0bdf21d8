import { describe, expect, it } from 'vitest';
import { ALL } from '../../study/capital-parts.test-fixture.js';
import { exampleStudy, issueLines, valueOrThrow } from '../../study/example-study.test-fixture.js';
import {
  applyChange,
  baseRowValues,
  type Change,
  evaluate,
  measureOf,
  type Study,
} from '../../study/index.js';
import { type AttributionRequest, attribute } from '../attribute.js';
import type { ChangeGroup } from '../group.js';

const HEADER = { title: 'A change', rationale: 'because', sources: [], size: 1 } as const;
const group = (id: string, change: Change): ChangeGroup => ({
  id,
  title: `Group ${id}`,
  changes: [change],
});
const beta: Change = {
  ...HEADER,
  id: 'beta',
  kind: 'replace-assumption',
  edits: [{ model: 'ib', parameter: 'beta', value: 0.9 }],
};
const off: Change = { ...HEADER, id: 'off', kind: 'remove-hedge', hedgeId: 'swap-afs' };
const groups = [group('beta', beta), group('hedge', off)];
const from = exampleStudy(ALL);
const apply = (study: Study, change: Change) => applyChange(study, change, baseRowValues);

/** The request, and how often it had a Study evaluated. */
function counted(of: Partial<AttributionRequest> = {}) {
  let evaluations = 0;
  const request: AttributionRequest = {
    ...{ from, groups, apply, subsetsChecked: 2 },
    evaluate: (study) => {
      evaluations += 1;
      return evaluate(study);
    },
    ...of,
  };
  return { found: attribute(request), evaluations: () => evaluations };
}

const NAMED = { measures: [{ id: 'eve.change', scenario: '+200' }] };

describe('paths to capital of an attribution', () => {
  const plain = counted(NAMED);
  const asked = counted({ ...NAMED, capital: { scenario: '+200' } });
  const { capital, ...rest } = valueOrThrow(asked.found);

  it('ATTR-33: nothing more is evaluated, and the attribution is the same', () => {
    expect(asked.evaluations()).toBe(plain.evaluations());
    expect(rest).toEqual(valueOrThrow(plain.found));
    expect(rest.measures.map(({ measure }) => measure)).toEqual(['eve.change']);
  });

  it('ATTR-33: deposits, hedge and both as four evaluations give them', () => {
    const at = (...changes: Change[]): number => {
      const study = changes.reduce((before, change) => valueOrThrow(apply(before, change)), from);
      return measureOf(evaluate(study), 'capital.economic.e2', '+200');
    };
    const path = capital?.paths.find(({ line }) => line.id === 'capital.economic.e2');
    const [deposits, hedges, together] = path?.together.map(({ value }) => value) ?? [];
    expect(deposits).toBeCloseTo(at(beta) - at(), 9);
    expect(hedges).toBeCloseTo(at(off) - at(), 9);
    expect(together).toBeCloseTo(at(beta, off) - at(beta) - at(off) + at(), 9);
    expect(deposits).toBeLessThan(-1);
    expect(capital?.parties.map(({ id }) => id)).toEqual(['deposits', 'hedges']);
  });

  it('ATTR-33: with no scenario named, that in which EVE changes most', () => {
    const scenarios = from.scenarios.map(({ id }) => id);
    const sizes = scenarios.map((id) => {
      const both = valueOrThrow(apply(valueOrThrow(apply(from, beta)), off));
      const ends = [from, both].map((study) => measureOf(evaluate(study), 'eve.change', id));
      return Math.max(...ends.map(Math.abs));
    });
    const most = scenarios[sizes.indexOf(Math.max(...sizes))];
    expect(valueOrThrow(counted({ capital: {} }).found).capital?.scenario).toBe(most);
    expect(most).not.toBe('0');
  });

  it('ATTR-33: a line that lacks a measure is left out with the reason, the others stay', () => {
    const without = counted({
      ...NAMED,
      capital: { scenario: '+200' },
      evaluate: (study) => {
        const outcome = evaluate(study);
        const measures = outcome.measures.filter(({ id }) => id !== 'nii.12m');
        return { ...outcome, measures };
      },
    });
    const found = valueOrThrow(without.found).capital;
    expect(found?.refused.map(({ line, issue }) => [line.id, issue.path])).toEqual([
      ['capital.cet1.afterIncome', 'nii.12m[+200]'],
    ]);
    expect(found?.paths.length).toBe((capital?.paths.length ?? 0) - 1);
  });

  it('ATTR-33: a sample has no path to capital', () => {
    const sample = { permutations: 4, seed: 1 };
    const { found, evaluations } = counted({ ...NAMED, capital: {}, sample });
    expect(issueLines(found)).toEqual(['attribution.capital capital']);
    expect(evaluations()).toBe(0);
  });
});
