import { fail, issue, ok, type Result } from '@almfes/engine';
import type {
  BooleanRequest,
  ColumnRequest,
  DateRequest,
  NumberRequest,
} from '../column-request.js';
import { dateSql } from './date-sql.js';
import { numberSql } from './number-sql.js';
import { sqlName, sqlText, sqlTexts } from './sql-text.js';
import type { StoredColumn } from './stored-column.js';

/**
 * Query texts of one requested column, over the names that `cellsFrom` gives: each expression is
 * worked out once a row, whoever uses it.
 */
export interface CellSql {
  readonly request: ColumnRequest;
  /** What fits, in words. */
  readonly expected: string;
  /** What is taken from the stored row, with the names under which it is. */
  readonly stored: string;
  /** The stored column itself. */
  readonly column: string;
  readonly storedName: string;
  readonly absentText: string;
  readonly valueText: string;
  /** Name of the typed value: null where the cell holds nothing or does not fit. */
  readonly value: string;
  /** Name of the flag that the cell holds nothing. */
  readonly absent: string;
  /** True where the cell holds something that does not fit. */
  readonly unfit: string;
  /** True where the cell is a reason to refuse the row. */
  readonly refused: string;
  /** As written, without the blanks around it; null where there is nothing. */
  readonly text: string;
}

/**
 * The source of a query over cells: their values, flags and texts, and `stored`, the row. Rows are
 * those of the whole tape, or of another source that has the columns and a `rowid`.
 */
export function cellsFrom(cells: readonly CellSql[], rows = 'tape'): string {
  const outer = cells.flatMap((cell) => {
    const { storedName, absentText, absent, valueText, value } = cell;
    return [storedName, `${absentText} as ${absent}`, `${valueText} as ${value}`];
  });
  const inner = cells.map(({ stored, storedName }) => `${stored} as ${storedName}`);
  return `(select ${['stored', ...outer].join(', ')}
    from (select ${['rowid as stored', ...inner].join(', ')} from ${rows}))`;
}

/** Blanks around a cell, with the ones a spreadsheet or web page leaves. */
const BLANKS = ' \t\r\n\u00A0\uFEFF';
const NEEDS_TRIMMING = '^[\\s\\x{A0}\\x{FEFF}]|[\\s\\x{A0}\\x{FEFF}]$';
const YES = ['true', 'yes', 'y', 't', '1'];
const NO = ['false', 'no', 'n', 'f', '0'];

interface CellPlace {
  readonly fileName: string;
  readonly columns: readonly StoredColumn[];
  /** Cells of one query have different numbers. */
  readonly index: number;
}

/** A request against the column that is stored under its name, or an issue that names it. */
export function cellSql(
  request: ColumnRequest,
  { fileName, columns, index }: CellPlace,
): Result<CellSql> {
  const path = `${fileName} column ${JSON.stringify(request.name)}`;
  const column = columns.find(({ name }) => name === request.name);
  if (column === undefined) {
    const there = columns.map(({ name }) => name).slice(0, 40);
    return fail(issue('tape.column', path, `one of ${there.join(', ')}`, 'no such column'));
  }
  if (column.type === 'other') {
    return fail(issue('tape.column-type', path, 'numbers, text, days or flags', column.storedAs));
  }
  const storedName = `t${index}`;
  const typed = typedSql(request, column, { text: storedName, path });
  if (!typed.ok) return typed;
  const nothing = (request.nothing ?? []).filter((token) => token !== '');
  const isNative = typed.value.isNative === true && nothing.length === 0;
  const value = `v${index}`;
  const absent = `a${index}`;
  const unfit = `(not ${absent} and ${value} is null)`;
  return ok({
    ...{ request, expected: typed.value.expected, storedName, value, absent, unfit },
    column: sqlName(column.id),
    stored: isNative ? sqlName(column.id) : textOf(column, nothing),
    absentText: `${storedName} is null`,
    valueText: typed.value.value,
    refused: request.required === true ? `(${absent} or ${unfit})` : unfit,
    text: isNative ? `cast(${storedName} as varchar)` : storedName,
  });
}

/** Trimming each cell of ten columns takes as long as all else together: few need it. */
function trimmedText(text: string): string {
  const needs = `regexp_matches(${text}, ${sqlText(NEEDS_TRIMMING)})`;
  return `nullif(case when ${needs} then trim(${text}, ${sqlText(BLANKS)}) else ${text} end, '')`;
}

/** The cell as text without the blanks around it; null where it holds nothing. */
function textOf({ id, type }: StoredColumn, nothing: readonly string[]): string {
  const name = sqlName(id);
  const plain = (): string => {
    if (type === 'text') return trimmedText(`cast(${name} as varchar)`);
    if (type !== 'number') return `cast(${name} as varchar)`;
    const whole = `${name} = trunc(${name}) and abs(${name}) < 9007199254740992`;
    return `case when ${whole} then cast(cast(${name} as bigint) as varchar)
      else cast(${name} as varchar) end`;
  };
  return nothing.reduce((text, token) => `nullif(${text}, ${sqlText(token)})`, plain());
}

interface Typed {
  readonly value: string;
  readonly expected: string;
  /** The file holds the type asked: it is taken as it is, not by its text. */
  readonly isNative?: boolean;
}

interface TextAt {
  readonly text: string;
  readonly path: string;
}

function typedSql(request: ColumnRequest, column: StoredColumn, at: TextAt): Result<Typed> {
  if (request.as === 'text') return ok({ value: at.text, expected: 'text' });
  if (request.as === 'boolean') return ok(booleanSql(request, column, at.text));
  if (request.as === 'number') return numberOf(request, column, at);
  return dateOf(request, column, at);
}

const hasTokens = ({ nothing = [] }: ColumnRequest): boolean => nothing.some((one) => one !== '');

/** Marks are of digits as text: a number of the file with words for nothing is read as digits. */
function numberOf(request: NumberRequest, column: StoredColumn, at: TextAt): Result<Typed> {
  if (column.type !== 'number') return numberSql(request, { ...at, isNative: false });
  if (!hasTokens(request)) return numberSql(request, { ...at, isNative: true });
  const { name, as, scale = 1 } = request;
  return numberSql({ name, as, scale }, { ...at, isNative: false });
}

function dateOf(request: DateRequest, column: StoredColumn, at: TextAt): Result<Typed> {
  if (column.type !== 'date') return dateSql(request, at);
  const value = `(cast(${at.text} as date) - date '1970-01-01')`;
  return ok({ value, expected: 'a date', isNative: true });
}

function booleanSql(request: BooleanRequest, { type }: StoredColumn, text: string): Typed {
  const { yes = YES, no = NO } = request;
  if (type === 'boolean' && !hasTokens(request))
    return { value: text, expected: 'a flag', isNative: true };
  const low = (words: readonly string[]): string =>
    sqlTexts(words.map((word) => word.toLowerCase()));
  const value = `case when lower(${text}) in ${low(yes)} then true
    when lower(${text}) in ${low(no)} then false end`;
  return { value, expected: `one of ${[...yes, ...no].join(', ')}` };
}
