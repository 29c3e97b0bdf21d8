import { type Issue, isoFromDay, issue, read } from '../../foundation/index.js';

/** First and last day as written in a door. */
export interface LegDates {
  readonly startDate: number;
  readonly endDate: number;
}

const LONGEST_YEARS = 100;
const DAYS_PER_YEAR = 366;

/** False after an issue `leg.dates`: the end is not after the start, or a century later. */
export function isInOrder(dates: LegDates, path: string, issues: Issue[]): boolean {
  const days = dates.endDate - dates.startDate;
  if (days > 0 && days <= LONGEST_YEARS * DAYS_PER_YEAR) return true;
  const expected = `a day after startDate, at most ${LONGEST_YEARS} years`;
  const at = read.pointer(path, 'endDate');
  issues.push(issue('leg.dates', at, expected, isoFromDay(dates.endDate)));
  return false;
}
