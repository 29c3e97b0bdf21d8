import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { disclosureTemplate } from './disclosure-template.js';
import { parseDisclosure } from './parse-disclosure.js';

/** A bank for the template: every amount 0 but these, by label. */
const AMOUNTS: Readonly<Record<string, number>> = {
  'Cash and cash equivalents': 40,
  'Loans, amortised cost': 62,
  'Allowance for credit losses on loans (negative)': -2,
  'Total assets': 100, // 40 + 62 - 2
  'Noninterest-bearing demand': 90,
  'Total deposits': 90,
  'Total liabilities': 90,
  'Common stock, surplus and retained earnings': 10,
  'Total equity': 10, // 100 - 90
  Mortgages: 62,
  'Total loans': 62,
  'Fixed-rate loans': 62,
  CET1: 9,
  'Tier 1': 9,
  'Total capital': 9,
  'Risk-weighted assets': 60,
  'CET1 ratio': 15, // 9 / 60
  'Average assets for the leverage ratio': 90,
  'Leverage ratio': 10, // 9 / 90
};

const WORDS: Readonly<Record<string, string>> = {
  institution: 'Filled Bank (made up)',
  valuationDate: '2020-12-31',
  decisionDate: '2021-03-01',
  note: 'Filled by a test.',
  title: 'Annual report',
  knownFrom: '2021-02-20',
  url: 'https://www.example.org/',
  asOf: '2020-12-31',
  locator: 'p.1',
};

describe('the template', () => {
  const template = disclosureTemplate('filled-bank');

  it('DISC-13: fails with the line of every empty key, and nothing else', () => {
    const found = parseDisclosure(template, 'yaml');
    if (found.ok) throw new Error('an empty form was taken');
    const lines = template.split('\n');
    const empty = lines.flatMap((line, index) =>
      /^[\s-]*[a-zA-Z]+:( #.*)?$/.test(line) && !/^([a-zA-Z]+:| {2}annual-report:)$/.test(line)
        ? [index + 1]
        : [],
    );
    expect(found.issues.map(({ path }) => Number(/^line (\d+),/.exec(path)?.[1]))).toEqual(empty);
    expect(new Set(found.issues.map(({ code }) => code))).toEqual(new Set(['fill-in']));
    expect(empty.length).toBeGreaterThan(200);
  });

  it('DISC-13: passes once every place it names is filled', () => {
    const empty = parseDisclosure(template, 'yaml');
    const document = parseDocument(template);
    for (const { path } of empty.ok ? [] : empty.issues) {
      const steps = path.replace(/^line \d+, \//, '').split('/');
      const at = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      const label = String(document.getIn([...at.slice(0, -1), 'label']));
      document.setIn(at, WORDS[String(at.at(-1))] ?? AMOUNTS[label] ?? 0);
    }
    const filled = parseDisclosure(String(document), 'yaml');
    expect(filled.ok ? [] : filled.issues).toEqual([]);
    expect(filled.ok && filled.value.case).toBe('filled-bank');
  });

  it('DISC-13: says how, in lines that fit a screen', () => {
    expect(template).toContain('almfes disclosure check');
    expect(Math.max(...template.split('\n').map((line) => line.length))).toBeLessThan(101);
  });
});
