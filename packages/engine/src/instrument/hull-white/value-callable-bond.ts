import { fail, issue, ok, type Result } from '../../foundation/index.js';
import { type DatedCurve, discountOnDay, shiftedCurve } from '../../market/index.js';
import { outstandingAfter } from '../bond/bond-flow.js';
import { priceOfValue, settledBond } from '../bond/bond-yield.js';
import type { CallableBond } from '../bond/callable-bond.js';
import { fixedFlows } from '../bond/fixed-rate-bond.js';
import {
  type BondPosition,
  issueDayOf,
  settlementDayOf,
  valueCallableAsStraight,
} from '../bond/value-bond.js';
import type { PricingMarket } from '../pricing-market.js';
import { riskMeasures } from '../swap/value-swap.js';
import type { InstrumentMeasure, Valuation } from '../valuation.js';
import {
  type CallablePrice,
  callableIssues,
  callablePrice,
  callableSpread,
  type SettledCallable,
} from './callable-price.js';

type Position = BondPosition<CallableBond>;

/** Shift of the curve for effective duration and convexity: 25 basis points either way. */
const EFFECTIVE_SHIFT = 0.0025;
/** Measures of the straight valuation that a price alone decides. */
const YIELD_MEASURES = ['yield', 'yield-to-call', 'yield-to-worst'];

/**
 * A callable or puttable bond on the model of the market's Hull-White volatility (rule HW-7):
 * price, option-adjusted spread where a price is given, option cost, effective duration and
 * convexity, curve risk at that spread, yields. Issues: `volatility.missing` and those of the bond.
 */
export function valueCallableBond(position: Position, market: PricingMarket): Result<Valuation> {
  const bond = settledCallable(position, market);
  if (!bond.ok) return bond;
  const at = pricingAt(bond.value, market);
  if (!at.ok) return at;
  const spread = spreadOf(position, bond.value, market);
  if (!spread.ok) return spread;
  const oas = spread.value;
  const { price, optionCost } = at.value(market.discount, oas);
  const face = faceAt(position, bond.value);
  const worth = (moved: PricingMarket): Result<number> => {
    const dirty = at.value(moved.discount, oas).price.dirty;
    const day = bond.value.settled.settlementDay;
    return ok((dirty / 100) * face * discountOnDay(shiftedCurve(moved.discount, oas), day));
  };
  const straight = valueCallableAsStraight({ ...position, cleanPrice: price.clean }, market);
  if (!straight.ok) return straight;
  const present = worth(market);
  const risk = riskMeasures(worth, market);
  if (!present.ok) return present;
  if (!risk.ok) return risk;
  const unit = 'per 100 face';
  const measures: InstrumentMeasure[] = [
    { id: 'present-value', value: present.value, unit: 'currency' },
    { id: 'clean-price', value: price.clean, unit },
    { id: 'accrued-interest', value: price.accrued, unit },
    { id: 'dirty-price', value: price.dirty, unit },
    { id: 'option-cost', value: optionCost, unit },
    ...(position.cleanPrice === undefined ? [] : [oasMeasure(oas)]),
    ...effectiveMeasures(at.value, market.discount, oas),
    ...straight.value.measures.filter(({ id }) => YIELD_MEASURES.includes(id)),
    ...risk.value,
  ];
  return ok({ measures, flows: straight.value.flows });
}

const oasMeasure = (value: number): InstrumentMeasure => ({
  id: 'option-adjusted-spread',
  value,
  unit: 'decimal rate',
  convention: 'added to continuous zero rates of the discount curve',
});

function settledCallable(position: Position, market: PricingMarket): Result<SettledCallable> {
  const { bond, rights, noticeDays } = position.bond;
  const day = settlementDayOf(market.valuationDay, bond.settlement, issueDayOf(bond));
  const settled = settledBond(fixedFlows(bond), day);
  if (!settled.ok) return settled;
  return ok({ settled: settled.value, rights, noticeDays, valuationDay: market.valuationDay });
}

type PriceAt = (curve: DatedCurve, spread: number) => CallablePrice;

/** The price on any curve with the parameters of the market's model. */
function pricingAt(
  bond: SettledCallable,
  { volatility, discount }: PricingMarket,
): Result<PriceAt> {
  if (volatility?.kind !== 'hull-white') {
    const expected = 'a Hull-White model, for the rights of the bond';
    return fail(issue('volatility.missing', 'volatility', expected, volatility?.kind ?? 'nothing'));
  }
  const { reversion, volatility: sigma } = volatility;
  const issues = callableIssues(bond, { curve: discount, reversion, volatility: sigma });
  if (issues.length > 0) return fail(...issues);
  return ok((curve, spread) =>
    callablePrice(bond, { curve, reversion, volatility: sigma }, spread),
  );
}

/** The spread of the quoted price, or none. */
function spreadOf(
  { cleanPrice }: Position,
  bond: SettledCallable,
  { discount, volatility }: PricingMarket,
): Result<number> {
  if (cleanPrice === undefined || volatility?.kind !== 'hull-white') return ok(0);
  const { accrued } = priceOfValue(bond.settled, 0);
  const model = { ...volatility, curve: discount };
  return callableSpread(bond, model, cleanPrice + accrued);
}

/** Balance still outstanding of the face held. */
function faceAt(position: Position, { settled }: SettledCallable): number {
  return (position.face * outstandingAfter(settled.flows, settled.settlementDay)) / 100;
}

function effectiveMeasures(priceAt: PriceAt, curve: DatedCurve, oas: number): InstrumentMeasure[] {
  const shifted = (size: number): number => priceAt(shiftedCurve(curve, size), oas).price.dirty;
  const [base, up, down] = [shifted(0), shifted(EFFECTIVE_SHIFT), shifted(-EFFECTIVE_SHIFT)];
  const duration = (down - up) / (2 * EFFECTIVE_SHIFT * base);
  const convexity = (down - 2 * base + up) / (EFFECTIVE_SHIFT * EFFECTIVE_SHIFT * base);
  const convention = '25 bp either way on continuous zero rates, spread and volatility held';
  return [
    { id: 'effective-duration', value: duration, unit: 'years', convention },
    { id: 'effective-convexity', value: convexity, unit: 'none', convention },
  ];
}
