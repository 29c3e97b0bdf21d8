import { open, rename, rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import { DOUBLE, DuckDBDataChunk, type DuckDBValue, VARCHAR } from '@duckdb/node-api';
import { type Database, DEFAULT_LIMITS, openDatabase } from './database/open-database.js';
import { sqlName, sqlText } from './database/sql-text.js';
import { privateFolder } from './private-folder.js';

/** A column of a table to be written: NaN and null are written as nothing. */
export type ParquetColumn =
  | { readonly name: string; readonly as: 'number'; readonly values: Float64Array }
  | { readonly name: string; readonly as: 'text'; readonly values: readonly (string | null)[] };

export interface ParquetRequest {
  readonly file: string;
  /** One or more, all of the same length, with names that differ in more than their case. */
  readonly columns: readonly ParquetColumn[];
  readonly replace?: boolean;
}

const CHUNK_ROWS = 2048;

/**
 * Writes columns as a Parquet file (rule TAPE-15), under another name until it is whole. Issues: a
 * file that is there already (unless `replace`) or cannot be written, names that are not unique.
 */
export async function writeParquet(request: ParquetRequest): Promise<Result<void>> {
  const { file, columns, replace = false } = request;
  const path = basename(file);
  const problem = columnProblem(columns);
  if (problem !== undefined) return fail(issue('parquet.columns', path, ...problem));
  const taken = replace ? undefined : await open(file, 'r').catch(() => undefined);
  if (taken !== undefined) {
    await taken.close();
    return fail(issue('parquet.file', path, 'a new file', 'a file that is there already'));
  }
  const partial = `${resolve(file)}.partial`;
  try {
    await (await open(partial, 'w', 0o600)).close();
  } catch (error) {
    const got = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return fail(issue('parquet.file', path, 'a file that can be written', got));
  }
  try {
    await copyTo(partial, columns);
    await rename(partial, file);
    return ok(undefined);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

function columnProblem(columns: readonly ParquetColumn[]): readonly [string, string] | undefined {
  const lengths = new Set(columns.map(({ values }) => values.length));
  if (lengths.size > 1) throw new Error('columns of different lengths are no table');
  if (columns.length === 0) return ['at least one column', 'none'];
  const seen = new Set<string>();
  for (const { name } of columns) {
    const key = name.toLowerCase();
    if (name === '' || seen.has(key)) return ['names of their own', JSON.stringify(name)];
    seen.add(key);
  }
  return undefined;
}

async function copyTo(path: string, columns: readonly ParquetColumn[]): Promise<void> {
  const folder = await privateFolder();
  try {
    const limits = DEFAULT_LIMITS;
    const database = await openDatabase({ folder, limits, files: [path] });
    try {
      await fillTable(database, columns);
      const named = columns.map(({ name }, index) => `c${index} as ${sqlName(name)}`);
      await database.run(
        `copy (select ${named.join(', ')} from written order by rowid) to ${sqlText(path)}
         (format parquet, compression zstd, use_tmp_file false)`,
      );
    } finally {
      database.close();
    }
  } finally {
    await folder.remove();
  }
}

async function fillTable(
  { connection, run }: Database,
  columns: readonly ParquetColumn[],
): Promise<void> {
  const declared = columns.map(({ as }, at) => `c${at} ${as === 'number' ? 'double' : 'varchar'}`);
  await run(`create table written (${declared.join(', ')})`);
  const appender = await connection.createAppender('written');
  const types = columns.map(({ as }) => (as === 'number' ? DOUBLE : VARCHAR));
  const rows = columns[0]?.values.length ?? 0;
  for (let first = 0; first < rows; first += CHUNK_ROWS) {
    const last = Math.min(first + CHUNK_ROWS, rows);
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(columns.map((column) => valuesOf(column, first, last)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function valuesOf(column: ParquetColumn, first: number, last: number): readonly DuckDBValue[] {
  if (column.as === 'text') return column.values.slice(first, last);
  return Array.from(column.values.subarray(first, last), (value) => {
    return Number.isNaN(value) ? null : value;
  });
}
