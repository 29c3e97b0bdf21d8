import {
  addBusinessDays,
  adjustDay,
  collect,
  type DayCount,
  fail,
  issue,
  ok,
  type Result,
} from '../../foundation/index.js';
import { discountOnDay } from '../../market/index.js';
import type { PricingMarket } from '../pricing-market.js';
import { type AccrualPeriod, paymentPeriods } from '../swap/leg-periods.js';
import { valueInPeriod } from '../swap/period-value.js';
import type { SwapLeg, TermLegRate } from '../swap/swap-terms.js';
import { termPeriodRate } from '../swap/term-rate.js';

/** One period of a floating leg as an option sees it. */
export interface Caplet {
  readonly fixingDay: number;
  readonly startDay: number;
  readonly payDay: number;
  /** Notional times years times gearing: what one unit of rate is worth on the pay day. */
  readonly amountPerRate: number;
  /** The rate of the index as forecast, or as it was fixed. */
  readonly forward: number;
  /** True once no later news can move the rate. */
  readonly isFixed: boolean;
  readonly gearing: number;
  readonly spread: number;
  readonly discount: number;
  /** How the index counts the years that its rate is earned over. */
  readonly indexDayCount: DayCount;
  readonly period: AccrualPeriod;
}

/**
 * The periods of a term-rate leg that are paid after the valuation day (rule OPTION-6). Issues:
 * those of `paymentPeriods` and `termPeriodRate`; `caplet.leg` for a leg of another kind, with
 * payments of several periods or with a gearing not above 0.
 */
export function capletsOf(leg: SwapLeg, market: PricingMarket): Result<Caplet[]> {
  const { rate } = leg;
  if (rate.kind !== 'term' || !(rate.gearing > 0)) {
    const got = rate.kind === 'term' ? `gearing ${rate.gearing}` : rate.kind;
    return fail(issue('caplet.leg', 'leg/rate', 'a term rate with a gearing above 0', got));
  }
  const payments = paymentPeriods(leg);
  if (!payments.ok) return payments;
  const lastPast = Math.max(market.valuationDay, market.discount.referenceDay);
  const due = payments.value.filter((payment) => payment.payDay > lastPast);
  return collect(
    due.map(({ payDay, periods }) => {
      const [period, another] = periods;
      if (period === undefined || another !== undefined) {
        const got = `${periods.length} periods`;
        return fail(issue('caplet.leg', 'leg/schedule', 'one period for each payment', got));
      }
      return caplet(rate, period, payDay, market);
    }),
  );
}

function caplet(
  rate: TermLegRate,
  period: AccrualPeriod,
  payDay: number,
  market: PricingMarket,
): Result<Caplet> {
  const forward = termPeriodRate(rate, period, market);
  if (!forward.ok) return forward;
  const fixingDay = fixingDayOf(rate, period);
  const known = market.fixings[rate.index.id]?.has(fixingDay) === true;
  return ok({
    fixingDay,
    startDay: period.startDay,
    payDay,
    amountPerRate: period.notional * period.yearFraction * rate.gearing,
    forward: forward.value,
    isFixed: fixingDay < market.valuationDay || (fixingDay === market.valuationDay && known),
    gearing: rate.gearing,
    spread: valueInPeriod(rate.spread, period),
    discount: discountOnDay(market.discount, payDay),
    indexDayCount: rate.index.dayCount,
    period,
  });
}

/** The day a period's rate is read: so many business days before its start or its end. */
function fixingDayOf(rate: TermLegRate, period: AccrualPeriod): number {
  const { calendar } = rate.index;
  const anchor = rate.fixing === 'in-advance' ? period.startDay : period.endDay;
  return adjustDay(addBusinessDays(anchor, -rate.fixingLagDays, calendar), 'Preceding', calendar);
}
