import {
  type AutomaticOption,
  businessDayCalendar,
  CONTINUOUS_365,
  flatCurve,
  type PricingMarket,
} from '@almfes/engine';

const TODAY = 20_000;
const START_DAYS = 730;
const END_DAYS = 912;

/** A flat continuous rate, a normal volatility, and a cap of one period two years away. */
export interface OneCaplet {
  readonly rate: number;
  readonly strike: number;
  readonly volatility: number;
  readonly position: 'long' | 'short';
}

/** The caplet on a notional of one, ACT/365F, half a year from the fixing to the payment. */
export function oneCaplet({ strike, position }: OneCaplet): AutomaticOption {
  const calendar = businessDayCalendar('none');
  const tenor = { count: 6, unit: 'M' } as const;
  return {
    kind: 'cap-floor',
    terms: {
      kind: 'cap',
      position,
      capRate: strike,
      includesFirst: true,
      leg: {
        side: 'receive',
        schedule: {
          startDay: TODAY + START_DAYS,
          endDay: TODAY + END_DAYS,
          accrualTenor: 'term',
          paymentTenor: 'term',
          stub: 'none',
          endOfMonth: false,
          convention: 'Unadjusted',
          terminationConvention: 'Unadjusted',
          calendar,
          paymentConvention: 'Unadjusted',
          paymentCalendar: calendar,
          paymentLagDays: 0,
        },
        notional: 1,
        dayCount: 'ACT/365F',
        rate: {
          kind: 'term',
          index: {
            kind: 'term',
            id: 'flat',
            tenor,
            fixingLagDays: 0,
            calendar,
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
        exchange: { initial: false, intermediate: false, final: false },
      },
    },
  };
}

/** The flat market of the caplet. */
export function capletMarket({ rate, volatility }: OneCaplet): PricingMarket {
  const curve = flatCurve({ referenceDay: TODAY, rate, convention: CONTINUOUS_365 });
  return {
    valuationDay: TODAY,
    discount: curve,
    projection: { flat: curve },
    fixings: {},
    volatility: { kind: 'normal', volatility },
  };
}

/** Bachelier's value to the holder, written apart from the engine. */
export function capletByFormula(
  { strike }: OneCaplet,
  { rate, volatility }: { readonly rate: number; readonly volatility: number },
): number {
  const [fixing, payment] = [START_DAYS / 365, END_DAYS / 365];
  const years = payment - fixing;
  const forward = (Math.exp(rate * years) - 1) / years;
  const deviation = volatility * Math.sqrt(fixing);
  const d = (forward - strike) / deviation;
  const value = (forward - strike) * normal(d) + deviation * density(d);
  return value * years * Math.exp(-rate * payment);
}

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** The normal distribution by Simpson's rule from 0. */
function normal(x: number): number {
  const steps = 2000;
  const width = x / steps;
  let sum = density(0) + density(x);
  for (let i = 1; i < steps; i += 1) sum += (i % 2 === 0 ? 2 : 4) * density(i * width);
  return 0.5 + (sum * width) / 3;
}
