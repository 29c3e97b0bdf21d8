import { fail, issue, ok, type Result } from '@almfes/engine';
import { nearNames } from '../near-name.js';
import type { ReportedBank } from './parse-call-report-quarters.js';

const SHOWN = 6;

/**
 * The bank that a name, a part of it or an IDRSSD means (BACKTEST-10): names it filed under earlier
 * count too, hyphens are spaces. Nothing is guessed. Issue `replay.bank`: none, or more than one,
 * with the names it may be.
 */
export function findReportedBank(
  banks: readonly ReportedBank[],
  text: string,
): Result<ReportedBank> {
  const typed = plain(text);
  const meant = matching(banks, typed);
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return ok(only);
  const expected = 'a bank of library/data/call-report-quarters, by name or IDRSSD';
  return fail(issue('replay.bank', text, expected, candidates(banks, meant, typed)));
}

function matching(banks: readonly ReportedBank[], typed: string): readonly ReportedBank[] {
  if (/^\d{1,9}$/.test(typed)) return banks.filter(({ idrssd }) => idrssd === Number(typed));
  const whole = banks.filter(({ names }) => names.some((name) => plain(name) === typed));
  if (whole.length > 0 || typed === '') return whole;
  return banks.filter(({ names }) =>
    names.some((name) => ` ${plain(name)} `.includes(` ${typed} `)),
  );
}

function candidates(
  banks: readonly ReportedBank[],
  meant: readonly ReportedBank[],
  typed: string,
): string {
  const title = ({ names, idrssd }: ReportedBank) => `${names[0]} (${idrssd})`;
  if (meant.length > 0) return `${meant.length}: ${meant.slice(0, SHOWN).map(title).join('; ')}`;
  const near = nearNames(typed, [...new Set(banks.flatMap(({ names }) => names.map(plain)))]);
  const close = banks.filter(({ names }) => names.some((name) => near.includes(plain(name))));
  return close.length === 0 ? 'no such bank' : `none; near it: ${close.map(title).join('; ')}`;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
