import { issue, type Read, read } from '../../foundation/index.js';
import {
  byMember,
  readBusinessDayConvention,
  readBusinessDays,
  readCalendar,
  readDayCount,
  readNotional,
  readPeriod,
  readRate,
} from '../parse-convention.js';
import { isInOrder } from './parse-leg-dates.js';
import { readOvernightIndex, readTermIndex } from './parse-rate-index.js';
import type { PeriodValue, ValueStep } from './period-value.js';
import type {
  FixedLegRate,
  KnownAmount,
  LegTenor,
  NotionalExchange,
  OvernightAveraging,
  OvernightLegRate,
  StubRate,
  SwapLeg,
  TermLegRate,
} from './swap-terms.js';

const MOST_PERIODS = 2000;

/** `term`, or a tenor. */
const readTenor: Read<LegTenor> = (value, path, issues) =>
  value === 'term' ? 'term' : readPeriod(value, path, issues);

/** A number, `{byPeriod}`, `{initial, steps}` or `{initial, changeEachPeriod}` (rule SWAP-3). */
function periodValue(one: Read<number>, change: Read<number>): Read<PeriodValue> {
  const step: Read<ValueStep> = (value, path, issues) => {
    const found = read.object({ fromDate: read.day, value: one })(value, path, issues);
    return found === undefined ? undefined : { fromDay: found.fromDate, value: found.value };
  };
  const readers: Readonly<Record<string, Read<PeriodValue>>> = {
    byPeriod: read.object({ byPeriod: read.list(one, MOST_PERIODS, 1) }),
    steps: read.object({ initial: one, steps: read.list(step, MOST_PERIODS, 1) }),
    changeEachPeriod: read.object({ initial: one, changeEachPeriod: change }),
  };
  return (value, path, issues) => {
    if (typeof value === 'number') return one(value, path, issues);
    const found = read.members(value, path, issues);
    if (found === undefined) return undefined;
    const form = Object.keys(readers).find((key) => Object.hasOwn(found, key));
    if (form === undefined) {
      const expected = `a number or an object with ${Object.keys(readers).join(', ')}`;
      issues.push(issue('type', path, expected, Object.keys(found).join(', ')));
      return undefined;
    }
    return readers[form]?.(value, path, issues);
  };
}

const readNotionals = periodValue(readNotional, read.number({ what: 'an amount' }));
const readRates = periodValue(readRate, readRate);
const gearing = read.number({ what: 'a multiple of the index', min: -10, max: 10 });

const readStubRate: Read<StubRate> = byMember<StubRate>('kind', {
  fixed: read.object({ kind: read.oneOf(['fixed']), rate: readRate }),
  index: read.object({ kind: read.oneOf(['index']), index: readTermIndex }),
  interpolated: read.object({
    kind: read.oneOf(['interpolated']),
    shorter: readTermIndex,
    longer: readTermIndex,
  }),
});

const fixedRate: Read<FixedLegRate> = read.object({
  kind: read.oneOf(['fixed']),
  rate: readRates,
});

const knownAmount: Read<KnownAmount> = read.object({
  kind: read.oneOf(['known-amount']),
  amount: readNotional,
});

/** Absent: no spread, the index once, fixed in advance with the lag of the index. */
const termRate: Read<TermLegRate> = (value, path, issues) => {
  const found = read.objectWith(
    { kind: read.oneOf<'term'>(['term']), index: readTermIndex },
    {
      spread: readRates,
      gearing,
      fixing: read.oneOf<TermLegRate['fixing']>(['in-advance', 'in-arrears']),
      fixingLagDays: readBusinessDays,
      forwardOver: read.oneOf<TermLegRate['forwardOver']>(['index-dates', 'accrual-period']),
      initialStub: readStubRate,
      finalStub: readStubRate,
    },
  )(value, path, issues);
  if (found === undefined) return undefined;
  return {
    spread: 0,
    gearing: 1,
    fixing: 'in-advance',
    fixingLagDays: found.index.fixingLagDays,
    forwardOver: 'index-dates',
    ...found,
  };
};

