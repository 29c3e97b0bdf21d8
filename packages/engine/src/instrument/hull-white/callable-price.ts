import { fail, type Issue, issue, type Result } from '../../foundation/index.js';
import { curveTime, discountOnDay, shiftedCurve } from '../../market/index.js';
import { brent } from '../../numeric/index.js';
import { isReceived } from '../bond/bond-flow.js';
import { type BondPrice, priceOfValue, type SettledBond } from '../bond/bond-yield.js';
import { type ExerciseRight, flowsToExercise } from '../bond/callable-bond.js';
import { dirtyPriceOnCurve } from '../bond/curve-price.js';
import { decisionClaimValue } from './decision-claim.js';
import type { Decision } from './decision-stage.js';
import type { ClaimFlow } from './flow-claim.js';
import type { HullWhite } from './hull-white.js';
import { modelIssues } from './model-issues.js';

/** A bond at its settlement with the rights still ahead, decided `noticeDays` before. */
export interface SettledCallable {
  readonly settled: SettledBond;
  readonly rights: readonly ExerciseRight[];
  readonly noticeDays: number;
  /** No decision is taken before this day. */
  readonly valuationDay: number;
}

/** The price with its rights and what they are worth to the holder (negative: a cost). */
export interface CallablePrice {
  readonly price: BondPrice;
  /** Price of the same flows without any right, per 100 of the balance. */
  readonly straightDirty: number;
  /** Straight less dirty price: the worth of calls to the issuer less that of puts. */
  readonly optionCost: number;
}

/**
 * Price per 100 of the balance at settlement: the straight bond and the value of all decisions
 * (rules HW-5 and HW-7), the curve of the model raised by `spread`.
 */
export function callablePrice(
  bond: SettledCallable,
  model: HullWhite,
  spread: number,
): CallablePrice {
  const curve = shiftedCurve(model.curve, spread);
  const { settled } = bond;
  const shifted = { ...model, curve };
  const value = decisionClaimValue(shifted, decisionsOf(bond, shifted));
  const straightDirty = dirtyPriceOnCurve(settled, curve);
  const rights = value / discountOnDay(curve, settled.settlementDay);
  const worth = priceOfValue(settled, rights).dirty;
  const { accrued } = priceOfValue(settled, 0);
  const dirty = straightDirty + worth;
  return { price: { clean: dirty - accrued, accrued, dirty }, straightDirty, optionCost: -worth };
}

/** Parameters too large for the rights of the bond (rule HW-10). */
export function callableIssues(bond: SettledCallable, model: HullWhite): Issue[] {
  return modelIssues(model, decisionsOf(bond, model));
}

/** Redemption in exchange for all flows after it, in order of time. */
function decisionsOf(bond: SettledCallable, { curve }: HullWhite): Decision[] {
  const { flows, settlementDay } = bond.settled;
  const ahead = bond.rights
    .filter(({ day }) => day > settlementDay && day - bond.noticeDays >= bond.valuationDay)
    .toSorted((a, b) => a.day - b.day || (a.kind === 'put' ? -1 : 1));
  return ahead.map((right): Decision => {
    const redemption = flowsToExercise(flows, right).at(-1)?.amount ?? 0;
    const lost: ClaimFlow[] = flows
      .filter((flow) => flow.payDay > right.day && isReceived(flow, settlementDay))
      .map((flow) => ({ years: curveTime(curve, flow.payDay), amount: -flow.amount }));
    const decided = Math.max(curve.referenceDay, right.day - bond.noticeDays);
    return {
      years: curveTime(curve, decided),
      by: right.kind === 'call' ? 'issuer' : 'holder',
      flows: [{ years: curveTime(curve, right.day), amount: redemption }, ...lost],
    };
  });
}

const WIDEST_SPREAD = 1;

/**
 * The option-adjusted spread: the constant on continuous zero rates at which the model gives the
 * dirty price (rule HW-7). Issue `spread.none` where none between -100% and 100% does.
 */
export function callableSpread(
  bond: SettledCallable,
  model: HullWhite,
  dirtyPrice: number,
): Result<number> {
  const miss = (spread: number): number =>
    callablePrice(bond, model, spread).price.dirty / dirtyPrice - 1;
  for (let width = 0.05; dirtyPrice > 0 && width <= WIDEST_SPREAD; width *= 2) {
    if (miss(-width) >= 0 && miss(width) <= 0) return brent(miss, -width, width, 1e-13);
  }
  return fail(issue('spread.none', 'price', 'a price some spread gives', String(dirtyPrice)));
}
