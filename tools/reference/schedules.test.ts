import {
  type BusinessDayConvention,
  type CdsRule,
  cdsMaturity,
  type Schedule,
  type ScheduleRule,
  type ScheduleTerms,
  schedule,
  scheduleAfter,
  scheduleUntil,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { calendarOf, dayOf, isoOf, periodOf, successOf } from './date.test-fixture.js';
import { hasReference, reference } from './reference.test-fixture.js';

interface Case {
  readonly test?: string;
  readonly rule: ScheduleRule;
  readonly endOfMonth: boolean;
  readonly convention: BusinessDayConvention;
  readonly terminationConvention: BusinessDayConvention;
  readonly calendar: string;
  readonly start: string;
  readonly end: string;
  readonly tenor: string;
  readonly firstDate?: string | null;
  readonly nextToLast?: string | null;
  readonly expected: readonly string[];
  readonly isRegular?: readonly boolean[];
  readonly firstPeriodRegular?: boolean;
  readonly lastPeriodRegular?: boolean;
}

interface CdsCase {
  readonly tradeDate: string;
  readonly tenor: string;
  readonly rule: CdsRule;
  readonly expectedStart: string | null;
  readonly expectedMaturity: string | null;
}

interface File {
  readonly testsuite_cases: readonly Case[];
  readonly computed_cases: { readonly cases: readonly Case[] };
  readonly cds_grid: { readonly cases: readonly CdsCase[] };
}

/** The library takes a tenor of nothing, paid once, as its rule of one period. */
function termsOf(one: Case): ScheduleTerms {
  const tenor = periodOf(one.tenor);
  return {
    start: dayOf(one.start),
    end: dayOf(one.end),
    tenor,
    rule: tenor.count === 0 ? 'Zero' : one.rule,
    endOfMonth: one.endOfMonth,
    convention: one.convention,
    terminationConvention: one.terminationConvention,
    calendar: calendarOf(one.calendar),
    ...(one.firstDate ? { firstDay: dayOf(one.firstDate) } : {}),
    ...(one.nextToLast ? { nextToLastDay: dayOf(one.nextToLast) } : {}),
  };
}

/** The two parts of a schedule cut at a day, joined without that day. */
function cutAndJoined(whole: Schedule, day: number): number[] {
  const until = successOf(scheduleUntil(whole, day)).days.filter((one) => one !== day);
  const after = successOf(scheduleAfter(whole, day)).days.filter((one) => one !== day);
  return [...until, ...after];
}

function check(one: Case): void {
  const told = JSON.stringify({ ...one, expected: one.expected.length });
  const made = successOf(schedule(termsOf(one)));
  const cut = /until\(([\d-]{10})\)/.exec(one.test ?? '')?.[1];
  const days = cut === undefined ? made.days : cutAndJoined(made, dayOf(cut));
  expect(isoOf(days), told).toEqual(one.expected);
  if (one.isRegular !== undefined) expect(made.isRegular, told).toEqual(one.isRegular);
  if (one.lastPeriodRegular !== undefined) {
    expect(made.isRegular.at(-1), told).toBe(one.lastPeriodRegular);
  }
  if (one.firstPeriodRegular !== undefined) {
    expect(made.isRegular[0], told).toBe(one.firstPeriodRegular);
  }
}

/** Protection as the file's note has it: quarters, weekends, Following, end unadjusted. */
function checkCds(one: CdsCase): void {
  const told = JSON.stringify(one);
  const maturity = cdsMaturity(dayOf(one.tradeDate), periodOf(one.tenor), one.rule);
  if (one.expectedMaturity === null) {
    expect(maturity.ok, told).toBe(false);
    return;
  }
  expect(isoOf([successOf(maturity)]), told).toEqual([one.expectedMaturity]);
  const made = schedule({
    start: dayOf(one.tradeDate),
    end: successOf(maturity),
    tenor: { count: 3, unit: 'M' },
    rule: one.rule,
    endOfMonth: false,
    convention: 'Following',
    terminationConvention: 'Unadjusted',
    calendar: calendarOf('WeekendsOnly'),
  });
  const { days } = successOf(made);
  expect(isoOf(days.slice(0, 1)), told).toEqual([one.expectedStart]);
  expect(isoOf(days.slice(-1)), told).toEqual([one.expectedMaturity]);
}

const file = hasReference ? reference<File>('schedules.json') : undefined;

describe.skipIf(!hasReference)('schedules of another library (needs ../shared)', () => {
  it.each(file?.testsuite_cases ?? [])(
    'SCHEDULE-1, SCHEDULE-2, SCHEDULE-4, SCHEDULE-9: $test $rule $start $end $convention',
    check,
  );

  it.each(file?.computed_cases.cases ?? [])(
    'SCHEDULE-1, SCHEDULE-2, SCHEDULE-3: $rule $calendar $start $end $tenor $convention',
    check,
  );

  it('SCHEDULE-6, SCHEDULE-8: every row of the grid of credit default swaps', () => {
    for (const one of file?.cds_grid.cases ?? []) checkCds(one);
    expect(file?.cds_grid.cases.length).toBeGreaterThan(0);
  });
});
