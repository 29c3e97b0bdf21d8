import { fail, isoFromDay, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { brent } from '../../numeric/index.js';
import { accruedInterest } from './accrued-interest.js';
import { type BondFlow, outstandingAfter } from './bond-flow.js';
import { type TimedFlow, timedFlows } from './flow-years.js';
import type { YieldConvention } from './yield-convention.js';
import { type DiscountJet, yieldDiscounts } from './yield-discount.js';

/** A bond at its settlement: all flows from its first day on, and the day the buyer pays. */
export interface SettledBond {
  readonly flows: readonly BondFlow[];
  readonly settlementDay: number;
}

/** Price per 100 of the balance outstanding at settlement. */
export interface BondPrice {
  readonly clean: number;
  readonly accrued: number;
  readonly dirty: number;
}

/** Price and sensitivities at one yield (rule BOND-9); times in years, `bpv` per 100. */
export interface YieldSensitivity {
  readonly price: BondPrice;
  readonly macaulayDuration: number;
  readonly modifiedDuration: number;
  readonly convexity: number;
  /** Fall of the dirty price for one basis point more of yield, from the slope. */
  readonly dv01: number;
  /** Change of the price for one basis point more, curvature included. */
  readonly priceChangePerBp: number;
}

/** Accrued interest per 100 of the balance outstanding at settlement. */
export function accruedPer100({ flows, settlementDay }: SettledBond): number {
  return (100 * accruedInterest(flows, settlementDay)) / outstandingAfter(flows, settlementDay);
}

/** Clean, accrued and dirty from a dirty value per 100 of original face. */
export function priceOfValue(bond: SettledBond, value: number): BondPrice {
  const outstanding = outstandingAfter(bond.flows, bond.settlementDay);
  const dirty = (100 * value) / outstanding;
  const accrued = accruedPer100(bond);
  return { clean: dirty - accrued, accrued, dirty };
}

/** The dirty value per 100 of original face at a yield, with its two derivatives. */
function valueAt(flows: readonly TimedFlow[], convention: YieldConvention, rate: number): Sums {
  const discounts = yieldDiscounts(flows, convention, rate);
  const sum = (part: (jet: DiscountJet) => number): number =>
    flows.reduce((total, flow, index) => total + flow.amount * part(itemAt(discounts, index)), 0);
  return {
    value: sum((jet) => jet.value),
    first: sum((jet) => jet.first),
    second: sum((jet) => jet.second),
    timed: flows.reduce(
      (total, flow, index) => total + flow.years * flow.amount * itemAt(discounts, index).value,
      0,
    ),
  };
}

interface Sums extends DiscountJet {
  readonly timed: number;
}

/** Price of a bond at a yield (rule BOND-6). Throws RangeError where growth is not positive. */
export function priceFromYield(
  bond: SettledBond,
  convention: YieldConvention,
  rate: number,
): BondPrice {
  const flows = timedFlows(bond.flows, bond.settlementDay, convention);
  return priceOfValue(bond, valueAt(flows, convention, rate).value);
}

/** Durations and convexity at a yield (rule BOND-9). */
export function yieldSensitivity(
  bond: SettledBond,
  convention: YieldConvention,
  rate: number,
): YieldSensitivity {
  const flows = timedFlows(bond.flows, bond.settlementDay, convention);
  const { value, first, second, timed } = valueAt(flows, convention, rate);
  const price = priceOfValue(bond, value);
  const modifiedDuration = -first / value;
  const convexity = second / value;
  const dv01 = modifiedDuration * price.dirty * ONE_BP;
  return {
    price,
    macaulayDuration: timed / value,
    modifiedDuration,
    convexity,
    dv01,
    priceChangePerBp:
      price.dirty * (-modifiedDuration * ONE_BP + 0.5 * convexity * ONE_BP * ONE_BP),
  };
}

const ONE_BP = 1e-4;

/**
 * The yield of a clean price per 100 (rule BOND-10): bracketed between the edge of positive growth
 * and 1e6, then by Brent's method. Issue `yield.none` where no yield gives the price.
 */
export function yieldFromPrice(
  bond: SettledBond,
  convention: YieldConvention,
  cleanPrice: number,
): Result<number> {
  const flows = timedFlows(bond.flows, bond.settlementDay, convention);
  const outstanding = outstandingAfter(bond.flows, bond.settlementDay);
  const target = ((cleanPrice + accruedPer100(bond)) * outstanding) / 100;
  if (!(target > 0) || flows.length === 0) return noYield(cleanPrice);
  const miss = (rate: number): number => valueAt(flows, convention, rate).value / target - 1;
  const low = lowEnd(miss, lowestRate(flows, convention));
  const high = highEnd(miss);
  if (low === undefined || high === undefined) return noYield(cleanPrice);
  return brent(miss, low, high, 1e-15);
}

function noYield(cleanPrice: number): Result<number> {
  return fail(issue('yield.none', 'price', 'a price that some yield gives', String(cleanPrice)));
}

/** The rate at which growth over some flow would be zero. */
function lowestRate(flows: readonly TimedFlow[], convention: YieldConvention): number {
  const longest = Math.max(...flows.map((flow) => flow.years));
  const { compounding, frequencyPerYear } = convention;
  if (compounding === 'continuous') return -50 / longest;
  if (compounding === 'compounded' && convention.firstPeriod === 'compounded') {
    return -frequencyPerYear;
  }
  return -Math.min(frequencyPerYear > 0 ? frequencyPerYear : Number.POSITIVE_INFINITY, 1 / longest);
}

function lowEnd(miss: (rate: number) => number, edge: number): number | undefined {
  for (let share = 0.001; share < 1; share += (1 - share) / 4) {
    const value = miss(edge * share);
    if (!Number.isFinite(value)) return undefined;
    if (value >= 0) return edge * share;
    if (1 - share < 1e-9) return undefined;
  }
  return undefined;
}

function highEnd(miss: (rate: number) => number): number | undefined {
  for (let rate = 0.1; rate <= 1e6; rate *= 4) if (miss(rate) <= 0) return rate;
  return undefined;
}

/** Unwraps flows into a bond settled on a day; a convenience for the doors of this folder. */
export function settledBond(
  flows: Result<readonly BondFlow[]>,
  settlementDay: number,
): Result<SettledBond> {
  if (!flows.ok) return flows;
  if (outstandingAfter(flows.value, settlementDay) > 0) {
    return ok({ flows: flows.value, settlementDay });
  }
  return fail(
    issue('bond.matured', 'settlementDay', 'a day before maturity', isoFromDay(settlementDay)),
  );
}
