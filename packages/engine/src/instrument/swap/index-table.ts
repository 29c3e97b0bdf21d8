import {
  type BusinessDayCalendar,
  businessDayCalendar,
  type DayCount,
  itemAt,
} from '../../foundation/index.js';
import type { OvernightIndex, RateIndex, TermIndex } from './rate-index.js';

/** What an overnight index is quoted with in a standard swap (rule SWAP-17). */
export interface OvernightSwapConvention {
  readonly index: OvernightIndex;
  readonly paymentLagDays: number;
}

interface OvernightRow {
  readonly id: string;
  readonly calendar: BusinessDayCalendar;
  readonly dayCount: DayCount;
  readonly paymentLagDays: number;
}

const OVERNIGHT_ROWS: readonly OvernightRow[] = [
  {
    id: 'USD-SOFR',
    calendar: businessDayCalendar('us-sofr'),
    dayCount: 'ACT/360',
    paymentLagDays: 2,
  },
  {
    id: 'USD-FED-FUNDS',
    calendar: businessDayCalendar('us-federal-reserve'),
    dayCount: 'ACT/360',
    paymentLagDays: 2,
  },
  {
    id: 'EUR-ESTR',
    calendar: businessDayCalendar('target'),
    dayCount: 'ACT/360',
    paymentLagDays: 1,
  },
  {
    id: 'GBP-SONIA',
    calendar: businessDayCalendar('uk-settlement'),
    dayCount: 'ACT/365F',
    paymentLagDays: 0,
  },
];

/** Overnight indices known by name: each is published on the next business day. */
export const OVERNIGHT_INDICES: readonly OvernightSwapConvention[] = OVERNIGHT_ROWS.map(
  ({ paymentLagDays, ...row }) => ({
    index: { kind: 'overnight', publicationLagDays: 1, ...row },
    paymentLagDays,
  }),
);

const TERM_MONTHS: readonly number[] = [1, 3, 6, 12];

/** Term indices known by name: fixed two business days before, modified following, ACT/360. */
export const TERM_INDICES: readonly TermIndex[] = TERM_MONTHS.flatMap((months) => [
  termIndex(`EUR-EURIBOR-${months}M`, months, businessDayCalendar('target')),
  termIndex(`USD-TERM-SOFR-${months}M`, months, businessDayCalendar('us-government-bond')),
]);

function termIndex(id: string, months: number, calendar: BusinessDayCalendar): TermIndex {
  return {
    kind: 'term',
    id,
    tenor: { count: months, unit: 'M' },
    fixingLagDays: 2,
    calendar,
    convention: 'ModifiedFollowing',
    endOfMonth: true,
    dayCount: 'ACT/360',
  };
}

/** The index of a name in the two tables. Throws RangeError for another name. */
export function rateIndexById(id: string): RateIndex {
  const all: readonly RateIndex[] = [...TERM_INDICES, ...OVERNIGHT_INDICES.map((o) => o.index)];
  return itemAt(
    all,
    all.findIndex((index) => index.id === id),
  );
}
