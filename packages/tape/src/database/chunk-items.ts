import type { DuckDBDataChunk } from '@duckdb/node-api';

/**
 * The whole numbers of one column of a chunk without a copy. The library keeps them in a field
 * that it does not declare; a test holds that field in place, and a version without it throws here.
 */
export function chunkItems(chunk: DuckDBDataChunk, column: number): ArrayLike<number> {
  const items: unknown = Reflect.get(chunk.getColumnVector(column), 'items');
  const known =
    items instanceof Int32Array ||
    items instanceof Int8Array ||
    items instanceof Uint8Array ||
    items instanceof Uint16Array ||
    items instanceof Uint32Array;
  if (!known) throw new Error(`column ${column} of the answer holds no plain numbers`);
  return items;
}

/** The same of a column of doubles. */
export function chunkFloats(chunk: DuckDBDataChunk, column: number): Float64Array {
  const items: unknown = Reflect.get(chunk.getColumnVector(column), 'items');
  if (items instanceof Float64Array) return items;
  throw new Error(`column ${column} of the answer holds no doubles`);
}

/** The text of one cell; every query gives text, never null, where this is used. */
export function chunkText(chunk: DuckDBDataChunk, column: number, row: number): string {
  const value = chunk.getColumnVector(column).getItem(row);
  if (typeof value !== 'string') throw new Error(`column ${column} of the answer holds no text`);
  return value;
}
