import {
  type DayCount,
  type Issue,
  isoFromDay,
  issue,
  type Period,
  parsePeriod,
  type Read,
  read,
} from '../../foundation/index.js';
import { readBusinessDayConvention, readCalendar, readDayCount } from '../parse-convention.js';
import type { CouponSchedule, ExDividendPeriod } from './coupon-periods.js';
import type { SettlementTerms } from './fixed-rate-bond.js';
import {
  STREET_SEMIANNUAL,
  TRUE_SEMIANNUAL,
  UK_DMO,
  US_STREET,
  US_TREASURY,
  type YieldConvention,
} from './yield-convention.js';

const TENOR_MONTHS = [1, 2, 3, 4, 6, 12];

/** The time between coupons: 1, 2, 3, 4, 6 or 12 months. */
const readTenor: Read<Period> = (value, path, issues) => {
  const text = read.text({ min: 2, max: 6 })(value, path, issues);
  if (text === undefined) return undefined;
  const period = parsePeriod(text, path);
  const months = period.ok ? period.value.count * (period.value.unit === 'Y' ? 12 : 1) : 0;
  const isMonths = period.ok && (period.value.unit === 'M' || period.value.unit === 'Y');
  if (isMonths && TENOR_MONTHS.includes(months)) return { count: months, unit: 'M' };
  issues.push(issue('tenor', path, 'one of 1M, 2M, 3M, 4M, 6M, 12M, 1Y', text));
  return undefined;
};

export const readPrice = read.number({ what: 'a price per 100', min: 0, max: 1e4, aboveMin: true });
export const readFace = read.number({ what: 'face in currency', min: -1e15, max: 1e15 });
export const MOST_PERIODS = 1300;

const readExDividend: Read<ExDividendPeriod> = read.object({
  count: read.number({ what: 'days', min: 0, max: 60, integer: true }),
  unit: read.oneOf(['calendar-days', 'business-days'] as const),
  calendar: readCalendar,
});

const readScheduleObject = read.objectWith(
  {
    start: read.day,
    maturity: read.day,
    tenor: readTenor,
    calendar: readCalendar,
    paymentConvention: readBusinessDayConvention,
  },
  {
    rollFrom: read.oneOf(['Backward', 'Forward'] as const),
    endOfMonth: read.flag,
    firstCoupon: read.day,
    lastRegularCoupon: read.day,
    couponDays: read.list(read.day, MOST_PERIODS, 2),
    accrualConvention: readBusinessDayConvention,
    exDividend: readExDividend,
  },
);

/**
 * The days of a bond. Absent keys: coupons roll backward from maturity on the same day of the
 * month, whole periods, accrual days unadjusted, no ex-dividend period (rule BOND-1).
 */
export const readCouponSchedule: Read<CouponSchedule> = (value, path, issues) => {
  const found = readScheduleObject(value, path, issues);
  if (found === undefined) return undefined;
  const before = issues.length;
  checkOrder(found, path, issues);
  if (issues.length > before) return undefined;
  const accrual = found.accrualConvention ?? 'Unadjusted';
  return {
    terms: {
      start: found.start,
      end: found.maturity,
      tenor: found.tenor,
      rule: found.rollFrom ?? 'Backward',
      endOfMonth: found.endOfMonth ?? false,
      convention: accrual,
      terminationConvention: accrual,
      calendar: found.calendar,
      ...(found.firstCoupon === undefined ? {} : { firstDay: found.firstCoupon }),
      ...(found.lastRegularCoupon === undefined ? {} : { nextToLastDay: found.lastRegularCoupon }),
    },
    ...(found.couponDays === undefined ? {} : { couponDays: found.couponDays }),
    paymentCalendar: found.calendar,
    paymentConvention: found.paymentConvention,
    ...(found.exDividend === undefined ? {} : { exDividend: found.exDividend }),
  };
};

interface Ordered {
  readonly start: number;
  readonly maturity: number;
  readonly firstCoupon?: number;
  readonly lastRegularCoupon?: number;
  readonly couponDays?: readonly number[];
}

function checkOrder(found: Ordered, path: string, issues: Issue[]): void {
  const { start, maturity, firstCoupon, lastRegularCoupon, couponDays } = found;
  const say = (key: string, expected: string, got: string): void => {
    issues.push(issue('order', `${path}/${key}`, expected, got));
  };
  if (maturity <= start)
    say('maturity', `a day after start ${isoFromDay(start)}`, isoFromDay(maturity));
  if (maturity - start > 101 * 366) say('maturity', 'at most 101 years after start', 'later');
  for (const [key, day] of Object.entries({ firstCoupon, lastRegularCoupon })) {
    if (day === undefined) continue;
    if (day <= start || day >= maturity)
      say(key, 'a day between start and maturity', isoFromDay(day));
  }
  if (couponDays === undefined) return;
  const isRising = couponDays.every((day, at) => at === 0 || day > (couponDays[at - 1] ?? day));
  if (!isRising) say('couponDays', 'rising days', 'not rising');
  if (couponDays[0] !== start || couponDays.at(-1) !== maturity) {
    say('couponDays', 'days from start to maturity', 'other ends');
  }
}

/** Days to settlement, by the bond's calendar unless another is named. */
export const readSettlement: Read<SettlementTerms> = read.object({
  days: read.number({ what: 'business days', min: 0, max: 30, integer: true }),
  calendar: readCalendar,
});

const NAMED_YIELDS = {
  street: STREET_SEMIANNUAL,
  'us-street': US_STREET,
  'us-treasury': US_TREASURY,
  'uk-dmo': UK_DMO,
  true: TRUE_SEMIANNUAL,
} as const;

const readYieldName = read.oneOf(['street', 'us-street', 'us-treasury', 'uk-dmo', 'true'] as const);

const readYieldObject = read.objectWith(
  {
    compounding: read.oneOf([
      'simple',
      'compounded',
      'continuous',
      'simple-then-compounded',
      'compounded-then-simple',
    ] as const),
    frequencyPerYear: read.oneOf([1, 2, 3, 4, 6, 12] as const),
    dayCount: readDayCount,
    flowDays: read.oneOf(['scheduled', 'paid'] as const),
  },
  { calendar: readCalendar },
);

/**
 * A yield by name, compounding as often as coupons are paid, or spelt out (rule BOND-6). A named
 * yield counts time by coupon periods, of bonds with 30/360 coupons by their own day count.
 */
export function readYield(periodsPerYear: number, couponDayCount: DayCount): Read<YieldConvention> {
  const dayCount = couponDayCount.startsWith('30') ? couponDayCount : 'ACT/ACT ICMA';
  return (value, path, issues) => {
    if (typeof value === 'string') {
      const name = readYieldName(value, path, issues);
      return name === undefined
        ? undefined
        : { ...NAMED_YIELDS[name], frequencyPerYear: periodsPerYear, dayCount };
    }
    const found = readYieldObject(value, path, issues);
    if (found === undefined) return undefined;
    if (found.dayCount === 'BUS/252' && found.calendar === undefined) {
      issues.push(issue('missing', `${path}/calendar`, 'a calendar for BUS/252', 'nothing'));
      return undefined;
    }
    return { ...found, firstPeriod: 'compounded', lastPeriod: 'compounded' };
  };
}
