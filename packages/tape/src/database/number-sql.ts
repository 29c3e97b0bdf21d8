import { fail, issue, ok, type Result } from '@almfes/engine';
import type { NumberRequest } from '../column-request.js';
import { sqlNumber, sqlText } from './sql-text.js';

interface NumberAt {
  /** Name of the cell: a number of the file when native, else text. */
  readonly text: string;
  readonly path: string;
  readonly isNative: boolean;
}

interface TypedNumber {
  readonly value: string;
  readonly expected: string;
  readonly isNative: boolean;
}

/**
 * Query text of a scaled number, null where the cell is none (rule TAPE-8): infinite and
 * undefined numbers, and digits in another form than asked, do not fit.
 */
export function numberSql(
  request: NumberRequest,
  { text, path, isNative }: NumberAt,
): Result<TypedNumber> {
  const { scale = 1, decimalMark = '.', groupMark } = request;
  if (!Number.isFinite(scale) || scale === 0) {
    return fail(issue('tape.scale', path, 'a scale that is a number and not 0', String(scale)));
  }
  if (groupMark === decimalMark) {
    return fail(issue('tape.marks', path, 'two different marks', `'${groupMark}' twice`));
  }
  const expected = inWords(request);
  if (isNative) {
    const value = finite(scaled(`cast(${text} as double)`, scale));
    return ok({ value, expected, isNative });
  }
  const matches = `regexp_full_match(${text}, ${sqlText(numberPattern(request))})`;
  const digits = `try_cast(${digitsOf(request, text)} as double)`;
  const signed = request.accounting === true ? negated(digits, text) : digits;
  const value =
    request.percentSign === true
      ? `case when ends_with(${text}, '%') then ${signed} / 100 else ${scaled(signed, scale)} end`
      : scaled(signed, scale);
  return ok({ value: `case when ${matches} then ${finite(value)} end`, expected, isNative });
}

/** Dividing by a whole number rounds once: 5.25 / 100 is 0.0525, 5.25 * 0.01 is not. */
function scaled(value: string, scale: number): string {
  const whole = Math.round(1 / scale);
  if (scale === 1) return value;
  const divides = Math.abs(scale) < 1 && 1 / whole === scale;
  return divides ? `${value} / ${sqlNumber(whole)}` : `${value} * ${sqlNumber(scale)}`;
}

function finite(value: string): string {
  const bounds = ["'nan'", "'inf'", "'-inf'"].map((bound) => `${bound}::double`);
  return bounds.reduce((left, bound) => `nullif(${left}, ${bound})`, value);
}

const escaped = (text: string): string => text.replaceAll(/[^A-Za-z0-9 ]/g, '\\$&');

/** The one form in which digits are allowed. */
function numberPattern(request: NumberRequest): string {
  const { decimalMark = '.', groupMark, currency, percentSign, accounting } = request;
  const mark = escaped(decimalMark);
  const group = groupMark === ' ' ? '[ \\x{A0}\\x{202F}]' : escaped(groupMark ?? '');
  const whole = groupMark === undefined ? '[0-9]+' : `(?:[0-9]+|[0-9]{1,3}(?:${group}[0-9]{3})+)`;
  const digits = `(?:${whole}(?:${mark}[0-9]*)?|${mark}[0-9]+)(?:[eE][-+]?[0-9]+)?`;
  const money = currency === undefined ? '' : `(?:${escaped(currency)})?\\s*`;
  const percent = percentSign === true ? '\\s*%?' : '';
  const plain = `${money}[-+]?${money}${digits}${percent}\\s*${money}`;
  const number = plain.replace(/\\s\*$/, '');
  if (accounting !== true) return number;
  const unsigned = `${money}${digits}${percent}`;
  return `(?:${number}|\\(${unsigned}\\)|${unsigned}-)`;
}

/** The digits in the form a cast understands. */
function digitsOf(request: NumberRequest, text: string): string {
  const { decimalMark = '.', groupMark, currency, percentSign, accounting } = request;
  let digits = text;
  const drop = (pattern: string): void => {
    digits = `regexp_replace(${digits}, ${sqlText(pattern)}, '', 'g')`;
  };
  if (currency !== undefined) digits = `replace(${digits}, ${sqlText(currency)}, '')`;
  if (groupMark !== undefined) drop(groupMark === ' ' ? '[ \\x{A0}\\x{202F}]' : escaped(groupMark));
  if (percentSign === true) drop('\\s*%');
  if (accounting === true) drop('[()]|-$');
  if (currency !== undefined) drop('\\s');
  return decimalMark === '.' ? digits : `replace(${digits}, ${sqlText(decimalMark)}, '.')`;
}

function negated(digits: string, text: string): string {
  return `case when starts_with(${text}, '(') or ends_with(${text}, '-') then -${digits}
    else ${digits} end`;
}

function inWords(request: NumberRequest): string {
  const { decimalMark = '.', groupMark, percentSign, accounting, currency } = request;
  const like = `1${groupMark ?? ''}234${decimalMark}5`;
  const also = [
    ...(percentSign === true ? ['with or without %'] : []),
    ...(accounting === true ? ['or (1) for -1'] : []),
    ...(currency === undefined ? [] : [`with or without ${currency}`]),
  ];
  return [`a number like ${like}`, ...also].join(', ');
}
