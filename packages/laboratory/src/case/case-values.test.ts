import { parseCase } from '@almfes/intake';
import { describe, expect, it } from 'vitest';
import { caseText, curvesText } from './case-files.test-fixture.js';
import { caseValues } from './case-values.js';

const json = (file: string) => JSON.parse(caseText('svb-2020', file));

function values() {
  const [figures, study, changes] = ['figures.json', 'study.json', 'changes.json'].map(json);
  const files = { slug: 'svb-2020', figures, study, changes, curves: curvesText(), sisters: [] };
  const found = parseCase(files);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return caseValues({ figures: figures.figures, case: found.value });
}

describe('values that the prose of a case may name', () => {
  const told = values();
  const codeOf = (found: ReturnType<typeof told>) => (found.ok ? '' : found.issues[0]?.code);

  it('PROSE-2: a measure, as CHANGELOG.md first published it', () => {
    const found = told({ kind: 'measure', id: 'eve.value', scenario: '0' });
    if (!found.ok || typeof found.value === 'string') throw new Error('no value');
    expect(Math.round(found.value.value)).toBe(10_966);
    expect(found.value.unit).toBe('USD million');
  });

  it('PROSE-2: what does not exist is an issue, never a number', () => {
    expect(codeOf(told({ kind: 'figure', id: 'toString' }))).toBe('unknown-figure');
    expect(codeOf(told({ kind: 'measure', id: 'eve', scenario: '' }))).toBe('unknown-measure');
    expect(codeOf(told({ kind: 'measure', id: 'eve.value', scenario: '' }))).toBe(
      'measure.unknown',
    );
    expect(codeOf(told({ kind: 'discipline', id: 'cost' }))).toBe('discipline');
  });

  it('PROSE-4: a recalled figure says so', () => {
    const passport = { label: 'A', unit: 'USD million', asOf: '2020', knownFrom: '2021-01-01' };
    const place = { document: 'D', locator: 'p. 1', url: 'https://www.example.org/' };
    const figure = { ...passport, ...place, value: 7, role: 'outcome', confidence: 'recalled' };
    const recalled = caseValues({
      figures: { a: { ...figure, role: 'outcome', confidence: 'recalled' } },
    });
    expect(recalled({ kind: 'figure', id: 'a' })).toEqual({
      ok: true,
      value: { value: 7, unit: 'USD million', note: 'recalled' },
    });
  });
});
