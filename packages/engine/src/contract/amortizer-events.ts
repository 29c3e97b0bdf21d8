import {
  datedEvents,
  feeEvents,
  interestBaseEvents,
  interestEvents,
  type LoanPlan,
  rateResetEvents,
  redemptionEvents,
  scalingEvents,
} from './loan-plan.js';
import { type ScheduledEvent, shiftedEvent } from './scheduled-event.js';

/** What every loan with redemptions schedules: LAM, NAM and ANN (rules CONTRACT-16 to 18). */
export function amortizerEvents(plan: LoanPlan): ScheduledEvent[] {
  return [
    ...datedEvents(plan),
    ...redemptionEvents(plan),
    ...interestEvents(plan),
    ...rateResetEvents(plan),
    ...feeEvents(plan, true),
    ...scalingEvents(plan),
    ...interestBaseEvents(plan),
    shiftedEvent('MD', plan.maturity, plan.shift),
  ];
}
