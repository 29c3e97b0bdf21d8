/** Which days are business days; `id` names the calendar in data and messages. */
export interface BusinessDayCalendar {
  readonly id: string;
  /** `day` is days since 1970-01-01. */
  readonly isBusinessDay: (day: number) => boolean;
}

/** Day 0, 1970-01-01, was a Thursday; 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export const SATURDAY = 5;
export const SUNDAY = 6;

/**
 * A calendar whose holidays are listed one by one (days since 1970-01-01); `weekend` lists
 * weekdays, 0 is Monday. Outside the years of the list only the weekend is known.
 */
export function calendarFromHolidays(
  id: string,
  holidays: readonly number[],
  weekend: readonly number[] = [SATURDAY, SUNDAY],
): BusinessDayCalendar {
  const closed = new Set(holidays);
  const isWeekend = [0, 1, 2, 3, 4, 5, 6].map((weekday) => weekend.includes(weekday));
  return {
    id,
    isBusinessDay: (day) => isWeekend[weekdayOf(day)] === false && !closed.has(day),
  };
}

/** A day is a business day when it is one in every calendar given. */
export function jointCalendar(...calendars: readonly BusinessDayCalendar[]): BusinessDayCalendar {
  return {
    id: calendars.map((calendar) => calendar.id).join('+'),
    isBusinessDay: (day) => calendars.every((calendar) => calendar.isBusinessDay(day)),
  };
}
