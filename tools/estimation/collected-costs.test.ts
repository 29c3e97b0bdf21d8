import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../transcribe/csv.js';
import { libraryRows, NAMED_BANKS, type Row } from './library-history.js';

const COLLECTED = fileURLToPath(new URL('../../../shared/data/call-reports/', import.meta.url));
const hasCollected = existsSync(COLLECTED);

function collectedRows(file: string): readonly Row[] {
  const [header = '', ...rows] = readFileSync(`${COLLECTED}${file}`, 'utf8')
    .trimEnd()
    .split(/\r?\n/);
  const columns = cellsOf(header);
  return rows.map((row) => {
    const cells = cellsOf(row);
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

describe.skipIf(!hasCollected)(
  'costs by name, where ../shared stands beside the repository',
  () => {
    it('EST-1: they are those that were computed apart, to their rounding of 0.001', () => {
      const labels = new Map(
        collectedRows('named_banks_index.csv').map((row) => [row.idrssd, row.label]),
      );
      const metrics = new Map(
        collectedRows('named_banks_metrics.csv').map((row) => [`${row.label} ${row.date}`, row]),
      );
      const rows = libraryRows(NAMED_BANKS);
      expect(rows.length).toBeGreaterThan(300);
      for (const { idrssd = '', date, interestBearingPercent = '' } of rows) {
        const name = `${labels.get(idrssd)} ${date}`;
        const expected = metrics.get(name)?.cost_ib_dep ?? 'no row';
        expect(interestBearingPercent === '', name).toBe(expected === '');
        const gap = Math.abs(Number(interestBearingPercent) - Number(expected));
        expect(gap, name).toBeLessThanOrEqual(0.000_56);
      }
    });
  },
);
