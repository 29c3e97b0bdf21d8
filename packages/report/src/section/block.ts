import { originAt, type Picture, type Table, type TableColumn } from '@almfes/engine';
import type { Block, DocumentColumn, DocumentTable } from '../document.js';
import { formatNumber } from '../format.js';
import { anchor } from './anchor.js';
import { withMarks, withNumbers } from './cell-numbers.js';
import { describePicture } from './picture-description.js';
import { pictureTable } from './picture-table.js';

/** A table with its numbers as text. Throws RangeError on a ragged row or a number not finite. */
export function tableBlock(table: Table, sectionId: string): Block {
  return { kind: 'table', table: formatTable(table, anchor(sectionId, table.id)) };
}

/** A picture with its description in words and its numbers as a table. */
export function pictureBlock(picture: Picture, sectionId: string): Block {
  return {
    kind: 'picture',
    picture,
    description: describePicture(picture),
    data: pictureData(picture, anchor(sectionId, picture.id)),
  };
}

/** The origins of a picture are those of its numbers, which stand in the last columns. */
function pictureData(picture: Picture, id: string): DocumentTable {
  const data = pictureTable(picture, id);
  const words = data.columns.filter(({ align }) => align === 'start').length;
  return withNumbers(data, (row, column) =>
    column < words && isScenario(data.rows[row]?.[column])
      ? undefined
      : originAt(picture.origins, row, Math.max(0, column - words)),
  );
}

function formatTable(table: Table, id: string): DocumentTable {
  const formatted = {
    id,
    title: table.title,
    columns: table.columns.map((column, index) => documentColumn(column, index, table)),
    rows: table.rows.map((row) => formatRow(row, table)),
    notes: withMarks(table.notes, table.noteNumbers),
  };
  return withNumbers(formatted, (row, column) =>
    isScenario(table.rows[row]?.[column]) ? undefined : originAt(table.origins, row, column),
  );
}

/** The id of a parallel shock is a name, though it looks like a change. */
function isScenario(cell: Table['rows'][number][number] | undefined): boolean {
  return typeof cell === 'string' && /^[+-]\d+$/.test(cell);
}

/** Throws RangeError on a row that is longer or shorter than its head. */
function formatRow(row: Table['rows'][number], table: Table): string[] {
  if (row.length !== table.columns.length) {
    throw new RangeError(`${table.id}: ${row.length} cells under ${table.columns.length} heads`);
  }
  return row.map((cell, index) => {
    if (typeof cell === 'string') return cell;
    return formatNumber(cell, table.columns[index]?.unit ?? '');
  });
}

function documentColumn(column: TableColumn, index: number, table: Table): DocumentColumn {
  const hasNumber = table.rows.some((row) => typeof row[index] === 'number');
  const align = hasNumber || column.unit !== '' ? 'end' : 'start';
  return { title: column.title, unit: column.unit, align };
}
