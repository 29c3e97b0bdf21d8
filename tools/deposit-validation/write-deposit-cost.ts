/**
 * Writes the tables of the section 'Deposit cost and margin' of docs/validation/call-report.md from
 * the public files beside the repository; several minutes.
 * `npx tsx --tsconfig tsconfig.test.json tools/deposit-validation/write-deposit-cost.ts`. Read the
 * difference before it is committed: the words around the tables are not written by it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withTables } from '../expected/page-table.js';
import { depositTables } from './deposit-tables.js';
import { sampleTables } from './sample-tables.js';
import { known, twoDecembers, yearOfBanks } from './year-of-banks.js';

export const CALL_REPORT_PAGE = fileURLToPath(
  new URL('../../docs/validation/call-report.md', import.meta.url),
);

function writePage(): void {
  const page = readFileSync(CALL_REPORT_PAGE, 'utf8');
  const facts = known();
  const files = twoDecembers();
  const { banks, leftOut } = yearOfBanks(facts, files, { oneIn: 1 });
  const tables = { ...depositTables(facts, banks, leftOut), ...sampleTables(facts, files) };
  writeFileSync(CALL_REPORT_PAGE, withOwnTables(page, tables));
}

/** Tables of other sections stay as they are. */
function withOwnTables(page: string, tables: Readonly<Record<string, readonly string[]>>): string {
  const own = new Set(Object.keys(tables));
  const kept = [...page.matchAll(/<!-- table: ([^>]+) -->\n([\s\S]*?)<!-- end -->/g)]
    .filter(([, name = '']) => !own.has(name))
    .map(([, name = '', lines = '']): [string, readonly string[]] => [
      name,
      lines.trimEnd().split('\n'),
    ]);
  return withTables(page, { ...Object.fromEntries(kept), ...tables });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writePage();
