/**
 * Writes the tables of docs/validation/deposit-behaviour.md from the data of the library.
 * `npx tsx --tsconfig tsconfig.test.json tools/estimation/write-deposit-behaviour.ts`. Read the
 * difference before it is committed: the words around the tables are not written by it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withTables } from '../expected/page-table.js';
import { depositBehaviourTables } from './deposit-behaviour.js';

export const DEPOSIT_BEHAVIOUR_PAGE = fileURLToPath(
  new URL('../../docs/validation/deposit-behaviour.md', import.meta.url),
);

function writePage(): void {
  const page = readFileSync(DEPOSIT_BEHAVIOUR_PAGE, 'utf8');
  writeFileSync(DEPOSIT_BEHAVIOUR_PAGE, withTables(page, depositBehaviourTables()));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writePage();
