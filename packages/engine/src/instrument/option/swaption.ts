import {
  collect,
  fail,
  isoFromDay,
  issue,
  itemAt,
  ok,
  type Result,
  yearFraction,
} from '../../foundation/index.js';
import { curveTime, discountOnDay } from '../../market/index.js';
import { decisionClaimValue } from '../hull-white/decision-claim.js';
import type { Decision } from '../hull-white/decision-stage.js';
import { europeanClaimValue } from '../hull-white/european-claim.js';
import type { ClaimFlow } from '../hull-white/flow-claim.js';
import type { HullWhite } from '../hull-white/hull-white.js';
import { modelIssues } from '../hull-white/model-issues.js';
import type { PricingMarket } from '../pricing-market.js';
import { legFlows } from '../swap/leg-flows.js';
import { paymentPeriods } from '../swap/leg-periods.js';
import type { SwapLeg } from '../swap/swap-terms.js';
import { legAnnuity, legPresentValue } from '../swap/swap-value.js';
import { riskMeasures } from '../swap/value-swap.js';
import type { InstrumentMeasure, Valuation } from '../valuation.js';
import type { OptionGreeks, OptionTerms } from './option-terms.js';
import { optionGreeks, optionIssues } from './option-value.js';

/**
 * The right to enter a swap of a fixed leg with one fixed rate against a floating leg (rules
 * OPTION-7 to OPTION-9). The sides of the legs do not matter: `right` says which is paid.
 */
export interface SwaptionTerms {
  readonly right: 'payer' | 'receiver' | 'straddle';
  readonly position: 'long' | 'short';
  readonly fixed: SwapLeg;
  readonly floating: SwapLeg;
  /** One day is a European swaption, several rising ones a Bermudan. */
  readonly exerciseDays: readonly number[];
  /** `cash` settles by the par-yield annuity (rule OPTION-8). */
  readonly settlement: 'physical' | 'cash';
}

/** Value and measures of a swaption by the volatility of the market (OPTION-7 to OPTION-9). */
export function valueSwaption(terms: SwaptionTerms, market: PricingMarket): Result<Valuation> {
  const value = swaptionPresentValue(terms, market);
  if (!value.ok) return value;
  const risk = riskMeasures((moved) => swaptionPresentValue(terms, moved), market);
  const more = market.volatility?.kind === 'hull-white' ? ok([]) : quotedMeasures(terms, market);
  const parts = collect([more, risk]);
  if (!parts.ok) return parts;
  const first: InstrumentMeasure = { id: 'present-value', value: value.value, unit: 'currency' };
  return ok({ measures: [first, ...parts.value.flat()], flows: [] });
}

function quotedMeasures(terms: SwaptionTerms, market: PricingMarket): Result<InstrumentMeasure[]> {
  const found = quotedSwaption(terms, market);
  if (!found.ok) return found;
  const { greeks, forward, annuity } = found.value;
  const convention = 'for a change of 1 (100 per cent)';
  return ok([
    { id: 'par-rate', value: forward, unit: 'decimal rate' },
    { id: 'annuity', value: annuity, unit: 'currency', convention: 'for a fixed rate of 1 a year' },
    { id: 'delta', value: annuity * greeks.delta, unit: 'currency', convention },
    { id: 'vega', value: annuity * greeks.vega, unit: 'currency', convention },
  ]);
}

/**
 * Present value. Issues: those of the legs, `volatility.missing`, `swaption.model` (a Bermudan
 * needs a model), `swaption.fixed` (several fixed rates), `swaption.exercise`, those of OPTION-5.
 */
