import { levelPaymentFactor, scheduledBalanceFactor } from './scheduled-balance.js';

/** A pool of level-payment loans as it stands before the first projected month. */
export interface MortgagePool {
  /** Currency units owed by the borrowers. */
  readonly balance: number;
  /** Weighted average coupon of the loans, decimal a year. */
  readonly grossRate: number;
  /** What the holder is paid; the difference is servicing and guarantee. */
  readonly passThroughRate: number;
  /** Weighted average months to maturity. */
  readonly remainingMonths: number;
  /** Weighted average loan age in months: the first projected month ends at age + 1. */
  readonly ageMonths: number;
}

/** One month of a pool, in currency units (rule PASSTHROUGH-5). */
export interface PoolMonth {
  readonly month: number;
  readonly startBalance: number;
  readonly payment: number;
  readonly grossInterest: number;
  readonly passThroughInterest: number;
  readonly scheduledPrincipal: number;
  readonly smm: number;
  readonly prepaidPrincipal: number;
  readonly endBalance: number;
}

/** Where a pool stands when the speed of a month is asked for. */
export interface PoolState {
  /** 1 = first projected month. */
  readonly month: number;
  /** Loan age at the end of the month. */
  readonly ageMonths: number;
  /** Balance at the start of the month over what the schedule alone would have left of it. */
  readonly survival: number;
}

/** The months of a pool until it is paid off; `smmOf` gives each month's mortality. */
export function projectPool(pool: MortgagePool, smmOf: (state: PoolState) => number): PoolMonth[] {
  const months: PoolMonth[] = [];
  const loan = { rate: pool.grossRate, months: pool.remainingMonths };
  let balance = pool.balance;
  for (let month = 1; month <= pool.remainingMonths && balance > 0; month += 1) {
    const scheduled = pool.balance * scheduledBalanceFactor(loan, month - 1);
    const smm = smmOf({
      month,
      ageMonths: pool.ageMonths + month,
      survival: balance / scheduled,
    });
    const next = oneMonth(pool, month, balance, smm);
    months.push(next);
    balance = next.endBalance;
  }
  return months;
}

function oneMonth(pool: MortgagePool, month: number, balance: number, smm: number): PoolMonth {
  const left = pool.remainingMonths - month + 1;
  const payment = balance * levelPaymentFactor({ rate: pool.grossRate, months: left });
  const grossInterest = (balance * pool.grossRate) / 12;
  const scheduledPrincipal = left === 1 ? balance : Math.min(balance, payment - grossInterest);
  const prepaidPrincipal = smm * (balance - scheduledPrincipal);
  return {
    month,
    startBalance: balance,
    payment,
    grossInterest,
    passThroughInterest: (balance * pool.passThroughRate) / 12,
    scheduledPrincipal,
    smm,
    prepaidPrincipal,
    endBalance: balance - scheduledPrincipal - prepaidPrincipal,
  };
}
