import { describe, expect, it } from 'vitest';
import { parseDisclosure } from './parse-disclosure.js';
import { edited, fact, issuesOf, SMALL } from './small-disclosure.test-fixture.js';

function expectBroken(text: string, wanted: readonly string[]): void {
  const found = issuesOf(text);
  expect(found.slice(0, wanted.length)).toEqual(wanted);
  expect(found.every((each) => each.startsWith('+'))).toBe(true);
}

describe('facts that do not hold', () => {
  it.each<[string, string, string[]]>([
    [
      'a fact of a day after its document',
      edited('2021-02-20', '2020-12-30'),
      Array.from(
        { length: 7 },
        (_, i) => `+known-before-as-of line ${15 + i}, /balanceSheet/${i}/asOf`,
      ),
    ],
  ])('DISC-8: %s', (_, text, wanted) => expectBroken(text, wanted));

  it.each<[string, string, string[]]>([
    [
      'a document after the decision',
      edited('decisionDate: 2021-03-01', 'decisionDate: 2021-02-19'),
      ['+known-after-decision line 15, /balanceSheet/0/document'],
    ],
    [
      'an input from memory',
      edited('confidence: seen', 'confidence: recalled'),
      ['+confidence line 15, /balanceSheet/0/confidence'],
    ],
  ])('DISC-9: %s', (_, text, wanted) => expectBroken(text, wanted));

  it.each<[string, string, string[]]>([
    [
      'assets 110, parts 100, and liabilities + equity 100',
      edited('value: 100', 'value: 110'),
      ['+identity line 17, /balanceSheet/2/value', '+identity line 17, /balanceSheet/2/value'],
    ],
    [
      'fair value 30 of cost 43 and loss -3',
      edited('value: 33', 'value: 43'),
      ['+identity line 26, /securitiesAfs/3/value'],
    ],
    [
      'AFS 30 in its section, 31 in the balance sheet',
      edited('value: 30,', 'value: 31,'),
      ['+identity line 15, /balanceSheet/0/value'],
    ],
  ])('DISC-10: %s', (_, text, wanted) => expectBroken(text, wanted));

  it('DISC-9: evidence may be later than the decision and from memory', () => {
    const late = SMALL.replaceAll('role: input', 'role: evidence')
      .replaceAll('confidence: seen', 'confidence: recalled')
      .replace('decisionDate: 2021-03-01', 'decisionDate: 2021-02-19');
    expect(issuesOf(late)).toEqual([]);
  });

  it('DISC-10: says the parts, what they make and what is too much', () => {
    const found = parseDisclosure(edited('value: 100', 'value: 110'), 'yaml');
    expect(found.ok ? [] : found.issues.map(({ expected, got }) => `${expected}; ${got}`)).toEqual([
      'balance sheet: assets = its parts: 100 = a1, a2; 110 (a), 10 too much',
      'balance sheet: assets = liabilities + equity: 100 = l, e; 110 (a), 10 too much',
    ]);
  });
});

describe('rounding of print', () => {
  const bank = (total: number): string => {
    const parts = [20, 25, 25].map((value, i) => fact(`l${i}x`, 'balance', value, `of: k${i}`));
    const rows = [...parts, fact('lt', 'balance', total)].join('\n');
    return edited('loans: []', `loans:\n${rows}`).replace('value: 70,', `value: ${total},`);
  };

  it.each([
    // Three parts and their total, each within half a million: 4 x 0.5 = 2.
    ['the same', 70, []],
    ['3 too much is no rounding', 73, ['+identity']],
  ])('DISC-10: %s', (_, total, codes) => {
    const found = issuesOf(bank(total)).filter((each) => each.includes('/loans/'));
    expect(found.map((each) => each.split(' ')[0])).toEqual(codes);
  });

  it('DISC-10: 2 too much may be rounding and is told as a difference', () => {
    const text = bank(72)
      .replace('value: 100', 'value: 102')
      .replace(
        'value: 10, unit: USD million, asOf: 2020-12-31',
        'value: 12, unit: USD million, asOf: 2020-12-31',
      )
      .replace(fact('e', 'equity', 10), fact('e', 'equity', 12));
    const read = parseDisclosure(text, 'yaml');
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const loans = read.value.identities.find(({ name }) => name === 'loans: balance = its parts');
    expect(loans).toMatchObject({ expected: 70, difference: 2, rounding: 2 });
  });

  it('DISC-10: printed decimals narrow it: 0.1 + 0.2 = 0.3, and not 0.5', () => {
    const rows = (total: number): string =>
      [
        fact('s1', 'short-term', 0.1, 'of: repo'),
        fact('s2', 'short-term', 0.2, 'of: fhlb'),
        fact('s', 'short-term', total),
      ].join('\n');
    const borrowed = (total: number) => edited('borrowings: []', `borrowings:\n${rows(total)}`);
    expect(issuesOf(borrowed(0.3))).toEqual([]);
    expect(issuesOf(borrowed(0.5))).toEqual(['+identity line 34, /borrowings/2/value']);
  });
});

describe('published sensitivities and ratios', () => {
  it.each([
    // (15000 - 20000) / 20000 = -25%; (13697 / 113628) = 12.054%.
    ['-25', '12.05', []],
    ['-20', '12.05', ['+identity line 43, /sensitivities/2/value']],
    ['-25', '12.15', ['+identity line 36, /capital/2/value']],
  ])('DISC-10: EVE change %s per cent, CET1 ratio %s per cent', (change, ratio, wanted) => {
    const percent = (row: string, value: string) =>
      row.replace('value: 0, unit: USD million', `value: ${value}, unit: percent`);
    const capital = [
      fact('c', 'cet1', 13697),
      fact('w', 'risk-weighted-assets', 113628),
      percent(fact('r', 'cet1-ratio', 0), ratio),
    ].join('\n');
    const eve = [
      fact('e0', 'eve', 20000, 'shockBp: 0'),
      fact('e200', 'eve', 15000, 'shockBp: 200'),
      percent(fact('c200', 'eve-change', 0, 'shockBp: 200'), change),
    ].join('\n');
    const text = edited('capital: []', `capital:\n${capital}`);
    expect(issuesOf(text.replace('sensitivities: []', `sensitivities:\n${eve}`))).toEqual(wanted);
  });
});
