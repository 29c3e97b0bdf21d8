/**
 * Writes the tables of docs/validation/published-sensitivities.md from the cases of the library.
 * `npx tsx --tsconfig tsconfig.test.json tools/published-sensitivities/write-sensitivities.ts`.
 * Read the difference before it is committed: the words around the tables are not written by it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withTables } from '../expected/page-table.js';
import { sensitivityTables } from './sensitivity-tables.js';

export const SENSITIVITY_PAGE = fileURLToPath(
  new URL('../../docs/validation/published-sensitivities.md', import.meta.url),
);

function writePage(): void {
  const page = readFileSync(SENSITIVITY_PAGE, 'utf8');
  writeFileSync(SENSITIVITY_PAGE, withTables(page, sensitivityTables()));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writePage();
