import { floatAt, itemAt } from '@almfes/engine';
import type { CallReports, Institution, RefusedReport } from '../call-report/index.js';
import type { SweptPiece } from './start-sweep.js';
import type { SweptBank } from './sweep-bank.js';
import { SWEEP_COLUMNS } from './sweep-columns.js';

/** The baseline of every bank of a quarter: one row a bank and scenario. */
export interface SweepTable {
  readonly quarterEnd: string;
  readonly fileName: string;
  readonly missingSchedules: readonly string[];
  /** Text columns, then number columns of SWEEP_COLUMNS; NaN where there is no value. */
  readonly texts: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly numbers: readonly { readonly name: string; readonly values: Float64Array }[];
  readonly rowCount: number;
  /** Banks in the table. */
  readonly bankCount: number;
  /** Banks that are not, by IDRSSD: refused by the reader, or without a baseline. */
  readonly refused: readonly RefusedReport[];
}

const TEXTS: readonly (readonly [name: string, of: (bank: Institution) => string])[] = [
  ['idrssd', ({ idrssd }) => String(idrssd)],
  ['name', ({ name }) => name],
  ['city', ({ city }) => city],
  ['state', ({ state }) => state],
  ['form', ({ form }) => form],
];

/** All pieces of a sweep, in their order, as one table. */
export function sweepTable(reports: CallReports, pieces: readonly SweptPiece[]): SweepTable {
  const banks = pieces.flatMap((piece) => piece.banks);
  const filers = new Map(reports.institutions.map((filer) => [filer.idrssd, filer]));
  const rows = banks.flatMap((bank) => bank.scenarios.map((scenario) => ({ bank, scenario })));
  const filerOf = ({ idrssd }: SweptBank): Institution => {
    const filer = filers.get(idrssd);
    if (filer === undefined) throw new Error(`no filer ${idrssd}`);
    return filer;
  };
  const refused = [...reports.refused, ...pieces.flatMap((piece) => piece.refused)];
  return {
    quarterEnd: reports.quarterEnd,
    fileName: reports.fileName,
    missingSchedules: reports.missingSchedules,
    texts: [
      ...TEXTS.map(([name, of]) => ({ name, values: rows.map(({ bank }) => of(filerOf(bank))) })),
      { name: 'quarterEnd', values: rows.map(() => reports.quarterEnd) },
      { name: 'scenario', values: rows.map(({ scenario }) => scenario) },
    ],
    numbers: SWEEP_COLUMNS.map(({ name }, at) => ({
      name,
      values: columnOf(banks, rows.length, at),
    })),
    rowCount: rows.length,
    bankCount: banks.length,
    refused: refused.toSorted((a, b) => a.idrssd - b.idrssd),
  };
}

function columnOf(banks: readonly SweptBank[], rowCount: number, column: number): Float64Array {
  const values = new Float64Array(rowCount);
  let row = 0;
  for (const { scenarios, numbers } of banks) {
    for (let at = 0; at < scenarios.length; at += 1) {
      values[row] = floatAt(numbers, at * SWEEP_COLUMNS.length + column);
      row += 1;
    }
  }
  return values;
}

/** The table as CSV (RFC 4180): a header, then a row a bank and scenario; no value is blank. */
export function sweepCsv({ texts, numbers, rowCount }: SweepTable): string {
  const lines = [[...texts, ...numbers].map(({ name }) => name).join(',')];
  for (let row = 0; row < rowCount; row += 1) {
    const cells = texts.map(({ values }) => csvText(itemAt(values, row)));
    for (const { values } of numbers) cells.push(csvNumber(floatAt(values, row)));
    lines.push(cells.join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Banks without a row, one a line an issue: what was expected where, and what was there. */
export function refusedCsv({ refused }: Pick<SweepTable, 'refused'>): string {
  const lines = refused.flatMap(({ idrssd, name, issues }) =>
    issues.map(({ code, path, expected, got }) => [
      String(idrssd),
      name,
      code,
      path,
      expected,
      got,
    ]),
  );
  const header = ['idrssd', 'name', 'code', 'place', 'expected', 'got'];
  return [header, ...lines].map((cells) => `${cells.map(csvText).join(',')}\r\n`).join('');
}

function csvText(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvNumber(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

/** The table for JSON: a bank with its scenarios; null where there is no value. */
export function sweepJson(table: SweepTable) {
  const { quarterEnd, fileName, missingSchedules, refused } = table;
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries([
      ...table.texts.map(({ name, values }) => [name, itemAt(values, row)]),
      ...table.numbers.map(({ name, values }) => [name, finiteOrNull(floatAt(values, row))]),
    ]),
  );
  const columns = SWEEP_COLUMNS.map(({ name, title, unit }) => ({ name, title, unit }));
  return {
    ...{ schema: 'almfes/baseline-sweep/1', quarterEnd, fileName, missingSchedules },
    ...{ columns, rows, refused },
  };
}

function finiteOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
