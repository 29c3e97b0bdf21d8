import { describe, expect, it } from 'vitest';
import { namedFailures } from '../stress/index.js';
import { toyDepositModel, toyStudy } from '../stress/toy-study.test-fixture.js';
import { cellAt } from './failure-cells.js';
import { parametersTable } from './failure-parameter-table.js';

/** 600 of 1,000 deposits pay nothing, 800 are uninsured; own life, beta and lag as given. */
function rowsFor(averageLifeYears: number, beta: number, lagMonths: number) {
  const terms = { averageLifeYears, lagMonths };
  const study = toyStudy({
    behaviour: {
      deposits: [
        toyDepositModel('nib', { ...terms, beta: 0 }, 'ib'),
        toyDepositModel('ib', { ...terms, beta }),
      ],
      prepayments: [],
    },
  });
  const failures = namedFailures(study);
  if (!failures.ok) throw new Error(failures.issues[0]?.message);
  const { rows } = parametersTable(study, failures.value);
  return new Map(rows.map(([name, ...cells]) => [name, cells]));
}

describe('the table of severities', () => {
  it.each([
    // own life, own hazard, whether 0.38 a year binds
    [2, '0.5', 'no: every base hazard, 1 / average life, is higher'],
    [5, '0.2', 'on nib, ib'],
  ])('CASE-8, FAIL-3: life %d years, hazard %s a year: the floor binds %s', (life, own, binds) => {
    const row = rowsFor(life, 0.4, 6).get('Hazard floor');
    const base = `nib: ${own} a year; ib: ${own} a year`;
    expect(row).toEqual(['0.38 a year', '0.38 a year', base, binds]);
  });

  it('CASE-8, FAIL-3: above the floor, the hazard moves in the severe failure alone', () => {
    const row = rowsFor(2, 0.4, 6).get('Hazard, times') ?? [];
    expect(row.slice(0, 2)).toEqual(['1', '2']);
    expect(row[2]).toContain('ib: 2 years, then 2 years / 1 year');
    expect(row[3]).toBe('severe only');
  });

  it('CASE-8, FAIL-3: 12 and 20 points of a share of 60% are 20% and 33.3% of it', () => {
    const row = rowsFor(2, 0.4, 6).get('Fall of the non-interest-bearing share, 12 months');
    expect(row).toEqual(['12 points', '20 points', 'nib: 0.0%, then 20.0% / 33.3%', 'yes']);
  });

  it.each([
    // own beta, with +0.11 and +0.24, whether the cap of 1 binds
    [0.4, '0.51 / 0.64', 'no'],
    [0.8, '0.91 / 1', 'severe only'],
    [0.95, '1 / 1', 'yes'],
  ])('CASE-8, FAIL-4: beta %d becomes %s; the cap binds: %s', (beta, after, capped) => {
    const rows = rowsFor(2, beta, 6);
    expect(rows.get('Beta, rates rise')?.[2]).toBe(`ib: ${beta}, then ${after}`);
    expect(rows.get('Beta cap, rates rise')?.[3]).toBe(capped);
  });

  it.each([
    [6, 'ib: 6 months, then 3 months / 1 month', 'yes'],
    [1, 'ib: 1 month, then 0.5 months / 1 month', 'moderate only'],
    [0, 'ib: 0 months, then 0 months / 0 months', 'no'],
  ])('CASE-8, FAIL-4: a lag of %d months: %s, binds: %s', (lag, becomes, binds) => {
    expect(rowsFor(2, 0.4, lag).get('Lag, rates rise')?.slice(2)).toEqual([becomes, binds]);
  });

  it('CASE-8, FAIL-5: 33% and 86% of the uninsured 80% are 26.4% and 68.8% of a model', () => {
    const row = rowsFor(2, 0.4, 6).get('Uninsured gone by day 2, as a share of a model') ?? [];
    expect(row[2]).toContain('ib: 0.0%, then 26.4% / 68.8%');
  });
});

describe('a cell of the grid', () => {
  it('CASE-8: a missing cell is a programmer error, never 0', () => {
    expect(() => cellAt([], 'none', '', '+200')).toThrow('no cell of hedge "none"');
  });
});
