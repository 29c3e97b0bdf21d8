import { describe, expect, it } from 'vitest';
import { parseEntries } from './parse-entries.js';
import { entryText } from './weekly.test-fixture.js';

const GOOD = `
- id: beta-rises-with-rates
  date: 2023-10
  author: Federal Reserve Bank of Dallas
  almProcess: deposit-modelling
  technique: constrained-model
  phase: G2
  evidenceGrade: B
  claim: The deposit beta of US banks rises with the level of the rate.
  source:
    title: Working paper 2315
    url: https://doi.org/10.24149/wp2315
    publisher: Federal Reserve Bank of Dallas
    read: seen-secondary
    via: https://www.dallasfed.org/research/papers/2023/wp2315
  whatItChanges: A constant beta understates the cost of deposits after a rise.
`;

const messagesOn = (today: number | undefined, ...texts: string[]): string[] => {
  const files = texts.map((text, index) => ({ name: `${index}.yaml`, text }));
  const found = parseEntries(files, today);
  return found.ok ? [] : found.issues.map(({ message }) => message);
};
const messagesOf = (...texts: string[]): string[] => messagesOn(undefined, ...texts);
/** A day as the engine counts them, by the clock of JavaScript. */
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

const RESULT = '{value: 1, unit: "%", note: "A note of twenty letters and more."}';
const source = (more: string): string =>
  `{title: T, url: "https://paper.example.org/x", publisher: P, ${more}}`;

