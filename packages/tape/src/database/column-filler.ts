import { floatAt, itemAt } from '@almfes/engine';
import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { ReadColumn } from '../read-column.js';
import type { CellSql } from './cell-sql.js';
import { chunkFloats, chunkItems, chunkText } from './chunk-items.js';
import type { CodedTexts } from './coded-texts.js';

/** Takes the cells of one column in whatever order they come and gives them in the file's. */
export interface ColumnFiller {
  /** Query text of a column without nulls. */
  readonly query: string;
  /** Puts the cells of a chunk to their places in the piece. */
  readonly take: (chunk: DuckDBDataChunk, column: number, places: ChunkPlaces) => void;
  /** The kept places, in order, as a column of its own. */
  readonly give: (kept: Uint32Array) => ReadColumn;
}

/** Place in the piece of each row of a chunk. */
export interface ChunkPlaces {
  readonly places: Int32Array;
  readonly rows: number;
}

const NO_DAY = -2147483648;
const NO_FLAG = 2;

/** `capacity` is the number of places of a piece. */
export function columnFiller(
  cell: CellSql,
  capacity: number,
  coded: CodedTexts | undefined,
): ColumnFiller {
  const { as } = cell.request;
  if (as === 'number') return numberFiller(cell, capacity);
  if (as === 'date') return dateFiller(cell, capacity);
  if (as === 'boolean') return booleanFiller(cell, capacity);
  return coded === undefined ? textFiller(cell, capacity) : codedFiller(cell, capacity, coded);
}

function numberFiller({ request, value }: CellSql, capacity: number): ColumnFiller {
  const buffer = new Float64Array(capacity);
  return {
    query: `coalesce(${value}, 'nan'::double)`,
    take: (chunk, column, { places, rows }) => {
      const items = chunkFloats(chunk, column);
      for (let k = 0; k < rows; k += 1) buffer[itemAt(places, k)] = floatAt(items, k);
    },
    give: (kept) => {
      const values = Float64Array.from(kept, (place) => floatAt(buffer, place));
      const present = Uint8Array.from(values, (number) => (Number.isNaN(number) ? 0 : 1));
      return { as: 'number', name: request.name, values, present };
    },
  };
}

/** Whole numbers of a chunk, to their places. */
function takeItems(buffer: Int32Array | Uint32Array | Uint8Array): ColumnFiller['take'] {
  return (chunk, column, { places, rows }) => {
    const items = chunkItems(chunk, column);
    for (let k = 0; k < rows; k += 1) buffer[itemAt(places, k)] = itemAt(items, k);
  };
}

function dateFiller({ request, value }: CellSql, capacity: number): ColumnFiller {
  const buffer = new Int32Array(capacity);
  return {
    query: `coalesce(cast(${value} as integer), ${NO_DAY})`,
    take: takeItems(buffer),
    give: (kept) => {
      const given = Int32Array.from(kept, (place) => itemAt(buffer, place));
      const present = Uint8Array.from(given, (day) => (day === NO_DAY ? 0 : 1));
      const days = given.map((day) => (day === NO_DAY ? 0 : day));
      return { as: 'date', name: request.name, days, present };
    },
  };
}

function booleanFiller({ request, value }: CellSql, capacity: number): ColumnFiller {
  const buffer = new Uint8Array(capacity);
  return {
    query: `coalesce(cast(${value} as utinyint), ${NO_FLAG}::utinyint)`,
    take: takeItems(buffer),
    give: (kept) => {
      const given = Uint8Array.from(kept, (place) => itemAt(buffer, place));
      const present = given.map((flag) => (flag === NO_FLAG ? 0 : 1));
      const flags = given.map((flag) => (flag === NO_FLAG ? 0 : flag));
      return { as: 'boolean', name: request.name, flags, present };
    },
  };
}

/** Codes made inside the reader: code 0 is the empty text, which stands for nothing. */
function codedFiller(
  { request, value }: CellSql,
  capacity: number,
  { type, names }: CodedTexts,
): ColumnFiller {
  const buffer = new Uint32Array(capacity);
  return {
    query: `cast(coalesce(${value}, '') as ${type})`,
    take: takeItems(buffer),
    give: (kept) => {
      const given = Uint32Array.from(kept, (place) => itemAt(buffer, place));
      const present = Uint8Array.from(given, (code) => (code === 0 ? 0 : 1));
      const codes = given.map((code) => (code === 0 ? 0 : code - 1));
      return { as: 'text', name: request.name, codes, names, present };
    },
  };
}

/** Texts of which there are many, ids above all: the names are those of the piece. */
function textFiller({ request, value }: CellSql, capacity: number): ColumnFiller {
  const buffer = new Array<string>(capacity).fill('');
  return {
    query: `coalesce(${value}, '')`,
    take: (chunk, column, { places, rows }) => {
      for (let k = 0; k < rows; k += 1) buffer[itemAt(places, k)] = chunkText(chunk, column, k);
    },
    give: (kept) => {
      const codeOf = new Map<string, number>();
      const codes = Uint32Array.from(kept, (place) => {
        const text = itemAt(buffer, place);
        if (text === '') return 0;
        const code = codeOf.get(text) ?? codeOf.size;
        codeOf.set(text, code);
        return code;
      });
      const present = Uint8Array.from(kept, (place) => (itemAt(buffer, place) === '' ? 0 : 1));
      return { as: 'text', name: request.name, codes, names: [...codeOf.keys()], present };
    },
  };
}
