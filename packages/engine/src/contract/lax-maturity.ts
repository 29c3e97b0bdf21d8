import { type Issue, issue, itemAt } from '../foundation/index.js';
import { businessDayShift } from './business-day-shift.js';
import type { ContractTerms } from './contract-terms.js';
import { addTermPeriod, type TermCycle } from './cycle.js';
import { MAX_SCHEDULE_DATES } from './cycle-schedule.js';
import { requiredTerm } from './loan-plan.js';

/**
 * The maturity as written, otherwise the date on which the listed payments have redeemed the
 * notional and all drawings (rule CONTRACT-19). Undefined after issues.
 */
export function laxMaturity(terms: ContractTerms, issues: Issue[]): number | undefined {
  if (terms.maturityDate !== undefined) return terms.maturityDate;
  const name = 'arrayCycleAnchorDateOfPrincipalRedemption';
  const anchors = requiredTerm(terms, name, issues);
  const notional = requiredTerm(terms, 'notionalPrincipal', issues);
  if (anchors === undefined || notional === undefined) return undefined;
  const cycles = terms.arrayCycleOfPrincipalRedemption;
  if (cycles === undefined) return anchors.at(-1);
  const amounts = terms.arrayNextPrincipalRedemptionPayment ?? [];
  let outstanding = notional;
  for (let part = 0; part < anchors.length; part += 1) {
    const anchor = itemAt(anchors, part);
    const end = anchors[part + 1] ?? Number.POSITIVE_INFINITY;
    const cycle = partCycle(cycles, part) ?? itemAt(cycles, part);
    const isIncrease = terms.arrayIncreaseDecrease?.[part] === 'INC';
    for (let count = 0; count < MAX_SCHEDULE_DATES; count += 1) {
      const time = addTermPeriod(anchor, cycle, count);
      if (time >= end) break;
      outstanding += (isIncrease ? 1 : -1) * itemAt(amounts, part);
      if (outstanding <= 0) return businessDayShift(terms).eventTime(time);
    }
  }
  const expected = `payments that redeem ${notional} in at most ${MAX_SCHEDULE_DATES} cycles`;
  const term = 'arrayNextPrincipalRedemptionPayment';
  issues.push(issue('maturity.never', term, expected, `${outstanding} outstanding`));
  return undefined;
}

/** The cycle of a part: its own, or the one that is given for all. */
export function partCycle(
  cycles: readonly TermCycle[] | undefined,
  part: number,
): TermCycle | undefined {
  return cycles?.length === 1 ? cycles[0] : cycles?.[part];
}
