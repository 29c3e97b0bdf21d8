/**
 * Writes the tables of docs/validation/transfer-pricing.md from the case svb-2022.
 * `npx tsx --tsconfig tsconfig.test.json tools/transfer-pricing/write-transfer-page.ts`. Read the
 * difference before it is committed: the words around the tables are not written by it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withTables } from '../expected/page-table.js';
import { transferTables } from './transfer-tables.js';

export const TRANSFER_PAGE = fileURLToPath(
  new URL('../../docs/validation/transfer-pricing.md', import.meta.url),
);

function writePage(): void {
  const page = readFileSync(TRANSFER_PAGE, 'utf8');
  writeFileSync(TRANSFER_PAGE, withTables(page, transferTables()));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writePage();
