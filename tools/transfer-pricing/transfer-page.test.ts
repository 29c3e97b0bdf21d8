import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withTables } from '../expected/page-table.js';
import { transferTables } from './transfer-tables.js';
import { TRANSFER_PAGE } from './write-transfer-page.js';

const page = readFileSync(TRANSFER_PAGE, 'utf8');
const tables = transferTables();
const MENDED_BY =
  'if the change is meant: npx tsx --tsconfig tsconfig.test.json ' +
  'tools/transfer-pricing/write-transfer-page.ts';

/** Numbers of a row of a table, without its name. */
function numbers(line: string): number[] {
  return line.split('|').slice(2, -1).map(Number);
}

describe('docs/validation/transfer-pricing.md', () => {
  it('FTP-8: its tables are what the code gives now', () => {
    expect(withTables(page, tables), MENDED_BY).toBe(page);
    for (const name of Object.keys(tables)) expect(page).toContain(`<!-- table: ${name} -->\n| `);
  });

  it('FTP-13: the printed lines add up to the printed income within their rounding', () => {
    const rows = (tables.books ?? []).slice(2).map(numbers);
    expect(rows).toHaveLength(8);
    for (const column of [0, 1, 2]) {
      const income = rows.at(-1)?.[column] ?? Number.NaN;
      const sum = rows.slice(0, -1).reduce((total, row) => total + (row[column] ?? 0), 0);
      expect(Math.abs(sum - income)).toBeLessThanOrEqual(4); // eight numbers of +- 0.5
    }
  });
});