describe('entries of the tracker', () => {
  it('WEEK-1: an entry with every required key is read', () => {
    expect(messagesOf(GOOD)).toEqual([]);
  });

  it.each([
    ['no address', /^ {4}url: .*$/m, '', '/0/source/url: expected a value, got nothing'],
    ['a private address', 'https://doi.org/10.24149', 'https://localhost', 'a public https'],
    ['http alone', 'https://doi.org', 'http://doi.org', 'a public https'],
    ['a script for an address', 'https://doi.org', 'javascript:alert', 'a public https'],
    ['an unknown key', 'author:', 'writer:', '/0/writer'],
    ['a day that is none', '2023-10', '2023-02-30', 'YYYY, YYYY-MM or YYYY-MM-DD'],
    ['a year before the computer', '2023-10', "'1066'", 'from 1950 on'],
    ['a tag in the author', 'Federal Reserve', '<b>Federal</b> Reserve', 'without HTML'],
    ['a script in the claim', 'The deposit', '<script>x</script> The deposit', 'without HTML'],
    ['a drawing in the change', 'A constant', '<svg onload=x> A constant', 'without HTML'],
    ['an id that is no slug', 'beta-rises', 'Beta_rises', 'small letters'],
    ['a mark that turns text', 'The deposit', '\u202EThe deposit', 'one can see, got U+202e'],
    [
      'an author of two lines',
      'Federal Reserve Bank of Dallas\n  alm',
      '"A\\nB"\n  alm',
      'one line',
    ],
    ['a bent quote in an address', '/10.24149/wp2315', '/10.24149/"wp2315', 'a public https'],
    ['a letter that no address has', '/10.24149/wp2315', '/10.24149/\u00FC', 'a public https'],
  ])('WEEK-1: %s is refused with file and line', (_, from, to, wanted) => {
    const messages = messagesOf(GOOD.replace(from, to));
    expect(messages.join('\n')).toContain(wanted);
    expect(messages[0]).toMatch(/^0\.yaml line \d+, /);
  });

  it.each([
    ['a process', 'deposit-modelling', 'deposits', 'one of deposit-modelling'],
    ['a technique', 'constrained-model', 'magic', 'one of constrained-model'],
    ['a phase', 'phase: G2', 'phase: G9', 'one of G0, G1, G2, G3, G4, G5, X, all'],
    ['a grade', 'evidenceGrade: B', 'evidenceGrade: F', 'one of A, B, C, D, E, R'],
  ])('WEEK-2, WEEK-3, WEEK-4, WEEK-5: %s of no list is refused', (_, from, to, wanted) => {
    expect(messagesOf(GOOD.replace(from, to)).join('\n')).toContain(wanted);
  });

  it.each([
    ['language-model', 'G3', 0],
    ['language-model', 'G4', 1],
    ['agent', 'G5', 1],
    ['agent', 'X', 0],
    ['constrained-model', 'G5', 0],
  ])(
    'WEEK-4: %s at %s gives %i issues: words stand at most at advice',
    (technique, phase, count) => {
      expect(messagesOf(entryText('one', { technique, phase }))).toHaveLength(count);
    },
  );

  it.each([
    ['a rule measures nothing', { evidenceGrade: 'R', measuredResult: RESULT }, 'grade R'],
    [
      'what is recalled carries no result',
      { measuredResult: RESULT, source: source('read: recalled') },
      'no result from a recalled source',
    ],
    [
      'a second hand is named',
      { source: source('read: seen-secondary') },
      'the page through which it was read',
    ],
    [
      'a first hand needs none',
      { source: source('read: seen, via: "https://page.example.org/"') },
      'only when secondary',
    ],
    [
      'a source is not younger than its reading',
      { source: source('read: seen, accessed: 2026-11-23') },
      'not after the day it was read',
    ],
  ])('WEEK-6: %s', (_, more, wanted) => {
    const messages = messagesOf(entryText('one', more));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(wanted);
  });

  it('WEEK-6: a source may be read on its own day', () => {
    const read = { source: source('read: seen, accessed: 2026-11-24') };
    expect(messagesOf(entryText('one', read))).toEqual([]);
  });

  it.each([
    ['claim', 1200],
    ['whatItChanges', 800],
  ])('WEEK-1: %s has at most %i letters', (key, most) => {
    const long = (letters: number) => entryText('one', { [key]: 'x'.repeat(letters) });
    expect(messagesOf(long(most))).toEqual([]);
    expect(messagesOf(long(most + 1)).join('\n')).toContain(`/0/${key}`);
  });

  it('WEEK-6: an abstract alone is a reading of its own, and its result stands', () => {
    const read = { source: source('read: seen-abstract'), measuredResult: RESULT };
    expect(messagesOf(entryText('one', read))).toEqual([]);
    expect(messagesOf(GOOD.replace('read: seen-secondary', 'read: skimmed')).join('\n')).toContain(
      'expected one of seen, seen-abstract, seen-secondary, recalled',
    );
  });

  it('WEEK-1: a slip of the pen is told once, by its line, not once a complaint', () => {
    const messages = messagesOf(entryText('one').replace('  author', '\tauthor'));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^0\.yaml line 3: expected JSON or YAML/);
  });

  it('WEEK-6: nothing is of tomorrow, nor read tomorrow, when the day is known', () => {
    const read = entryText('one', { source: source('read: seen, accessed: 2026-11-26') });
    expect(messagesOn(dayOf('2026-11-26'), read)).toEqual([]);
    expect(messagesOn(dayOf('2026-11-25'), read)).toEqual([
      '0.yaml line 10, /0/source/accessed: expected a day until today, 2026-11-25, got 2026-11-26',
    ]);
    expect(messagesOn(dayOf('2026-11-23'), entryText('one'))).toEqual([
      '0.yaml line 2, /0/date: expected a day until today, 2026-11-23, got 2026-11-24',
    ]);
    // A month that has begun is no future.
    expect(messagesOn(dayOf('2026-11-01'), entryText('one', { date: '2026-11' }))).toEqual([]);
  });

  it('WEEK-7: one claim of one address under two ids is refused, over files, with its line', () => {
    const again = GOOD.replace('beta-rises-with-rates', 'another')
      .replace('wp2315\n', 'wp2315/#abstract\n')
      .replace('The deposit beta', 'the  Deposit beta');
    expect(messagesOf(GOOD, again)).toEqual([
      '1.yaml line 9, /0/claim: expected another claim or another source, ' +
        'got the claim of beta-rises-with-rates',
    ]);
  });

  it('WEEK-7: the case of a host makes no other address, that of its path does', () => {
    const claim = 'One claim of twenty letters and more.';
    const at = (id: string, url: string) =>
      entryText(id, { claim, source: source('read: seen').replace(/"[^"]*"/, `"${url}"`) });
    const twice = at('one', 'https://a.org/x') + at('two', 'https://A.ORG/x/');
    expect(messagesOf(twice)).toHaveLength(1);
    expect(messagesOf(at('one', 'https://a.org/x') + at('two', 'https://a.org/X'))).toEqual([]);
  });

  it('WEEK-7: an id given twice is refused; another claim of the same address is not', () => {
    const other = entryText('one', { source: source('read: seen') });
    const second = entryText('two', { source: source('read: seen') });
    expect(messagesOf(other + second)).toEqual([]);
    expect(messagesOf(entryText('one'), entryText('one').replace('one,', 'two,'))).toEqual([
      '1.yaml line 1, /0/id: expected an id of its own, got one',
    ]);
  });

  it('the oldest source stands first, whatever its precision', () => {
    const dates = [
      ['c', '2026-03'],
      ['a', "'2025'"],
      ['b', '2026-02-28'],
    ];
    const texts = dates.map(([id = '', date = '']) => entryText(id, { date }));
    const found = parseEntries([{ name: 'x', text: texts.join('') }]);
    expect(found.ok && found.value.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});
