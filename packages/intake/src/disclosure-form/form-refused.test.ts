import { describe, expect, it } from 'vitest';
import { publicAddress } from './public-address.js';
import { edited, fact, issuesOf, without } from './small-disclosure.test-fixture.js';

/** One issue of the form is found, and none of facts that do not hold. */
function expectRefused(text: string, wanted: string): void {
  const found = issuesOf(text);
  expect(found).toContain(wanted);
  expect(found.filter((each) => each.startsWith('+'))).toEqual([]);
}

describe('a form that cannot be read', () => {
  it.each<[string, string, string]>([
    ['an unknown key', edited('currency: USD', 'curency: USD'), 'unknown-key line 6, /curency'],
    ['a missing key', without('note: Made up.'), 'missing line 1, /note'],
    ['a missing section', without('loans: []'), 'missing line 1, /loans'],
    ['another schema', edited('disclosure/1', 'disclosure/2'), 'enum line 1, /schema'],
    ['another currency', edited('y: USD', 'y: EUR'), 'enum line 6, /currency'],
    ['a key left empty', edited('note: Made up.', 'note:'), 'fill-in line 8, /note'],
    ['no list', edited('loans: []', 'loans: {}'), 'type line 29, /loans'],
  ])('DISC-1: %s', (_, text, wanted) => expectRefused(text, wanted));

  it.each<[string, string, string]>([
    [
      'an unknown item',
      edited('assets, of: loans', 'asets, of: loans'),
      'enum line 16, /balanceSheet/1/item',
    ],
    ['a word for the total', edited('of: loans', 'of: Total'), 'total line 16, /balanceSheet/1/of'],
  ])('DISC-2: %s', (_, text, wanted) => expectRefused(text, wanted));

  it.each<[string, string, string]>([
    [
      'an unknown key of a fact',
      edited('of: loans', 'off: loans'),
      'unknown-key line 16, /balanceSheet/1/off',
    ],
    [
      'an unknown confidence',
      edited('confidence: seen', 'confidence: sure'),
      'enum line 15, /balanceSheet/0/confidence',
    ],
    ['no locator', edited('locator: p.1, ', ''), 'missing line 15, /balanceSheet/0/locator'],
    [
      'an empty locator',
      edited('locator: p.1', "locator: ''"),
      'length line 15, /balanceSheet/0/locator',
    ],
    ['no document', edited('document: report, ', ''), 'missing line 15, /balanceSheet/0/document'],
    [
      'an unknown document',
      edited('document: report', 'document: press'),
      'document line 15, /balanceSheet/0/document',
    ],
    [
      'an inherited name as document',
      edited('document: report', 'document: constructor'),
      'document line 15, /balanceSheet/0/document',
    ],
  ])('DISC-3: %s', (_, text, wanted) => expectRefused(text, wanted));

  it.each<[string, string, string]>([
    ['a value as text', edited('value: 70', "value: '70'"), 'type line 16, /balanceSheet/1/value'],
    [
      'a value with separators',
      edited('value: 70', 'value: 70_000'),
      'type line 16, /balanceSheet/1/value',
    ],
    [
      'a value without end',
      edited('value: 70', 'value: .inf'),
      'not-finite line 16, /balanceSheet/1/value',
    ],
    ['an empty value', edited('value: 70', 'value: '), 'fill-in line 16, /balanceSheet/1/value'],
    [
      'an unknown unit',
      edited('value: 70, unit: USD million', 'value: 70, unit: EUR'),
      'unit line 16, /balanceSheet/1/unit',
    ],
    [
      'another unit of money',
      edited('value: 70, unit: USD million', 'value: 70, unit: USD thousand'),
      'unit line 16, /balanceSheet/1/unit',
    ],
    [
      'per cent that adds up',
      edited('value: 70, unit: USD million', 'value: 70, unit: percent'),
      'unit line 16, /balanceSheet/1/unit',
    ],
    [
      'a shock of a loan',
      edited('of: loans', 'of: loans, shockBp: 100'),
      'unknown-key line 16, /balanceSheet/1/shockBp',
    ],
    [
      'a change without its shock',
      edited('sensitivities: []', `sensitivities:\n${fact('s', 'eve-change', -1)}`),
      'missing line 38, /sensitivities/0/shockBp',
    ],
  ])('DISC-4: %s', (_, text, wanted) => expectRefused(text, wanted));

  it.each<[string, string, string]>([
    [
      'an address of this machine',
      edited('https://www.example.org/', 'http://localhost/'),
      'address line 13, /documents/report/url',
    ],
    [
      'a document without a day',
      without('    knownFrom: 2021-02-20'),
      'missing line 11, /documents/report/knownFrom',
    ],
    [
      'a day that does not exist',
      edited('2021-02-20', '2021-02-30'),
      'date.none line 12, /documents/report/knownFrom',
    ],
  ])('DISC-5: %s', (_, text, wanted) => expectRefused(text, wanted));

  it.each<[string, string, string]>([
    ['an id twice', edited('id: a2', 'id: a1'), 'duplicate-id line 16, /balanceSheet/1/id'],
    [
      'a fact twice',
      edited('of: loans', 'of: securities-afs'),
      'duplicate-fact line 16, /balanceSheet/1',
    ],
  ])('DISC-6: %s', (_, text, wanted) => expectRefused(text, wanted));

  it.each<[string, string, string]>([
    ['no total', without(fact('e', 'equity', 10)), 'missing line 15, /balanceSheet'],
    [
      'valued after the decision',
      edited('decisionDate: 2021-03-01', 'decisionDate: 2020-12-30'),
      'date-order line 4, /valuationDate',
    ],
  ])('DISC-7: %s', (_, text, wanted) => expectRefused(text, wanted));

  it('DISC-1: tells all that is wrong at once', () => {
    const text = edited('note: Made up.', 'note:').replace('value: 70', "value: '70'");
    expect(issuesOf(text)).toEqual([
      'fill-in line 8, /note',
      'type line 16, /balanceSheet/1/value',
    ]);
  });
});

