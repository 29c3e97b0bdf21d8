import { issue, type Read, read } from '../../foundation/index.js';
import {
  readBusinessDayConvention,
  readBusinessDays,
  readCalendar,
  readDayCount,
  readNotional,
  readPeriod,
  readRate,
} from '../parse-convention.js';
import { OVERNIGHT_INDICES } from './index-table.js';
import { isInOrder, type LegDates } from './parse-leg-dates.js';
import { readOvernightIndex, readTermIndex } from './parse-rate-index.js';
import { readSwapLeg } from './parse-swap-leg.js';
import type { LegSchedule, SwapLeg, SwapTerms } from './swap-terms.js';

const MOST_LEGS = 10;
const NO_EXCHANGE = { initial: false, intermediate: false, final: false };

/** `{"instrument": "swap", "legs": […]}`: every term of every leg (rule SWAP-17). */
export const readSwap: Read<SwapTerms> = (value, path, issues) => {
  const found = read.object({
    instrument: read.oneOf(['swap']),
    legs: read.list(readSwapLeg, MOST_LEGS, 1),
  })(value, path, issues);
  return found === undefined ? undefined : { legs: found.legs };
};

const TRADE = {
  side: read.oneOf(['pay-fixed', 'receive-fixed']),
  notional: readNotional,
  startDate: read.day,
  endDate: read.day,
  fixedRate: readRate,
};

interface TwoLegs {
  readonly side: string;
  readonly notional: number;
  readonly fixed: Pick<SwapLeg, 'dayCount' | 'rate' | 'schedule'>;
  readonly floating: Pick<SwapLeg, 'dayCount' | 'rate' | 'schedule'>;
}

function twoLegs({ side, notional, fixed, floating }: TwoLegs): SwapTerms {
  const shared = { notional, compounding: 'none', exchange: NO_EXCHANGE } as const;
  const isPayer = side === 'pay-fixed';
  return {
    legs: [
      { ...shared, ...fixed, side: isPayer ? 'pay' : 'receive' },
      { ...shared, ...floating, side: isPayer ? 'receive' : 'pay' },
    ],
  };
}

/**
 * `interest-rate-swap`: a fixed leg against one term index. Absent: no spread, no payment lag,
 * modified following, the calendar of the index, short initial stubs (rule SWAP-17).
 */
export const readInterestRateSwap: Read<SwapTerms> = (value, path, issues) => {
  const found = read.objectWith(
    {
      instrument: read.oneOf(['interest-rate-swap']),
      ...TRADE,
      fixedTenor: readPeriod,
      fixedDayCount: readDayCount,
      index: readTermIndex,
    },
    {
      spread: readRate,
      calendar: readCalendar,
      convention: readBusinessDayConvention,
      paymentLagDays: readBusinessDays,
      forwardOver: read.oneOf<'index-dates' | 'accrual-period'>(['index-dates', 'accrual-period']),
    },
  )(value, path, issues);
  if (found === undefined || !isInOrder(found, path, issues)) return undefined;
  const { index, fixedTenor } = found;
  const base = simpleSchedule(found, {
    calendar: found.calendar ?? index.calendar,
    convention: found.convention ?? 'ModifiedFollowing',
    paymentLagDays: found.paymentLagDays ?? 0,
  });
  return twoLegs({
    ...found,
    fixed: {
      dayCount: found.fixedDayCount,
      rate: { kind: 'fixed', rate: found.fixedRate },
      schedule: { ...base, accrualTenor: fixedTenor, paymentTenor: fixedTenor },
    },
    floating: {
      dayCount: index.dayCount,
      rate: {
        kind: 'term',
        index,
        spread: found.spread ?? 0,
        gearing: 1,
        fixing: 'in-advance',
        fixingLagDays: index.fixingLagDays,
        forwardOver: found.forwardOver ?? 'index-dates',
      },
      schedule: { ...base, accrualTenor: index.tenor, paymentTenor: index.tenor },
    },
  });
};

/**
 * `overnight-index-swap`: a fixed leg against one compounded overnight index. Absent: no spread,
 * yearly periods on the day count of the index, the payment lag of its market (rule SWAP-17).
 */
export const readOvernightIndexSwap: Read<SwapTerms> = (value, path, issues) => {
  const found = read.objectWith(
    { instrument: read.oneOf(['overnight-index-swap']), ...TRADE, index: readOvernightIndex },
    { spread: readRate, tenor: readPeriod, paymentLagDays: readBusinessDays },
  )(value, path, issues);
  if (found === undefined || !isInOrder(found, path, issues)) return undefined;
  const { index, tenor = { count: 1, unit: 'Y' } } = found;
  const market = OVERNIGHT_INDICES.find((known) => known.index.id === index.id);
  const paymentLagDays = found.paymentLagDays ?? market?.paymentLagDays;
  if (paymentLagDays === undefined) {
    const at = read.pointer(path, 'paymentLagDays');
    issues.push(issue('missing', at, 'a lag for an index that is not in the table', 'nothing'));
    return undefined;
  }
  const { calendar } = index;
  const terms = { calendar, convention: 'ModifiedFollowing', paymentLagDays } as const;
  const base = simpleSchedule(found, terms);
  const schedule = { ...base, accrualTenor: tenor, paymentTenor: tenor };
  const averaging = {
    method: 'compounded',
    lookbackDays: 0,
    observationShift: false,
    lockoutDays: 0,
  } as const;
  const spread = found.spread ?? 0;
  return twoLegs({
    ...found,
    fixed: {
      dayCount: index.dayCount,
      rate: { kind: 'fixed', rate: found.fixedRate },
      schedule,
    },
    floating: {
      dayCount: index.dayCount,
      rate: { kind: 'overnight', index, spread, gearing: 1, averaging },
      schedule,
    },
  });
};

function simpleSchedule(
  { startDate, endDate }: LegDates,
  terms: Pick<LegSchedule, 'calendar' | 'convention' | 'paymentLagDays'>,
): Omit<LegSchedule, 'accrualTenor' | 'paymentTenor'> {
  return {
    startDay: startDate,
    endDay: endDate,
    stub: 'short-initial',
    endOfMonth: false,
    convention: terms.convention,
    terminationConvention: terms.convention,
    calendar: terms.calendar,
    paymentConvention: terms.convention === 'Unadjusted' ? 'Following' : terms.convention,
    paymentCalendar: terms.calendar,
    paymentLagDays: terms.paymentLagDays,
  };
}
