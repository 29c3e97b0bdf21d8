import { type DocumentColumn, type DocumentTable, textOf } from '../document.js';
import { wrap, wrapIndented } from './wrap.js';

const GAP = '  ';
const NARROWEST_WORDS = 12;
/** A head over numbers breaks inside a word before the numbers leave the page. */
const NARROWEST_NUMBERS = 8;

/** A table with more rows than this is told by its first rows, and says where the rest stands. */
const MOST_ROWS = 45;
const FIRST_ROWS = 8;

/** A table in plain letters: words wrap where the room ends, numbers never do. */
export function tableText(wholeTable: DocumentTable, width: number): string {
  const table = withCommonUnit(cut(wholeTable));
  const widths = columnWidths(table, width);
  const rule = '-'.repeat(widths.reduce((sum, each) => sum + each, GAP.length * -1 + gaps(widths)));
  return [
    ...wrap(table.title, width),
    rule,
    linesText(headLines(table.columns, widths), widths, table.columns),
    rule,
    ...table.rows.map((row) => linesText(cellLines(row, widths), widths, table.columns)),
    rule,
    ...table.notes.map((note) => wrapIndented(textOf(note), '  ', width)),
  ].join('\n');
}

/** A longer table is told here by its first rows alone; `--json` has all of them. */
export function isCut({ rows }: DocumentTable): boolean {
  return rows.length > MOST_ROWS;
}

function cut(table: DocumentTable): DocumentTable {
  if (!isCut(table)) return table;
  const left = table.rows.length - FIRST_ROWS;
  const note = `${left} more rows: on the page of the report and in --json.`;
  return { ...table, rows: table.rows.slice(0, FIRST_ROWS), notes: [note, ...table.notes] };
}

/** One unit for all numbers stands once, in the title. */
function withCommonUnit(table: DocumentTable): DocumentTable {
  const units = new Set(
    table.columns.filter(({ align }) => align === 'end').map(({ unit }) => unit),
  );
  const [unit = ''] = units;
  if (units.size !== 1 || unit === '') return table;
  return {
    ...table,
    title: `${table.title} (${unit})`,
    columns: table.columns.map((column) => ({ ...column, unit: '' })),
  };
}

function gaps(widths: readonly number[]): number {
  return widths.length * GAP.length;
}

function headText({ title, unit }: DocumentColumn): string {
  return unit === '' ? title : `${title} ${unit}`.trim();
}

/** Natural widths, then the widest words give way until the table fits or nothing can. */
function columnWidths(table: DocumentTable, width: number): number[] {
  const least = table.columns.map((column, index) => leastWidth(table, column, index));
  const widths = table.columns.map((column, index) =>
    Math.max(least[index] ?? 0, ...columnTexts(table, index).map(size), headWish(column)),
  );
  let excess = widths.reduce((sum, each) => sum + each, gaps(widths) - GAP.length) - width;
  while (excess > 0) {
    const room = widths.map((each, index) => each - (least[index] ?? 0));
    const widest = room.indexOf(Math.max(...room));
    if ((room[widest] ?? 0) <= 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

/** Heads wrap freely: their natural width is that of the longer of title and unit. */
function headWish({ title, unit }: DocumentColumn): number {
  return Math.max(title.length, unit.length);
}

function leastWidth(table: DocumentTable, column: DocumentColumn, index: number): number {
  const head = longestWord(headText(column));
  const texts = columnTexts(table, index);
  if (column.align === 'end') {
    return Math.max(Math.min(head, NARROWEST_NUMBERS), ...texts.map(size));
  }
  const words = Math.max(head, ...texts.map(longestWord));
  return Math.min(words, Math.max(NARROWEST_WORDS, head));
}

function columnTexts(table: DocumentTable, index: number): string[] {
  return table.rows.map((row) => row[index] ?? '');
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+/).map(size));
}

function size(text: string): number {
  return text.length;
}

function cellLines(row: readonly string[], widths: readonly number[]): string[][] {
  return row.map((cell, index) => wrap(cell, Math.max(1, widths[index] ?? 1)));
}

/** Title above unit, standing on the rule beneath. */
function headLines(columns: readonly DocumentColumn[], widths: readonly number[]): string[][] {
  const heads = columns.map(({ title, unit }, index) => {
    const room = Math.max(1, widths[index] ?? 1);
    return [...wrap(title, room), ...(unit === '' ? [] : wrap(unit, room))];
  });
  const height = Math.max(...heads.map((lines) => lines.length));
  return heads.map((lines) => [...Array(height - lines.length).fill(''), ...lines]);
}

/** Cells side by side, each a column of lines. */
function linesText(
  cells: readonly (readonly string[])[],
  widths: readonly number[],
  columns: readonly DocumentColumn[],
): string {
  const height = Math.max(...cells.map((lines) => lines.length));
  const lines: string[] = [];
  for (let line = 0; line < height; line += 1) {
    const parts = cells.map((cell, index) => {
      const text = cell[line] ?? '';
      const room = widths[index] ?? 0;
      return columns[index]?.align === 'end' ? text.padStart(room) : text.padEnd(room);
    });
    lines.push(parts.join(GAP).trimEnd());
  }
  return lines.join('\n');
}