describe('an address that any reader can open', () => {
  it.each([
    ['https://www.sec.gov/Archives/edgar/data/719739/x.htm', true],
    ['https://www.example.org', true],
    ['https://example.org:8443/a?b=c#d', true],
    ["https://example.org/a-b_(c)~d;e=1,2!*'$@+%C3%BC/[f]?g&h:i", true],
    ['https://example.org/"a', false],
    ['https://example.org/<a>', false],
    ['https://example.org/a\\b', false],
    ['https://example.org/`a`', false],
    ['https://example.org/{a}', false],
    ['https://example.org/a|b^c', false],
    ['https://example.org/\u00FC', false],
    ['https://example.org/\u202Ea', false],
    ['http://www.sec.gov/', false],
    ['file:///etc/passwd', false],
    ['https://localhost/a', false],
    ['https://LOCALHOST:8080/a', false],
    ['https://intranet/a', false],
    ['https://bank.local/a', false],
    ['https://bank.internal/a', false],
    ['https://10.0.0.1/a', false],
    ['https://192.168.1.1/a', false],
    ['https://127.0.0.1/a', false],
    ['https://2130706433/a', false],
    ['https://0x7f.1/a', false],
    ['https://[::1]/a', false],
    ['https://user@example.org/a', false],
    ['https://example.org.localhost/', false],
    ['https://example.org /a', false],
    ['javascript:alert(1)', false],
    ['https://', false],
  ])('DISC-5: %s: %s', (text, wanted) => {
    const issues: Parameters<typeof publicAddress>[2] = [];
    expect(publicAddress(text, '/url', issues) !== undefined).toBe(wanted);
    expect(issues.length).toBe(wanted ? 0 : 1);
  });
});
