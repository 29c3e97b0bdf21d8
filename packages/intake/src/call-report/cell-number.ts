import { itemAt } from '@almfes/engine';
import type { FieldUnit } from './field/field.js';

/** What a cell of each unit must hold, for issues. */
export const CELL_EXPECTED: Readonly<Record<FieldUnit, string>> = {
  amount: 'a whole number of USD thousand',
  ratio: 'a per cent with a % sign',
  count: 'a whole number',
  election: 'one digit, true or false',
};

/** What `cellNumber` gives for a cell that is neither blank, CONF nor a number of its unit. */
export const NO_NUMBER = Number.POSITIVE_INFINITY;

/** What is withheld from the public, and the two words of a yes-or-no item, in ASCII. */
const CONF = [67, 79, 78, 70] as const;
const TRUE = [116, 114, 117, 101] as const;
const FALSE = [102, 97, 108, 115, 101] as const;

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const POINT = 46;
const PERCENT = 37;
const SPACE = 32;
/** Digits that a float64 holds exactly. */
const MOST_DIGITS = 15;

interface Cell {
  readonly start: number;
  readonly end: number;
}

/**
 * The number in a cell: USD thousand to USD million and per cent to decimal, each with one
 * rounding; a count and a digit as they are. NaN for a blank cell and for CONF (withheld from the
 * public), NO_NUMBER for anything else.
 */
export function cellNumber(bytes: Uint8Array, cell: Cell, unit: FieldUnit): number {
  const { start, end } = trimmed(bytes, cell);
  if (start === end || isWord(bytes, start, end, CONF)) return Number.NaN;
  if (unit === 'election' && isWord(bytes, start, end, TRUE)) return 1;
  if (unit === 'election' && isWord(bytes, start, end, FALSE)) return 0;
  const negative = bytes[start] === MINUS;
  const percent = bytes[end - 1] === PERCENT;
  if (percent !== (unit === 'ratio')) return NO_NUMBER;
  const decimal = decimalOf(bytes, negative ? start + 1 : start, percent ? end - 1 : end);
  if (decimal === undefined) return NO_NUMBER;
  const signed = negative ? 0 - decimal.digits : decimal.digits;
  if (unit === 'ratio') return signed / (decimal.scale * 100);
  if (decimal.scale !== 1) return NO_NUMBER;
  if (unit === 'amount') return signed / 1000;
  return negative || (unit === 'election' && signed > 9) ? NO_NUMBER : signed;
}

/** Digits with at most one point: the whole number they make and the power of ten below it. */
function decimalOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly digits: number; readonly scale: number } | undefined {
  let digits = 0;
  let scale = 1;
  let count = 0;
  let point = false;
  for (let at = start; at < end; at += 1) {
    const byte = itemAt(bytes, at);
    if (byte === POINT && !point && count > 0) {
      point = true;
      continue;
    }
    if (byte < ZERO || byte > NINE) return undefined;
    digits = digits * 10 + (byte - ZERO);
    count += 1;
    if (point) scale *= 10;
  }
  return count === 0 || count > MOST_DIGITS ? undefined : { digits, scale };
}

function trimmed(bytes: Uint8Array, { start, end }: Cell): Cell {
  let from = start;
  let to = end;
  while (from < to && bytes[from] === SPACE) from += 1;
  while (to > from && bytes[to - 1] === SPACE) to -= 1;
  return { start: from, end: to };
}

function isWord(bytes: Uint8Array, start: number, end: number, word: readonly number[]): boolean {
  return end - start === word.length && word.every((byte, at) => bytes[start + at] === byte);
}
