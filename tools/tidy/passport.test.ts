import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findingsOf } from './example-house.test-fixture.js';
import { passport } from './passport.js';

const FOLDER = 'library/data/treasury/2022-12-30';
const DATA = `${FOLDER}/par.csv`;
const PASS = `${FOLDER}/par.passport.json`;
const csv = 'tenor,rate\n1Y,4.73\n';
const whole = {
  source: 'US Treasury',
  document: 'Daily par yields',
  url: 'https://home.treasury.gov',
  retrieved: '2026-01-05',
  licence: 'public domain',
  sha256: createHash('sha256').update(csv).digest('hex'),
  knownFrom: '2022-12-30',
  fields: { tenor: 'maturity', rate: { unit: '%', meaning: 'par yield' } },
};

describe('a data file has its passport', () => {
  const told = (change: object, data = csv) =>
    findingsOf(passport, { [DATA]: data, [PASS]: JSON.stringify({ ...whole, ...change }) });

  it('is content with a whole one', () => {
    expect(told({})).toEqual([]);
    expect(told({ knownFrom: 'column rate' })).toEqual([]);
  });

  it('finds a file without one, and one without a file', () => {
    expect(findingsOf(passport, { [DATA]: csv })[0]).toContain(`no passport: write ${PASS}`);
    expect(findingsOf(passport, { [PASS]: '{}' })).toEqual([`${PASS}:0: passport of no file`]);
    expect(findingsOf(passport, { 'packages/report/src/a.csv': csv })[0]).toContain('no passport');
  });

  it.each([
    ['no source', { source: '' }, 'source is missing'],
    ['no licence', { licence: undefined }, 'licence is missing'],
    ['no date of retrieval', { retrieved: 'today' }, 'retrieved is no ISO date'],
    ['no date of knowledge', { knownFrom: 'later' }, 'knownFrom is no ISO date'],
    ['no fields', { fields: undefined }, 'fields is missing'],
    ['a field without unit', { fields: { tenor: 'a', rate: { meaning: 'b' } } }, 'no meaning'],
    ['an unexplained column', { fields: { tenor: 'maturity' } }, 'column rate is not explained'],
    ['another hash', { sha256: 'abc' }, 'sha256 of par.csv is'],
  ])('finds %s', (_, change, expected) => {
    const found = told(change);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it('finds a file changed after its passport was written', () => {
    expect(told({}, csv.replace('4.73', '4.74'))[0]).toContain('sha256');
  });
});

describe('what a contribution holds is checked by its own rules', () => {
  it('its form and its history need no passport file', () => {
    const files = { 'contribution.json': '{}', 'history.json': '{}' };
    const named = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`library/contribution/my-fix/${name}`, text]),
    );
    expect(findingsOf(passport, named)).toEqual([]);
  });
});

describe('an article carries its figures with their passports', () => {
  it('finds a figure without a unit', () => {
    const figures = { a: { value: 1, asOf: '2022-12-31', knownFrom: '2023-02-24' } };
    const file = 'library/article/bank/figures.json';
    expect(findingsOf(passport, { [file]: JSON.stringify({ figures }) }).length).toBeGreaterThan(0);
  });
});

describe('a case folder carries its figures with their passports', () => {
  const FIGURES = 'library/case/bank-2022/figures.json';
  const figure = {
    value: 1,
    unit: 'USD million',
    asOf: '2022-12-31',
    knownFrom: '2023-02-24',
    document: '10-K',
    locator: 'p. 95',
    confidence: 'seen',
  };
  const told = (change: object) =>
    findingsOf(passport, {
      [FIGURES]: JSON.stringify({ figures: { 'a.b': { ...figure, ...change } } }),
    });

  it('is content with a whole figure, and with results', () => {
    expect(told({})).toEqual([]);
    expect(findingsOf(passport, { 'library/case/bank-2022/study.json': '{}' })).toEqual([]);
  });

  it.each([
    ['unit', { unit: undefined }, 'a.b: unit is missing'],
    ['value', { value: undefined }, 'a.b: value is missing'],
    ['locator', { locator: ' ' }, 'a.b: locator is missing'],
    ['known-from', { knownFrom: '2023' }, 'a.b: knownFrom is no date'],
  ])('finds a figure without %s', (_, change, expected) => {
    expect(told(change)).toEqual([`${FIGURES}:0: ${expected}`]);
  });

  it('wants a passport for any other file of the folder', () => {
    const found = findingsOf(passport, { 'library/case/bank-2022/loans.json': '{}' });
    expect(found[0]).toContain('no passport');
  });
});

it('reference vectors name their source and licence', () => {
  const file = 'tools/vectors/a.json';
  expect(findingsOf(passport, { [file]: '{"source":"a.py"}' })).toEqual([
    `${file}:0: licence is missing`,
  ]);
});
