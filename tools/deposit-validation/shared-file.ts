import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cellsOf } from '../transcribe/csv.js';

const ROOT = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** True when the collected public data stand beside the repository. */
export const hasShared = existsSync(ROOT);

export const sharedBytes = (path: string): Uint8Array => readFileSync(`${ROOT}${path}`);

export type SharedRow = Readonly<Record<string, string>>;

/** Rows of a CSV file of the collected data, by column. */
export function sharedRows(path: string): readonly SharedRow[] {
  const [header = '', ...rows] = readFileSync(`${ROOT}${path}`, 'utf8').trimEnd().split('\n');
  const columns = cellsOf(header.trimEnd());
  return rows.map((row) => {
    const cells = cellsOf(row.trimEnd());
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
}
