import { itemAt, ok, type Result } from '@almfes/engine';
import type { ColumnRequest } from '../column-request.js';
import type { ReadColumn } from '../read-column.js';
import type { ReadOptions, ScanTotals, TapeRows } from '../tape.js';
import { scanRows } from './scan-rows.js';
import type { StoredTape } from './stored-tape.js';

/** All pieces of a scan in one: memory grows with the rows. */
export async function readRows(
  tape: StoredTape,
  columns: readonly ColumnRequest[],
  options: ReadOptions,
): Promise<Result<TapeRows & { readonly totals: ScanTotals }>> {
  const pieces: TapeRows[] = [];
  const visit = (rows: TapeRows): void => {
    pieces.push(rows);
  };
  const totals = await scanRows(tape, { columns, visit, options, keepsNames: true });
  if (!totals.ok) return totals;
  const rowCount = pieces.reduce((sum, piece) => sum + piece.rowCount, 0);
  const row = new Float64Array(rowCount);
  let at = 0;
  for (const piece of pieces) {
    row.set(piece.row, at);
    at += piece.rowCount;
  }
  const joined = columns.map((_, index) => {
    return joinColumn(
      pieces.map((piece) => itemAt(piece.columns, index)),
      rowCount,
    );
  });
  const refused = pieces.flatMap((piece) => piece.refused);
  return ok({ rowCount, row, columns: joined, refused, totals: totals.value });
}

function joinColumn(parts: readonly ReadColumn[], rows: number): ReadColumn {
  const first = itemAt(parts, 0);
  const { name } = first;
  const present = joined(new Uint8Array(rows), parts, (part) => part.present);
  if (first.as === 'number') {
    const values = joined(new Float64Array(rows), parts, (part) => {
      return part.as === 'number' ? part.values : [];
    });
    return { as: 'number', name, values, present };
  }
  if (first.as === 'date') {
    const days = joined(new Int32Array(rows), parts, (part) => {
      return part.as === 'date' ? part.days : [];
    });
    return { as: 'date', name, days, present };
  }
  if (first.as === 'boolean') {
    const flags = joined(new Uint8Array(rows), parts, (part) => {
      return part.as === 'boolean' ? part.flags : [];
    });
    return { as: 'boolean', name, flags, present };
  }
  return { as: 'text', name, present, ...joinedCodes(parts, rows) };
}

interface Settable {
  readonly length: number;
  set: (from: ArrayLike<number>, at: number) => void;
}

function joined<T extends Settable>(
  into: T,
  parts: readonly ReadColumn[],
  valuesOf: (part: ReadColumn) => ArrayLike<number>,
): T {
  let at = 0;
  for (const part of parts) {
    const values = valuesOf(part);
    into.set(values, at);
    at += values.length;
  }
  return into;
}

/** All pieces share one list of names. */
function joinedCodes(parts: readonly ReadColumn[], rows: number) {
  const codes = joined(new Uint32Array(rows), parts, (part) => {
    return part.as === 'text' ? part.codes : [];
  });
  const last = parts[parts.length - 1];
  return { codes, names: last?.as === 'text' ? last.names : [] };
}
