import {
  ACCOUNTING_CLASSES,
  type Book,
  bookFromPositions,
  GROUPS,
  MAX_DISTINCT_NAMES,
  NUMBER_COLUMNS,
  type Position,
  PRINCIPAL_KINDS,
  RATE_INDICES,
  TEXT_COLUMNS,
} from '../balance-sheet/index.js';
import { type Issue, issue, type Read, read, type Shape } from '../foundation/index.js';

const {
  describe,
  flag,
  identifier,
  members,
  modelId,
  number,
  object,
  objectWith,
  oneOf,
  pointer,
  refuseUnknownKeys,
  text,
} = read;

export const MAX_POSITIONS = 1_000_000;
export const MAX_MONTHS = 480;

/** Decimals a year: the bounds catch a rate written in per cent. */
/** Limits of a rate a year. */
export const DECIMAL_RATE = { min: -0.5, max: 1, what: 'a decimal rate' } as const;
export const decimalRate: Read<number> = number(DECIMAL_RATE);
const amount: Read<number> = number({ min: 0, max: 1e12, what: 'USD million' });
const signedAmount: Read<number> = number({ min: -1e12, max: 1e12, what: 'USD million' });
export const month: Read<number> = number({
  min: 0,
  max: MAX_MONTHS,
  integer: true,
  what: 'a month',
});

/** How each term of a position is read, alone. */
export const POSITION_SHAPE: Shape<Position> = {
  id: identifier,
  side: oneOf(['asset', 'liability']),
  group: oneOf(GROUPS),
  product: text({ min: 1, max: 120 }),
  accountingClass: oneOf(ACCOUNTING_CLASSES),
  principal: oneOf(PRINCIPAL_KINDS),
  behaviour: modelId,
  rateIndex: oneOf(RATE_INDICES),
  notionalUsdMillion: amount,
  carryingUsdMillion: signedAmount,
  rate: decimalRate,
  couponRate: decimalRate,
  premium: decimalRate,
  floats: flag,
  resetMonth: month,
  firstPrincipalMonth: month,
  maturityMonth: month,
  noteRate: decimalRate,
  discountSpread: decimalRate,
  reinvestTenorMonths: month,
  reinvestSpread: decimalRate,
  ageMonths: month,
};

/** A position with all its terms. */
export const readPosition: Read<Position> = object(POSITION_SHAPE);

const { id: _id, ...ROW_SHAPE } = POSITION_SHAPE;

/** Some terms of a position. */
export const readRowTerms: Read<Partial<Omit<Position, 'id'>>> = objectWith<
  object,
  Omit<Position, 'id'>
>({}, ROW_SHAPE);

/** Book from a list of positions; issue paths name the position and the term. */
export const readPositions: Read<Book> = (value, path, issues) => {
  if (!Array.isArray(value)) {
    issues.push(issue('type', path, 'a list of positions', describe(value)));
    return undefined;
  }
  if (value.length > MAX_POSITIONS) {
    issues.push(issue('length', path, `at most ${MAX_POSITIONS} positions`, describe(value)));
    return undefined;
  }
  const positions: Position[] = [];
  const before = issues.length;
  for (let row = 0; row < value.length; row += 1) {
    const position = readPosition(value[row], pointer(path, row), issues);
    if (position !== undefined) positions.push(position);
  }
  return issues.length === before ? bookOrIssues(positions, path, issues) : undefined;
};

const COLUMNS = ['id', 'side', 'floats', ...TEXT_COLUMNS, ...NUMBER_COLUMNS] as const;
const sideCode: Read<number> = oneOf([1, -1]);
const floatsCode: Read<number> = oneOf([0, 1]);

/** Book from an object of plain arrays, one a column; issue paths name the column and the row. */
export const readColumns: Read<Book> = (value, path, issues) => {
  const columns = members(value, path, issues);
  if (columns === undefined) return undefined;
  const before = issues.length;
  refuseUnknownKeys(columns, COLUMNS, path, issues);
  const rows = rowCount(columns, path, issues);
  if (issues.length > before) return undefined;
  const positions: Position[] = [];
  for (let row = 0; row < rows; row += 1) {
    const position = readRow(columns, row, path, issues);
    if (position !== undefined) positions.push(position);
  }
  return issues.length === before ? bookOrIssues(positions, path, issues) : undefined;
};

/** The common length of all columns; issues when one is missing, no list, or of another length. */
function rowCount(
  columns: Readonly<Record<string, unknown>>,
  path: string,
  issues: Issue[],
): number {
  const ids = Object.hasOwn(columns, 'id') ? columns.id : undefined;
  const rows = Array.isArray(ids) ? ids.length : 0;
  for (const name of COLUMNS) {
    const at = pointer(path, name);
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (column === undefined) issues.push(issue('missing', at, 'a column', 'nothing'));
    else if (!Array.isArray(column)) {
      issues.push(issue('type', at, 'a list', describe(column)));
    } else if (column.length !== rows) {
      issues.push(issue('length', at, `${rows} rows, as many as ids`, String(column.length)));
    }
  }
  if (rows > MAX_POSITIONS) {
    issues.push(issue('length', path, `at most ${MAX_POSITIONS} positions`, String(rows)));
  }
  return rows;
}

function readRow(
  columns: Readonly<Record<string, unknown>>,
  row: number,
  path: string,
  issues: Issue[],
): Position | undefined {
  const before = issues.length;
  const cell = (name: string): unknown => (columns[name] as readonly unknown[])[row];
  const at = (name: string): string => `${path}/${name}/${row}`;
  const terms: Record<string, unknown> = {
    side: sideCode(cell('side'), at('side'), issues) === 1 ? 'asset' : 'liability',
    floats: floatsCode(cell('floats'), at('floats'), issues) === 1,
  };
  for (const name of ['id', ...TEXT_COLUMNS, ...NUMBER_COLUMNS] as const) {
    terms[name] = POSITION_SHAPE[name](cell(name), at(name), issues);
  }
  return issues.length === before ? (terms as unknown as Position) : undefined;
}

function bookOrIssues(
  positions: readonly Position[],
  path: string,
  issues: Issue[],
): Book | undefined {
  const before = issues.length;
  const seen = new Set<string>();
  for (const { id } of positions) {
    if (seen.has(id)) issues.push(issue('duplicate-id', path, 'unique position ids', id));
    seen.add(id);
  }
  for (const name of TEXT_COLUMNS) {
    const distinct = new Set(positions.map((position) => position[name])).size;
    if (distinct <= MAX_DISTINCT_NAMES) continue;
    const expected = `at most ${MAX_DISTINCT_NAMES} distinct texts in ${name}`;
    issues.push(issue('length', path, expected, String(distinct)));
  }
  return issues.length === before ? bookFromPositions(positions) : undefined;
}
