import { businessDayCalendar, dayFromCivil, type Period } from '../../foundation/index.js';
import { vectorCurve } from '../hull-white/option-vectors.test-fixture.js';
import type { PricingMarket } from '../pricing-market.js';
import type { LegSchedule, SwapLeg } from '../swap/swap-terms.js';

const ANY_DAY = businessDayCalendar('none');

/** The market of the vectors: one curve, no holidays. */
export const optionMarket: PricingMarket = {
  valuationDay: dayFromCivil(2023, 3, 15),
  discount: vectorCurve(),
  projection: { flat: vectorCurve() },
  fixings: {},
};

function scheduleOf(startDay: number, endDay: number, tenor: Period): LegSchedule {
  return {
    startDay,
    endDay,
    accrualTenor: tenor,
    paymentTenor: tenor,
    stub: 'none',
    endOfMonth: false,
    convention: 'Unadjusted',
    terminationConvention: 'Unadjusted',
    calendar: ANY_DAY,
    paymentConvention: 'Unadjusted',
    paymentCalendar: ANY_DAY,
    paymentLagDays: 0,
  };
}

const NO_EXCHANGE = { initial: false, intermediate: false, final: false };

/** A half-yearly leg on an index without fixing lag, received. */
export function floatingLeg(startDay: number, endDay: number): SwapLeg {
  return {
    side: 'receive',
    schedule: scheduleOf(startDay, endDay, { count: 6, unit: 'M' }),
    notional: 1,
    dayCount: 'ACT/365F',
    rate: {
      kind: 'term',
      index: {
        kind: 'term',
        id: 'flat',
        tenor: { count: 6, unit: 'M' },
        fixingLagDays: 0,
        calendar: ANY_DAY,
        convention: 'Unadjusted',
        endOfMonth: false,
        dayCount: 'ACT/365F',
      },
      spread: 0,
      gearing: 1,
      fixing: 'in-advance',
      fixingLagDays: 0,
      forwardOver: 'accrual-period',
    },
    compounding: 'none',
    exchange: NO_EXCHANGE,
  };
}

/** A yearly fixed leg, paid. */
export function fixedLeg(startDay: number, endDay: number, rate: number): SwapLeg {
  return {
    side: 'pay',
    schedule: scheduleOf(startDay, endDay, { count: 1, unit: 'Y' }),
    notional: 1,
    dayCount: 'ACT/365F',
    rate: { kind: 'fixed', rate },
    compounding: 'none',
    exchange: NO_EXCHANGE,
  };
}
