/**
 * Fills the tables of docs/validation/league.md from the published league (library/data/league)
 * and, when it is given, from what `almfes league --json` printed of the cases:
 * `npx tsx --tsconfig tsconfig.test.json tools/league/league-page.ts [LEAGUE.json]`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CaseLeagueRow } from '../../packages/engine/src/index.js';
import { LEAGUE_CYCLES } from '../../packages/intake/src/index.js';
import { caseLines } from './case-lines.js';
import { filled } from './filled-page.js';
import {
  leagueLines,
  linesWithBulk,
  notMeasuredLines,
  reasonLines,
  shortSizeLines,
  swapSizeLines,
} from './league-tables.js';
import { BULK_QUARTERS, pairsOf, publishedLeague } from './published-league.js';

export const LEAGUE_PAGE = fileURLToPath(
  new URL('../../docs/validation/league.md', import.meta.url),
);

/** Banks of a bulk file that have a row of their own on the page: the largest. */
const LARGEST = 25;

const REASONS: Readonly<Record<string, string>> = {
  'league.no-securities': 'no fixed security over five years, so nothing to be short of',
  'league.no-cash': 'no cash that earns the one-month rate, so nowhere to wait',
  'league.no-loss': 'no securities that lose at +100 bp, so nothing to hedge',
  'call-report.no-amount': 'an amount that every Study needs is not reported, or is nothing',
  range: 'a number of the report is outside what a Study allows',
  'call-report.unexplained': 'the report does not add up: too much is unexplained',
};

/** Lines of every table that the published league gives, by the marker before it. */
export function leagueTables(): Readonly<Record<string, readonly string[]>> {
  const named = publishedLeague('named-banks');
  const bulk = BULK_QUARTERS.map((quarterEnd) => publishedLeague(`banks-${quarterEnd}`));
  const tables: Record<string, readonly string[]> = {};
  for (const { id, quarterEnd } of LEAGUE_CYCLES) {
    const pairs = pairsOf(named.filter(({ cycle }) => cycle === id));
    const same = bulk[BULK_QUARTERS.indexOf(quarterEnd)];
    tables[`league ${id}`] =
      same === undefined ? leagueLines(pairs) : linesWithBulk(pairs, pairsOf(same));
  }
  for (const [at, quarterEnd] of BULK_QUARTERS.entries()) {
    const rows = bulk[at] ?? [];
    const short = rows.filter(({ programme }) => programme === 'short');
    const swapped = rows.filter(({ programme }) => programme === 'half-swapped');
    tables[`sizes short ${quarterEnd}`] = shortSizeLines(short);
    tables[`sizes swapped ${quarterEnd}`] = swapSizeLines(swapped);
    tables[`largest ${quarterEnd}`] = leagueLines(
      pairsOf(rows)
        .toSorted((a, b) => assetsOf(b) - assetsOf(a))
        .slice(0, LARGEST),
    );
  }
  tables['not measured named'] = notMeasuredLines(named);
  tables['not measured bulk'] = reasonLines(bulk, REASONS);
  return tables;
}

function assetsOf({ swapped, short }: ReturnType<typeof pairsOf>[number]): number {
  return short.numbers.assetsUsdMillion ?? swapped.numbers.assetsUsdMillion ?? 0;
}

function write(): void {
  const [, , file] = process.argv;
  let page = readFileSync(LEAGUE_PAGE, 'utf8');
  for (const [marker, lines] of Object.entries(leagueTables())) page = filled(page, marker, lines);
  if (file !== undefined) {
    const printed: { cases: readonly CaseLeagueRow[] } = JSON.parse(readFileSync(file, 'utf8'));
    page = filled(page, 'cases', caseLines(printed.cases));
  }
  writeFileSync(LEAGUE_PAGE, page);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write();
