/** What a workbook library says of one cell; which library it is stays behind this type. */
export type SheetCell =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly number: number; readonly format: string }
  | { readonly is: 'flag'; readonly flag: boolean }
  /** Milliseconds since 1970-01-01, as if the sheet stood in UTC. */
  | { readonly is: 'date'; readonly time: number }
  | { readonly is: 'formula'; readonly formula: string; readonly result: string }
  | { readonly is: 'error'; readonly error: string };

export interface SheetRow {
  /** As the sheet counts, from 1. */
  readonly row: number;
  /** Cells that hold something, by column, from 1. */
  readonly cells: ReadonlyMap<number, SheetCell>;
}

export interface Sheet {
  readonly name: string;
  /** Ranges of merged cells, such as A5:B5. */
  readonly merged: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** The sheets of a workbook; throws when the bytes are none. */
export type WorkbookReader = (bytes: Uint8Array) => Promise<readonly Sheet[]>;

/** A cell's address as sheets write it: column 28 of row 3 is AB3. */
export function cellAddress(row: number, column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** A cell as text, as a CSV file of the sheet would have it; a percentage keeps its sign. */
export function cellText(cell: SheetCell): string {
  if (cell.is === 'text') return cell.text;
  if (cell.is === 'flag') return String(cell.flag);
  if (cell.is === 'date') return dateText(cell.time);
  if (cell.is === 'number') {
    const isPercent = cell.format.replace(/"[^"]*"|\\./g, '').includes('%');
    return isPercent ? `${shifted(cell.number)}%` : String(cell.number);
  }
  throw new Error(`a cell that is a ${cell.is} is refused before it is written`);
}

function dateText(time: number): string {
  const iso = new Date(time).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** A hundred times a number, by moving the mark in its digits: 0.07 is 7, not 7.000000000000001. */
function shifted(value: number): string {
  const [digits = '0', exponent = '0'] = value.toExponential().split('e');
  return String(Number(`${digits}e${Number(exponent) + 2}`));
}
