import { readdirSync, readFileSync } from 'node:fs';
import { caseDiscipline } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { broken, libraryFiles, valueOrThrow } from './library-files.test-fixture.js';
import { parseCase } from './parse-case.js';
import { monthEndAfter } from './parse-discipline.js';

const HOME = new URL('../../../../library/data/quarter-end-market/', import.meta.url);
const vintage = readdirSync(HOME).toSorted().at(-1);
const quarterEnds = readFileSync(new URL(`${vintage}/quarter-end-market.csv`, HOME), 'utf8');

/** The swaps of 2021 as they are held, told as a discipline. */
const KEPT = {
  title: 'Swaps kept',
  rationale: 'an example',
  heldByBank: true,
  counterfactual: 'the same bank without its swaps',
  changes: [
    {
      ...{ kind: 'remove-hedge', id: 'sold-swaps', title: 'Swaps sold', rationale: 'an example' },
      ...{ sources: [], size: 1, hedgeId: 'swaps-2021' },
    },
  ],
};

function withDiscipline(edit: object = {}) {
  const files = libraryFiles('svb-2021');
  files.changes.discipline = { ...structuredClone(KEPT), ...edit };
  return files;
}

describe('the discipline of a case', () => {
  it('EFF-1: a case without one has none, and no table', () => {
    const { discipline: _, ...changes } = libraryFiles('svb-2021').changes;
    const input = valueOrThrow(parseCase({ ...libraryFiles('svb-2021'), changes }));
    expect(input.discipline).toBeNull();
    expect(caseDiscipline(input)).toBeNull();
  });

  it('EFF-6: eight quarter ends after the date, a Saturday with the curve before it', () => {
    const input = valueOrThrow(parseCase({ ...withDiscipline(), quarterEnds }));
    expect(input.laterCurves.map(({ month }) => month)).toEqual([3, 6, 9, 12, 15, 18, 21, 24]);
    expect(input.laterCurves[3]?.curve.dateIso).toBe('2022-12-30');
    expect(input.laterCurves[7]?.curve.dateIso).toBe('2023-12-29');
  });

  it('EFF-1, EFF-6: without later curves the discipline stands, and says what it lacks', () => {
    const input = valueOrThrow(parseCase(withDiscipline()));
    expect(input.laterCurves).toEqual([]);
    const told = caseDiscipline(input);
    if (told === null) throw new Error('no discipline');
    const { expected, realised } = valueOrThrow(told);
    expect(expected.scenario).toBe('+200');
    expect(expected.capitalKept).toBeGreaterThan(0);
    expect(realised.ok ? [] : realised.issues.map(({ code }) => code)).toEqual([
      'discipline.later',
    ]);
  });

  it.each([
    ['an unknown key', { price: 1 }, ['unknown-key changes.json#/discipline/price']],
    ['no word of who had it', { heldByBank: 'yes' }, ['type changes.json#/discipline/heldByBank']],
    [
      'a hedge that the bank has not',
      { changes: [{ ...KEPT.changes[0], hedgeId: 'other' }] },
      ['unknown-hedge changes.json#/discipline/changes/0/hedgeId'],
    ],
  ])('EFF-1: %s is refused at its place', (_what, edit, issues) => {
    const found = broken('svb-2021', (files) => {
      files.changes.discipline = { ...structuredClone(KEPT), ...edit };
    });
    expect(found).toEqual(issues);
  });

  it.each([
    ['2021-12-31', 3, '2022-03-31'],
    ['2021-12-31', 24, '2023-12-31'],
    ['2021-11-30', 3, '2022-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2022-03-31', 3, '2022-06-30'],
  ])('EFF-6: %s and %d months: %s', (date, months, end) => {
    expect(monthEndAfter(date, months)).toBe(end);
  });
});
