import { itemAt } from '@almfes/engine';
import type { Numerals } from '../mapping/index.js';

interface Marks {
  readonly decimal: '.' | ',';
  readonly group: '' | ',' | '.' | ' ';
}

/** The marks of each way to write numbers. */
export const MARKS: Readonly<Record<Numerals, Marks>> = {
  '1234.5': { decimal: '.', group: '' },
  '1234,5': { decimal: ',', group: '' },
  '1,234.5': { decimal: '.', group: ',' },
  '1.234,5': { decimal: ',', group: '.' },
  '1 234,5': { decimal: ',', group: ' ' },
};

const MOST_EXACT_DIGITS = 15;
const MOST_EXACT_POWER = 22;
const PLAIN = /^[-+]?\d+(\.\d+)?([eE][-+]?\d{1,3})?$/;
const POWERS_OF_TEN = Array.from({ length: MOST_EXACT_POWER + 1 }, (_, power) =>
  Number(`1e${power}`),
);

export interface NumberForm {
  readonly numerals: Numerals;
  /** The number is divided by ten to this power: 6 for USD to USD million, 2 for per cent. */
  readonly shift: number;
}

/**
 * The number in a cell divided by a power of ten (rule TAPE-22), rounded once: 1234567 USD and
 * 1234.567 thousand are the same float. NaN when the cell is no number. A minus may stand before or
 * behind, or as parentheses; a per cent sign is read where the unit is per cent (shift 2). Groups
 * must be of three digits. Plain numerals may have an exponent.
 */
export function cellNumber(cell: string, { numerals, shift }: NumberForm): number {
  const text = cell.trim();
  const body = bodyOf(text, shift);
  const { decimal, group } = MARKS[numerals];
  const parts = body.text.split(decimal);
  const [whole = '', fraction = ''] = parts;
  const digits = group === '' ? whole : ungrouped(whole, group);
  const good = parts.length <= 2 && isDigits(digits) && (parts.length === 1 || isDigits(fraction));
  if (!good) return withExponent(text, numerals, shift);
  const significant = (digits + fraction).replace(/^0+/, '');
  const power = fraction.length + shift;
  const size =
    significant.length <= MOST_EXACT_DIGITS && power <= MOST_EXACT_POWER
      ? Number(significant === '' ? '0' : significant) / (POWERS_OF_TEN[power] ?? Number.NaN)
      : Number(`${digits}.${fraction === '' ? '0' : fraction}e-${shift}`);
  return body.negative ? 0 - size : size;
}

const MOST_PLACES = 6;
const MOST_EXACT_INTEGER = 1e15;

/**
 * What `cellNumber` makes of a number's own digits, without writing them. A decimal of at most 15
 * digits that is the number is the one its digits show, since no two such decimals are one float.
 * Undefined where more digits are needed.
 */
export function storedNumber(value: number, shift: number): number | undefined {
  const size = Math.abs(value);
  for (let places = 0; places <= MOST_PLACES; places += 1) {
    const power = itemAt(POWERS_OF_TEN, places);
    const digits = Math.round(size * power);
    if (!(digits < MOST_EXACT_INTEGER)) return undefined;
    if (digits / power !== size) continue;
    const shifted = digits / itemAt(POWERS_OF_TEN, places + shift);
    return value < 0 ? 0 - shifted : shifted;
  }
  return undefined;
}

interface Body {
  readonly text: string;
  readonly negative: boolean;
}

function bodyOf(text: string, shift: number): Body {
  const plain = shift === 2 && text.endsWith('%') ? text.slice(0, -1).trimEnd() : text;
  if (plain.startsWith('(') && plain.endsWith(')')) {
    return { text: plain.slice(1, -1).trim(), negative: true };
  }
  if (plain.startsWith('-')) return { text: plain.slice(1), negative: true };
  if (plain.endsWith('-')) return { text: plain.slice(0, -1), negative: true };
  return { text: plain.startsWith('+') ? plain.slice(1) : plain, negative: false };
}

function isDigits(text: string): boolean {
  if (text === '') return false;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return false;
  }
  return true;
}

/** Digits without the marks between groups of three; empty when the groups are wrong. */
function ungrouped(text: string, mark: string): string {
  const groups = text.split(mark);
  const [first = ''] = groups;
  if (groups.length === 1) return text;
  const good = first.length <= 3 && groups.slice(1).every(({ length }) => length === 3);
  return good ? groups.join('') : '';
}

function withExponent(text: string, numerals: Numerals, shift: number): number {
  if (numerals !== '1234.5' || !PLAIN.test(text)) return Number.NaN;
  const [mantissa = '', exponent = '0'] = text.split(/[eE]/);
  return Number(`${mantissa}e${Number(exponent) - shift}`) + 0;
}
