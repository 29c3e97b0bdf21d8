import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issue, Result } from '@almfes/engine';
import { openTape, type TapeRequest } from './open-tape.js';
import type { ReadColumn } from './read-column.js';
import type { Tape } from './tape.js';

export function given<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

export function issuesOf(result: Result<unknown>): readonly Issue[] {
  if (result.ok) throw new Error('expected a refusal');
  return result.issues;
}

/** Path, expectation and what came, of each issue. */
export function told(result: Result<unknown>): readonly string[] {
  return issuesOf(result).map(({ path, expected, got }) => `${path} | ${expected} | ${got}`);
}

/** A folder of files that goes with the test, and the tapes opened on them. */
export interface TapeBench {
  readonly folder: string;
  readonly write: (name: string, bytes: string | Uint8Array) => string;
  /** Writes a file and opens it as a tape. */
  readonly open: (
    name: string,
    bytes: string | Uint8Array,
    request?: Partial<TapeRequest>,
  ) => Promise<Result<Tape>>;
  /** Where private folders are made, and what is left of them. */
  readonly temporaryFolder: string;
  readonly left: () => readonly string[];
  readonly end: () => Promise<void>;
}

export function tapeBench(): TapeBench {
  const folder = mkdtempSync(join(tmpdir(), 'tape-test-'));
  const temporaryFolder = mkdtempSync(join(folder, 'private-'));
  const opened: Tape[] = [];
  const write = (name: string, bytes: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  return {
    folder,
    temporaryFolder,
    write,
    open: async (name, bytes, request = {}) => {
      const tape = await openTape({ file: write(name, bytes), temporaryFolder, ...request });
      if (tape.ok) opened.push(tape.value);
      return tape;
    },
    left: () => readdirSync(temporaryFolder),
    end: async () => {
      for (const tape of opened) await tape.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The cells of a column as plain values, null where there is nothing. */
export function cellsIn(column: ReadColumn): readonly (string | number | boolean | null)[] {
  const cell = (row: number): string | number | boolean => {
    if (column.as === 'number') return column.values[row] ?? Number.NaN;
    if (column.as === 'date') return column.days[row] ?? Number.NaN;
    if (column.as === 'boolean') return column.flags[row] === 1;
    return column.names[column.codes[row] ?? -1] ?? 'no such name';
  };
  return Array.from(column.present, (present, row) => (present === 1 ? cell(row) : null));
}
