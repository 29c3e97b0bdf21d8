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
const NO_CODE = 0;

export interface FillTerms {
  /** Places of a piece. */
  readonly capacity: number;
  /** Pieces share one growing list of names: memory grows with the different texts. */
  readonly keepsNames: boolean;
}

export function columnFiller(
  cell: CellSql,
  terms: FillTerms,
  coded: CodedTexts | undefined,
): ColumnFiller {
  const { capacity } = terms;
  const { as } = cell.request;
  if (as === 'number') return numberFiller(cell, capacity);
  if (as === 'date') return dateFiller(cell, capacity);
  if (as === 'boolean') return booleanFiller(cell, capacity);
  return coded === undefined ? textFiller(cell, terms) : codedFiller(cell, capacity, coded);
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
      const values = new Float64Array(kept.length);
      const present = new Uint8Array(kept.length);
      for (let k = 0; k < kept.length; k += 1) {
        const value = floatAt(buffer, itemAt(kept, k));
        values[k] = value;
        present[k] = Number.isNaN(value) ? 0 : 1;
      }
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

/** The kept items in order, 0 where there is nothing; gives where there is something. */
function giveItems(
  buffer: Int32Array | Uint32Array | Uint8Array,
  kept: Uint32Array,
  nothing: number,
  into: Int32Array | Uint32Array | Uint8Array,
): Uint8Array {
  const present = new Uint8Array(kept.length);
  for (let k = 0; k < kept.length; k += 1) {
    const item = itemAt(buffer, itemAt(kept, k));
    present[k] = item === nothing ? 0 : 1;
    into[k] = item === nothing ? 0 : item;
  }
  return present;
}

function dateFiller({ request, value }: CellSql, capacity: number): ColumnFiller {
  const buffer = new Int32Array(capacity);
  return {
    query: `coalesce(cast(${value} as integer), ${NO_DAY})`,
    take: takeItems(buffer),
    give: (kept) => {
      const days = new Int32Array(kept.length);
      const present = giveItems(buffer, kept, NO_DAY, days);
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
      const flags = new Uint8Array(kept.length);
      const present = giveItems(buffer, kept, NO_FLAG, flags);
      return { as: 'boolean', name: request.name, flags, present };
    },
  };
}

/**
 * Codes made inside the reader: code 0 is the empty text, which stands for nothing. Asked as whole
 * numbers: the library makes the list of names anew for each chunk of an enumeration.
 */
function codedFiller(
  { request, value }: CellSql,
  capacity: number,
  { type, names }: CodedTexts,
): ColumnFiller {
  const buffer = new Uint32Array(capacity);
  return {
    query: `enum_code(cast(coalesce(${value}, '') as ${type}))`,
    take: takeItems(buffer),
    give: (kept) => {
      const codes = new Uint32Array(kept.length);
      const present = giveItems(buffer, kept, NO_CODE, codes);
      for (let k = 0; k < codes.length; k += 1) codes[k] = Math.max(0, itemAt(codes, k) - 1);
      return { as: 'text', name: request.name, codes, names, present };
    },
  };
}

/** Texts of which there are many, ids above all: the names are those of the piece. */
function textFiller(
  { request, value }: CellSql,
  { capacity, keepsNames }: FillTerms,
): ColumnFiller {
  const buffer = new Array<string>(capacity).fill('');
  let codeOf = new Map<string, number>();
  let names: string[] = [];
  return {
    query: `coalesce(${value}, '')`,
    take: (chunk, column, { places, rows }) => {
      for (let k = 0; k < rows; k += 1) buffer[itemAt(places, k)] = chunkText(chunk, column, k);
    },
    give: (kept) => {
      if (!keepsNames) {
        codeOf = new Map();
        names = [];
      }
      const codes = new Uint32Array(kept.length);
      const present = new Uint8Array(kept.length);
      for (let k = 0; k < kept.length; k += 1) {
        const text = itemAt(buffer, itemAt(kept, k));
        if (text === '') continue;
        const known = codeOf.get(text);
        codes[k] = known ?? names.length;
        present[k] = 1;
        if (known !== undefined) continue;
        codeOf.set(text, names.length);
        names.push(text);
      }
      return { as: 'text', name: request.name, codes, names, present };
    },
  };
}
