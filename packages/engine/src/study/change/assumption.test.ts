import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../apply-change.js';
import type { Change, ParameterEdit } from '../change.js';
import {
  exampleStudy,
  exampleValues,
  FIGURE,
  issueLines,
  SEED,
  valueOrThrow,
} from '../example-study.test-fixture.js';
import type { Study } from '../study.js';

const header = {
  id: 'own-beta',
  title: 'The bank’s own beta',
  rationale: '',
  sources: ['beta.2021', 'Form 10-K FY2021, p. 60'],
};

function edit(kind: 'replace-assumption' | 'break-assumption', size: number, value = 0.6): Change {
  return { ...header, size, kind, edits: [{ model: 'ib', parameter: 'beta', value }] };
}

const apply = (change: Change, study: Study = exampleStudy()) =>
  applyChange(study, change, exampleValues);

function beta(study: Study) {
  const model = study.behaviour.deposits.find(({ id }) => id === 'ib');
  if (model === undefined) throw new Error('no model ib');
  return model.beta;
}

describe('an edit of an assumption', () => {
  const shares: readonly [size: number, beta: number][] = [
    [0, 0.4],
    [0.25, 0.45],
    [0.5, 0.5],
    [1, 0.6],
    [2, 0.8],
  ];
  it.each(shares)('CHANGE-2: size %d moves a beta from 0.4 towards 0.6: %d', (size, expected) => {
    for (const kind of ['replace-assumption', 'break-assumption'] as const) {
      expect(beta(valueOrThrow(apply(edit(kind, size)))).value).toBeCloseTo(expected, 12);
    }
  });

  it('CHANGE-2: size 1 gives the edited value to the last bit', () => {
    const value = fc.double({ min: 0, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(value, (target) => {
        const after = valueOrThrow(apply(edit('break-assumption', 1, target)));
        expect(beta(after).value).toBe(target);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('CHANGE-2: the parameter says what it rests on now, and what it was', () => {
    const { basis, source, unit, note } = beta(valueOrThrow(apply(edit('break-assumption', 1))));
    expect({ basis, source, unit }).toEqual({ basis: 'assumed', source: [], unit: '' });
    expect(note).toContain('change own-beta');
    expect(note).toContain('beta.2021; Form 10-K FY2021, p. 60');
    expect(note).toContain('was 0.4');
  });

  it('CHANGE-2: several edits of deposits and prepayments apply together', () => {
    const edits: ParameterEdit[] = [
      { model: 'nib', parameter: 'averageLifeYears', value: 2 },
      { model: 'nib', parameter: 'migrationShare', value: 0.2 },
      { model: 'mbs', parameter: 'multiplier', value: 0.5 },
    ];
    const after = valueOrThrow(apply({ ...header, size: 0.5, kind: 'break-assumption', edits }));
    const [nib] = after.behaviour.deposits;
    expect(nib?.averageLifeYears.value).toBe(3.5);
    expect(nib?.migrationShare.value).toBe(0.1);
    expect(after.behaviour.prepayments[0]).toMatchObject({ multiplier: { value: 0.75 } });
    expect(after.behaviour.deposits[1]).toEqual(exampleStudy().behaviour.deposits[1]);
  });

  const refused: readonly [what: string, edits: ParameterEdit[], issues: string[]][] = [
    [
      'of an unknown model',
      [{ model: 'x', parameter: 'beta', value: 0.5 }],
      ['unknown-model /edits/0/model'],
    ],
    [
      'of a beta of a prepayment model',
      [{ model: 'mbs', parameter: 'beta', value: 0.5 }],
      ['unknown-model /edits/0/model'],
    ],
    [
      'to a beta above 1.5',
      [{ model: 'ib', parameter: 'beta', value: 1.6 }],
      ['range /edits/0/value'],
    ],
    [
      'to a life of 0',
      [{ model: 'ib', parameter: 'averageLifeYears', value: 0 }],
      ['range /edits/0/value'],
    ],
    [
      'to no number',
      [{ model: 'ib', parameter: 'beta', value: Number.NaN }],
      ['range /edits/0/value'],
    ],
    [
      'made twice',
      [
        { model: 'ib', parameter: 'beta', value: 0.5 },
        { model: 'ib', parameter: 'beta', value: 0.6 },
      ],
      ['duplicate-edit /edits/1'],
    ],
    [
      'that puts the least prepayment rate above the greatest',
      [{ model: 'mbs', parameter: 'minCpr', value: 0.5 }],
      ['order /edits'],
    ],
    [
      'and another, both wrong',
      [
        { model: 'x', parameter: 'beta', value: 0.5 },
        { model: 'ib', parameter: 'lagMonths', value: -1 },
      ],
      ['unknown-model /edits/0/model', 'range /edits/1/value'],
    ],
  ];
  it.each(refused)('CHANGE-2: an edit %s is refused', (_what, edits, issues) => {
    const change: Change = { ...header, size: 1, kind: 'replace-assumption', edits };
    expect(issueLines(apply(change))).toEqual(issues);
  });

  it('CHANGE-2: a replacement may not rest on what was known later, a failure may', () => {
    const figures = { 'beta.2021': { ...FIGURE, knownFrom: '2023-03-10' } };
    const study = exampleStudy({ figures });
    expect(issueLines(apply(edit('replace-assumption', 1), study))).toEqual([
      'known-after-decision /sources/0',
    ]);
    expect(apply(edit('break-assumption', 1), study).ok).toBe(true);
  });
});