/** Absent: no spread, the index once, compounded, without lookback and lockout. */
const overnightRate: Read<OvernightLegRate> = (value, path, issues) => {
  const found = read.objectWith(
    { kind: read.oneOf<'overnight'>(['overnight']), index: readOvernightIndex },
    {
      spread: readRates,
      gearing,
      method: read.oneOf<OvernightAveraging['method']>(['compounded', 'averaged', 'averaged-log']),
      lookbackDays: readBusinessDays,
      observationShift: read.flag,
      lockoutDays: readBusinessDays,
    },
  )(value, path, issues);
  if (found === undefined) return undefined;
  const { kind, index, spread = 0, gearing: times = 1 } = found;
  const { method = 'compounded', lookbackDays = 0, lockoutDays = 0 } = found;
  const { observationShift = false } = found;
  const averaging = { method, lookbackDays, observationShift, lockoutDays };
  return { kind, index, spread, gearing: times, averaging };
};

const exchange: Read<NotionalExchange> = read.object({
  initial: read.flag,
  intermediate: read.flag,
  final: read.flag,
});
const NO_EXCHANGE: NotionalExchange = { initial: false, intermediate: false, final: false };

const REQUIRED = {
  side: read.oneOf<SwapLeg['side']>(['pay', 'receive']),
  notional: readNotionals,
  startDate: read.day,
  endDate: read.day,
  accrualTenor: readTenor,
  calendar: readCalendar,
  convention: readBusinessDayConvention,
  dayCount: readDayCount,
  rate: byMember<SwapLeg['rate']>('kind', {
    fixed: fixedRate,
    'known-amount': knownAmount,
    term: termRate,
    overnight: overnightRate,
  }),
};

const OPTIONAL = {
  paymentTenor: readTenor,
  stub: read.oneOf<SwapLeg['schedule']['stub']>([
    'none',
    'short-initial',
    'long-initial',
    'short-final',
    'long-final',
  ]),
  endOfMonth: read.flag,
  terminationConvention: readBusinessDayConvention,
  paymentConvention: readBusinessDayConvention,
  paymentCalendar: readCalendar,
  paymentLagDays: readBusinessDays,
  compounding: read.oneOf<SwapLeg['compounding']>(['none', 'straight', 'flat', 'spread-exclusive']),
  exchange,
};

/**
 * One leg in full (rule SWAP-17). Absent keys mean: paid each accrual period, no stub, no
 * end-of-month rule, one convention and calendar for all days, no payment lag, no compounding, no
 * exchange of notional. Issues name the key; `stub.rate` and `leg.dates` are contradictions.
 */
export const readSwapLeg: Read<SwapLeg> = (value, path, issues) => {
  const found = read.objectWith(REQUIRED, OPTIONAL)(value, path, issues);
  if (found === undefined) return undefined;
  const { stub = 'none', convention, calendar, accrualTenor, rate } = found;
  const before = issues.length;
  isInOrder(found, path, issues);
  refuseStubRates(rate, stub, read.pointer(path, 'rate'), issues);
  if (issues.length > before) return undefined;
  return {
    side: found.side,
    notional: found.notional,
    dayCount: found.dayCount,
    rate,
    compounding: found.compounding ?? 'none',
    exchange: found.exchange ?? NO_EXCHANGE,
    schedule: {
      startDay: found.startDate,
      endDay: found.endDate,
      accrualTenor,
      paymentTenor: found.paymentTenor ?? accrualTenor,
      stub,
      endOfMonth: found.endOfMonth ?? false,
      convention,
      terminationConvention: found.terminationConvention ?? convention,
      calendar,
      paymentConvention: found.paymentConvention ?? convention,
      paymentCalendar: found.paymentCalendar ?? calendar,
      paymentLagDays: found.paymentLagDays ?? 0,
    },
  };
};

/** A rate for a stub that the leg cannot have is a contradiction. */
function refuseStubRates(
  rate: SwapLeg['rate'],
  stub: SwapLeg['schedule']['stub'],
  path: string,
  issues: Parameters<Read<SwapLeg>>[2],
): void {
  if (rate.kind !== 'term') return;
  for (const place of ['initial', 'final'] as const) {
    const key = `${place}Stub` as const;
    if (rate[key] === undefined || stub.endsWith(place)) continue;
    issues.push(issue('stub.rate', read.pointer(path, key), `a leg with an ${place} stub`, stub));
  }
}
