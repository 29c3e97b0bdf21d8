import { describe, expect, it } from 'vitest';
import { ALL_RULES } from './all-rules.js';
import { type ConformanceRule, conformanceVerdict } from './conformance-rule.js';
import { conformanceTable } from './conformance-table.js';
import { parseWorkedGrid } from './parse-worked-grid.js';

const needsShared = (rule: ConformanceRule): boolean => rule.rule.includes('needs ../shared');
const titled = (rules: readonly ConformanceRule[]): [string, ConformanceRule][] =>
  rules.map((rule) => [`${rule.paragraph}: ${rule.rule} (${rule.evidence})`, rule]);

describe('rules of supervisors, paragraph by paragraph', () => {
  it.each(titled(ALL_RULES.filter((rule) => !needsShared(rule))))('%s', (_, rule) => {
    expect(conformanceVerdict(rule)).toMatchObject({ verdict: 'conforms', differences: [] });
  });
});

const grid = titled(ALL_RULES.filter(needsShared));
describe.skipIf(parseWorkedGrid() === undefined)('numbers that need ../shared', () => {
  it.each(grid)('%s', (_, rule) => {
    const verdict = conformanceVerdict(rule);
    expect(verdict.differences).toEqual([]);
    expect(verdict.compared).toBe(2 * 5 * 6 * 19);
  });
});

describe('the pack itself', () => {
  const rule = (found: number | string | undefined, expected: number | string) => ({
    paragraph: 'A 1',
    rule: 'a rule',
    evidence: 'recalled' as const,
    rows: () => [{ what: 'x', found, expected }],
  });

  it.each([
    ['a number off by more than the tolerance', 1 + 1e-8, 1],
    ['a number that is none', Number.NaN, 1],
    ['nothing found', undefined, 1],
    ['another word', 'binding', 'benchmark'],
  ])('finds %s', (_, found, expected) => {
    expect(conformanceVerdict(rule(found, expected)).verdict).toBe('differs');
  });

  it('a rule that compares nothing differs, one without its file is not checked', () => {
    expect(conformanceVerdict({ ...rule(1, 1), rows: () => [] }).verdict).toBe('differs');
    const absent = conformanceVerdict({ ...rule(1, 1), rows: () => undefined });
    expect(absent.verdict).toBe('not checked');
  });

  it('prints paragraph, evidence, verdict and rule, differences below, counts last', () => {
    const lines = conformanceTable([rule(1, 1), rule(2, 1)].map(conformanceVerdict));
    expect(lines).toEqual([
      'paragraph  evidence  compared  verdict   rule',
      '---------  --------  --------  --------  ------',
      'A 1        recalled  1         conforms  a rule',
      'A 1        recalled  1         differs   a rule',
      '    x: 2, expected 1',
      '1 conform, 1 differ, 0 not checked (2 rest on memory)',
    ]);
  });
});
