import { describe, expect, it } from 'vitest';
import { fail, issue, ok } from '../foundation/index.js';
import type { DisciplineRange } from './discipline-range.js';
import { leagueAnswer } from './league-answer.js';
import type { LeagueRow } from './league-row.js';
import { columns, table } from './table.js';

const RESULT = {
  ...{ scenario: '+200', capitalKept: 5, cost: 2, niiGivenUp: 2, bidOffer: 0, marginFunding: 0 },
  ...{ ratio: 2.5, e0With: 10, e0Without: 5, firstYearCarry: -1, forwardExpectedCost: 2 },
};
const FOUND: LeagueRow = {
  ...{
    bank: 'FIRST',
    idrssd: 1,
    state: '',
    cycle: 'up',
    quarterEnd: '2021-12-31',
    programme: 'short',
  },
  issues: [],
  measured: {
    ...{ sizeUsdMillion: 50, assetsUsdMillion: 100, central: RESULT, realised: null },
    range: { capitalKept: [4, 6], cost: [2, 2], ratio: [2, 3] },
  },
};
const WITHOUT: LeagueRow = {
  ...FOUND,
  bank: 'SECOND',
  measured: null,
  issues: [issue('league.no-cash', '/positions', 'cash that earns', 'none')],
};
/** The rows of a case's table that the league reads. */
const DISCIPLINE = table(
  'discipline',
  'Discipline: Waiting in cash',
  columns('line | Line |', 'expected | On the day |', 'realised | As it came |'),
  [
    ['Economic CET1 kept, +200 bp / worst later curve', 30, 40],
    ['Forward-expected cost', 6, null],
    ['Realised cost', null, -7],
    ['Capital kept per USD of cost', 5, null],
  ],
);

const RANGE: DisciplineRange = {
  ...{ capitalKept: [24, 36], cost: [5, 7], ratio: [4, 6], measured: 4, open: [], refused: [] },
};
/** One end earns, and another takes away a row that a Change names. */
const OPEN: DisciplineRange = {
  ...{ ...RANGE, cost: [-1, 7], ratio: null, measured: 3, open: ['Pools: low'] },
  refused: [{ title: 'Pools: high', issues: [issue('row', '/rows', 'row-1', 'none')] }],
};
const BY_HAND = issue('league.no-range', 'study.json', 'levels', 'a Study built by hand');

describe('the league, told', () => {
  const answer = leagueAnswer({
    title: 'League',
    cycles: [{ id: 'up', title: 'Rates up' }],
    rows: [FOUND, WITHOUT],
    cases: [
      { slug: 'one', discipline: DISCIPLINE, reason: '', range: ok(RANGE) },
      { slug: 'two', discipline: null, reason: 'it states no discipline', range: null },
      { slug: 'three', discipline: DISCIPLINE, reason: '', range: ok(OPEN) },
      { slug: 'four', discipline: DISCIPLINE, reason: '', range: fail(BY_HAND) },
    ],
  });
  const rowsOf = (id: string) => answer.tables.find((each) => each.id === id)?.rows;

  it('EFF-12: a measured bank with its range; one that is not, with its reason', () => {
    // kept 5 of 100 assets is 5%
    expect(rowsOf('league-up-short')).toEqual([[1, 'FIRST', 5, 5, 2, 2.5, 2, 3, null, null]]);
    expect(rowsOf('league-not-measured')).toEqual([
      ['SECOND', '2021-12-31', 'short', expect.stringContaining('cash that earns')],
    ]);
    expect(answer.findings[0]).toBe(
      '1 of 2 measured, 1 with a ratio at every end of their assumptions.',
    );
  });

  it('EFF-12: cases stand apart, each with its own discipline or the reason why not', () => {
    expect(rowsOf('league-cases')).toEqual([
      ['one', 'Waiting in cash', 30, 6, 5, 4, 6, 40, -7],
      ['two', 'not measured: it states no discipline', ...new Array(7).fill(null)],
      ['three', 'Waiting in cash', 30, 6, 5, 'open', 'open', 40, -7],
      ['four', 'Waiting in cash', 30, 6, 5, 'no range', 'no range', 40, -7],
    ]);
  });

  it('EFF-14: what a case is over its assumptions: open ends counted, refused ends told', () => {
    expect(rowsOf('league-case-ranges')).toEqual([
      ['one', 24, 36, 5, 7, 4, 0, ''],
      ['three', 24, 36, -1, 7, 3, 1, expect.stringMatching(/^Pools: high \(.*row-1.*\)$/)],
      ['four', null, null, null, null, null, null, expect.stringContaining('built by hand')],
    ]);
  });

  it('EFF-5: what earns, costs too little or keeps nothing says so in the place of a ratio', () => {
    const costing = ([kept, cost]: readonly [number, number]) => ({
      ...DISCIPLINE,
      rows: [
        ['Economic CET1 kept, +200 bp / worst later curve', kept, null],
        ['Forward-expected cost', cost, null],
        ['Capital kept per USD of cost', null, null],
      ],
    });
    const rest = { reason: '', range: null };
    const { tables } = leagueAnswer({
      ...{ title: 'League', cycles: [], rows: [] },
      cases: (
        [
          [5, -3],
          [5, 0.1],
          [-5, 3],
          [-5, -3],
        ] as const
      ).map((each) => ({ slug: `${each}`, discipline: costing(each), ...rest })),
    });
    expect(tables[0]?.rows.map((row) => row[4])).toEqual([
      'earns',
      'small cost',
      'keeps none',
      'earns',
    ]);
  });

  it('EFF-12: a programme that nobody is measured under has no table', () => {
    expect(rowsOf('league-up-half-swapped')).toBeUndefined();
  });
});
