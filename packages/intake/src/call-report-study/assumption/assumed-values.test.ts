import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { codesOf, valueOrThrow } from '../made-bank.test-fixture.js';
import { assumedValues, assumptionRange } from './assumed-values.js';
import { ASSUMPTION_NAMES, ASSUMPTIONS } from './assumptions.js';
import { CENTRAL_ASSUMPTIONS, parseAssumptionChoice } from './parse-assumption-choice.js';

const LARGE = 1000;
const at = (decisionDate: string, assetsUsdMillion = LARGE) => ({ decisionDate, assetsUsdMillion });

describe('what a Call Report does not tell', () => {
  it.each(ASSUMPTION_NAMES)(
    'CALL-40: %s: low, central and high in order, with a source',
    (name) => {
      for (const { low, central, high, source } of ASSUMPTIONS[name].ranges) {
        expect(low).toBeLessThanOrEqual(central);
        expect(central).toBeLessThanOrEqual(high);
        expect(source.length).toBeGreaterThan(10);
      }
      expect(ASSUMPTIONS[name].drives).not.toBe('');
    },
  );

  it('CALL-40: levels by name; what is not named is central', () => {
    const choice = valueOrThrow(parseAssumptionChoice({ savingsBeta: 'high' }));
    expect(choice).toEqual({ ...CENTRAL_ASSUMPTIONS, savingsBeta: 'high' });
    expect(codesOf(parseAssumptionChoice({ savingBeta: 'high' }))).toEqual(['assumption.unknown']);
    expect(codesOf(parseAssumptionChoice({ savingsBeta: 'worst' }))).toEqual(['assumption.level']);
  });

  it.each([
    // decision date, assets, central beta of savings
    ['2022-01-30', LARGE, 0.334],
    ['2022-01-30', LARGE - 0.001, 0.186],
    ['2023-01-30', LARGE, 0.334], // the cycle of 2021 to 2023 was not over
    ['2024-02-03', LARGE, 0.334],
    ['2024-02-04', LARGE, 0.35],
  ])('CALL-41: beta of savings as known on %s, assets %d: %d', (date, assets, beta) => {
    const values = valueOrThrow(assumedValues(CENTRAL_ASSUMPTIONS, at(date, assets)));
    expect(values('savingsBeta').value).toBe(beta);
  });

  it.each([
    // decision date, assets, lags of transaction and of savings accounts, months
    ['2021-11-03', LARGE, 3, 3], // a judgement
    ['2021-11-04', LARGE, 5, 5],
    ['2023-01-30', LARGE - 1, 5, 6],
    ['2024-02-04', LARGE, 3, 9],
  ])('CALL-41: lags as known on %s, assets %d: %d and %d', (date, assets, transaction, savings) => {
    const values = valueOrThrow(assumedValues(CENTRAL_ASSUMPTIONS, at(date, assets)));
    expect(values('transactionLag').value).toBe(transaction);
    expect(values('savingsLag').value).toBe(savings);
  });

  it('CALL-41: before the first measured cycle was known there is no beta, and no Study', () => {
    expect(assumptionRange('savingsBeta', at('2019-08-03'))).toBeUndefined();
    expect(codesOf(assumedValues(CENTRAL_ASSUMPTIONS, at('2019-08-03')))).toEqual([
      ...['assumption.not-known', 'assumption.not-known', 'assumption.not-known'],
    ]);
  });
});

const DATA = fileURLToPath(new URL('../../../../../library/data/peer-behaviour/', import.meta.url));

/** Percentiles 10, 50 and 90 of banks of 1 billion and more, with the day they were known. */
function percentiles(cycle: string, metric: string): readonly (number | string | undefined)[] {
  const vintage = readdirSync(DATA).toSorted().at(-1);
  const [header = '', ...rows] = readFileSync(`${DATA}${vintage}/peer-percentiles.csv`, 'utf8')
    .trim()
    .split('\n');
  const columns = header.split(',');
  const found = rows
    .map((row) => row.split(','))
    .find((cells) => cells[0] === cycle && cells[5] === '>=1bn' && cells[6] === metric);
  const cell = (name: string) => found?.[columns.indexOf(name)];
  return [cell('knownFrom'), ...['p10', 'p50', 'p90'].map((name) => Number(cell(name)))];
}

describe('betas of peers', () => {
  it.each([
    ['transactionBeta', 'beta_ibtrans'],
    ['savingsBeta', 'beta_sav_mmda'],
    ['timeBeta', 'beta_td_le250'],
  ] as const)('CALL-41: %s is %s of the library, below zero taken as zero', (name, metric) => {
    for (const [cycle, date] of [
      ['up_2018Q1_2019Q2', '2022-01-30'],
      ['up_2021Q4_2023Q4', '2025-01-30'],
    ] as const) {
      const [knownFrom, low, central, high] = percentiles(cycle, metric);
      const range = assumptionRange(name, at(date));
      expect(range).toMatchObject({ knownFrom, central, high, low: Math.max(0, Number(low)) });
    }
  });
});
