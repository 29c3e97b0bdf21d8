import { type Issue, issue } from '../foundation/index.js';
import { isoFromTime } from './date-time.js';

/** Observed values of market objects: code -> time in seconds -> value. */
export type ObservedData = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** An event observed from outside: a call, an exercise, a prepayment, a credit event. */
export interface ObservedEvent {
  readonly time: number;
  readonly type: string;
  readonly value: number;
  readonly contractId: string | undefined;
  /** States that the event sets, as written (for a credit event: contractPerformance). */
  readonly states: Readonly<Record<string, unknown>>;
}

export interface Observation {
  /** The ACTUS term that names the market object, for the issue. */
  readonly term: string;
  readonly code: string | undefined;
  readonly time: number;
}

/**
 * The value observed at exactly that time (rule CONTRACT-8); a missing one adds the issue
 * `fixing.missing` with term, code and date, and gives NaN, upon which the run ends.
 */
export function observedValue(
  observed: ObservedData,
  { term, code, time }: Observation,
  issues: Issue[],
): number {
  const value = code === undefined ? undefined : observed.get(code)?.get(time);
  if (value !== undefined) return value;
  const expected = `an observed value of ${code ?? 'a market object'} on ${isoFromTime(time)}`;
  issues.push(issue('fixing.missing', term, expected, 'nothing'));
  return Number.NaN;
}
