import { itemAt } from '../foundation/index.js';
import type { ContractRun } from './contract-run.js';
import { effectiveDay } from './date-time.js';
import type { Years } from './day-count.js';
import { type LoanPlan, redemptionDates } from './loan-plan.js';

/** Redemption dates of an annuity and the years from each to the next. */
export interface AnnuityDates {
  readonly times: readonly number[];
  /** `years[i]` from date i - 1 to date i; the first is unused. */
  readonly years: readonly number[];
}

/** The dates up to the amortization date, or the maturity when there is none. */
export function annuityDates(plan: LoanPlan, years: Years): AnnuityDates {
  const times = redemptionDates(plan, plan.terms.amortizationDate ?? plan.maturity);
  const days = times.map((time) => effectiveDay(time));
  return {
    times,
    years: days.map((day, index) => (index === 0 ? 0 : years(itemAt(days, index - 1), day))),
  };
}

/**
 * The level payment on all redemption dates after `now` whose present value at the nominal rate
 * is the notional with the interest accrued up to the first of them (rule CONTRACT-18).
 */
export function annuityPayment(dates: AnnuityDates, run: ContractRun, now: number): number {
  const { state, sign, years } = run;
  const first = dates.times.findIndex((time) => time > now);
  if (first < 0) return state.nextPrincipalPayment;
  const rate = state.nominalInterestRate;
  const untilFirst = years(state.day, effectiveDay(itemAt(dates.times, first)));
  const owed = state.notionalPrincipal * (1 + untilFirst * rate) + state.accruedInterest;
  let growth = 1;
  let annuity = 1;
  for (let index = dates.times.length - 1; index > first; index -= 1) {
    growth *= 1 + rate * itemAt(dates.years, index);
    annuity += growth;
  }
  return (sign * owed * growth) / annuity;
}
