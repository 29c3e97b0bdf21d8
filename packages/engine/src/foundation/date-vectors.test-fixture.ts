import { readFileSync } from 'node:fs';
import { dayFromIso } from './calendar-date.js';
import { type Period, parsePeriod } from './period.js';
import type { Result } from './result.js';

/** What tools/vectors/dates.py made with QuantLib 1.29; rows are told there. */
interface DateVectors {
  readonly holidays: readonly number[];
  readonly dayCounts: Readonly<Record<string, readonly (readonly [number, number, number])[]>>;
  readonly isdaThirty: readonly (readonly [number, number, number, number])[];
  readonly icmaReference: readonly (readonly [number, number, number, number, number])[];
  readonly icmaSchedule: readonly (readonly number[])[];
  readonly adjustments: readonly (readonly [number, string, number])[];
  readonly advances: readonly (readonly [number, string, string, boolean, number])[];
  readonly businessDaysBetween: readonly (readonly number[])[];
  readonly schedules: readonly ScheduleRow[];
}

/** Start, end, tenor, rule, end of month, conventions, stubs, first day and steps, regularity. */
export type ScheduleRow = readonly [
  number,
  number,
  string,
  string,
  boolean,
  string,
  string,
  number | null,
  number | null,
  readonly number[],
  string,
];

export const vectors: DateVectors = JSON.parse(
  readFileSync(new URL('../../../../tools/vectors/dates.json', import.meta.url), 'utf8'),
);

export function successOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.issues.map((one) => one.message).join('; '));
  return result.value;
}

export const dayOf = (iso: string): number => successOf(dayFromIso(iso));
export const periodOf = (text: string): Period => successOf(parsePeriod(text));

/** The member of a closed list with this name. */
export function named<T extends string>(list: readonly T[], name: string): T {
  const found = list.find((one) => one === name);
  if (found === undefined) throw new Error(`${name} is none of ${list.join(', ')}`);
  return found;
}
