import { floatAt } from '../foundation/index.js';
import { monthlyHazard, runShare } from './deposit.js';
import type { DepositModel, RateGapDecay } from './model.js';

/** A part of a deposit balance with its own life, in plain numbers. */
export interface DepositTranche {
  readonly name: 'core' | 'non-core' | 'surge';
  readonly share: number;
  readonly averageLifeYears: number;
}

/**
 * The parts of a balance (rules NMD-8 and NMD-9). Their shares add up to 1: non-core is what is
 * neither core nor surge.
 */
export function depositTranches(model: DepositModel): readonly DepositTranche[] {
  const { core, surge } = model;
  const parts: DepositTranche[] = [];
  let left = 1;
  for (const [name, part] of [
    ['core', core],
    ['surge', surge],
  ] as const) {
    if (part === undefined) continue;
    left -= part.share.value;
    parts.push({ name, share: part.share.value, averageLifeYears: part.averageLifeYears.value });
  }
  const share = Math.max(0, left);
  return [...parts, { name: 'non-core', share, averageLifeYears: model.averageLifeYears.value }];
}

/**
 * Mean time to payment of the whole balance in years, without the cut at the horizon, a run or
 * the rate gap (rules NMD-1 and NMD-8): shares times lives, each life at least one month.
 */
export function depositAverageLifeYears(model: DepositModel): number {
  return depositTranches(model).reduce(
    (years, { share, averageLifeYears }) => years + share / (12 * monthlyHazard(averageLifeYears)),
    0,
  );
}

/** What the hazard of a month is multiplied by (rule NMD-10); `gapChange` since the date. */
export function hazardMultiple(decay: RateGapDecay, gapChange: number): number {
  const { sensitivity, minMultiple, maxMultiple } = decay;
  const multiple = 1 + sensitivity.value * gapChange;
  return Math.min(maxMultiple.value, Math.max(minMultiple.value, multiple));
}

/** Rates that a decaying balance looks at, by month; `now` are those of the valuation date. */
export interface GapRates {
  readonly oneMonth: Float64Array;
  readonly paid: Float64Array;
  readonly oneMonthNow: number;
  readonly paidNow: number;
}

/** Hazard multiples of months 0 to `months` - 1: none where decay does not answer to rates. */
export function hazardMultiples(
  model: DepositModel,
  rates: GapRates,
  months: number,
): Float64Array | null {
  const { rateGap } = model;
  if (rateGap === undefined) return null;
  const now = rates.oneMonthNow - rates.paidNow;
  return Float64Array.from({ length: months }, (_, t) => {
    const gap = floatAt(rates.oneMonth, t) - floatAt(rates.paid, t);
    return hazardMultiple(rateGap, gap - now);
  });
}

/**
 * Principal of one unit of deposits paid at the ends of months 1 to `months` (rules NMD-1, NMD-6,
 * NMD-8 to NMD-10); what is left is paid in the last. `multiples` of the hazard, one a month, or
 * null for a hazard that stays.
 */
export function depositPrincipal(
  model: DepositModel,
  months: number,
  multiples: Float64Array | null,
): Float64Array {
  const paid = new Float64Array(months);
  for (const { share, averageLifeYears } of depositTranches(model)) {
    const hazard = monthlyHazard(averageLifeYears);
    let balance = share;
    for (let t = 0; t < months; t += 1) {
      const ran = runShare(model, t + 1) - runShare(model, t);
      const survivors = balance * (1 - ran);
      const ofMonth = multiples === null ? hazard : Math.min(1, hazard * floatAt(multiples, t));
      const leaving = t === months - 1 ? survivors : survivors * ofMonth;
      paid[t] = floatAt(paid, t) + (balance - survivors + leaving);
      balance = survivors - leaving;
    }
  }
  return paid;
}
