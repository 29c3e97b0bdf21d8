import { addBusinessDays, collect, ok, type Result } from '../../foundation/index.js';
import { type DatedCurve, discountOnDay, shiftedCurve } from '../../market/index.js';
import type { PricingMarket } from '../pricing-market.js';
import { riskMeasures } from '../swap/value-swap.js';
import type { InstrumentMeasure, Valuation, ValuedFlow } from '../valuation.js';
import { type BondFlow, isReceived, outstandingAfter } from './bond-flow.js';
import {
  type BondPrice,
  priceOfValue,
  type SettledBond,
  settledBond,
  yieldFromPrice,
  yieldSensitivity,
} from './bond-yield.js';
import { type CallableBond, redemptionYields } from './callable-bond.js';
import { dirtyPriceOnCurve, zeroSpread } from './curve-price.js';
import { curveReach } from './curve-reach.js';
import { discountMargin } from './discount-margin.js';
import { type FixedRateBond, fixedFlows, type SettlementTerms } from './fixed-rate-bond.js';
import { type FloatingRateBond, floatingFlows } from './floating-rate-bond.js';
import { parCoupon } from './par-coupon.js';
import type { YieldConvention } from './yield-convention.js';

/** An amount of a bond held, in currency of face; negative when issued or sold short. */
export interface BondPosition<B> {
  readonly bond: B;
  readonly face: number;
  readonly yieldConvention: YieldConvention;
  /** Market price per 100 of outstanding balance; absent: the price is that of the curve. */
  readonly cleanPrice?: number;
}

/** What the common part of a valuation needs to know of a bond. */
interface Core {
  readonly position: BondPosition<unknown>;
  readonly settlement: SettlementTerms;
  readonly issueDay: number | undefined;
  readonly flowsOn: (market: PricingMarket) => Result<BondFlow[]>;
}

/** The first accrual day unless another issue day is told. */
export function issueDayOf({ issueDay, coupons }: FixedRateBond | FloatingRateBond): number {
  return issueDay ?? coupons.terms.start;
}

/** Settlement after the valuation day, not before `issueDay` (rule BOND-5). */
export function settlementDayOf(
  valuationDay: number,
  settlement: SettlementTerms,
  issueDay: number | undefined,
): number {
  const day = addBusinessDays(valuationDay, settlement.days, settlement.calendar);
  return Math.max(day, issueDay ?? day);
}

interface Valued {
  readonly settled: SettledBond;
  readonly price: BondPrice;
  readonly spread: number;
  readonly valuation: Valuation;
}

/** Price, yield measures, spread and curve risk of any bond with given flows. */
function valued(core: Core, market: PricingMarket): Result<Valued> {
  const settlementDay = settlementDayOf(market.valuationDay, core.settlement, core.issueDay);
  const settled = settledBond(core.flowsOn(market), settlementDay);
  if (!settled.ok) return settled;
  const lastDay = Math.max(...settled.value.flows.map((flow) => flow.payDay));
  const reached = curveReach(market.discount, [settlementDay, lastDay]);
  if (!reached.ok) return reached;
  const spread = spreadOf(core, settled.value, market);
  if (!spread.ok) return spread;
  const { cleanPrice, face } = core.position;
  const price = priceOn(settled.value, market, spread.value);
  const risk = riskMeasures((moved) => presentValue(core, moved, spread.value), market);
  const yields = yieldMeasuresOf(core.position, settled.value, price.clean);
  const worth = presentValue(core, market, spread.value);
  const parts = collect([ok(priceMeasures(price)), yields, risk]);
  if (!parts.ok) return parts;
  if (!worth.ok) return worth;
  const spreadMeasure: InstrumentMeasure[] =
    cleanPrice === undefined
      ? []
      : [{ id: 'z-spread', value: spread.value, unit: 'decimal rate', convention: CONTINUOUS }];
  const measures: InstrumentMeasure[] = [
    { id: 'present-value', value: worth.value, unit: 'currency' },
    ...parts.value.flat(),
    ...spreadMeasure,
  ];
  const flows = valuedFlows(settled.value, face, shiftedCurve(market.discount, spread.value));
  return ok({
    settled: settled.value,
    price,
    spread: spread.value,
    valuation: { measures, flows },
  });
}

const CONTINUOUS = 'added to continuous zero rates of the discount curve';

function spreadOf(core: Core, settled: SettledBond, market: PricingMarket): Result<number> {
  const { cleanPrice } = core.position;
  if (cleanPrice === undefined) return ok(0);
  const accrued = priceOfValue(settled, 0).accrued;
  return zeroSpread(settled, market.discount, cleanPrice + accrued);
}

function priceOn(settled: SettledBond, market: PricingMarket, spread: number): BondPrice {
  const dirty = dirtyPriceOnCurve(settled, shiftedCurve(market.discount, spread));
  const { accrued } = priceOfValue(settled, 0);
  return { clean: dirty - accrued, accrued, dirty };
}

/** Worth of the position on the reference day of the curve, with the spread on the curve. */
function presentValue(core: Core, market: PricingMarket, spread: number): Result<number> {
  const day = settlementDayOf(market.valuationDay, core.settlement, core.issueDay);
  const settled = settledBond(core.flowsOn(market), day);
  if (!settled.ok) return settled;
  const curve = shiftedCurve(market.discount, spread);
  const dirty = dirtyPriceOnCurve(settled.value, curve) * discountOnDay(curve, day);
  const outstanding = outstandingAfter(settled.value.flows, day) / 100;
  return ok((dirty / 100) * outstanding * core.position.face);
}

