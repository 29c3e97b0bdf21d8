import { fail, type Issue, issue, ok, type Result } from '../foundation/index.js';
import type { ContractRun, ContractState, EventRule } from './contract-run.js';
import { isoFromTime, LAST_TIME } from './date-time.js';
import { type EventType, eventOrder } from './event-order.js';
import { observedValue } from './observed-data.js';
import type { ScheduledEvent } from './scheduled-event.js';

/** One dated event with payoff and the states after it; times in seconds. */
export interface EventRow {
  readonly time: number;
  readonly type: EventType;
  readonly payoff: number;
  readonly currency: string;
  readonly notionalPrincipal: number;
  readonly nominalInterestRate: number;
  readonly accruedInterest: number;
  readonly exerciseAmount?: number;
  readonly exerciseTime?: number;
}

export type EventRules = Readonly<Partial<Record<EventType, EventRule>>>;

export interface EventWindow {
  /** Events at or before this moment have happened and are left out. */
  readonly status: number;
  /** Last moment shown; undefined: no end. */
  readonly to: number | undefined;
  /** Events after the termination do not happen. */
  readonly termination: number | undefined;
}

/** The events that happen within the window, in order (rule CONTRACT-7). */
export function arrangeEvents(
  events: readonly ScheduledEvent[],
  { status, to, termination }: EventWindow,
): ScheduledEvent[] {
  const first = eventOrder(status, 'AD');
  const horizon = to === undefined ? Number.POSITIVE_INFINITY : eventOrder(to, 'AD');
  const end = termination === undefined ? Number.POSITIVE_INFINITY : eventOrder(termination, 'TD');
  const last = Math.min(horizon, end);
  const kept = events.filter(({ order }) => order > first && order <= last);
  return kept.sort((one, other) => one.order - other.order);
}

/**
 * Runs the rules over arranged events. Rows before the purchase happen but are not shown.
 * Issues: those of a rule (`fixing.missing`), `not-finite` when the terms overflow a number,
 * `date.range` after the year 9999.
 */
export function runEvents(
  events: readonly ScheduledEvent[],
  rules: EventRules,
  run: ContractRun,
): Result<EventRow[]> {
  const { purchaseDate } = run.terms;
  const shown =
    purchaseDate === undefined ? Number.NEGATIVE_INFINITY : eventOrder(purchaseDate, 'PRD');
  const isExercised = EXERCISED_TYPES.includes(run.terms.contractType);
  const rows: EventRow[] = [];
  for (const event of events) {
    const rule = rules[event.type];
    if (event.eventTime > LAST_TIME) return fail(beyondCalendar(event));
    if (rule === undefined) throw new Error(`no rule for event ${event.type}`);
    const own = rule(run, event);
    const currency = event.currency ?? run.terms.currency ?? '';
    const payoff = own * settlementFactor(run, event, currency);
    if (run.issues.length > 0) return { ok: false, issues: run.issues };
    const plain = rowOf(event, payoff, currency, run);
    const row = isExercised ? { ...plain, ...exerciseOf(run.state) } : plain;
    if (!isFiniteRow(row)) return fail(overflow(event));
    if (event.order >= shown) rows.push(row);
  }
  return ok(rows);
}

function rowOf(
  event: ScheduledEvent,
  payoff: number,
  currency: string,
  { state }: ContractRun,
): EventRow {
  return {
    time: event.eventTime,
    type: event.type,
    payoff,
    currency,
    notionalPrincipal: state.notionalPrincipal,
    nominalInterestRate: state.nominalInterestRate,
    accruedInterest: state.accruedInterest,
  };
}

/** Types whose rows tell the amount and time of an exercise. */
const EXERCISED_TYPES: readonly string[] = ['OPTNS', 'FUTUR', 'CEG', 'CEC'];

function exerciseOf({ exerciseAmount, exerciseTime }: ContractState) {
  return exerciseTime === undefined ? { exerciseAmount } : { exerciseAmount, exerciseTime };
}

/** One unit of a currency in the settlement currency, observed as `USD/EUR` and the like. */
function settlementFactor(run: ContractRun, event: ScheduledEvent, currency: string): number {
  const { settlementCurrency = currency } = run.terms;
  if (settlementCurrency === currency) return 1;
  const code = `${currency}/${settlementCurrency}`;
  const observation = { term: 'settlementCurrency', code, time: event.scheduleTime };
  return observedValue(run.observed, observation, run.issues);
}

function isFiniteRow(row: EventRow): boolean {
  return Number.isFinite(row.payoff + row.notionalPrincipal + row.accruedInterest);
}

function overflow({ type, eventTime }: ScheduledEvent): Issue {
  const path = `${type} of ${isoFromTime(eventTime)}`;
  return issue('not-finite', path, 'terms whose amounts stay finite', 'an overflow');
}

function beyondCalendar({ type }: ScheduledEvent): Issue {
  return issue('date.range', type, 'an event up to the year 9999', 'a later one');
}
