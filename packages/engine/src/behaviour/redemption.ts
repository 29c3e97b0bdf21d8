import { floatAt, type Parameter } from '../foundation/index.js';
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

/**
 * Share of the balance at the start of each month that is redeemed at its end, months 1 to
 * maturity; 0 in the last, in which the deposit is repaid anyway (rules REDEEM-1 and REDEEM-2).
 * @param discount discount factors of the scenario at months 0, 1, ...; null where the model does
 * not answer to rates
 */
export function redemptionPath(
  model: RedemptionModel,
  deposit: TermDeposit,
  discount: Float64Array | null,
): Float64Array {
  const { contractRate, maturityMonth } = deposit;
  const path = new Float64Array(maturityMonth);
  const atMaturity = discount === null ? 1 : floatAt(discount, maturityMonth);
  let annuity = atMaturity;
  for (let t = maturityMonth - 2; t >= 0; t -= 1) {
    let gain = 0;
    if (discount !== null) {
      annuity += floatAt(discount, t + 1);
      // the rate paid monthly at which a deposit of the remaining term is worth par
      const marketRate = (12 * (floatAt(discount, t) - atMaturity)) / annuity;
      const penaltyMonths = model.penaltyMonths.value;
      const remainingMonths = maturityMonth - t;
      gain = redemptionGain({ marketRate, contractRate, penaltyMonths, remainingMonths });
    }
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
  discount: Float64Array | null,
  months: number,
): BucketFlow {
  const principal = new Float64Array(months);
  const redeemed = new Float64Array(months);
  const part = 1 / (bucket.lastMonth - bucket.firstMonth + 1);
  for (let month = bucket.firstMonth; month <= bucket.lastMonth; month += 1) {
    const maturityMonth = Math.min(month, months);
    const { contractRate } = bucket;
    const shares = redemptionPath(model, { contractRate, maturityMonth }, discount);
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
