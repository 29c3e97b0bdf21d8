import {
  addBusinessDays,
  type BusinessDayCalendar,
  businessDayCalendar,
  type CalendarId,
  type Compounding,
  DAY_COUNTS,
  type DatedCurve,
  type DayCount,
  dayFromIso,
  type ExDividendPeriod,
  type FixedRateBond,
  flatCurve,
  type Result,
  type YieldConvention,
} from '@almfes/engine';
import { type Fields, numberNamed, proseOf, textNamed } from './case-field.test-fixture.js';

export function successOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

export const dayOf = (iso: string): number => successOf(dayFromIso(iso));

const CALENDAR_WORDS: readonly (readonly [RegExp, CalendarId])[] = [
  [/\b(null|none)/i, 'none'],
  [/\b(us|usd|united states|gov(ernmen)?t bond)\b/i, 'us-government-bond'],
  [/\b(uk|united ?kingdom)\b/i, 'uk-settlement'],
  [/brazil/i, 'brazil-settlement'],
  [/target/i, 'target'],
];

/** The calendar a text names; where it names one for some cases and one for others, the last. */
function calendarIn(text: string | undefined): BusinessDayCalendar {
  const named = text?.split('/').at(-1);
  if (named === undefined) return businessDayCalendar('none');
  const found = CALENDAR_WORDS.find(([word]) => word.test(named));
  if (found === undefined) throw new Error(`unknown calendar ${text}`);
  return businessDayCalendar(found[1]);
}

const FREQUENCIES: readonly (readonly [RegExp, number])[] = [
  [/semi-?annual/i, 2],
  [/quarterly/i, 4],
  [/monthly/i, 12],
  [/annual|yearly/i, 1],
];

/** Compounding periods a year named in a text; a number is taken as it is. */
function frequencyIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  return FREQUENCIES.find(([word]) => word.test(value))?.[1];
}

function dayCountIn(text: string | undefined): DayCount | undefined {
  if (text === undefined) return undefined;
  const longestFirst = DAY_COUNTS.toSorted((a, b) => b.length - a.length);
  return longestFirst.find((name) => text.toUpperCase().includes(name.toUpperCase()));
}

/** `flat 3% continuous ACT/360 from 2004-11-22`. */
export function flatCurveIn(text: string): DatedCurve {
  const percent = /flat ([\d.]+)\s*%/i.exec(text)?.[1];
  const from = /from (\d{4}-\d{2}-\d{2})/.exec(text)?.[1];
  const dayCount = dayCountIn(text);
  if (percent === undefined || from === undefined || dayCount === undefined) {
    throw new Error(`unknown curve: ${text}`);
  }
  const compounding = compoundingIn(text) ?? 'continuous';
  return flatCurve({
    referenceDay: dayOf(from),
    rate: Number(percent) / 100,
    convention: { compounding, frequencyPerYear: frequencyIn(text) ?? 0, dayCount },
  });
}

function compoundingIn(text: string): Compounding | undefined {
  if (/continuous/i.test(text)) return 'continuous';
  if (/compounded/i.test(text)) return 'compounded';
  return /simple/i.test(text) ? 'simple' : undefined;
}

/** `6D business days UK`, `7D calendar days`. */
function exDividendIn(text: string | undefined): ExDividendPeriod | undefined {
  const count = /(\d+)\s*D/i.exec(text ?? '')?.[1];
  if (text === undefined || count === undefined) return undefined;
  const isBusiness = /business/i.test(text);
  return {
    count: Number(count),
    unit: isBusiness ? 'business-days' : 'calendar-days',
    calendar: isBusiness ? calendarIn(text) : businessDayCalendar('none'),
  };
}

const isoIn = (inputs: Fields, pattern: RegExp): number | undefined => {
  const text = textNamed(inputs, pattern);
  return text === undefined ? undefined : dayOf(text);
};

/** The settlement a case states, or its evaluation day and the days to settlement. */
export const settlementIn = (inputs: Fields): number => {
  const stated = isoIn(inputs, /^settle(ment(Date)?)?$/);
  if (stated !== undefined) return stated;
  const evaluated = isoIn(inputs, /^evaluation/);
  const days = numberNamed(inputs, /^settlementDays/);
  if (evaluated === undefined || days === undefined) {
    throw new Error(`no settlement in ${JSON.stringify(inputs)}`);
  }
  return addBusinessDays(evaluated, days, calendarOf(inputs));
};

function calendarOf(inputs: Fields): BusinessDayCalendar {
  return calendarIn(
    textNamed(inputs, /^scheduleCalendar/) ??
      textNamed(inputs, /^calendar/) ??
      textNamed(inputs, /^settlementCalendar/) ??
      (/brazil/i.test(proseOf(inputs)) ? 'Brazil' : undefined),
  );
}

interface CouponWords {
  readonly rates: readonly number[];
  readonly isAnnualCompounded: boolean;
}

/** A rate, a list of rates, or `10% annual effective, …`; a bond without coupon has rate zero. */
function couponsIn(inputs: Fields): CouponWords {
  const { coupon, coupons } = inputs;
  if (Array.isArray(coupons)) return { rates: coupons.map(Number), isAnnualCompounded: false };
  if (typeof coupon === 'number') return { rates: [coupon], isAnnualCompounded: false };
  if (coupon === undefined) return { rates: [0], isAnnualCompounded: false };
  const percent = /([\d.]+)\s*%/.exec(String(coupon))?.[1];
  if (percent === undefined) throw new Error(`unknown coupon ${String(coupon)}`);
  const isAnnualCompounded = /annual (effective|compounded)/i.test(String(coupon));
  return { rates: [Number(percent) / 100], isAnnualCompounded };
}

