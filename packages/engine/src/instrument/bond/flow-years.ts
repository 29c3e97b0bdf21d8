import { addMonths, type DayCount, yearFraction } from '../../foundation/index.js';
import { type BondFlow, isReceived } from './bond-flow.js';
import type { YieldConvention } from './yield-convention.js';

/** A flow the buyer receives and how far away it is by the yield's day count. */
export interface TimedFlow {
  readonly years: number;
  readonly amount: number;
}

/**
 * The flows after settlement with their times (rule BOND-6): the step from one payment to the next
 * is counted within the coupon period of the later one, so that coupon periods count alike
 * whatever their days.
 */
export function timedFlows(
  flows: readonly BondFlow[],
  settlementDay: number,
  convention: YieldConvention,
): TimedFlow[] {
  const received = flows.filter((flow) => isReceived(flow, settlementDay));
  let years = 0;
  let last = settlementDay;
  return received.map((flow) => {
    const day = convention.flowDays === 'paid' ? flow.payDay : flow.end;
    if (day !== last) years += stepYears(flow, { last, day, settlementDay }, convention);
    last = day;
    return { years, amount: flow.amount };
  });
}

interface Step {
  readonly last: number;
  readonly day: number;
  readonly settlementDay: number;
}

function stepYears(flow: BondFlow, step: Step, convention: YieldConvention): number {
  const { last, day, settlementDay } = step;
  const reference =
    flow.kind === 'coupon'
      ? { referenceStart: flow.referenceStart, referenceEnd: flow.referenceEnd }
      : { referenceStart: last === settlementDay ? addMonths(day, -12) : last, referenceEnd: day };
  const { calendar, dayCount } = convention;
  const context = { ...reference, ...(calendar === undefined ? {} : { calendar }) };
  if (flow.kind === 'principal' || last === flow.start) {
    return yearFraction(dayCount, last, day, context);
  }
  const isBefore = last < flow.start;
  return (
    yearFraction(dayCount, flow.start, day, context) -
    yearFraction(isBefore ? reversible(dayCount) : dayCount, flow.start, last, context)
  );
}

/**
 * The count of days that lie before a period: from the 29th to the 31st are two days of 30/360 and
 * from the 31st on none, so that an early payment would add a day; 30E/360 numbers each day once.
 */
function reversible(dayCount: DayCount): DayCount {
  return dayCount === '30/360' || dayCount === '30/360 US' ? '30E/360' : dayCount;
}
