import { floatAt, isoFromDay, itemAt } from '@almfes/engine';
import { isRequired, type TapeKind, TERM_BOUNDS, type TermName, termOf } from '../mapping/index.js';
import { CELL, type TermCells } from './read-cells.js';
import type { Flaw, RuleId } from './rule.js';
import { seenForm } from './seen-form.js';

/** Cells of the rows of one row mapping in a piece of the tape. */
export interface KindRows {
  readonly kind: TapeKind;
  readonly count: number;
  readonly terms: ReadonlyMap<TermName, TermCells>;
}

export type Flag = (at: number, flaw: Flaw) => void;

/** Days that a date of a contract may be: 1900 to 2199. */
const FIRST_DAY = -25_567;
const LAST_DAY = 84_005;

/** Amounts that are balances: below zero the side or the sign is wrong. */
const BALANCES: readonly TermName[] = [
  'notionalPrincipal',
  'amortisedCost',
  'carryingAmount',
  'insuredAmount',
];

const SUPPORTED_CURRENCY = 'USD';

/** Looks at every row with every rule that needs that row alone (rule TAPE-30). */
export function findFlaws(rows: KindRows, valuationDate: number, flag: Flag): void {
  for (const [name, cells] of rows.terms) flagCells(name, cells, rows, flag);
  flagCurrency(rows, flag);
  flagBalances(rows, flag);
  flagDates(rows, valuationDate, flag);
  flagFloating(rows, flag);
}

function flagCells(name: TermName, cells: TermCells, rows: KindRows, flag: Flag): void {
  const { type, codes, title } = termOf(name);
  const required = isRequired(name, rows.kind);
  const expected = codes === undefined ? `${title}, as the mapping says` : 'a code of the mapping';
  for (let at = 0; at < rows.count; at += 1) {
    const state = itemAt(cells.state, at);
    if (state === CELL.good) {
      if (type !== 'text' && type !== 'code') flagRange(name, cells, at, flag);
    } else if (state !== CELL.nothing) {
      const written = cells.written(at);
      const isUnreadable = state === CELL.unreadable;
      const form = isUnreadable ? seenForm(written, type === 'date' ? 'date' : 'number') : '';
      const rule = isUnreadable ? 'unreadable' : 'unknown-code';
      flag(at, { rule, at: name, expected, got: `"${written}"${form}` });
    } else if (required) {
      flag(at, { rule: 'missing', at: name, expected: title, got: 'nothing' });
    }
  }
}

function flagRange(name: TermName, cells: TermCells, at: number, flag: Flag): void {
  const { type } = termOf(name);
  const value = floatAt(cells.numbers, at);
  if (type === 'date') {
    if (value >= FIRST_DAY && value <= LAST_DAY) return;
    const expected = 'a day from 1900 to 2199';
    flag(at, { rule: 'range', at: name, expected, got: cells.written(at) });
  } else if (type === 'amount' || type === 'rate' || type === 'months') {
    const { min, max, what } = TERM_BOUNDS[type];
    if (value >= min && value <= max) return;
    const expected = `${what} from ${min} to ${max}`;
    flag(at, { rule: 'range', at: name, expected, got: `${value}, of "${cells.written(at)}"` });
  }
}

function flagCurrency({ terms, count }: KindRows, flag: Flag): void {
  const currency = terms.get('currency');
  if (currency === undefined) return;
  for (let at = 0; at < count; at += 1) {
    const got = itemAt(currency.texts, at);
    if (got === SUPPORTED_CURRENCY || got === '') continue;
    flag(at, { rule: 'currency', at: 'currency', expected: SUPPORTED_CURRENCY, got });
  }
}

function flagBalances(rows: KindRows, flag: Flag): void {
  for (const name of BALANCES) {
    flagWhere(
      rows,
      [name],
      ([value = 0]) =>
        value < 0
          ? { rule: 'negative-balance', at: name, expected: 'not below 0', got: String(value) }
          : undefined,
      flag,
    );
  }
  flagWhere(
    rows,
    ['notionalPrincipal'],
    ([value = 0]) =>
      value === 0
        ? { rule: 'zero-balance', at: 'notionalPrincipal', expected: 'above 0', got: '0' }
        : undefined,
    flag,
  );
  flagWhere(
    rows,
    ['insuredAmount', 'notionalPrincipal'],
    ([insured = 0, balance = 0]) =>
      insured > balance && balance >= 0
        ? {
            rule: 'insured-above-balance',
            at: 'insuredAmount',
            expected: `at most ${balance}`,
            got: String(insured),
          }
        : undefined,
    flag,
  );
}

