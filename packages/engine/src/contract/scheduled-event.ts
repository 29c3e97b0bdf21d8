import type { BusinessDayShift } from './business-day-shift.js';
import { type EventType, eventOrder } from './event-order.js';

/** An event to come: when it was scheduled, when it happens, up to which day it accrues. */
export interface ScheduledEvent {
  readonly type: EventType;
  readonly scheduleTime: number;
  readonly eventTime: number;
  readonly accrualDay: number;
  /** Sorts by moment and kind. */
  readonly order: number;
  /** An amount or rate of this event alone (array schedules, observed events). */
  readonly amount: number;
  /** Currency of the payoff; absent: that of the contract. */
  readonly currency?: string;
}

/** An event moved to a business day. */
export function shiftedEvent(
  type: EventType,
  scheduleTime: number,
  shift: BusinessDayShift,
  amount = 0,
): ScheduledEvent {
  return eventAt(type, scheduleTime, shift.eventTime(scheduleTime), shift, amount);
}

/** An event that stays on its date (initial exchange, purchase, termination). */
export function fixedEvent(
  type: EventType,
  scheduleTime: number,
  shift: BusinessDayShift,
  amount = 0,
): ScheduledEvent {
  return eventAt(type, scheduleTime, scheduleTime, shift, amount);
}

function eventAt(
  type: EventType,
  scheduleTime: number,
  eventTime: number,
  shift: BusinessDayShift,
  amount: number,
): ScheduledEvent {
  const accrualDay = shift.accrualDay(scheduleTime);
  const order = eventOrder(eventTime, type);
  return { type, scheduleTime, eventTime, accrualDay, order, amount };
}
