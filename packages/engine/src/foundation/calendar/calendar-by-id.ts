import { type BusinessDayCalendar, SATURDAY, weekdayOf } from './business-day-calendar.js';

/** Every calendar the engine knows by name. */
export const CALENDAR_IDS = ['none', 'monday-to-friday'] as const;
export type CalendarId = (typeof CALENDAR_IDS)[number];

const CALENDARS: Readonly<Record<CalendarId, BusinessDayCalendar>> = {
  none: { id: 'none', isBusinessDay: () => true },
  'monday-to-friday': {
    id: 'monday-to-friday',
    isBusinessDay: (day) => weekdayOf(day) < SATURDAY,
  },
};

/** `none` has no holiday and no weekend. */
export function businessDayCalendar(id: CalendarId): BusinessDayCalendar {
  return CALENDARS[id];
}
