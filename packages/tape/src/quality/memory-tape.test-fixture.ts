import { ok } from '@almfes/engine';
import type { TextColumn } from '../read-column.js';
import type { RefusedCell } from '../refused-cell.js';
import type { TapeRows } from '../tape.js';
import type { MappingRequest } from './apply-mapping.js';

export type MemoryTape = MappingRequest['tape'];

interface MemoryTapeTerms {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows read at once. */
  readonly pieceRows?: number;
  readonly refused?: readonly RefusedCell[];
  /** Number in the file of each row; from 2 on when absent, as below the header of a CSV. */
  readonly numbers?: readonly number[];
}

/** A tape of texts in memory: what the reader of files gives, without a file. */
export function memoryTape(terms: MemoryTapeTerms): MemoryTape {
  const { columns, rows, pieceRows = 7, refused = [] } = terms;
  const numbers = terms.numbers ?? rows.map((_, row) => row + 2);
  const cellsOf = (name: string, from: number): readonly string[] => {
    const at = columns.indexOf(name);
    return rows.slice(from, from + pieceRows).map((row) => row[at] ?? '');
  };
  return {
    fileName: 'tape.csv',
    columns: columns.map((name) => ({ name, type: 'text' })),
    rowCount: rows.length,
    refused,
    scan: async (asked, visit) => {
      for (let from = 0; from < rows.length; from += pieceRows) {
        const piece: TapeRows = {
          rowCount: Math.min(pieceRows, rows.length - from),
          row: Float64Array.from(numbers.slice(from, from + pieceRows)),
          columns: asked.map(({ name }) => textColumn(name, cellsOf(name, from))),
          refused: [],
        };
        await visit(piece);
      }
      return ok({ readRows: rows.length, refusedRows: refused.length, withoutRows: 0 });
    },
    duplicates: async ({ columns: key, most }) => {
      const rowsOf = new Map<string, number[]>();
      rows.forEach((row, at) => {
        const id = row[columns.indexOf(key[0] ?? '')] ?? '';
        if (id !== '') rowsOf.set(id, [...(rowsOf.get(id) ?? []), numbers[at] ?? 0]);
      });
      const found = [...rowsOf].filter(([, places]) => places.length > 1);
      return ok({
        keys: found.length,
        rows: found.reduce((sum, [, places]) => sum + places.length, 0),
        examples: found
          .slice(0, most)
          .map(([id, places]) => ({ cells: [id], rows: places.slice(0, 1) })),
      });
    },
  };
}

function textColumn(name: string, cells: readonly string[]): TextColumn {
  const names = [...new Set(cells)];
  return {
    name,
    as: 'text',
    present: Uint8Array.from(cells, (cell) => (cell === '' ? 0 : 1)),
    codes: Uint32Array.from(cells, (cell) => names.indexOf(cell)),
    names,
  };
}