export function swaptionPresentValue(terms: SwaptionTerms, market: PricingMarket): Result<number> {
  const { volatility } = market;
  if (volatility === undefined) {
    return fail(issue('volatility.missing', 'volatility', 'a volatility or a model', 'nothing'));
  }
  const past = terms.exerciseDays.findIndex((day) => day < market.valuationDay);
  if (terms.exerciseDays.length === 0 || past >= 0) {
    const got = past >= 0 ? isoFromDay(itemAt(terms.exerciseDays, past)) : 'none';
    const expected = `days from ${isoFromDay(market.valuationDay)} on`;
    return fail(issue('swaption.exercise', 'exercise date', expected, got));
  }
  const sign = terms.position === 'long' ? 1 : -1;
  if (volatility.kind === 'hull-white') {
    const { reversion } = volatility;
    const model = { curve: market.discount, reversion, volatility: volatility.volatility };
    const value = modelSwaption(terms, model, market);
    return value.ok ? ok(sign * value.value) : value;
  }
  const found = quotedSwaption(terms, market);
  return found.ok ? ok(found.value.annuity * found.value.greeks.value) : found;
}

interface QuotedSwaption {
  readonly forward: number;
  /** Signed by the position. */
  readonly annuity: number;
  readonly greeks: OptionGreeks;
}

function quotedSwaption(terms: SwaptionTerms, market: PricingMarket): Result<QuotedSwaption> {
  const { volatility } = market;
  const [expiryDay, another] = terms.exerciseDays;
  if (volatility === undefined || volatility.kind === 'hull-white' || expiryDay === undefined) {
    return fail(issue('volatility.missing', 'volatility', 'a quoted volatility', 'none'));
  }
  if (another !== undefined) {
    const expected = 'a Hull-White model for more than one exercise day';
    return fail(issue('swaption.model', 'volatility', expected, volatility.kind));
  }
  const strike = strikeOf(terms.fixed);
  const received: SwapLeg = { ...terms.floating, side: 'receive' };
  const values = collect([
    strike,
    legAnnuity(terms.fixed, market),
    legPresentValue(received, market),
  ]);
  if (!values.ok) return values;
  const [rate = 0, annuity = 0, floating = 0] = values.value;
  const forward = floating / annuity;
  const years = yearFraction('ACT/365F', market.valuationDay, expiryDay);
  const option: Omit<OptionTerms, 'side'> = { forward, strike: rate, years };
  const issues = optionIssues({ ...option, side: 'call' }, volatility, 'volatility');
  if (issues.length > 0) return fail(...issues);
  const call = optionGreeks({ ...option, side: 'call' }, volatility);
  const put = optionGreeks({ ...option, side: 'put' }, volatility);
  const settled =
    terms.settlement === 'cash' ? cashAnnuity(terms.fixed, forward, market) : ok(annuity);
  if (!settled.ok) return settled;
  const greeks =
    terms.right === 'straddle' ? both(call, put) : terms.right === 'payer' ? call : put;
  const sign = terms.position === 'long' ? 1 : -1;
  return ok({ forward, annuity: sign * settled.value, greeks });
}

function both(call: OptionGreeks, put: OptionGreeks): OptionGreeks {
  return {
    value: call.value + put.value,
    delta: call.delta + put.delta,
    gamma: call.gamma + put.gamma,
    vega: call.vega + put.vega,
    theta: call.theta + put.theta,
  };
}

function strikeOf(fixed: SwapLeg): Result<number> {
  const { rate } = fixed;
  if (rate.kind === 'fixed' && typeof rate.rate === 'number') return ok(rate.rate);
  return fail(issue('swaption.fixed', 'fixed/rate', 'a fixed leg with one rate', rate.kind));
}

/**
 * The par-yield annuity of cash settlement: payments of equal periods discounted at the forward
 * swap rate, then from the start of the swap on the curve (rule OPTION-8).
 */
