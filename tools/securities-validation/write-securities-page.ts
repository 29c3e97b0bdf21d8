/**
 * Writes the tables and the picture of the securities part of docs/validation/call-report.md from
 * the public bulk files. `npx tsx --tsconfig tsconfig.test.json
 * tools/securities-validation/write-securities-page.ts`, with `--slow` also the tables of other
 * years and of variants, which take minutes. Read the difference before it is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withTables } from '../expected/page-table.js';
import { judgedBanks } from './judged-banks.js';
import { scatter } from './scatter.js';
import { securitiesTables, slowTables } from './securities-tables.js';

export const CALL_REPORT_PAGE = fileURLToPath(
  new URL('../../docs/validation/call-report.md', import.meta.url),
);
export const PICTURE = CALL_REPORT_PAGE.replace(/call-report\.md$/, 'call-report-securities.svg');

/** The page with those tables written anew of which the lines are given; others stay. */
export function withSomeTables(page: string, tables: Readonly<Record<string, readonly string[]>>) {
  const kept = /<!-- table: ([^>]+) -->\n([\s\S]*?)\n<!-- end -->/g;
  const standing = [...page.matchAll(kept)].map(([, name = '', lines = '']) => [
    ...[name, lines.split('\n')],
  ]);
  return withTables(page, { ...Object.fromEntries(standing), ...tables });
}

function writePage(): void {
  const banks = judgedBanks();
  const page = readFileSync(CALL_REPORT_PAGE, 'utf8');
  const slow = process.argv.includes('--slow') ? slowTables() : {};
  writeFileSync(CALL_REPORT_PAGE, withSomeTables(page, { ...securitiesTables(banks), ...slow }));
  writeFileSync(PICTURE, scatter(banks));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writePage();
