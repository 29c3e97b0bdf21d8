import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import type { AssumptionLevel, AssumptionRange } from './assumption.js';
import { ASSUMPTION_NAMES, ASSUMPTIONS, type AssumptionName } from './assumptions.js';
import type { AssumptionChoice } from './parse-assumption-choice.js';

/** An assumption as it is made for a bank on a date. */
export interface AssumedValue {
  readonly level: AssumptionLevel;
  readonly value: number;
  readonly range: AssumptionRange;
}

/** Every assumption as it is made for a bank on a date, by name. */
export type AssumedValues = (name: AssumptionName) => AssumedValue;

/** Whose and when: what decides which range of an assumption holds. */
export interface AssumptionPlace {
  readonly decisionDate: string;
  readonly assetsUsdMillion: number;
}

const LARGE_USD_MILLION = 1000;

/** Size group of a bank: behaviour was measured below and from one billion of assets. */
export function bankSize({ assetsUsdMillion }: AssumptionPlace): 'below-1bn' | 'from-1bn' {
  return assetsUsdMillion < LARGE_USD_MILLION ? 'below-1bn' : 'from-1bn';
}

/**
 * The range of an assumption that was known by the decision date, for a bank of the size; undefined
 * when none was (rule CALL-41).
 */
export function assumptionRange(
  name: AssumptionName,
  place: AssumptionPlace,
): AssumptionRange | undefined {
  const size = bankSize(place);
  const ranges: readonly AssumptionRange[] = ASSUMPTIONS[name].ranges;
  return ranges.findLast(
    ({ knownFrom, banks }) =>
      (banks === 'all' || banks === size) &&
      (knownFrom === null || knownFrom <= place.decisionDate),
  );
}

/**
 * Every assumption with its value at the level chosen. Issue `assumption.not-known`: no range of it
 * was public by the decision date.
 */
export function assumedValues(
  choice: AssumptionChoice,
  place: AssumptionPlace,
): Result<AssumedValues> {
  const made = new Map<AssumptionName, AssumedValue>();
  const issues: Issue[] = [];
  for (const name of ASSUMPTION_NAMES) {
    const range = assumptionRange(name, place);
    const level = choice[name];
    if (range !== undefined) made.set(name, { level, range, value: range[level] });
    else {
      const expected = `a range known by ${place.decisionDate}`;
      issues.push(issue('assumption.not-known', name, expected, 'none'));
    }
  }
  if (issues.length > 0) return fail(...issues);
  return ok((name) => {
    const value = made.get(name);
    if (value === undefined) throw new Error(`no assumption ${name}`);
    return value;
  });
}
