import { addMonths } from './calendar-date.js';
import { fail, issue, ok, type Result } from './result.js';

/** A length of calendar time: days, weeks, months or years. */
export interface Period {
  readonly count: number;
  readonly unit: 'D' | 'W' | 'M' | 'Y';
}

const PERIOD = /^(-?\d{1,5})([DWMY])$/;
const UNITS = { D: 'D', W: 'W', M: 'M', Y: 'Y' } as const;

/** `3M`, `-2D`, `10Y`: issue `period.format` for anything else. */
export function parsePeriod(text: string, path = 'period'): Result<Period> {
  const parts = PERIOD.exec(text);
  const unit = Object.values(UNITS).find((known) => known === parts?.[2]);
  if (parts === null || unit === undefined) {
    return fail(issue('period.format', path, 'a whole number and one of D, W, M, Y', text));
  }
  return ok({ count: Number(parts[1]) + 0, unit });
}

/** `day` moved by `times` periods at once, in calendar days, months as DATE-3 (rule DATE-5). */
export function addPeriod(day: number, period: Period, times = 1): number {
  const count = period.count * times;
  switch (period.unit) {
    case 'D':
      return day + count;
    case 'W':
      return day + 7 * count;
    case 'M':
      return addMonths(day, count);
    case 'Y':
      return addMonths(day, 12 * count);
  }
}
