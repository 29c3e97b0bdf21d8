import { cycleSchedule } from './cycle-schedule.js';
import { type LoanPlan, redemptionAnchor } from './loan-plan.js';

/** Redemption dates after a moment, the end of amortization among them, ascending (seconds). */
export function redemptionDatesAfter(plan: LoanPlan, end: number, after: number): number[] {
  const { terms, keepsEndOfMonth } = plan;
  const anchor = redemptionAnchor(plan);
  const cycle = terms.cycleOfPrincipalRedemption;
  const dates = cycleSchedule({ anchor, end, cycle, keepsEndOfMonth, includesEnd: true });
  return dates.filter((date) => date > after);
}
