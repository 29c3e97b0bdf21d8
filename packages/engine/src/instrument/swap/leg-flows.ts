import { collect, fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { discountOf, type PricingMarket } from '../pricing-market.js';
import type { ValuedFlow } from '../valuation.js';
import {
  type AccrualPeriod,
  type PaymentPeriod,
  paymentDay,
  paymentPeriods,
} from './leg-periods.js';
import { overnightRate } from './overnight-rate.js';
import { valueInPeriod } from './period-value.js';
import { interestOfPayment, type SubPeriod } from './sub-periods.js';
import type { SwapLeg } from './swap-terms.js';
import { termPeriodRate } from './term-rate.js';

/** A payment not yet discounted, positive when received. */
interface Payment {
  readonly payDay: number;
  readonly amount: number;
}

/**
 * The payments of a leg after the valuation day, with their discount factors, in order of
 * payment (rules SWAP-1, SWAP-9). Issues: those of `paymentPeriods`, `fixing.missing`,
 * `curve.missing`.
 */
export function legFlows(leg: SwapLeg, market: PricingMarket): Result<ValuedFlow[]> {
  const payments = paymentPeriods(leg);
  if (!payments.ok) return payments;
  const lastPast = Math.max(market.valuationDay, market.discount.referenceDay);
  const due = payments.value.filter((payment) => payment.payDay > lastPast);
  const interest = collect(due.map((payment) => interestPayment(leg, payment, market)));
  if (!interest.ok) return interest;
  const principal = principalPayments(leg, payments.value).filter(
    (payment) => payment.payDay > lastPast,
  );
  const sign = leg.side === 'receive' ? 1 : -1;
  const flows = [...interest.value, ...principal].map(({ payDay, amount }): Result<ValuedFlow> => {
    const discount = discountOf(market.discount, payDay, 'discount');
    return discount.ok ? ok({ payDay, amount: sign * amount, discount: discount.value }) : discount;
  });
  const valued = collect(flows);
  return valued.ok ? ok(valued.value.toSorted((a, b) => a.payDay - b.payDay)) : valued;
}

function interestPayment(
  leg: SwapLeg,
  payment: PaymentPeriod,
  market: PricingMarket,
): Result<Payment> {
  const { payDay, periods } = payment;
  if (leg.rate.kind === 'known-amount') return ok({ payDay, amount: leg.rate.amount });
  const parts = collect(periods.map((period) => subPeriod(leg, period, market)));
  if (!parts.ok) return parts;
  return ok({ payDay, amount: interestOfPayment(parts.value, leg.compounding) });
}

function subPeriod(leg: SwapLeg, period: AccrualPeriod, market: PricingMarket): Result<SubPeriod> {
  const { notional, yearFraction: years } = period;
  const { rate } = leg;
  if (rate.kind === 'known-amount') return fail(issue('leg.rate', 'rate', 'a rate', rate.kind));
  if (rate.kind === 'fixed') {
    return ok({ notional, years, rate: valueInPeriod(rate.rate, period), spread: 0 });
  }
  const base = periodRate(rate, period, market);
  if (!base.ok) return base;
  const spread = valueInPeriod(rate.spread, period);
  return ok({ notional, years, rate: rate.gearing * base.value, spread });
}

function periodRate(
  rate: Exclude<SwapLeg['rate'], { readonly kind: 'fixed' | 'known-amount' }>,
  period: AccrualPeriod,
  market: PricingMarket,
): Result<number> {
  if (rate.kind === 'term') return termPeriodRate(rate, period, market);
  const { index, averaging } = rate;
  const { startDay, endDay } = period;
  return overnightRate({ index, averaging, startDay, endDay }, market);
}

/** Notional paid out at the start, its changes between payments, and its return (SWAP-9). */
function principalPayments(leg: SwapLeg, payments: readonly PaymentPeriod[]): Payment[] {
  const found: Payment[] = [];
  const notionals = payments.map((payment) => itemAt(payment.periods, 0).notional);
  const firstPeriod = itemAt(itemAt(payments, 0).periods, 0);
  if (leg.exchange.initial) {
    const payDay = paymentDay({ ...leg.schedule, paymentLagDays: 0 }, firstPeriod.startDay);
    found.push({ payDay, amount: -firstPeriod.notional });
  }
  payments.forEach(({ payDay }, at) => {
    const isLast = at === payments.length - 1;
    const repaid = isLast
      ? itemAt(notionals, at)
      : itemAt(notionals, at) - itemAt(notionals, at + 1);
    const isExchanged = isLast ? leg.exchange.final : leg.exchange.intermediate;
    if (isExchanged && repaid !== 0) found.push({ payDay, amount: repaid });
  });
  return found;
}
