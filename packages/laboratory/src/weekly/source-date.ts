import { dayFromIso, issue, type Read, read } from '@almfes/engine';

/** The field begins with the computer: an older year is a slip of the pen. */
const FIRST_YEAR = 1950;
const PRECISION = /^(\d{4})(-\d{2})?(-\d{2})?$/;

/**
 * The first day a date of a source can mean: sources are often known to the year or the month
 * only, and no day is invented. Undefined when the text is no such date.
 */
export function firstDayOf(date: string): number | undefined {
  const [, year, month = '-01', dayOfMonth = '-01'] = PRECISION.exec(date) ?? [];
  if (year === undefined || Number(year) < FIRST_YEAR) return undefined;
  const day = dayFromIso(`${year}${month}${dayOfMonth}`, '');
  return day.ok ? day.value : undefined;
}

/** A date as precise as the source gives it: YYYY, YYYY-MM or YYYY-MM-DD (WEEK-1). */
export const sourceDate: Read<string> = (value, path, issues) => {
  const text = read.text({ min: 1, max: 40 })(value, path, issues);
  if (text === undefined || firstDayOf(text) !== undefined) return text;
  issues.push(
    issue('date', path, `YYYY, YYYY-MM or YYYY-MM-DD from ${FIRST_YEAR} on`, read.describe(text)),
  );
  return undefined;
};