function cashAnnuity(fixed: SwapLeg, forward: number, market: PricingMarket): Result<number> {
  const payments = paymentPeriods(fixed);
  if (!payments.ok) return payments;
  const tenor = fixed.schedule.paymentTenor;
  const isWhole = tenor !== 'term' && (tenor.unit === 'M' || tenor.unit === 'Y');
  if (!isWhole) {
    return fail(issue('swaption.cash', 'fixed/schedule', 'payments by whole months', 'others'));
  }
  const years = tenor.unit === 'Y' ? tenor.count : tenor.count / 12;
  const perPeriod = 1 / (1 + forward * years);
  let discount = 1;
  let sum = 0;
  for (const { periods } of payments.value) {
    discount *= perPeriod;
    sum += itemAt(periods, 0).notional * years * discount;
  }
  const first = itemAt(itemAt(payments.value, 0).periods, 0).startDay;
  return ok(sum * discountOnDay(market.discount, Math.max(first, market.discount.referenceDay)));
}

function modelSwaption(
  terms: SwaptionTerms,
  model: HullWhite,
  market: PricingMarket,
): Result<number> {
  if (terms.settlement === 'cash') {
    return fail(issue('swaption.settlement', 'settlement', 'physical under a model', 'cash'));
  }
  if (terms.right === 'straddle') {
    const halves = collect([
      modelSwaption({ ...terms, right: 'payer' }, model, market),
      modelSwaption({ ...terms, right: 'receiver' }, model, market),
    ]);
    return halves.ok ? ok(itemAt(halves.value, 0) + itemAt(halves.value, 1)) : halves;
  }
  const decisions = collect(
    terms.exerciseDays.map((day): Result<Decision> => {
      const flows = exerciseFlows(terms, day, market);
      if (!flows.ok) return flows;
      return ok({ years: yearsTo(market, day), by: 'holder', flows: flows.value });
    }),
  );
  if (!decisions.ok) return decisions;
  const issues = modelIssues(model, decisions.value);
  if (issues.length > 0) return fail(...issues);
  const [only, another] = decisions.value;
  return only !== undefined && another === undefined
    ? ok(europeanClaimValue(model, only))
    : ok(decisionClaimValue(model, decisions.value));
}

function yearsTo(market: PricingMarket, day: number): number {
  return Math.max(0, curveTime(market.discount, day));
}

/**
 * What exercise on a day brings: the periods that start on that day or later (rule OPTION-9). A
 * floating period is one unit at its start less one at its payment, plus what its forecast pays
 * above or below that on today's curves. Issues: those of the legs.
 */
export function exerciseFlows(
  terms: SwaptionTerms,
  exerciseDay: number,
  market: PricingMarket,
): Result<ClaimFlow[]> {
  const sign = terms.right === 'receiver' ? -1 : 1;
  const legs = collect([
    laterFlows({ ...terms.fixed, side: 'pay' }, exerciseDay, market),
    laterFlows({ ...terms.floating, side: 'receive' }, exerciseDay, market),
  ]);
  if (!legs.ok) return legs;
  return ok(legs.value.flat().map(({ years, amount }) => ({ years, amount: sign * amount })));
}

function laterFlows(leg: SwapLeg, fromDay: number, market: PricingMarket): Result<ClaimFlow[]> {
  const payments = paymentPeriods(leg);
  if (!payments.ok) return payments;
  const flows = legFlows(leg, market);
  if (!flows.ok) return flows;
  const amounts = new Map(flows.value.map((flow) => [flow.payDay, flow.amount]));
  const claims: ClaimFlow[] = [];
  for (const { payDay, periods } of payments.value) {
    const { startDay, notional } = itemAt(periods, 0);
    if (startDay < fromDay) continue;
    const amount = amounts.get(payDay) ?? 0;
    const end = yearsTo(market, payDay);
    if (leg.rate.kind === 'fixed' || leg.rate.kind === 'known-amount') {
      claims.push({ years: end, amount });
      continue;
    }
    const start = Math.max(startDay, market.discount.referenceDay);
    const growth = discountOnDay(market.discount, start) / discountOnDay(market.discount, payDay);
    claims.push({ years: yearsTo(market, start), amount: notional });
    claims.push({ years: end, amount: amount - notional * growth });
  }
  return ok(claims);
}
