import type { Outcome, Study } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { bookFromPositions, type Position } from '../../../engine/src/balance-sheet/index.js';
import { exampleStudy, row } from '../../../engine/src/study/example-study.test-fixture.js';
import { leverTemplate, roundedDown } from './lever-template.js';

const money = (amount: number) => ({ notionalUsdMillion: amount, carryingUsdMillion: amount });
const AFS = row('afs-debt-3to5y', 'afs', money(163));
const SOON = row('loans-other-to-3m', 'loans', money(210));
const YEAR = row('loans-first-lien-3m-to-1y', 'loans', money(47));
const LONG = row('loans-other-1y-to-3y', 'loans', money(300));
const CASH = row('cash-earning', 'cash', money(80));
const FREE = row('deposits-free', 'deposits', money(500));
const PAID = row('deposits-savings', 'deposits', money(600));
const ALL = [AFS, SOON, YEAR, LONG, CASH, FREE, PAID];

interface Shape {
  readonly rows?: readonly Position[];
  /** EVE at +200, and 12-month NII at -100. */
  readonly rise?: number;
  readonly fall?: number;
  readonly pledged?: number;
}

/** Assets 980 and Tier 1 of 95 + 10, as the example has them. */
function bank({ rows = ALL, rise = -1, fall = -1, pledged = 0 }: Shape) {
  const example = exampleStudy();
  const sale = { id: 'afs-sale', title: 'AFS sold', kind: 'sale', group: 'afs' } as const;
  const study: Study = {
    ...example,
    book: bookFromPositions(rows),
    liquidity: {
      ...example.liquidity,
      sources: [
        { ...sale, pledgedUsdMillion: pledged, bidOffer: 0.002, daysToCash: 2 },
        { ...sale, id: 'htm', group: 'htm', pledgedUsdMillion: 50, bidOffer: 0, daysToCash: 2 },
      ],
    },
  };
  const measures = [
    { id: 'eve.change', scenario: '+200', value: rise },
    { id: 'eve.change', scenario: '-200', value: 7 },
    { id: 'nii.12m.change', scenario: '-100', value: fall },
    { id: 'nii.12m.change', scenario: '+100', value: 5 },
  ];
  return leverTemplate(study, { measures, refused: [] } as unknown as Outcome);
}

const ids = (shape: Shape) => bank(shape).map(({ lever }) => lever.id);
const most = (shape: Shape, id: string) =>
  bank(shape).find(({ lever }) => lever.id === id)?.lever.mostUsdMillion;

describe('the levers of a bank’s shape', () => {
  const pay = ['pay-2y', 'pay-5y', 'pay-10y'];
  const receive = ['receive-2y', 'receive-5y'];
  const rest = ['sell-afs', 'term-2y', 'pay-depositors', 'raise'];

  it.each<[string, Shape, string[]]>([
    ['EVE falls when rates rise: pay fixed', { rise: -1, fall: 1 }, [...pay, ...rest]],
    ['income falls when rates fall: receive fixed', { rise: 1, fall: -1 }, [...receive, ...rest]],
    ['both: both', { rise: -1, fall: -1 }, [...pay, ...receive, ...rest]],
    ['neither: no swap', { rise: 1, fall: 1 }, rest],
    ['no loss is no reason', { rise: 0, fall: 0 }, rest],
    ['no AFS book: none to hedge or sell', { rows: ALL.slice(1), fall: 1 }, rest.slice(1)],
    ['no loan reprices soon', { rows: [AFS, LONG, CASH, FREE], rise: 1 }, rest],
    ['all AFS pledged: no sale', { pledged: 163, rise: 1, fall: 1 }, rest.slice(1)],
    ['no deposits without a date', { rows: [CASH], rise: 1, fall: 1 }, ['term-2y', 'raise']],
  ])('FORM-28: %s', (_what, shape, wanted) => {
    expect(ids(shape)).toEqual(wanted);
  });

  it.each<[string, Shape, string, number]>([
    ['pay fixed: the AFS book of 163', {}, 'pay-5y', 160],
    ['receive fixed: 210 + 47 of loans', {}, 'receive-2y', 250],
    ['sale: 163 - 24 pledged; what is pledged of HTM counts not', { pledged: 24 }, 'sell-afs', 130],
    ['term funding: 5% of 980', {}, 'term-2y', 49],
    ['equity: 20% of 95 + 10', {}, 'raise', 21],
  ])('FORM-28: at most, %s, two digits, rounded down', (_what, shape, id, wanted) => {
    expect(most(shape, id)).toBe(wanted);
  });

  it('FORM-28: term funding replaces borrowings of a year where they are more', () => {
    const short = (amount: number) => ({
      rows: [...ALL, row('borrowings-to-1y', 'borrowings', money(amount))],
    });
    const term = (amount: number) =>
      bank(short(amount)).find(({ lever }) => lever.id === 'term-2y');
    expect(term(62.9)?.lever).toMatchObject({
      mostUsdMillion: 62,
      useOfProceedsId: 'borrowings-to-1y',
    });
    expect(term(62.9)?.rule).toContain('borrowings due within a year');
    expect(term(48)?.lever).toMatchObject({ mostUsdMillion: 49, useOfProceedsId: 'cash-earning' });
    expect(term(48)?.rule).toContain('kept as cash');
  });

  it('FORM-28: cash that earns is used first; savings are priced where nothing is free', () => {
    const idle = row('cash-idle', 'cash', money(5));
    const found = bank({ rows: [AFS, idle, PAID] }).map(({ lever }) => lever);
    expect(found.find(({ id }) => id === 'raise')?.cashPositionId).toBe('cash-idle');
    expect(found.find(({ id }) => id === 'pay-depositors')?.positionId).toBe('deposits-savings');
    const both = bank({ rows: [CASH, idle, FREE, PAID] }).map(({ lever }) => lever);
    expect(both.find(({ id }) => id === 'raise')?.cashPositionId).toBe('cash-earning');
    expect(both.find(({ id }) => id === 'pay-depositors')?.positionId).toBe('deposits-free');
  });

  it.each([
    [1234, 1200],
    [99.9, 99],
    [8.64, 8.6],
    [0.0567, 0.056],
    [100, 100],
    [0, 0],
    [-5, 0],
  ])('FORM-28: %d is at most %d', (amount, rounded) => {
    expect(roundedDown(amount)).toBe(rounded);
  });
});
