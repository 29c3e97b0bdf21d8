import { collect, fail, issue, ok, type Result, yearFraction } from '../../foundation/index.js';
import { type EuropeanClaim, europeanClaimValue } from '../hull-white/european-claim.js';
import { modelIssues } from '../hull-white/model-issues.js';
import type { PricingMarket } from '../pricing-market.js';
import { type PeriodValue, valueInPeriod } from '../swap/period-value.js';
import type { SwapLeg } from '../swap/swap-terms.js';
import { riskMeasures } from '../swap/value-swap.js';
import type { InstrumentMeasure, Valuation, ValuedFlow } from '../valuation.js';
import { type Caplet, capletsOf } from './caplet.js';
import { type CapletOption, capletClaim } from './caplet-claim.js';
import type { OptionGreeks, OptionSide, OptionTerms } from './option-terms.js';
import { optionGreeks, optionIssues } from './option-value.js';
import type { RateVolatility } from './rate-volatility.js';

/**
 * Caps and floors on the periods of a leg (rule OPTION-6). The leg is received by the holder; a
 * collar is a bought cap with a sold floor.
 */
export interface CapFloorTerms {
  readonly kind: 'cap' | 'floor' | 'collar';
  readonly position: 'long' | 'short';
  readonly leg: SwapLeg;
  /** The highest coupon; needed by caps and collars. */
  readonly capRate?: PeriodValue;
  /** The lowest coupon; needed by floors and collars. */
  readonly floorRate?: PeriodValue;
  /** False leaves the first period out, as where its rate is known when the contract begins. */
  readonly includesFirst: boolean;
}

/** One option of the strip, in currency and for a long position in the option itself. */
interface ValuedCaplet {
  readonly caplet: Caplet;
  /** 1 for what the holder has bought, -1 for what was sold. */
  readonly sign: number;
  readonly greeks: OptionGreeks;
}

/** Present value and greeks of a cap, floor or collar with its expected payments (OPTION-6). */
export function valueCapFloor(terms: CapFloorTerms, market: PricingMarket): Result<Valuation> {
  const parts = valuedCaplets(terms, market);
  if (!parts.ok) return parts;
  const risk = riskMeasures((moved) => capFloorPresentValue(terms, moved), market);
  if (!risk.ok) return risk;
  const sum = (pick: (greeks: OptionGreeks) => number): number =>
    parts.value.reduce((total, { sign, greeks }) => total + sign * pick(greeks), 0);
  const measures: InstrumentMeasure[] = [
    { id: 'present-value', value: sum((g) => g.value), unit: 'currency' },
    ...greekMeasures(market, { delta: sum((g) => g.delta), vega: sum((g) => g.vega) }),
    ...risk.value,
  ];
  return ok({ measures, flows: expectedFlows(parts.value) });
}

/** Greeks by forward rates and volatility have a meaning for quoted volatilities only. */
function greekMeasures(
  market: PricingMarket,
  { delta, vega }: { readonly delta: number; readonly vega: number },
): InstrumentMeasure[] {
  if (market.volatility?.kind === 'hull-white') return [];
  const convention = 'discounted, for a change of 1 (100 per cent)';
  return [
    { id: 'delta', value: delta, unit: 'currency', convention },
    { id: 'vega', value: vega, unit: 'currency', convention },
  ];
}

function expectedFlows(parts: readonly ValuedCaplet[]): ValuedFlow[] {
  return parts.map(({ caplet: { payDay, discount }, sign, greeks }) => ({
    payDay,
    amount: (sign * greeks.value) / discount,
    discount,
  }));
}

/** Present value alone. Issues: those of `capletsOf`, `volatility.missing`, those of OPTION-5. */
export function capFloorPresentValue(terms: CapFloorTerms, market: PricingMarket): Result<number> {
  const parts = valuedCaplets(terms, market);
  if (!parts.ok) return parts;
  return ok(parts.value.reduce((sum, { sign, greeks }) => sum + sign * greeks.value, 0));
}

/** The value of each period's option, discounted, signs of the position included. */
export function capletValues(terms: CapFloorTerms, market: PricingMarket): Result<number[]> {
  const parts = valuedCaplets(terms, market);
  return parts.ok ? ok(parts.value.map(({ sign, greeks }) => sign * greeks.value)) : parts;
}