function priceMeasures({ clean, accrued, dirty }: BondPrice): InstrumentMeasure[] {
  const counted = { unit: 'per 100 face', convention: 'of the balance at settlement' } as const;
  return [
    { id: 'clean-price', value: clean, ...counted },
    { id: 'accrued-interest', value: accrued, ...counted },
    { id: 'dirty-price', value: dirty, ...counted },
  ];
}

function yieldMeasuresOf(
  { yieldConvention }: BondPosition<unknown>,
  settled: SettledBond,
  cleanPrice: number,
): Result<InstrumentMeasure[]> {
  const found = yieldFromPrice(settled, yieldConvention, cleanPrice);
  if (!found.ok) return found;
  const at = yieldSensitivity(settled, yieldConvention, found.value);
  const { compounding, frequencyPerYear, dayCount } = yieldConvention;
  const convention = `${compounding}, ${frequencyPerYear} a year, ${dayCount}`;
  return ok([
    { id: 'yield', value: found.value, unit: 'decimal rate', convention },
    { id: 'macaulay-duration', value: at.macaulayDuration, unit: 'years' },
    { id: 'modified-duration', value: at.modifiedDuration, unit: 'years' },
    { id: 'convexity', value: at.convexity, unit: 'none', convention: 'years squared' },
    { id: 'yield-dv01', value: at.dv01, unit: 'per 100 face', convention: 'fall for 1 bp' },
  ]);
}

/** The flows still to come at the discount factors of the price, its spread included. */
function valuedFlows(settled: SettledBond, face: number, curve: DatedCurve): ValuedFlow[] {
  return settled.flows
    .filter((flow) => isReceived(flow, settled.settlementDay) && flow.amount !== 0)
    .map(({ payDay, amount }) => ({
      payDay,
      amount: (amount / 100) * face,
      discount: discountOnDay(curve, payDay),
    }));
}

/** All measures of a fixed-rate or amortising bond (rules BOND-1 to BOND-13). */
export function valueFixedBond(
  position: BondPosition<FixedRateBond>,
  market: PricingMarket,
): Result<Valuation> {
  const { bond } = position;
  const core: Core = { ...coreOf(position), flowsOn: () => fixedFlows(bond) };
  const found = valued(core, market);
  if (!found.ok) return found;
  const par = parCoupon(found.value.settled, market.discount);
  return ok(par === undefined ? found.value.valuation : added(found.value.valuation, [par]));
}

function coreOf(position: BondPosition<FixedRateBond | FloatingRateBond>) {
  const { bond } = position;
  return { position, settlement: bond.settlement, issueDay: issueDayOf(bond) };
}

const added = (valuation: Valuation, more: readonly InstrumentMeasure[]): Valuation => ({
  ...valuation,
  measures: [...valuation.measures, ...more],
});

/** All measures of a floating-rate bond on projected coupons (rules BOND-15 and BOND-16). */
export function valueFloatingBond(
  position: BondPosition<FloatingRateBond>,
  market: PricingMarket,
): Result<Valuation> {
  const { bond } = position;
  const core: Core = { ...coreOf(position), flowsOn: (moved) => floatingFlows(bond, moved) };
  const found = valued(core, market);
  if (!found.ok) return found;
  const isPlain = bond.gearing === 1 && new Set(bond.spreads).size === 1;
  if (!isPlain) return ok(found.value.valuation);
  const margin = discountMargin(found.value.settled, bond.spreads[0] ?? 0, found.value.price.clean);
  if (!margin.ok) return margin;
  const convention = 'over the index, simple in each period';
  const measure = {
    id: 'discount-margin',
    value: margin.value,
    unit: 'decimal rate',
    convention,
  } as const;
  return ok(added(found.value.valuation, [measure]));
}

/**
 * A callable bond as if it ran to maturity, with its yields to the next call and to worst (rule
 * BOND-14). The worth of the rights themselves needs a model of rates and is not in here.
 */
export function valueCallableAsStraight(
  position: BondPosition<CallableBond>,
  market: PricingMarket,
): Result<Valuation> {
  const { bond, noticeDays } = position.bond;
  const rights = position.bond.rights.filter(({ day }) => day - noticeDays >= market.valuationDay);
  const straight = { ...position, bond };
  const core: Core = { ...coreOf(straight), flowsOn: () => fixedFlows(bond) };
  const found = valued(core, market);
  if (!found.ok) return found;
  const { settled, price } = found.value;
  const yields = redemptionYields({ settled, rights }, position.yieldConvention, price.clean);
  if (!yields.ok) return yields;
  const nextCall = yields.value
    .filter((one) => one.right !== undefined)
    .toSorted((a, b) => (a.right?.day ?? 0) - (b.right?.day ?? 0))[0];
  const measures: InstrumentMeasure[] = [];
  if (nextCall !== undefined) {
    const convention = 'to the next call, counted as the yield';
    measures.push({ id: 'yield-to-call', value: nextCall.yield, unit: 'decimal rate', convention });
  }
  const worst = yields.value[0];
  if (worst !== undefined) {
    const convention = 'lowest of all calls and maturity, counted as the yield';
    measures.push({ id: 'yield-to-worst', value: worst.yield, unit: 'decimal rate', convention });
  }
  return ok(added(found.value.valuation, measures));
}
