import type { Figure } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { type AmountContext, amountOf } from './amount.js';
import { issueLines } from './library-files.test-fixture.js';

const figure = (edit: Partial<Figure>): Figure => ({
  label: 'a made-up figure',
  value: 100,
  unit: 'USD million',
  asOf: '2021-12-31',
  knownFrom: '2022-03-01',
  document: 'a made-up report',
  locator: 'p.1',
  url: '',
  confidence: 'seen',
  role: 'input',
  ...edit,
});

const FIGURES: Record<string, Figure> = {
  loans: figure({ value: 100 }),
  cash: figure({ value: 40 }),
  beta: figure({ value: 60, unit: 'percent' }),
  life: figure({ value: 4.1, unit: 'years' }),
  late: figure({ knownFrom: '2022-03-02' }),
  shown: figure({ role: 'evidence' }),
  happened: figure({ role: 'outcome' }),
  aimed: figure({ role: 'target' }),
  remembered: figure({ confidence: 'recalled' }),
  words: figure({ value: 'about half' }),
  thousands: figure({ unit: 'USD thousand' }),
  zero: figure({ value: 0 }),
};

function read(amount: unknown, roles: AmountContext['roles'] = ['input']) {
  const context: AmountContext = {
    figures: FIGURES,
    fits: new Map([['spread', 0.0025]]),
    decisionDate: '2022-03-01',
    roles,
    issues: [],
    cited: new Set(),
  };
  const value = amountOf(amount, '/x', context);
  return { value, issues: issueLines(context.issues), cited: [...context.cited] };
}

const nested = (depth: number): unknown => (depth === 0 ? 1 : { add: [nested(depth - 1)] });

describe('an amount', () => {
  it.each<[string, unknown, number]>([
    ['a number stands as it is', 0.21, 0.21],
    ['a figure in USD million', 'loans', 100],
    ['a figure in per cent becomes a decimal', 'beta', 0.6],
    ['a figure in years', 'life', 4.1],
    ['a fitted number by its id', { fit: 'spread' }, 0.0025],
    ['a sum: 100 + 40', { add: ['loans', 'cash'] }, 140],
    ['a difference: 100 - 40', { add: ['loans'], subtract: ['cash'] }, 60],
    ['a minus sign: 0 - 40', { add: [0], subtract: ['cash'] }, -40],
    ['a share: 40 x 0.6 / 100', { add: ['cash'], times: 'beta', over: 'loans' }, 0.24],
    ['an average: (100 + 40) / 2', { add: ['loans', 'cash'], over: 2 }, 70],
    [
      'sums in sums: (100 - (40 + 10)) / (4 / 2)',
      { add: ['loans'], subtract: [{ add: ['cash', 10] }], over: { add: [4], over: 2 } },
      25,
    ],
    ['eight deep and no more', nested(8), 1],
  ])('FORM-3: %s', (_, amount, expected) => {
    const { value, issues } = read(amount);
    expect(issues).toEqual([]);
    expect(value).toBeCloseTo(expected, 12);
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'amount /x'],
    ['a list', [1], 'amount /x'],
    ['a number that is none', Number.NaN, 'amount /x'],
    ['a fit that is not there', { fit: 'premium' }, 'unknown-fit /x/fit'],
    ['a fit with more beside it', { fit: 'spread', add: [1] }, 'unknown-key /x/add'],
    ['a misspelt key', { add: [1], substract: [1] }, 'unknown-key /x/substract'],
    ['a sum of nothing', {}, 'amount /x/add'],
    ['a factor alone', { times: 2 }, 'amount /x/add'],
    ['a sum that is no list', { add: 'loans' }, 'amount /x/add'],
    ['division by zero', { add: ['loans'], over: 'zero' }, 'division /x/over'],
    ['beyond floating point', { add: [1e308, 1e308] }, 'not-finite /x'],
    ['a part that is wrong, at its place', { add: ['cash', 'gold'] }, 'unknown-figure /x/add/1'],
  ])('FORM-3: refuses %s', (_, amount, line) => {
    const { value, issues } = read(amount);
    expect({ value, issues }).toEqual({ value: Number.NaN, issues: [line] });
  });

  it('FORM-3: refuses what is nested too deep', () => {
    expect(read(nested(12)).issues).toEqual([`amount /x${'/add/0'.repeat(9)}`]);
  });

  it.each([
    ['the name of an inherited property', 'constructor', 'unknown-figure /x'],
    ['a figure published a day after the decision', 'late', 'known-after-decision /x'],
    ['evidence', 'shown', 'figure-role /x'],
    ['an outcome', 'happened', 'figure-role /x'],
    ['a target', 'aimed', 'figure-role /x'],
    ['a figure from memory', 'remembered', 'figure-role /x'],
    ['words', 'words', 'figure-value /x'],
    ['another unit', 'thousands', 'figure-unit /x'],
  ])('FORM-4: refuses %s', (_, id, line) => {
    expect(read(id)).toEqual({ value: Number.NaN, issues: [line], cited: [] });
  });

  it('FORM-4: a target may stand in what a fit is solved to', () => {
    expect(read('aimed', ['input', 'target']).value).toBe(100);
  });

  it('FORM-4: tells which figures it used', () => {
    expect(read({ add: ['loans', 'cash', 'loans'], over: 'beta' }).cited).toEqual([
      'loans',
      'cash',
      'beta',
    ]);
  });
});