function valuedCaplets(terms: CapFloorTerms, market: PricingMarket): Result<ValuedCaplet[]> {
  const { volatility } = market;
  if (volatility === undefined) {
    return fail(issue('volatility.missing', 'volatility', 'a volatility or a model', 'nothing'));
  }
  const options = optionsOf(terms, market);
  if (!options.ok) return options;
  return collect(
    options.value.map(({ sign, ...option }): Result<ValuedCaplet> => {
      const greeks = capletGreeks(option, volatility, market);
      return greeks.ok ? ok({ caplet: option.caplet, sign, greeks: greeks.value }) : greeks;
    }),
  );
}

/** The options of all periods; `sign` is 1 for what the holder has, -1 for what he owes. */
function optionsOf(
  terms: CapFloorTerms,
  market: PricingMarket,
): Result<(CapletOption & { readonly sign: number })[]> {
  const caplets = capletsOf(terms.leg, market);
  if (!caplets.ok) return caplets;
  const kept = caplets.value.filter(({ period }) => terms.includesFirst || period.index > 0);
  const position = terms.position === 'long' ? 1 : -1;
  const options = strips(terms).flatMap(({ side, strike, sign }) =>
    kept.map((caplet) => {
      const limit = valueInPeriod(strike, caplet.period);
      const bare = (limit - caplet.spread) / caplet.gearing;
      return { caplet, side, strike: bare, sign: sign * position };
    }),
  );
  return ok(options);
}

/** A bought cap or floor as rights on bonds, one a period, for fitting a model (rule HW-6). */
export function capletClaims(
  terms: CapFloorTerms & { readonly kind: 'cap' | 'floor' },
  market: PricingMarket,
): Result<EuropeanClaim[]> {
  const options = optionsOf(terms, market);
  if (!options.ok) return options;
  return ok(options.value.map((option) => capletClaim(option, market.discount)));
}

interface Strip {
  readonly side: OptionSide;
  readonly strike: PeriodValue;
  readonly sign: number;
}

/** A missing rate is a programmer error: the door refuses it. */
function strips({ kind, capRate, floorRate }: CapFloorTerms): Strip[] {
  const cap = (): Strip => ({ side: 'call', strike: told(capRate, 'cap rate'), sign: 1 });
  const floor = (): Strip => ({ side: 'put', strike: told(floorRate, 'floor rate'), sign: 1 });
  if (kind === 'cap') return [cap()];
  return kind === 'floor' ? [floor()] : [cap(), { ...floor(), sign: -1 }];
}

function told(rate: PeriodValue | undefined, what: string): PeriodValue {
  if (rate === undefined) throw new RangeError(`no ${what}`);
  return rate;
}

function capletGreeks(
  option: CapletOption,
  volatility: RateVolatility,
  market: PricingMarket,
): Result<OptionGreeks> {
  const { caplet, side, strike } = option;
  const scale = caplet.amountPerRate * caplet.discount;
  const years = yearFraction('ACT/365F', market.valuationDay, caplet.fixingDay);
  const terms: OptionTerms = {
    side,
    forward: caplet.forward,
    strike,
    years: caplet.isFixed ? 0 : years,
  };
  if (caplet.isFixed || (years <= 0 && volatility.kind === 'hull-white')) {
    return ok(scaled(optionGreeks(terms, { kind: 'normal', volatility: 0 }), scale));
  }
  if (volatility.kind === 'hull-white') {
    const { reversion } = volatility;
    const model = { curve: market.discount, reversion, volatility: volatility.volatility };
    const claim = capletClaim(option, market.discount);
    const issues = modelIssues(model, [claim]);
    if (issues.length > 0) return fail(...issues);
    const value = europeanClaimValue(model, claim);
    return ok({ value, delta: 0, gamma: 0, vega: 0, theta: 0 });
  }
  const issues = optionIssues(terms, volatility, 'volatility');
  if (issues.length > 0) return fail(...issues);
  return ok(scaled(optionGreeks(terms, volatility), scale));
}

function scaled(greeks: OptionGreeks, scale: number): OptionGreeks {
  return {
    value: scale * greeks.value,
    delta: scale * greeks.delta,
    gamma: scale * greeks.gamma,
    vega: scale * greeks.vega,
    theta: scale * greeks.theta,
  };
}
