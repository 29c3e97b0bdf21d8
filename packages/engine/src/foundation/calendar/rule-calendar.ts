import { civilFromDay } from '../calendar-date.js';
import { type BusinessDayCalendar, SATURDAY, weekdayOf } from './business-day-calendar.js';
import { daysOfRule, type HolidayRule } from './holiday-rule.js';

/** About eleven years: the usual horizon of a swap touches two or three blocks. */
const DAYS_PER_BLOCK = 4096;
const BUSINESS = 1;
const CLOSED = 0;

/**
 * A calendar closed on Saturdays, Sundays and the days its rules give (rule CALENDAR-1). Days are
 * worked out a block of years at a time and kept, so that asking again costs an array access; the
 * answer depends on the rules alone. `isBusinessDay` throws RangeError when the day is no integer.
 */
export function calendarFromRules(id: string, rules: readonly HolidayRule[]): BusinessDayCalendar {
  const blocks = new Map<number, Uint8Array>();
  const blockAt = (index: number): Uint8Array => {
    const block = blocks.get(index) ?? blockOfDays(rules, index * DAYS_PER_BLOCK);
    blocks.set(index, block);
    return block;
  };
  let lastIndex = Number.NaN;
  let lastBlock: Uint8Array = new Uint8Array(0);
  const isBusinessDay = (day: number): boolean => {
    const index = Math.floor(day / DAYS_PER_BLOCK);
    if (index !== lastIndex) {
      lastBlock = blockAt(index);
      lastIndex = index;
    }
    const state = lastBlock[day - index * DAYS_PER_BLOCK];
    if (state === undefined) throw new RangeError(`day ${day} is not an integer`);
    return state === BUSINESS;
  };
  return { id, isBusinessDay };
}

/** One flag a day from `firstDay` on. A roll may cross a year's end, hence one year either side. */
function blockOfDays(rules: readonly HolidayRule[], firstDay: number): Uint8Array {
  const block = new Uint8Array(DAYS_PER_BLOCK);
  for (let i = 0; i < DAYS_PER_BLOCK; i += 1) {
    block[i] = weekdayOf(firstDay + i) < SATURDAY ? BUSINESS : CLOSED;
  }
  const lastYear = civilFromDay(firstDay + DAYS_PER_BLOCK - 1).year + 1;
  for (let year = civilFromDay(firstDay).year - 1; year <= lastYear; year += 1) {
    for (const rule of rules) {
      for (const day of daysOfRule(rule, year)) {
        if (day >= firstDay && day < firstDay + DAYS_PER_BLOCK) block[day - firstDay] = CLOSED;
      }
    }
  }
  return block;
}