const PAYMENT = /^payment(Convention|Adjustment)/;

/** The bond of a case, whatever subset of terms it states. */
export function bondIn(inputs: Fields): FixedRateBond {
  const { rates, isAnnualCompounded } = couponsIn(inputs);
  const start =
    isoIn(inputs, /^(start|accrualStart|datedDate|dated)/) ?? isoIn(inputs, /^issueDate/);
  const end = isoIn(inputs, /^maturity/);
  if (start === undefined || end === undefined) throw new Error('no start or no maturity');
  const prose = proseOf(inputs);
  const calendar = calendarOf(inputs);
  const couponText = textNamed(inputs, /^coupon$/);
  const frequency =
    frequencyIn(inputs.frequency) ?? frequencyIn(couponText?.split(',').at(-1)) ?? 2;
  const firstDay = isoIn(inputs, /^first(Coupon)?/);
  const nextToLastDay = isoIn(inputs, /^nextToLast/);
  const isForward = /forward/i.test(prose) || inputs.datedDate !== undefined;
  const exDividend = exDividendIn(textNamed(inputs, /^exCoupon|^exDiv/));
  const issueDay = isoIn(inputs, /^issueDate/);
  const paid = textNamed(inputs, PAYMENT) ?? (rates[0] === 0 ? 'ModifiedFollowing' : 'Unadjusted');
  const endOfMonth = inputs.endOfMonth === true || /end of month|month.?end|EOM/i.test(prose);
  const couponDays = couponDaysIn(inputs, prose, { start, end, frequency });
  return {
    coupons: {
      terms: {
        start,
        end,
        tenor: { count: 12 / frequency, unit: 'M' },
        rule: isForward ? 'Forward' : 'Backward',
        endOfMonth,
        convention: 'Unadjusted',
        terminationConvention: 'Unadjusted',
        calendar,
        ...(firstDay === undefined ? {} : { firstDay }),
        ...(nextToLastDay === undefined ? {} : { nextToLastDay }),
      },
      ...(couponDays === undefined ? {} : { couponDays }),
      paymentCalendar: calendar,
      paymentConvention: businessDayConventionIn(paid),
      ...(exDividend === undefined ? {} : { exDividend }),
    },
    rates,
    couponCompounding: isAnnualCompounded ? 'annual' : 'simple',
    dayCount: dayCountIn(textNamed(inputs, /^(coupon)?DayCount/i)) ?? 'ACT/ACT ICMA',
    redemption: numberNamed(inputs, /^redemption/) ?? 100,
    settlement: { days: numberNamed(inputs, /^settlementDays/) ?? 0, calendar },
    ...(issueDay === undefined ? {} : { issueDay }),
  };
}

const CONVENTIONS = ['Unadjusted', 'Following', 'ModifiedFollowing', 'Preceding'] as const;

function businessDayConventionIn(text: string): (typeof CONVENTIONS)[number] {
  const found = CONVENTIONS.find((name) => name.toLowerCase() === text.toLowerCase());
  if (found === undefined) throw new Error(`unknown business day convention ${text}`);
  return found;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly frequency: number;
}

/** Coupon days listed by the case, or month ends with 28 February in every year. */
function couponDaysIn(inputs: Fields, prose: string, span: Span): readonly number[] | undefined {
  const listed = Object.entries(inputs).find(
    ([name, value]) => /dates$/i.test(name) && Array.isArray(value),
  )?.[1];
  if (Array.isArray(listed) && listed.every((item) => /^\d{4}-\d{2}-\d{2}$/.test(String(item)))) {
    return listed.map((item) => dayOf(String(item)));
  }
  const isAlways28 = /28[ -]*feb|feb\w*[ -]*28|02-28/i.test(prose);
  return isAlways28 ? februaryMonthEnds(span) : undefined;
}

/** Month ends counted back from maturity, 29 February read as the 28th. */
function februaryMonthEnds({ start, end, frequency }: Span): number[] {
  const step = 12 / frequency;
  const last = new Date(end * 86_400_000);
  const days: number[] = [];
  for (let back = 0; ; back += step) {
    const month = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - back + 1, 0));
    const isLeapDay = month.getUTCMonth() === 1 && month.getUTCDate() === 29;
    const day = month.getTime() / 86_400_000 - (isLeapDay ? 1 : 0);
    if (day <= start) return [start, ...days];
    days.unshift(day);
  }
}

/** How the yields of a case are counted. */
export function yieldConventionIn(inputs: Fields, words: string): YieldConvention {
  const prose = `${words} ${textNamed(inputs, /^(yieldConvention|compounding)/) ?? ''}`;
  const bondDayCount = dayCountIn(textNamed(inputs, /^(coupon)?DayCount/i)) ?? 'ACT/ACT ICMA';
  return {
    compounding: compoundingIn(words) ?? compoundingIn(prose) ?? 'compounded',
    frequencyPerYear:
      frequencyIn(words) ?? frequencyIn(prose) ?? frequencyIn(inputs.frequency) ?? 2,
    dayCount: dayCountIn(prose) ?? bondDayCount,
    flowDays: 'paid',
    firstPeriod: 'compounded',
    lastPeriod: 'compounded',
    ...(/brazil/i.test(prose) ? { calendar: businessDayCalendar('brazil-settlement') } : {}),
  };
}
