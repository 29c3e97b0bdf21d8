import type { Issue } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { parseFits } from './fit-form.js';
import { issueLines } from './library-files.test-fixture.js';

const fitted = (edit: object = {}) => ({
  id: 'life',
  value: 2,
  parameter: 'average life',
  unit: 'years',
  kind: 'free parameter',
  target: { kind: 'measure', measure: 'eve.value', scenario: '0' },
  wanted: 'eve.2021',
  wantedUnit: 'USD million',
  source: 'a made-up report',
  search: { low: 1, high: 5 },
  ...edit,
});

function read(...fits: unknown[]) {
  const issues: Issue[] = [];
  const parsed = parseFits(fits, issues);
  return { parsed, issues: issueLines(issues) };
}

describe('fitted numbers', () => {
  it('FORM-5: are read whole; only `whole` may be left out', () => {
    expect(read(fitted())).toEqual({ parsed: [{ ...fitted(), whole: false }], issues: [] });
  });

  it('FORM-5: two may be free, three may not', () => {
    const calibrated = fitted({ id: 'd', kind: 'calibrated to a disclosure' });
    const two = [fitted({ id: 'a' }), fitted({ id: 'b' }), calibrated];
    expect(read(...two).issues).toEqual([]);
    expect(read(...two, fitted({ id: 'c' })).issues).toEqual(['free-parameters /fits']);
  });

  it.each([
    ['an id twice', [fitted(), fitted()], ['duplicate-id /fits/1/id']],
    ['a number in words', [fitted({ value: '2' })], ['type /fits/0/value']],
    ['an unknown kind', [fitted({ kind: 'guess' })], ['enum /fits/0/kind']],
    ['an unknown target', [fitted({ target: { kind: 'price' } })], ['enum /fits/0/target/kind']],
    [
      'a measure without a name',
      [fitted({ target: { kind: 'measure', scenario: '0' } })],
      ['missing /fits/0/target/measure'],
    ],
    ['a value outside its bracket', [fitted({ value: 6 })], ['fit-search /fits/0/search']],
    [
      'a bracket upside down',
      [fitted({ search: { low: 5, high: 1 } })],
      ['fit-search /fits/0/search'],
    ],
    ['a misspelt term', [fitted({ sauce: '' })], ['unknown-key /fits/0/sauce']],
    ['what is no object', [null, 'x'], ['type /fits/0', 'type /fits/1']],
  ])('FORM-5: refuses %s', (_, fits, expected) => {
    expect(read(...fits).issues).toEqual(expected);
  });

  it('FORM-5: what is no list is an issue', () => {
    const issues: Issue[] = [];
    expect(parseFits({ life: 2 }, issues)).toEqual([]);
    expect(issueLines(issues)).toEqual(['type /fits']);
  });
});
