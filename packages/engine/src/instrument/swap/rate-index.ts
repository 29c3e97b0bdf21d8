import type {
  BusinessDayCalendar,
  BusinessDayConvention,
  DayCount,
  Period,
} from '../../foundation/index.js';

/** A term rate fixed `fixingLagDays` business days before the deposit it stands for begins. */
export interface TermIndex {
  readonly kind: 'term';
  readonly id: string;
  readonly tenor: Period;
  readonly fixingLagDays: number;
  readonly calendar: BusinessDayCalendar;
  readonly convention: BusinessDayConvention;
  /** A deposit from the last business day of a month ends on the last business day of one. */
  readonly endOfMonth: boolean;
  readonly dayCount: DayCount;
}

/** A rate for one night, published `publicationLagDays` business days after the day it is for. */
export interface OvernightIndex {
  readonly kind: 'overnight';
  readonly id: string;
  readonly calendar: BusinessDayCalendar;
  readonly dayCount: DayCount;
  readonly publicationLagDays: number;
}

export type RateIndex = TermIndex | OvernightIndex;
