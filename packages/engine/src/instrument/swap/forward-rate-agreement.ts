import {
  addBusinessDays,
  type DayCount,
  ok,
  type Result,
  yearFraction,
} from '../../foundation/index.js';
import { discountOf, type PricingMarket } from '../pricing-market.js';
import type { InstrumentMeasure, Valuation, ValuedFlow } from '../valuation.js';
import type { TermIndex } from './rate-index.js';
import { presentValueOfFlows } from './swap-value.js';
import { indexDates, observedTermRate } from './term-rate.js';
import { riskMeasures } from './value-swap.js';

/** An agreement on one future deposit; `pay-fixed` gains when the index is above the rate. */
export interface ForwardRateAgreement {
  readonly side: 'pay-fixed' | 'receive-fixed';
  readonly notional: number;
  readonly fixedRate: number;
  readonly startDay: number;
  readonly endDay: number;
  readonly dayCount: DayCount;
  readonly index: TermIndex;
  readonly forwardOver: 'index-dates' | 'accrual-period';
  readonly settlement: FraSettlement;
}

/**
 * `isda` pays at the start the difference discounted at the index rate, `afma` the difference of
 * two discounted amounts, `at-end` pays at the end undiscounted (rule FRA-1).
 */
export type FraSettlement = 'isda' | 'afma' | 'at-end';

/** The rate the agreement settles on: published or forecast. Issues as `observedTermRate`. */
export function fraForwardRate(fra: ForwardRateAgreement, market: PricingMarket): Result<number> {
  const { index } = fra;
  const fixingDay = addBusinessDays(fra.startDay, -index.fixingLagDays, index.calendar);
  const { effectiveDay, maturityDay } = indexDates(index, fixingDay);
  const forecastEnd = fra.forwardOver === 'index-dates' ? maturityDay : fra.endDay;
  return observedTermRate({ index, fixingDay, effectiveDay, forecastEnd, market });
}

/** What is paid, per unit of notional to the payer of the fixed rate (rule FRA-1). */
export function fraPayoff(fra: ForwardRateAgreement, forward: number): number {
  const years = yearFraction(fra.dayCount, fra.startDay, fra.endDay);
  if (fra.settlement === 'isda') {
    return ((forward - fra.fixedRate) * years) / (1 + forward * years);
  }
  if (fra.settlement === 'afma') {
    return 1 / (1 + fra.fixedRate * years) - 1 / (1 + forward * years);
  }
  return (forward - fra.fixedRate) * years;
}

function fraFlows(fra: ForwardRateAgreement, market: PricingMarket): Result<ValuedFlow[]> {
  const payDay = fra.settlement === 'at-end' ? fra.endDay : fra.startDay;
  if (payDay <= Math.max(market.valuationDay, market.discount.referenceDay)) return ok([]);
  const forward = fraForwardRate(fra, market);
  if (!forward.ok) return forward;
  const sign = fra.side === 'pay-fixed' ? 1 : -1;
  const amount = sign * fra.notional * fraPayoff(fra, forward.value);
  const discount = discountOf(market.discount, payDay, 'discount');
  return discount.ok ? ok([{ payDay, amount, discount: discount.value }]) : discount;
}

/** Present value of a forward rate agreement (rule FRA-1). */
export function fraPresentValue(fra: ForwardRateAgreement, market: PricingMarket): Result<number> {
  const flows = fraFlows(fra, market);
  return flows.ok ? ok(presentValueOfFlows(flows.value)) : flows;
}

/**
 * Present value, par rate (the forward itself, rule FRA-2) and sensitivities of a forward rate
 * agreement, with its payment. Issues: `fixing.missing`, `curve.missing`.
 */
export function valueForwardRateAgreement(
  fra: ForwardRateAgreement,
  market: PricingMarket,
): Result<Valuation> {
  const flows = fraFlows(fra, market);
  if (!flows.ok) return flows;
  const value: InstrumentMeasure = {
    id: 'present-value',
    value: presentValueOfFlows(flows.value),
    unit: 'currency',
  };
  if (flows.value.length === 0) return ok({ measures: [value], flows: flows.value });
  const forward = fraForwardRate(fra, market);
  if (!forward.ok) return forward;
  const risk = riskMeasures((moved) => fraPresentValue(fra, moved), market);
  if (!risk.ok) return risk;
  const par: InstrumentMeasure = { id: 'par-rate', value: forward.value, unit: 'decimal rate' };
  return ok({ measures: [value, par, ...risk.value], flows: flows.value });
}
