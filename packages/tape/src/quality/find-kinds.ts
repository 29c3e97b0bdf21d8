import { itemAt } from '@almfes/engine';
import type { KindCondition, TapeMapping } from '../mapping/index.js';
import { columnOf, type PieceColumns, writtenAt } from './read-cells.js';

/** Rows of a piece by what the mapping makes of them. */
export interface RowsByMapping {
  /** One list a row mapping, in its order: places in the piece. */
  readonly mapped: readonly Uint32Array[];
  /** One list a `leaveOut`. */
  readonly leftOut: readonly Uint32Array[];
  /** Rows that fit nothing. */
  readonly unknown: Uint32Array;
}

/** Each row goes to the first `leaveOut`, else the first row mapping, that fits (rule TAPE-20). */
export function findKinds(
  piece: PieceColumns,
  rowCount: number,
  mapping: TapeMapping,
): RowsByMapping {
  const choices = [...mapping.leaveOut, ...mapping.rows].map(({ when }) => whenReader(piece, when));
  const lists: number[][] = [...choices, undefined].map(() => []);
  for (let row = 0; row < rowCount; row += 1) {
    const found = choices.findIndex((fits) => fits(row));
    itemAt(lists, found === -1 ? choices.length : found).push(row);
  }
  const rows = lists.map((list) => Uint32Array.from(list));
  const firstMapped = mapping.leaveOut.length;
  return {
    leftOut: rows.slice(0, firstMapped),
    mapped: rows.slice(firstMapped, choices.length),
    unknown: itemAt(rows, choices.length),
  };
}

type RowTest = (row: number) => boolean;

function whenReader(piece: PieceColumns, when: readonly KindCondition[]): RowTest {
  const tests = when.map((condition): RowTest => {
    const column = columnOf(piece, condition.column);
    const wanted = 'in' in condition;
    const texts = new Set(wanted ? condition.in : condition.notIn);
    return (row) => texts.has(writtenAt(column, row)) === wanted;
  });
  return (row) => tests.every((test) => test(row));
}
