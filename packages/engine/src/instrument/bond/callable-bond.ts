import { fail, isoFromDay, issue, ok, type Result } from '../../foundation/index.js';
import { accruedInterest } from './accrued-interest.js';
import { type BondFlow, outstandingAfter } from './bond-flow.js';
import { type SettledBond, yieldFromPrice } from './bond-yield.js';
import type { FixedRateBond } from './fixed-rate-bond.js';
import type { YieldConvention } from './yield-convention.js';

/** A right to end the bond on one day at a clean price per 100 of the balance (rule BOND-14). */
export interface ExerciseRight {
  /** `call`: the issuer's right, the holder is short of it; `put`: the holder's. */
  readonly kind: 'call' | 'put';
  readonly day: number;
  readonly cleanPrice: number;
}

/** A fixed-rate bond with rights of early redemption, in order of their days. */
export interface CallableBond {
  readonly bond: FixedRateBond;
  readonly rights: readonly ExerciseRight[];
  /** Days between the decision and the exercise day. */
  readonly noticeDays: number;
}

/** The yield to one redemption: the right, or undefined for maturity. */
export interface RedemptionYield {
  readonly right: ExerciseRight | undefined;
  readonly yield: number;
}

/**
 * The flows when the bond is ended by a right: coupons to its day, then price and accrued. Nobody
 * receives the coupon under way any more, so that no ex-dividend period takes from what accrued.
 */
export function flowsToExercise(flows: readonly BondFlow[], right: ExerciseRight): BondFlow[] {
  const kept = flows.filter((flow) => flow.payDay <= right.day);
  const repaid = outstandingAfter(flows, right.day);
  const accrued = accruedInterest(flows.map(withoutExDay), right.day);
  const amount = (repaid * right.cleanPrice) / 100 + accrued;
  return [...kept, { kind: 'principal', amount, repaid, end: right.day, payDay: right.day }];
}

function withoutExDay(flow: BondFlow): BondFlow {
  if (flow.kind === 'principal') return flow;
  const { exDay: _ignored, ...coupon } = flow;
  return coupon;
}

/** The yield to a call or put at a clean price; issues `right.past` and `yield.none`. */
export function yieldToExercise(
  bond: SettledBond,
  right: ExerciseRight,
  convention: YieldConvention,
  cleanPrice: number,
): Result<number> {
  if (right.day <= bond.settlementDay) {
    return fail(issue('right.past', 'right', 'a day after settlement', isoFromDay(right.day)));
  }
  const ended = { ...bond, flows: flowsToExercise(bond.flows, right) };
  return yieldFromPrice(ended, convention, cleanPrice);
}

/**
 * Yields to every call still ahead and to maturity, lowest first (rule BOND-14): the first is the
 * yield to worst. Puts are the holder's choice and do not enter.
 */
export function redemptionYields(
  callable: { readonly settled: SettledBond; readonly rights: readonly ExerciseRight[] },
  convention: YieldConvention,
  cleanPrice: number,
): Result<RedemptionYield[]> {
  const { settled, rights } = callable;
  const toMaturity = yieldFromPrice(settled, convention, cleanPrice);
  if (!toMaturity.ok) return toMaturity;
  const yields: RedemptionYield[] = [{ right: undefined, yield: toMaturity.value }];
  for (const right of rights) {
    if (right.kind !== 'call' || right.day <= settled.settlementDay) continue;
    const found = yieldToExercise(settled, right, convention, cleanPrice);
    if (!found.ok) return found;
    yields.push({ right, yield: found.value });
  }
  return ok(yields.toSorted((a, b) => a.yield - b.yield));
}
