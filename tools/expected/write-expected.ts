/**
 * Writes what the tests compare with: library/case/<slug>/expected.json of every case, and the
 * tables of docs/method/reproduction.md. `npx tsx tools/expected/write-expected.ts`. Run it only
 * after a change of the method, and read the difference before it is committed: a row that stands
 * within its tolerance is left as it was.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectedOf, expectedText, standingExpected } from '../../packages/laboratory/src/index.js';
import { casePath, caseSlugs, libraryCase } from '../case/library-case.js';
import { pageTables, withTables } from './page-table.js';

export const REPRODUCTION_PAGE = fileURLToPath(
  new URL('../../docs/method/reproduction.md', import.meta.url),
);

function writeAll(): void {
  for (const slug of caseSlugs()) {
    const path = casePath(slug, 'expected.json');
    const before: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
    const expected = standingExpected(before, expectedOf(slug, libraryCase(slug).study));
    writeFileSync(path, expectedText(expected));
  }
  const page = readFileSync(REPRODUCTION_PAGE, 'utf8');
  writeFileSync(REPRODUCTION_PAGE, withTables(page, pageTables()));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeAll();
