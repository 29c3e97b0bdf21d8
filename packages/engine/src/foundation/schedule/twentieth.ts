import { addMonths, civilFromDay, dayFromCivil, isoFromDay } from '../calendar-date.js';
import { addPeriod, type Period } from '../period.js';
import { fail, issue, ok, type Result } from '../result.js';
import type { ScheduleRule } from './schedule-terms.js';

/** The rules whose days are twentieths of a month. */
export type TwentiethRule = Extract<
  ScheduleRule,
  'Twentieth' | 'TwentiethIMM' | 'OldCDS' | 'CDS' | 'CDS2015'
>;
export type CdsRule = Extract<TwentiethRule, 'OldCDS' | 'CDS' | 'CDS2015'>;

/** The last twentieth on or before `day`; of March, June, September, December but for Twentieth. */
export function previousTwentieth(day: number, rule: TwentiethRule): number {
  const twentieth = twentiethOf(day);
  const before = twentieth > day ? addMonths(twentieth, -1) : twentieth;
  return rule === 'Twentieth' ? before : addMonths(before, -(civilFromDay(before).month % 3));
}

/** The first twentieth on or after `day`; of March, June, September, December but for Twentieth. */
export function nextTwentieth(day: number, rule: TwentiethRule): number {
  const twentieth = twentiethOf(day);
  const after = twentieth < day ? addMonths(twentieth, 1) : twentieth;
  if (rule === 'Twentieth') return after;
  return addMonths(after, (3 - (civilFromDay(after).month % 3)) % 3);
}

function twentiethOf(day: number): number {
  const { year, month } = civilFromDay(day);
  return dayFromCivil(year, month, 20);
}

/**
 * The maturity of a standard credit default swap of `tenor` traded on `tradeDay` (rule SCHEDULE-8).
 * Issues: `cds.tenor` for a tenor that is not whole quarters or years, or too short for the rule;
 * `cds.matured` where CDS2015 has no contract left of zero months.
 */
export function cdsMaturity(tradeDay: number, tenor: Period, rule: CdsRule): Result<number> {
  const got = `${tenor.count}${tenor.unit}`;
  const isQuarters = tenor.unit === 'Y' || (tenor.unit === 'M' && tenor.count % 3 === 0);
  if (!isQuarters || tenor.count < 0) {
    return fail(issue('cds.tenor', 'tenor', 'a number of years, or of months divisible by 3', got));
  }
  if (rule === 'OldCDS' && tenor.count === 0) {
    return fail(issue('cds.tenor', 'tenor', 'above zero with rule OldCDS', got));
  }
  const roll = previousTwentieth(tradeDay, rule);
  // Since December 2015 contracts roll in March and September only.
  const isBetweenRolls = rule === 'CDS2015' && civilFromDay(roll).month % 6 === 0;
  if (isBetweenRolls && tenor.count === 0) {
    const expected = 'a tenor above zero, since the contract of zero months has matured';
    return fail(issue('cds.matured', 'tenor', expected, `${got} on ${isoFromDay(tradeDay)}`));
  }
  const anchor = isBetweenRolls ? addMonths(roll, -3) : roll;
  return ok(addMonths(addPeriod(anchor, tenor), 3));
}
