import { dayFromIso, type Issue, issue, type Read, read } from '@almfes/engine';
import { dateReader } from './date-pattern.js';
import {
  type ColumnSource,
  type ConstantSource,
  NUMERALS,
  type Sign,
  type SignColumn,
  type TermSource,
  UNITS,
} from './tape-mapping.js';
import { type Term, type TermName, type TermType, termOf } from './term.js';

const { list, members, object, objectWith, oneOf, pointer, text } = read;

const columnName: Read<string> = text({ min: 1, max: 300 });
/** A cell as the tape writes it; codes are text, so that 01 stays 01. */
export const cellText: Read<string> = text({ max: 300 });
export const cellTexts: Read<string[]> = list(cellText, 10_000, 1);
export { columnName };

const readSignColumn: Read<SignColumn> = object<SignColumn>({
  column: columnName,
  positive: cellTexts,
  negative: cellTexts,
});

const readSign: Read<Sign> = (value, path, issues) =>
  typeof value === 'string'
    ? oneOf(['reversed'] as const)(value, path, issues)
    : readSignColumn(value, path, issues);

const readCodes: Read<Record<string, string>> = read.table(cellText, 10_000);

/** Keys that a column may have beside `column`, by the type of the term. */
const COLUMN_KEYS: Readonly<Record<TermType, readonly string[]>> = {
  text: ['codes', 'whenEmpty'],
  code: ['codes', 'whenEmpty'],
  amount: ['unit', 'numerals', 'sign', 'codes', 'whenEmpty'],
  rate: ['unit', 'numerals', 'codes', 'whenEmpty'],
  months: ['unit', 'numerals', 'codes', 'whenEmpty'],
  date: ['unit', 'pattern', 'numerals', 'codes', 'whenEmpty'],
};

const readColumn: Read<ColumnSource> = objectWith<{ column: string }, Omit<ColumnSource, 'column'>>(
  { column: columnName },
  {
    unit: oneOf([...UNITS.amount, ...UNITS.rate, ...UNITS.months, ...UNITS.date]),
    pattern: text({ min: 1, max: 40 }),
    numerals: oneOf(NUMERALS),
    sign: readSign,
    codes: readCodes,
    whenEmpty: cellText,
  },
);

/** The source of one term: a constant in our unit, or a column with what its type asks for. */
export function readTermSource(name: TermName): Read<TermSource> {
  const term = termOf(name);
  return (value, path, issues) => {
    const found = members(value, path, issues);
    if (found === undefined) return undefined;
    if (Object.hasOwn(found, 'constant')) return readConstant(term, found, path, issues);
    const before = issues.length;
    read.refuseUnknownKeys(found, ['column', ...COLUMN_KEYS[term.type]], path, issues);
    if (issues.length > before) return undefined;
    const source = readColumn(found, path, issues);
    if (source === undefined) return undefined;
    checkUnit(term, source, path, issues);
    checkCodes(term, source, path, issues);
    return issues.length === before ? source : undefined;
  };
}

/** Amounts, rates and times have a unit; a date has a pattern or the unit of the time left. */
function checkUnit(term: Term, source: ColumnSource, path: string, issues: Issue[]): void {
  const { type } = term;
  if (type === 'text' || type === 'code') return;
  const units: readonly string[] = UNITS[type];
  const at = pointer(path, 'unit');
  if (type === 'date') {
    if ((source.unit === undefined) === (source.pattern === undefined)) {
      const expected = `a pattern of dates, or a unit (${units.join(', ')})`;
      const got = source.unit === undefined ? 'neither' : 'both';
      issues.push(issue('date-pattern', pointer(path, 'pattern'), expected, got));
    } else if (source.pattern !== undefined) {
      const reader = dateReader(source.pattern, pointer(path, 'pattern'));
      if (!reader.ok) issues.push(...reader.issues);
    }
  } else if (source.unit === undefined) {
    issues.push(issue('missing', at, `one of ${units.join(', ')}`, 'nothing'));
  }
  if (source.unit !== undefined && !units.includes(source.unit)) {
    issues.push(issue('enum', at, `one of ${units.join(', ')}`, `"${source.unit}"`));
  }
}

/** What a code of theirs becomes must be a code of ours. */
function checkCodes(term: Term, source: ColumnSource, path: string, issues: Issue[]): void {
  if (term.codes === undefined) return;
  for (const [theirs, ours] of Object.entries(source.codes ?? {})) {
    if (ours === '' || term.codes.includes(ours)) continue;
    const at = pointer(pointer(path, 'codes'), theirs);
    issues.push(issue('enum', at, `one of ${term.codes.join(', ')}`, `"${ours}"`));
  }
}

function readConstant(
  term: Term,
  found: Readonly<Record<string, unknown>>,
  path: string,
  issues: Issue[],
): ConstantSource | undefined {
  const before = issues.length;
  read.refuseUnknownKeys(found, ['constant'], path, issues);
  const at = pointer(path, 'constant');
  const constant = constantReader(term)(found.constant, at, issues);
  return issues.length === before && constant !== undefined ? { constant } : undefined;
}

/** Bounds of a value of each type of number, in our unit; a rate in per cent falls outside. */
export const TERM_BOUNDS = {
  amount: { min: -1e9, max: 1e9, what: 'USD million' },
  rate: { min: -0.05, max: 0.4, what: 'a decimal rate a year' },
  months: { min: 0, max: 1200, what: 'months' },
} as const;

function constantReader(term: Term): Read<string | number> {
  if (term.type === 'text') return text({ min: 1, max: 120 });
  if (term.type === 'code') return oneOf(term.codes ?? []);
  if (term.type === 'date') return isoDate;
  return read.number(TERM_BOUNDS[term.type]);
}

const isoDate: Read<string> = (value, path, issues) => {
  const day = typeof value === 'string' ? dayFromIso(value, path) : undefined;
  if (day?.ok === true && typeof value === 'string') return value;
  issues.push(issue('type', path, 'a date YYYY-MM-DD', read.describe(value)));
  return undefined;
};