function flagDates(rows: KindRows, valuationDate: number, flag: Flag): void {
  flagWhere(
    rows,
    ['initialExchangeDate', 'maturityDate'],
    ([start = 0, maturity = 0]) =>
      start > maturity
        ? dateFlaw('start-after-maturity', 'initialExchangeDate', start, maturity)
        : undefined,
    flag,
  );
  flagWhere(
    rows,
    ['maturityDate'],
    ([maturity = 0]) =>
      maturity < valuationDate
        ? {
            rule: 'matured',
            at: 'maturityDate',
            expected: `not before ${isoFromDay(valuationDate)}`,
            got: iso(maturity),
          }
        : undefined,
    flag,
  );
  flagWhere(
    rows,
    ['cycleAnchorDateOfRateReset', 'maturityDate'],
    ([reset = 0, maturity = 0]) =>
      reset > maturity
        ? dateFlaw('reset-after-maturity', 'cycleAnchorDateOfRateReset', reset, maturity)
        : undefined,
    flag,
  );
  flagWhere(
    rows,
    ['initialExchangeDate'],
    ([start = 0]) =>
      start > valuationDate
        ? dateFlaw('not-started', 'initialExchangeDate', start, valuationDate)
        : undefined,
    flag,
  );
  flagMaturityMissing(rows, flag);
}

/** Only a contract of type UMP may be without maturity; of other kinds it is required anyway. */
function flagMaturityMissing(rows: KindRows, flag: Flag): void {
  const types = rows.terms.get('contractType');
  const maturity = rows.terms.get('maturityDate');
  if (types === undefined || isRequired('maturityDate', rows.kind)) return;
  for (let at = 0; at < rows.count; at += 1) {
    const type = itemAt(types.texts, at);
    if (type === 'UMP' || type === '' || maturity?.state[at] === CELL.good) continue;
    const there = maturity === undefined ? CELL.nothing : itemAt(maturity.state, at);
    if (there !== CELL.nothing) continue;
    flag(at, {
      rule: 'missing',
      at: 'maturityDate',
      expected: `the maturity of ${type}`,
      got: 'nothing',
    });
  }
}

function flagFloating({ terms, count }: KindRows, flag: Flag): void {
  const types = terms.get('rateType');
  if (types === undefined) return;
  const index = terms.get('rateIndex');
  const reset = terms.get('cycleAnchorDateOfRateReset');
  for (let at = 0; at < count; at += 1) {
    if (itemAt(types.texts, at) !== 'floating') continue;
    const name = index === undefined ? '' : itemAt(index.texts, at);
    if (
      (name === '' || name === 'none') &&
      (index === undefined || index.state[at] !== CELL.unknownCode)
    ) {
      flag(at, {
        rule: 'index-missing',
        at: 'rateIndex',
        expected: 'an index',
        got: name === '' ? 'nothing' : name,
      });
    }
    if (reset === undefined || itemAt(reset.state, at) === CELL.nothing) {
      const expected = 'a date; without it the rate resets from the first month';
      flag(at, {
        rule: 'reset-missing',
        at: 'cycleAnchorDateOfRateReset',
        expected,
        got: 'nothing',
      });
    }
  }
}

/** Applies a test to the rows in which all the named numbers are known. */
function flagWhere(
  { terms, count }: KindRows,
  names: readonly TermName[],
  test: (values: Float64Array) => Flaw | undefined,
  flag: Flag,
): void {
  const columns: TermCells[] = [];
  for (const name of names) {
    const cells = terms.get(name);
    if (cells === undefined) return;
    columns.push(cells);
  }
  const values = new Float64Array(columns.length);
  for (let at = 0; at < count; at += 1) {
    let known = 0;
    for (const { state, numbers } of columns) {
      if (state[at] !== CELL.good) break;
      values[known] = floatAt(numbers, at);
      known += 1;
    }
    const flaw = known === columns.length ? test(values) : undefined;
    if (flaw !== undefined) flag(at, flaw);
  }
}

function dateFlaw(rule: RuleId, at: TermName, day: number, latest: number): Flaw {
  return { rule, at, expected: `not after ${iso(latest)}`, got: iso(day) };
}

/** A day as text; a day far outside the calendar as its number, which `range` tells anyway. */
function iso(day: number): string {
  return day >= FIRST_DAY && day <= LAST_DAY ? isoFromDay(day) : `day ${day}`;
}
