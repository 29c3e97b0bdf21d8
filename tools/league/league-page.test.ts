import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type LeagueRow, PROGRAMMES } from '../../packages/engine/src/index.js';
import {
  findReportedBank,
  institutionTitle,
  LEAGUE_CYCLES,
  laterCurvesFrom,
  leagueCsv,
  namedLeagueRow,
  parseCallReports,
  parseQuarterEndMarkets,
  parseReportedBanks,
  reportAt,
  reportLeagueRows,
} from '../../packages/intake/src/index.js';
import { rankCorrelation } from '../securities-validation/rank-correlation.js';
import { tableOf } from './filled-page.js';
import { LEAGUE_PAGE, leagueTables } from './league-page.js';
import { REPORTS } from './named-back-test-page.js';
import { BULK_QUARTERS, LEAGUE_DATA, publishedLeague } from './published-league.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = readFileSync(LEAGUE_PAGE, 'utf8');
const MARKETS = `${ROOT}library/data/quarter-end-market/2026-11-28/quarter-end-market.csv`;
const BULK = `${ROOT}../shared/data/ffiec-bulk/`;
const hasBulk = existsSync(BULK);
const MENDED_BY = 'npx tsx --tsconfig tsconfig.test.json tools/league/league-page.ts';

function parsed<T>(result: { readonly ok: boolean; readonly value?: T }): T {
  if (!result.ok || result.value === undefined) throw new Error('the library does not parse');
  return result.value;
}

const banks = parsed(parseReportedBanks(readFileSync(REPORTS, 'utf8')));
const markets = parsed(parseQuarterEndMarkets(readFileSync(MARKETS, 'utf8')));
const linesOf = (name: string) => readFileSync(`${LEAGUE_DATA}${name}.csv`, 'utf8').split('\n');
/** Lines of the file without its head. */
const written = (rows: readonly LeagueRow[]) => leagueCsv(rows).trimEnd().split('\n').slice(1);

describe('the page of the league', () => {
  it('EFF-15: every table is what the published files give', () => {
    for (const [marker, lines] of Object.entries(leagueTables())) {
      const cells = lines.map((line) => line.split('|').slice(1, -1));
      const own = cells.map((row) => row.map((cell) => cell.trim()));
      expect(tableOf(PAGE, marker), `${marker}: ${MENDED_BY}`).toEqual(own);
    }
  });

  it('EFF-12: every named bank stands in every cycle, or among those not measured', () => {
    const without = tableOf(PAGE, 'not measured named').map(([bank]) => bank);
    for (const { id } of LEAGUE_CYCLES) {
      const listed = tableOf(PAGE, `league ${id}`).map(([bank]) => bank);
      const missing = banks.filter(
        ({ names }) => ![...listed, ...without].includes(institutionTitle(names[0])),
      );
      expect(missing.map(({ names }) => names[0])).toEqual([]);
    }
  });
});

describe('the published league', () => {
  it.each([
    ['frost bank', 'up-2022-23'],
    ['silicon valley bank', 'up-2022-23'],
    ['commerce bank', 'down-2019-20'],
  ])('EFF-15: %s in %s: the file says what is measured now', (name, id) => {
    const bank = parsed(findReportedBank(banks, name));
    const cycle = LEAGUE_CYCLES.find((each) => each.id === id);
    if (cycle === undefined) throw new Error(`no cycle ${id}`);
    const rows = PROGRAMMES.map((programme) => namedLeagueRow({ bank, cycle, programme, markets }));
    const file = linesOf('named-banks');
    for (const line of written(rows)) expect(file).toContain(line);
  });

  it.skipIf(!hasBulk).each(BULK_QUARTERS)(
    'EFF-15: every 600th bank of %s (skipped without ../shared/data/ffiec-bulk)',
    (quarterEnd) => {
      const [year, month, day] = quarterEnd.split('-');
      const fileName = readdirSync(BULK).find((each) => each.includes(`${month}${day}${year}`));
      const bytes = readFileSync(`${BULK}${fileName}`);
      const reports = parsed(parseCallReports({ bytes, fileName: `${fileName}` }));
      const market = markets.get(quarterEnd);
      if (market === undefined) throw new Error(`no market of ${quarterEnd}`);
      const laterCurves = laterCurvesFrom(markets, quarterEnd);
      const file = linesOf(`banks-${quarterEnd}`);
      const held = [...reports.institutions.keys()];
      for (const at of held.filter((_, count) => count % 600 === 0)) {
        const rows = reportLeagueRows({ report: reportAt(reports, at), market, laterCurves });
        for (const line of written(rows)) expect(file).toContain(line);
      }
      expect(file).toHaveLength(2 * held.length + 2);
    },
    120_000,
  );

  it('EFF-13: how far the named banks are from the bulk file of the day, as the page says', () => {
    const named = publishedLeague('named-banks').filter(({ cycle }) => cycle === 'up-2022-23');
    const bulk = new Map(
      publishedLeague('banks-2021-12-31')
        .filter(({ programme }) => programme === 'short')
        .map((row) => [row.idrssd, row.numbers.ratio]),
    );
    const both = named
      .filter(({ programme }) => programme === 'short')
      .flatMap(({ idrssd, numbers: { ratio } }) => {
        const other = bulk.get(idrssd) ?? null;
        return ratio === null || other === null ? [] : [{ ratio, other }];
      });
    const near = both.filter(({ ratio, other }) => Math.abs(ratio / other - 1) <= 0.25);
    const rank = rankCorrelation(
      both.map(({ ratio }) => ratio),
      both.map(({ other }) => other),
    ).toFixed(2);
    const words = PAGE.replaceAll(/\s+/g, ' ');
    expect(words).toContain(`to ${rank} (${both.length}), and ${near.length} of ${both.length}`);
  });
});
