/**
 * Fills the tables of docs/validation/league.md from what `almfes league --json` printed:
 * `npx tsx tools/league/league-page.ts NAMED.json BULK.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inLeagueOrder, keptOverAssets, type LeagueRow } from '../../packages/engine/src/index.js';
import { filled } from './filled-page.js';

const PAGE = fileURLToPath(new URL('../../docs/validation/league.md', import.meta.url));

interface Printed {
  readonly rows: readonly LeagueRow[];
}

/** Rows of a table of the page: the order is that of *short*, of those without one at the end. */
export function leagueLines(rows: readonly LeagueRow[]): string[] {
  const of = (programme: LeagueRow['programme']) =>
    rows.filter((row) => row.programme === programme);
  const short = inLeagueOrder(of('short'));
  const swapped = inLeagueOrder(of('half-swapped'));
  const order = [...short, ...swapped].map(({ idrssd }) => idrssd);
  return [...new Set(order)].map((idrssd) => {
    const own = (all: readonly LeagueRow[]) => all.find((row) => row.idrssd === idrssd);
    return line(own(swapped), own(short));
  });
}

function line(swapped: LeagueRow | undefined, short: LeagueRow | undefined): string {
  const row = short ?? swapped;
  const cells = [row?.bank ?? '', ...swapCells(swapped), ...shortCells(short)];
  return `| ${cells.join(' | ')} |`;
}

function swapCells(row: LeagueRow | undefined): string[] {
  const found = row?.measured;
  if (found === null || found === undefined) return ['', '', '', '', '', ''];
  const { central, realised } = found;
  return [
    money(found.sizeUsdMillion),
    percent(keptOverAssets(found)),
    money(central.capitalKept),
    money(central.cost),
    money(realised?.capitalKept),
    money(realised?.cost),
  ];
}

function shortCells(row: LeagueRow | undefined): string[] {
  const found = row?.measured;
  if (found === null || found === undefined) return ['', '', '', '', '', '', '', ''];
  const { central, range, realised } = found;
  const none = central.cost <= 0 ? 'earns' : 'small';
  return [
    money(found.sizeUsdMillion),
    percent(keptOverAssets(found)),
    money(central.capitalKept),
    money(central.cost),
    central.ratio === null ? none : central.ratio.toFixed(1),
    range.ratio === null ? 'open' : range.ratio.map((each) => each.toFixed(1)).join(' to '),
    money(realised?.capitalKept),
    money(realised?.cost),
  ];
}

function money(value: number | undefined): string {
  return value === undefined ? '' : (Math.round(value) + 0).toLocaleString('en-US');
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(1)}%`;
}

/** One line a bank and date: programmes that could not be measured, and why. */
export function notMeasuredLines(rows: readonly LeagueRow[]): string[] {
  return rows
    .filter(({ measured }) => measured === null)
    .map(
      ({ bank, quarterEnd, programme, issues }) =>
        `| ${bank} | ${quarterEnd} | ${programme} | ${issues[0]?.message ?? ''} |`,
    );
}

function printed(file: string | undefined): readonly LeagueRow[] {
  if (file === undefined) throw new Error('two files: of the named banks, and of a bulk file');
  const result: Printed = JSON.parse(readFileSync(file, 'utf8'));
  return result.rows;
}

function write(): void {
  const [, , namedFile, bulkFile] = process.argv;
  const named = printed(namedFile);
  const bulk = printed(bulkFile);
  let page = readFileSync(PAGE, 'utf8');
  for (const cycle of new Set(named.map((row) => row.cycle))) {
    page = filled(page, `league ${cycle}`, leagueLines(named.filter((row) => row.cycle === cycle)));
  }
  page = filled(page, 'not measured named', notMeasuredLines(named));
  page = filled(page, 'league bulk', leagueLines(bulk));
  page = filled(page, 'not measured bulk', notMeasuredLines(bulk));
  writeFileSync(PAGE, page);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write();
