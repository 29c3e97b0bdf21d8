import type { Picture, Table, TableColumn } from '@almfes/engine';
import type { Block, DocumentColumn, DocumentTable } from '../document.js';
import { formatNumber } from '../format.js';
import { anchor } from './anchor.js';
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
    data: pictureTable(picture, anchor(sectionId, picture.id)),
  };
}

function formatTable(table: Table, id: string): DocumentTable {
  return {
    id,
    title: table.title,
    columns: table.columns.map((column, index) => documentColumn(column, index, table)),
    rows: table.rows.map((row) => formatRow(row, table)),
    notes: table.notes,
  };
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
