import { dayFromCivil, daysInMonth, fail, issue, ok, type Result } from '@almfes/engine';

/** Whole days since 1970-01-01 of a text, or undefined when it is no such date. */
export type DateReader = (text: string) => number | undefined;

export type DateToken = 'YYYY' | 'MMM' | 'MM' | 'M' | 'DD' | 'D' | 'HH' | 'mm' | 'ss';
/** A piece of a pattern; a literal is one character. */
export type DatePart = { readonly token: DateToken } | { readonly literal: string };

const TOKENS: readonly DateToken[] = ['YYYY', 'MMM', 'MM', 'DD', 'HH', 'mm', 'ss', 'M', 'D'];
const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const EXPECTED =
  'a pattern of YYYY, MM or M or MMM, and DD or D, each once, with marks between, and HH:mm:ss';

/**
 * A reader of dates of one pattern (rule TAPE-23): `YYYY-MM-DD`, `MM/DD/YYYY`, `D.M.YYYY`,
 * `DD-MMM-YYYY` (English short names, any case), `YYYYMMDD`, `YYYY-MM-DDTHH:mm:ssZ`. MM and DD
 * are two digits, M and D one or two. The time of day is checked and left out. Years of two digits
 * are not read: the century would be a guess.
 */
export function dateReader(pattern: string, path: string): Result<DateReader> {
  const parts = datePatternParts(pattern, path);
  return parts.ok ? ok((text) => dayOf(text, parts.value)) : parts;
}

/** The pieces of a pattern, or an issue when it has no year, month and day. */
export function datePatternParts(pattern: string, path: string): Result<readonly DatePart[]> {
  const parts = partsOf(pattern);
  const tokens = parts.flatMap((part) => ('token' in part ? [part.token] : []));
  const count = (...names: readonly DateToken[]): number =>
    tokens.filter((token) => names.includes(token)).length;
  const whole = count('YYYY') === 1 && count('MMM', 'MM', 'M') === 1 && count('DD', 'D') === 1;
  const once = new Set(tokens).size === tokens.length;
  if (!whole || !once || /[A-Za-z]/.test(literals(parts).replaceAll(/[TZ]/g, ''))) {
    return fail(issue('date-pattern', path, EXPECTED, `"${pattern}"`));
  }
  return ok(parts);
}

function literals(parts: readonly DatePart[]): string {
  return parts.map((part) => ('literal' in part ? part.literal : '')).join('');
}

function partsOf(pattern: string): readonly DatePart[] {
  const parts: DatePart[] = [];
  let at = 0;
  while (at < pattern.length) {
    const token = TOKENS.find((candidate) => pattern.startsWith(candidate, at));
    parts.push(token === undefined ? { literal: pattern.charAt(at) } : { token });
    at += token === undefined ? 1 : token.length;
  }
  return parts;
}

interface Found {
  year: number;
  month: number;
  dayOfMonth: number;
}

function dayOf(text: string, parts: readonly DatePart[]): number | undefined {
  const found: Found = { year: 0, month: 0, dayOfMonth: 0 };
  let at = 0;
  for (const part of parts) {
    const length =
      'literal' in part ? literalAt(text, at, part.literal) : take(text, at, part.token, found);
    if (length === 0) return undefined;
    at += length;
  }
  if (at !== text.length || found.month < 1 || found.month > 12 || found.dayOfMonth < 1) {
    return undefined;
  }
  if (found.dayOfMonth > daysInMonth(found.year, found.month)) return undefined;
  return dayFromCivil(found.year, found.month, found.dayOfMonth);
}

function literalAt(text: string, at: number, literal: string): number {
  return text.startsWith(literal, at) ? 1 : 0;
}

/** Reads a token at a place; the characters it took, 0 when there is none. */
function take(text: string, at: number, token: DateToken, found: Found): number {
  if (token === 'MMM') {
    found.month = MONTH_NAMES.indexOf(text.slice(at, at + 3).toLowerCase()) + 1;
    return found.month === 0 ? 0 : 3;
  }
  const most = token === 'YYYY' ? 4 : 2;
  const least = token === 'M' || token === 'D' ? 1 : most;
  let value = 0;
  let length = 0;
  while (length < most) {
    const digit = text.charCodeAt(at + length) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    value = value * 10 + digit;
    length += 1;
  }
  if (length < least) return 0;
  if (token === 'YYYY') found.year = value;
  else if (token === 'M' || token === 'MM') found.month = value;
  else if (token === 'D' || token === 'DD') found.dayOfMonth = value;
  else if (value > (token === 'HH' ? 24 : 60)) return 0;
  return length;
}
