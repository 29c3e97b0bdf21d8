import { floatAt, itemAt, type Parameter } from '../foundation/index.js';
import { singleMonthlyMortality } from './prepayment.js';

/** How depositors break time deposits before maturity (rules REDEEM-1 to REDEEM-4). */
export interface RedemptionModel {
  readonly id: string;
  /** Share of the balance redeemed in a year when there is nothing to gain. */
  readonly redemptionRate: Parameter;
  /** Rise of that share for a gain of 1 (100% a year): 5 is five points at one per cent. */
  readonly redemptionSensitivity: Parameter;
  /** Penalty in months of the contract's interest. */
  readonly penaltyMonths: Parameter;
}

/** A time deposit that is repaid at once in `maturityMonth`; rates are decimals a year. */
export interface TermDeposit {
  readonly contractRate: number;
  readonly maturityMonth: number;
}

/** What a depositor gains a year by breaking the deposit and placing the money anew. */
export interface RedemptionGain {
  readonly marketRate: number;
  readonly contractRate: number;
  readonly penaltyMonths: number;
  readonly remainingMonths: number;
}

/** True when redemption depends on market rates. */
export function redemptionAnswersToRates(model: RedemptionModel): boolean {
  return model.redemptionSensitivity.value !== 0;
}

/** Gain a year (rule REDEEM-2): the penalty is spread over the months that remain. */
export function redemptionGain(gain: RedemptionGain): number {
  const { marketRate, contractRate, penaltyMonths, remainingMonths } = gain;
  return marketRate - contractRate - (contractRate * penaltyMonths) / remainingMonths;
}

/** Share of the balance redeemed in a year at a gain, between 0 and 1 (rule REDEEM-1). */
export function yearlyRedemption(model: RedemptionModel, gain: number): number {
  const { redemptionRate, redemptionSensitivity } = model;
  return Math.min(1, Math.max(0, redemptionRate.value + redemptionSensitivity.value * gain));
}

/** Price at the start of a month of one unit paid so many months later, by the curve seen then. */
export type BondAt = (month: number, ahead: number) => number;

/** The rate a year, paid monthly, of a new deposit of so many months placed at a month. */
export type TermRate = (month: number, termMonths: number) => number;

/** Rates of all new deposits that end by `lastMonth`, each worth par when placed (REDEEM-2). */
export function termRates(bondAt: BondAt, lastMonth: number): TermRate {
  const byMonth = Array.from({ length: lastMonth }, (_, month) => {
    let annuity = 0;
    return Float64Array.from({ length: lastMonth - month }, (_, index) => {
      const bond = bondAt(month, index + 1);
      annuity += bond;
      return (12 * (1 - bond)) / annuity;
    });
  });
  return (month, termMonths) => floatAt(itemAt(byMonth, month), termMonths - 1);
}

/**
 * Share of the balance at the start of each month that is redeemed at its end, months 1 to
 * maturity; 0 in the last, in which the deposit is repaid anyway (rules REDEEM-1 and REDEEM-2).
 * @param termRate null where the model does not answer to rates
 */
export function redemptionPath(
  model: RedemptionModel,
  deposit: TermDeposit,
  termRate: TermRate | null,
): Float64Array {
  const { contractRate, maturityMonth } = deposit;
  const path = new Float64Array(maturityMonth);
  const penaltyMonths = model.penaltyMonths.value;
  for (let t = 0; t + 1 < maturityMonth; t += 1) {
    const remainingMonths = maturityMonth - t;
    const marketRate = termRate?.(t, remainingMonths);
    const gain =
      marketRate === undefined
        ? 0
        : redemptionGain({ marketRate, contractRate, penaltyMonths, remainingMonths });
    path[t] = singleMonthlyMortality(yearlyRedemption(model, gain));
  }
  return path;
}

/** Months of a bucket of equal bullets, first and last included. */
export interface DepositBucket {
  readonly contractRate: number;
  readonly firstMonth: number;
  readonly lastMonth: number;
}

/** One unit of a bucket by month: all that is paid, and what of it was redeemed early. */
export interface BucketFlow {
  readonly principal: Float64Array;
  readonly redeemed: Float64Array;
}

/**
 * Principal of a bucket of time deposits, each broken by its own remaining term (rule REDEEM-3).
 * What falls due after `months` is due in the last of them.
 */
export function redeemedBucket(
  model: RedemptionModel,
  bucket: DepositBucket,
  bondAt: BondAt | null,
  months: number,
): BucketFlow {
  const principal = new Float64Array(months);
  const redeemed = new Float64Array(months);
  const termRate = bondAt === null ? null : termRates(bondAt, Math.min(bucket.lastMonth, months));
  const part = 1 / (bucket.lastMonth - bucket.firstMonth + 1);
  for (let month = bucket.firstMonth; month <= bucket.lastMonth; month += 1) {
    const maturityMonth = Math.min(month, months);
    const { contractRate } = bucket;
    const shares = redemptionPath(model, { contractRate, maturityMonth }, termRate);
    let balance = part;
    for (let t = 0; t < maturityMonth; t += 1) {
      const early = balance * floatAt(shares, t);
      const paid = t === maturityMonth - 1 ? balance : early;
      redeemed[t] = floatAt(redeemed, t) + early;
      principal[t] = floatAt(principal, t) + paid;
      balance -= paid;
    }
  }
  return { principal, redeemed };
}

/**
 * What the rate paid is multiplied by in each month once penalties are counted (rule REDEEM-4):
 * 1 - penalty months x redeemed / balance at the start of the month.
 */
export function penaltyFactors(model: RedemptionModel, flow: BucketFlow): Float64Array {
  let balance = 1;
  return flow.principal.map((paid, t) => {
    const early = floatAt(flow.redeemed, t);
    const factor = early === 0 ? 1 : 1 - (model.penaltyMonths.value * early) / balance;
    balance -= paid;
    return factor;
  });
}
