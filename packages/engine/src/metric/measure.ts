import type { Group } from '../balance-sheet/index.js';
import { type Issue, issue } from '../foundation/index.js';

export type MeasureUnit =
  | 'USD million'
  | 'ratio'
  | 'years'
  | 'years squared'
  | 'days'
  | 'hours'
  | 'USD million per bp'
  /** A class of a rule, counted from 0. */
  | 'level';

/** The registry's entry: one id links engine, report, screen and evidence. */
export interface MeasureDefinition {
  readonly id: string;
  readonly title: string;
  readonly unit: MeasureUnit;
  /** What a positive value means. */
  readonly sign: string;
  readonly definition: string;
  /** Method rule, and paragraph of the outside source where there is one. */
  readonly source: string;
  readonly limits: string;
  /** Of the valuation date alone: one value with scenario ''. Absent: a value in each scenario. */
  readonly ofDate?: true;
}

/** Definitions of measures that have one value, at the valuation date. */
export function atDate(definitions: readonly MeasureDefinition[]): MeasureDefinition[] {
  return definitions.map((definition) => ({ ...definition, ofDate: true }));
}

/** One value of a measure. `scenario` is empty for measures of the valuation date alone. */
export interface MeasureValue {
  readonly id: string;
  readonly scenario: string;
  readonly unit: MeasureUnit;
  readonly value: number;
  /** The same value split by book; sums to `value`. Absent where a split has no meaning. */
  readonly by?: Readonly<Partial<Record<Group | 'hedges', number>>>;
  /** The same value split by key tenor (`60m`) or by repricing bucket. */
  readonly byTenor?: Readonly<Record<string, number>>;
  /** The same value split by what made it, where the rule of the measure names such parts. */
  readonly parts?: Readonly<Record<string, number>>;
}

/** A measure that has no value here, and why (rule EVAL-6). */
export interface RefusedMeasure {
  readonly id: string;
  readonly scenario: string;
  readonly issue: Issue;
}

/** A measure returns a value or an issue; never NaN, Infinity or a silent 0. */
export type MeasureResult = MeasureValue | RefusedMeasure;

export function isRefused(result: MeasureResult): result is RefusedMeasure {
  return 'issue' in result;
}

/** The measures of a part that the Study does not have: `path` is the JSON pointer of the part. */
export function refusedWithout(path: string, ids: readonly string[]): RefusedMeasure[] {
  const reason = issue('measure.no-input', path, 'this part of the Study', 'nothing');
  return ids.map((id) => ({ id, scenario: '', issue: reason }));
}

/** A quotient as a measure: refused where it has no meaning (denominator not above zero). */
export function quotient(
  measure: { readonly id: string; readonly scenario: string },
  numerator: number,
  denominator: { readonly value: number; readonly what: string },
): MeasureResult {
  const { value, what } = denominator;
  if (value > 0) return { ...measure, unit: 'ratio', value: numerator / value };
  const path = `/measures/${measure.id}`;
  return {
    ...measure,
    issue: issue('measure.no-ratio', path, `${what} above zero`, String(value)),
  };
}
