import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tableOf } from './filled-page.js';
import { LEAGUE_PAGE } from './league-page.js';
import { publishedLeague } from './published-league.js';
import { curveOf, swapReckoned, waitingReckoned } from './second-reckoning.test-fixture.js';

const TREASURY = fileURLToPath(
  new URL('../../library/data/us-treasury-par/2026-11-22/us-treasury-par.csv', import.meta.url),
);
const MONTHS = [1, 3, 6, 12, 24, 36, 60, 84, 120, 240, 360];

/** The Treasury par yields of a day, as the library has them. */
function curveOn(day: string) {
  const line = readFileSync(TREASURY, 'utf8')
    .split('\n')
    .find((each) => each.startsWith(day));
  const cells = line?.trim().split(',').slice(1) ?? [];
  return curveOf(MONTHS.map((months, k) => ({ months, rate: Number(cells[k]) / 100 })));
}

const YEAR_END = curveOn('2021-12-31');

describe('a second reckoning of the league, with nothing of the engine', () => {
  const swap = swapReckoned(YEAR_END);

  it('EFF-3, EFF-4, EFF-5: the five-year swap of 2021-12-31 keeps 8.44 for a dollar', () => {
    expect(swap.fixedRate).toBeCloseTo(0.01256685, 8);
    expect(swap.kept / swap.cost).toBeCloseTo(8.4432, 4);
  });

  it('EFF-2, EFF-8: notional by notional it is what every named bank has', () => {
    const rows = publishedLeague('named-banks').filter(
      ({ quarterEnd, programme }) => quarterEnd === '2021-12-31' && programme === 'half-swapped',
    );
    expect(rows.length).toBe(53);
    for (const { numbers } of rows.filter((row) => row.numbers.sizeUsdMillion !== null)) {
      const size = numbers.sizeUsdMillion ?? 0;
      // six digits are published
      expect(numbers.capitalKeptUsdMillion).toBeCloseTo(size * swap.kept, size > 1e5 ? -1 : 0);
      expect(numbers.costUsdMillion).toBeCloseTo(size * swap.cost, size > 1e5 ? -1 : 0);
    }
  });

  it.each([
    // cash above the median share of peers, USD million, from changes.json
    ['jpmorgan-2021', 566_089],
    ['mt-2021', 21_286],
    ['cullen-frost-2021', 11_998],
  ])('EFF-2, EFF-3: what %s kept and gave up by waiting', (slug, cash) => {
    // balances earned federal funds, 0.07%, a basis point above the one-month bill
    const waiting = waitingReckoned(YEAR_END, 0.0311, 0.0001);
    const page = tableOf(readFileSync(LEAGUE_PAGE, 'utf8'), 'cases');
    const row = page.find(([name]) => name === slug) ?? [];
    const published = [row[2], row[4]].map((cell) => Number(cell?.replaceAll(',', '')));
    // the page tells whole millions; the case solved its spread on a rounded fair rate
    for (const [k, own] of [cash * waiting.kept, cash * waiting.cost].entries()) {
      expect(Math.abs(own - (published[k] ?? 0))).toBeLessThan(0.5 + 0.0002 * own);
    }
  });
});

describe('EFF-16: the day', () => {
  it.each([
    // the day, five-year par yield, ratio of the swap struck on it
    ['2021-12-31', 8.4],
    ['2022-02-28', 15.6],
    ['2022-03-01', 16.9],
  ])('EFF-16: a swap struck on %s has %d', (day, ratio) => {
    const { kept, cost } = swapReckoned(curveOn(day));
    expect(kept / cost).toBeCloseTo(ratio, 1);
  });

  it('EFF-16: the rate of the year end would have been 2.1% of notional for nothing', () => {
    const worth = swapReckoned(YEAR_END).worthOn(curveOn('2022-02-28'));
    expect(100 * worth).toBeCloseTo(2.1, 1);
  });

  it('EFF-16: pools of the two days: 4.6 and 4.1', () => {
    const ratio = (day: string, survey: number) => {
      const { kept, cost } = waitingReckoned(curveOn(day), survey, 0);
      return kept / cost;
    };
    expect(ratio('2021-12-31', 0.0311)).toBeCloseTo(4.6, 1);
    expect(ratio('2022-02-28', 0.0389)).toBeCloseTo(4.1, 1);
  });

  it('EFF-16: after 2022 the curve pays who pays fixed, on both days', () => {
    for (const day of ['2022-12-30', '2023-02-24']) {
      expect(swapReckoned(curveOn(day)).cost).toBeLessThan(0);
    }
  });
});
