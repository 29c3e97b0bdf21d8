import type { Figure } from '@almfes/engine';
import { isObject } from './json-object.js';

/** One file of `library/data` in its latest vintage, with its passport. */
export interface DataSet {
  /** The file without its ending: `us-treasury-par`. */
  readonly name: string;
  /** The folder of its vintages: `us-treasury-par`, or `deposit-history` of several files. */
  readonly folder: string;
  readonly vintage: string;
  /** Text of the CSV. */
  readonly text: string;
  /** The passport of the file, of unknown shape. */
  readonly passport: unknown;
}

const PREFIX = 'data/';
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** How a correction names a data set: `data/us-treasury-par`. */
export function dataName(home: string): string | null {
  return home.startsWith(PREFIX) ? home.slice(PREFIX.length) : null;
}

/** The set that a correction names; undefined where there is none, or where it names a case. */
export function dataSetOf(home: string, sets: readonly DataSet[]): DataSet | undefined {
  const name = dataName(home);
  return name === null ? undefined : sets.find((each) => each.name === name);
}

/** One number of a data set: its place in the text, and its row by the names of the columns. */
export interface DataCell {
  /** `2022-12-30.10Y`: the cells that name the row, then the column. */
  readonly id: string;
  readonly line: number;
  readonly column: string;
  readonly value: number;
  readonly row: Readonly<Record<string, string>>;
}

/**
 * Every number of a data set that stands in a row of its own name: the fewest first columns that
 * tell all rows apart. Rows with quoted cells are left out.
 */
export function dataCells({ text }: DataSet): readonly DataCell[] {
  const [header = '', ...lines] = text.split(/\r?\n/);
  const columns = header.split(',');
  const rows = lines
    .map((line, index) => ({ cells: line.split(','), line: index + 2, isPlain: !/"/.test(line) }))
    .filter(({ cells, isPlain }) => isPlain && cells.length === columns.length);
  const keys = keyLength(rows.map(({ cells }) => cells));
  return rows.flatMap(({ cells, line }) => {
    const row = Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']));
    const key = cells.slice(0, keys).join('.');
    return columns.slice(keys).flatMap((column): DataCell[] => {
      const cell = row[column] ?? '';
      if (!NUMBER.test(cell)) return [];
      return [{ id: `${key}.${column}`, line, column, value: Number(cell), row }];
    });
  });
}

function keyLength(rows: readonly (readonly string[])[]): number {
  const columns = rows[0]?.length ?? 0;
  for (let count = 1; count < columns; count += 1) {
    const names = new Set(rows.map((cells) => cells.slice(0, count).join('.')));
    if (names.size === rows.length) return count;
  }
  return columns;
}

/** The numbers of a data set as figures, each with what the passport of the file says of it. */
export function dataFigures(set: DataSet): Readonly<Record<string, Figure>> {
  const passport = isObject(set.passport) ? set.passport : {};
  const word = (key: string): string => {
    const found = passport[key];
    return typeof found === 'string' ? found : '';
  };
  const figures = dataCells(set).map(({ id, column, value, row }): [string, Figure] => {
    const named = /^column (\S+)$/.exec(word('knownFrom'))?.[1];
    const knownFrom = named === undefined ? word('knownFrom') : (row[named] ?? '');
    const days = Object.values(row).filter((cell) => ISO_DATE.test(cell) && cell <= knownFrom);
    return [
      id,
      {
        ...{ label: `${set.name}, ${id}`, value, unit: unitOf(column, passport.fields) },
        ...{ asOf: days[0] ?? knownFrom, knownFrom, document: word('document') },
        ...{ locator: `${set.name}.csv, column ${column}`, url: word('url') },
        ...{ confidence: 'seen-secondary', role: 'input' },
      },
    ];
  });
  return Object.fromEntries(figures);
}

/** The set as the figures of a case are given. */
export function dataFile(set: DataSet): object {
  return { schema: 'almfes/figures/1', figures: dataFigures(set) };
}

/** Percent where the column or its meaning says so; else the meaning is in the passport. */
function unitOf(column: string, fields: unknown): string {
  const found = isObject(fields) ? fields : {};
  const meaning = Object.entries(found).find(([name]) => name.split(/[\s,]+/).includes(column));
  const words = `${column} ${String(meaning?.[1] ?? '')}`;
  return /percent/i.test(words) ? 'percent' : 'as the passport of the file says';
}

/** The set with numbers put in the place of others; what else the text says stays. */
export function withCells(set: DataSet, cells: readonly DataCell[], value: number): DataSet {
  const columns = (set.text.split(/\r?\n/, 1)[0] ?? '').split(',');
  const lines = set.text.split('\n');
  for (const { line, column } of cells) {
    const text = lines[line - 1] ?? '';
    const end = text.endsWith('\r') ? '\r' : '';
    const changed = text.trimEnd().split(',').with(columns.indexOf(column), String(value));
    lines[line - 1] = `${changed.join(',')}${end}`;
  }
  return { ...set, text: lines.join('\n') };
}
