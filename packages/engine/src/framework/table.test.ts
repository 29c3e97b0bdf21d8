import { describe, expect, it } from 'vitest';
import {
  columns,
  inPercent,
  inWords,
  lowerFirst,
  percentOf,
  scenarioName,
  table,
  valueOrNone,
} from './table.js';

describe('numbers in a sentence', () => {
  it.each([
    [0, '0.0'],
    [7.25, '7.3'],
    [-7.24, '−7.2'],
    // one decimal would say nothing: the first digit stands, to a thousandth
    [-0.04, '−0.04'],
    [0.0496, '0.05'],
    [0.0051, '0.01'],
    [0.0049, '0.005'],
    [0.0005, '0.001'],
    // a minus sign before nothing would say a loss
    [-0.00049, '0.0'],
    [100, '100'],
    [-3993.99, '−3,994'],
    [1234567.8, '1,234,568'],
  ])('%d is told as %s', (value, words) => {
    expect(inWords(value)).toBe(words);
  });

  it.each([
    ['Deposit decay', 'deposit decay'],
    ['AFS duration', 'AFS duration'],
    ['EVE itself', 'EVE itself'],
    ['none', 'none'],
  ])('%s inside a sentence is %s', (title, words) => {
    expect(lowerFirst(title)).toBe(words);
  });
});

describe('a scenario for a reader', () => {
  it.each([
    ['0', 'base'],
    ['+200', '+200 bp'],
    ['-100', '-100 bp'],
    ['+200.ramp12', '+200 bp over 12 months'],
    ['basel-d368.USD.steepener', 'Basel steepener, USD'],
    ['basel-d578.EUR.short-up', 'Basel 2024 short up, EUR'],
    ['eu-2024-856.SEK.parallel-down', 'EU parallel down, SEK'],
    ['us.inversion', 'US inversion'],
    // what nobody named keeps its id
    ['my-own', 'my-own'],
    ['other.USD.steepener', 'other.USD.steepener'],
  ])('SCEN-17: %s is told as %s', (id, name) => {
    expect(scenarioName(id)).toBe(name);
  });
});

describe('tables', () => {
  it('reads columns from one text each', () => {
    expect(columns('eve | Base EVE | USD million', 'who | Who |')).toEqual([
      { id: 'eve', title: 'Base EVE', unit: 'USD million' },
      { id: 'who', title: 'Who', unit: '' },
    ]);
  });

  it('a row has one cell a column, or it throws', () => {
    expect(() => table('id', 'Title', columns('a | A |', 'b | B |'), [[1]])).toThrow(
      'id: 1 cells under 2 heads',
    );
  });

  it('has no notes unless they are given', () => {
    expect(table('id', 'Title', [], [])).toEqual({
      id: 'id',
      title: 'Title',
      columns: [],
      rows: [],
      notes: [],
    });
  });

  it('a measure that a Study has not is none, and a ratio of it too', () => {
    const measures = [
      { id: 'capital.tceRatio', scenario: '', value: 0.08, unit: 'ratio' as const },
    ];
    const outcome = { schema: 'almfes/outcome/1' as const, measures, refused: [] };
    expect(inPercent(valueOrNone(outcome, 'capital.tceRatio'))).toBe(8);
    expect(inPercent(valueOrNone(outcome, 'capital.cet1Ratio'))).toBeNull();
    expect(valueOrNone(outcome, 'capital.tceRatio', '0')).toBeNull();
  });

  it('gives a part in per cent, and nothing where there is no whole', () => {
    // 5 of 20 is a quarter
    expect(percentOf(5, 20)).toBe(25);
    expect(percentOf(-5, 20)).toBe(-25);
    expect(percentOf(5, 0)).toBeNull();
  });
});
