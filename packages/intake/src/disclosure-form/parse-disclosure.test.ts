import { readFigures } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseDisclosure } from './parse-disclosure.js';
import { edited, issuesOf, SMALL } from './small-disclosure.test-fixture.js';
import { toFigures } from './to-figures.js';

const MARKS = 'amortised-cost + unrealised-gain + unrealised-loss';

describe('a form that is right', () => {
  it('DISC-1: YAML and JSON give the same, twelve facts and their identities', () => {
    const yaml = parseDisclosure(SMALL, 'yaml');
    const json = parseDisclosure(JSON.stringify(parse(SMALL), null, 2), 'json');
    expect(yaml).toEqual(json);
    if (!yaml.ok) throw new Error(JSON.stringify(yaml.issues));
    expect(yaml.value.facts.length).toBe(12);
    expect(yaml.value.identities.map(({ name }) => name)).toEqual([
      'balance sheet: securities-afs = securities available for sale, carrying-amount', // 30
      'balance sheet: assets = its parts', // 30 + 70 = 100
      'balance sheet: assets = liabilities + equity', // 90 + 10 = 100
      'balance sheet: liabilities = its parts', // 90
      'balance sheet: equity = its parts', // 10
      `securities available for sale: fair-value = ${MARKS}`, // 33 + 0 - 3 = 30
      'securities available for sale: carrying-amount = fair-value', // 30
    ]);
  });
});

describe('text that means harm', () => {
  const laughs = `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`;

  it.each<[string, string, RegExp]>([
    ['aliases that unfold without end', laughs + SMALL, /^alias line 2$/],
    ['a tag of a program', edited('Made up.', '!!js/function "f()"'), /^syntax line 8$/],
    ['a tag of its own', edited('Made up.', '!secret x'), /^syntax line 8$/],
    ['a prototype', `${SMALL}__proto__: { a: 1 }\n`, /^unknown-key line 38, \/__proto__$/],
    ['a prototype as document', edited('  report:', '  __proto__:'), /^unknown-key line 11, /],
    ['a prototype in a fact', edited('of: loans', '__proto__: {}'), /^unknown-key line 16, /],
    ['a merge key', edited('note: Made up.', '<<: {}\nnote: x'), /^unknown-key line 8, \/<<$/],
    ['a key twice', `${SMALL}note: x\n`, /^syntax line 38$/],
    ['two documents', `${SMALL}---\na: 1\n`, /^syntax /],
    ['lists in lists without end', '['.repeat(200_000), /^(depth|syntax) /],
    ['lists in lists, one a dash', '- '.repeat(200_000), /^(depth|type|syntax) /],
    ['nothing', '', /^fill-in line 1/],
    ['a number', '12', /^type line 1/],
  ])('DISC-11: %s', (_, text, wanted) => {
    expect(issuesOf(text)[0]).toMatch(wanted);
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });

  it('DISC-11: over 5 million characters nothing is read', () => {
    expect(issuesOf(`${SMALL}# ${'x'.repeat(5_000_000)}`)).toEqual(['length ']);
  });

  it.each([
    ['YAML', SMALL, 'syntax line 1'],
    ['a comment', '{\n"a": 1, // no\n"b": 2}', 'syntax line 2'],
    ['half a file', '{\n"a": 1', 'syntax line 2'],
  ])('DISC-11: %s is not JSON', (_, text, wanted) => {
    expect(issuesOf(text, 'json')[0]).toBe(wanted);
  });
});

describe('figures of a case', () => {
  it('DISC-12: USD thousand and billion become USD million, digits kept', () => {
    const thousand = SMALL.replaceAll('USD million', 'USD thousand');
    const billion = SMALL.replaceAll('USD million', 'USD billion')
      .replaceAll('value: 30,', 'value: 30.1,')
      .replaceAll('value: 33,', 'value: 33.1,')
      .replace('value: 100', 'value: 100.1')
      .replaceAll('value: 10,', 'value: 10.1,');
    const amountIn = (text: string, id: string): unknown => {
      const read = parseDisclosure(text, 'yaml');
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      const { value, unit } = toFigures(read.value).figures[id] ?? {};
      return [value, unit];
    };
    expect(amountIn(SMALL, 'a')).toEqual([100, 'USD million']);
    expect(amountIn(thousand, 'a')).toEqual([0.1, 'USD million']);
    expect(amountIn(billion, 'a1')).toEqual([30100, 'USD million']);
  });

  it('DISC-12: pass the door of every figure', () => {
    const read = parseDisclosure(SMALL, 'yaml');
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const { figures } = toFigures(read.value);
    const issues: Parameters<typeof readFigures>[2] = [];
    expect(readFigures(figures, '', issues)).toEqual(figures);
    expect(issues).toEqual([]);
  });
});
