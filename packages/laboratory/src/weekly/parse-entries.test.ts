import { describe, expect, it } from 'vitest';
import { parseEntries } from './parse-entries.js';

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

const messagesOf = (...texts: string[]): string[] => {
  const files = texts.map((text, index) => ({ name: `${index}.yaml`, text }));
  const found = parseEntries(files);
  return found.ok ? [] : found.issues.map(({ message }) => message);
};

describe('entries of the tracker', () => {
  it('an entry with every required key is read', () => {
    expect(messagesOf(GOOD)).toEqual([]);
  });

  it.each([
    ['no address', /^ {4}url: .*$/m, '', '/0/source/url: expected a value, got nothing'],
    ['a private address', 'https://doi.org/10.24149', 'https://localhost', 'a public https'],
    ['an unknown key', 'author:', 'writer:', '/0/writer'],
    ['a day that is none', '2023-10', '2023-13', 'YYYY, YYYY-MM or YYYY-MM-DD'],
    ['an id that is no slug', 'beta-rises', 'Beta_rises', 'small letters'],
    ['a process of no list', 'deposit-modelling', 'deposits', 'one of deposit-modelling'],
    ['a second hand unnamed', / {4}via: .*\n/, '', 'the page through which it was read'],
  ])('%s is refused with file and line', (_, from, to, wanted) => {
    const messages = messagesOf(GOOD.replace(from, to));
    expect(messages.join('\n')).toContain(wanted);
    expect(messages[0]).toMatch(/^0\.yaml line \d+, /);
  });

  it('the same claim of the same address is refused under another id, with its line', () => {
    const again = GOOD.replace('beta-rises-with-rates', 'another').replace('wp2315\n', 'wp2315/\n');
    expect(messagesOf(GOOD, again)).toEqual([
      '1.yaml line 9, /0/claim: expected another claim or another source, ' +
        'got the claim of beta-rises-with-rates',
    ]);
  });
});
