import { type Issue, issue } from '../foundation/index.js';
import { businessDayShift } from './business-day-shift.js';
import type { ContractTerms } from './contract-terms.js';
import { addTermPeriod, endOfMonth, isEndOfMonth, type TermCycle } from './cycle.js';
import { cycleSchedule, MAX_SCHEDULE_DATES } from './cycle-schedule.js';
import { effectiveDay } from './date-time.js';
import { yearsOfTerms } from './day-count.js';
import { requiredTerm } from './loan-plan.js';

/** A date on the redemption cycle from which the remaining payments are counted. */
interface CountStart {
  readonly time: number;
  /** True when the date itself is still a payment to come. */
  readonly isPayment: boolean;
}

/**
 * The maturity as written, otherwise the redemption date on which constant payments of principal
 * have paid off the notional (rule CONTRACT-16). Undefined after issues.
 */
export function linearMaturity(terms: ContractTerms, issues: Issue[]): number | undefined {
  if (terms.maturityDate !== undefined) return terms.maturityDate;
  const payment = requiredTerm(terms, 'nextPrincipalRedemptionPayment', issues);
  return payment === undefined ? undefined : maturityByPayment(terms, () => payment, issues);
}

/**
 * The maturity as written, otherwise by payments that first cover the interest of one cycle on
 * the whole notional (rule CONTRACT-17). Undefined after issues.
 */
export function residualMaturity(terms: ContractTerms, issues: Issue[]): number | undefined {
  if (terms.maturityDate !== undefined) return terms.maturityDate;
  const payment = requiredTerm(terms, 'nextPrincipalRedemptionPayment', issues);
  if (payment === undefined) return undefined;
  const redemption = (start: number, cycle: TermCycle) => {
    const years = yearsOfTerms(terms, undefined);
    const next = addTermPeriod(start, cycle);
    const fraction = years(effectiveDay(start), effectiveDay(next));
    const { nominalInterestRate = 0, notionalPrincipal = 0 } = terms;
    return payment - fraction * nominalInterestRate * notionalPrincipal;
  };
  const maturity = maturityByPayment(terms, redemption, issues);
  return maturity === undefined ? undefined : businessDayShift(terms).eventTime(maturity);
}

function maturityByPayment(
  terms: ContractTerms,
  redemptionOf: (start: number, cycle: TermCycle) => number,
  issues: Issue[],
): number | undefined {
  const cycle = requiredTerm(terms, 'cycleOfPrincipalRedemption', issues);
  const notional = requiredTerm(terms, 'notionalPrincipal', issues);
  if (cycle === undefined || notional === undefined) return undefined;
  const start = countStart(terms, cycle, issues);
  if (start === undefined) return undefined;
  const redemption = redemptionOf(start.time, cycle);
  const payments = Math.ceil(notional / redemption) - (start.isPayment ? 1 : 0);
  if (redemption > 0 && payments <= MAX_SCHEDULE_DATES) {
    const plain = addTermPeriod(start.time, cycle, Math.max(payments, 0));
    const isAtEnd = terms.endOfMonthConvention === 'EOM' && isEndOfMonth(start.time);
    return isAtEnd && cycle.months > 0 ? endOfMonth(plain) : plain;
  }
  const expected = `payments that redeem ${notional} in at most ${MAX_SCHEDULE_DATES} cycles`;
  const term = 'nextPrincipalRedemptionPayment';
  issues.push(issue('maturity.never', term, expected, `${redemption} of principal a cycle`));
  return undefined;
}

/** The first redemption still to come, or the last one before the status date. */
function countStart(
  terms: ContractTerms,
  cycle: TermCycle,
  issues: Issue[],
): CountStart | undefined {
  const exchange = requiredTerm(terms, 'initialExchangeDate', issues);
  const status = requiredTerm(terms, 'statusDate', issues);
  if (exchange === undefined || status === undefined) return undefined;
  const anchor = terms.cycleAnchorDateOfPrincipalRedemption ?? addTermPeriod(exchange, cycle);
  if (anchor >= status) return { time: anchor, isPayment: true };
  const keepsEndOfMonth = terms.endOfMonthConvention === 'EOM';
  const whole = { ...cycle, stub: 'short' } as const;
  const past = cycleSchedule({
    anchor,
    end: status,
    cycle: whole,
    keepsEndOfMonth,
    includesEnd: false,
  });
  return { time: past.at(-1) ?? anchor, isPayment: false };
}
