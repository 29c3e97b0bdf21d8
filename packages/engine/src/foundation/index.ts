export { arctangent } from './arctangent.js';
export * from './calendar/advance-day.js';
export * from './calendar/business-day.js';
export * from './calendar/business-day-calendar.js';
export * from './calendar/calendar-by-id.js';
export { easterSunday } from './calendar/easter.js';
export * from './calendar-date.js';
export * from './canonical-json.js';
export * from './day-count.js';
export type { Confidence, Figure, FigureRole, Parameter } from './figure.js';
export * from './float-at.js';
export * from './hash.js';
export * from './item-at.js';
export { keyOf } from './key-of.js';
/** Readers of JSON of unknown shape, for every door. */
export type { Read, Shape } from './parse-json.js';
export * as read from './parse-json.js';
export * from './period.js';
export { type Recent, recall, recent } from './recent.js';
export * from './result.js';
export { notionalCouponDays } from './schedule/notional-coupon-days.js';
export * from './schedule/schedule.js';
export {
  SCHEDULE_RULES,
  type ScheduleRule,
  type ScheduleTerms,
} from './schedule/schedule-terms.js';
export * from './schedule/truncate-schedule.js';
export {
  type CdsRule,
  cdsMaturity,
  nextTwentieth,
  previousTwentieth,
  type TwentiethRule,
} from './schedule/twentieth.js';
export * from './transcendental.js';
export * from './units.js';
