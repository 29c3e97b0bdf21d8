import { ok, type Result } from '@almfes/engine';
import type { DateRequest } from '../column-request.js';
import { datePatternParts } from '../mapping/date-pattern.js';
import { sqlText } from './sql-text.js';

/** Each token of a pattern: what it must look like, and its name in `strptime`. */
const TOKENS = {
  YYYY: ['[0-9]{4}', '%Y'],
  MMM: ['(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)', '%b'],
  MM: ['[0-9]{2}', '%m'],
  M: ['[0-9]{1,2}', '%m'],
  DD: ['[0-9]{2}', '%d'],
  D: ['[0-9]{1,2}', '%d'],
  HH: ['[0-9]{2}', '%H'],
  mm: ['[0-9]{2}', '%M'],
  ss: ['[0-9]{2}', '%S'],
} as const;

/** Query text of a day since 1970-01-01, null where the text is none (rules TAPE-9, TAPE-23). */
export function dateSql(
  { pattern = 'YYYY-MM-DD' }: DateRequest,
  { text, path }: { readonly text: string; readonly path: string },
): Result<{ readonly value: string; readonly expected: string }> {
  const parts = datePatternParts(pattern, path);
  if (!parts.ok) return parts;
  const looks = parts.value.map((part) =>
    'token' in part ? TOKENS[part.token][0] : part.literal.replace(/[^A-Za-z0-9 ]/, '\\$&'),
  );
  const form = parts.value.map((part) =>
    'token' in part ? TOKENS[part.token][1] : part.literal.replace('%', '%%'),
  );
  const matches = `regexp_full_match(${text}, ${sqlText(looks.join(''))})`;
  const day = `cast(try_strptime(${text}, ${sqlText(form.join(''))}) as date)`;
  const value = `case when ${matches} then ${day} - date '1970-01-01' end`;
  return ok({ value, expected: `a date ${pattern}` });
}
