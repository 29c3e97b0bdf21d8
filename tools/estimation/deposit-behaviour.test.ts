import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseBalanceHistory, parseRateHistory } from '../../packages/intake/src/index.js';
import { withTables } from '../expected/page-table.js';
import { depositBehaviourTables } from './deposit-behaviour.js';
import { balanceHistoryOf, INDUSTRY, libraryRows, rateHistoryOf } from './library-history.js';
import { DEPOSIT_BEHAVIOUR_PAGE } from './write-deposit-behaviour.js';

const page = readFileSync(DEPOSIT_BEHAVIOUR_PAGE, 'utf8');
const tables = depositBehaviourTables();
const example = (name: string): string =>
  readFileSync(new URL(`../../docs/example/behaviour/${name}.csv`, import.meta.url), 'utf8');
const MENDED_BY =
  'if the change is meant: npx tsx --tsconfig tsconfig.test.json ' +
  'tools/estimation/write-deposit-behaviour.ts';

/** Cells of the rows of a table, without its two head lines. */
function cells(name: string): string[][] {
  return (tables[name] ?? []).slice(2).map((line) => line.split('|').map((cell) => cell.trim()));
}

describe('docs/validation/deposit-behaviour.md', () => {
  it('EST-3 to EST-13: its tables are what the code gives now', () => {
    expect(withTables(page, tables), MENDED_BY).toBe(page);
    for (const name of Object.keys(tables)) expect(page).toContain(`<!-- table: ${name} -->\n| `);
  });

  it('EST-3: a table that went stale is found', () => {
    const stale = page.replace(
      '| up_2018Q1_2019Q2 | all | 0.497',
      '| up_2018Q1_2019Q2 | all | 0.5',
    );
    expect(stale).not.toBe(page);
    expect(withTables(stale, tables)).not.toBe(stale);
  });

  it('EST-3: cumulative betas are those published in peer-behaviour within 0.001', () => {
    const rows = cells('stated cycles');
    expect(rows).toHaveLength(20);
    for (const [, cycle, size, here, published] of rows) {
      const gap = Math.abs(Number(here) - Number(published));
      expect(gap, `${cycle} ${size}`).toBeLessThanOrEqual(0.0011);
    }
  });

  it('EST-4: what the page says of all banks: the anchors lie within the intervals', () => {
    const fits = cells('distributed lag').filter(
      ([, size, lags]) => size === 'all' && lags === '3',
    );
    const interval = (side: string) => {
      const found = fits.find((row) => row[3] === side)?.[4] ?? '';
      return [...found.matchAll(/[\d.]+/g)].map(([number]) => Number(number));
    };
    const [up = 0, , upLow = 9, upHigh = 0] = interval('up');
    const [down = 0, , downLow = 9, downHigh = 0] = interval('down');
    expect(page).toContain(`**up ${up.toFixed(3)}, down ${down.toFixed(3)}**`);
    for (const anchor of [0.497, 0.472]) {
      expect(anchor).toBeGreaterThan(upLow);
      expect(anchor).toBeLessThan(upHigh);
    }
    expect(0.326).toBeGreaterThan(downLow);
    expect(0.326).toBeLessThan(downHigh);
  });

  it('EST-13: what the page says of the decays: all beat the line, four lose to no change', () => {
    const rows = cells('decay out of sample');
    expect(rows).toHaveLength(10);
    expect(rows.every((row) => row[7] === 'yes')).toBe(true);
    expect(rows.filter((row) => row[8] === '**no**')).toHaveLength(4);
  });

  it('EST-7: Schwab by hand: 412.4 + 0.2 - 15.3 + 38.8 bn at first, ln(436 / 224) / 1.75', () => {
    const dates = { from: '2022-03-31', to: '2023-12-31' };
    const found = balanceHistoryOf(['3150447', '1893049'], 'all but brokered', dates);
    expect(found.months).toEqual([0, 3, 6, 9, 15, 18, 21]);
    expect((found.balances[0] ?? 0) / 1000).toBeCloseTo(436.2, 1);
    const hazard = Math.log((found.balances[0] ?? 0) / (found.balances.at(-1) ?? 0)) / 1.75;
    expect(hazard).toBeCloseTo(0.38, 2);
  });
});

describe('docs/example/behaviour', () => {
  it('EST-14: the cost of the example is that of the library', () => {
    const rows = libraryRows(INDUSTRY).filter(({ size }) => size === 'all');
    expect(parseRateHistory(example('industry-cost'))).toEqual({
      ok: true,
      value: rateHistoryOf(rows),
    });
  });

  it('EST-14: the balances of the example are those of the library', () => {
    const dates = { from: '2022-03-31', to: '2024-06-30' };
    const found = balanceHistoryOf(['3150447', '1893049'], 'all but brokered', dates);
    expect(parseBalanceHistory(example('schwab-balances'))).toEqual({ ok: true, value: found });
  });
});
