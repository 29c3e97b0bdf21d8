import type { ComputedOrigin } from '@almfes/engine';
import type { Passport, ReportNumber } from '@almfes/report';
import { sha256 } from '../effect/sha256.js';

/** What the passport of a computed number says beside its origin. */
export interface ComputedBeside {
  readonly slug: string;
  readonly studyHash: string;
  readonly numbers: readonly ReportNumber[];
  readonly ruleAddress: (rule: string) => string | undefined;
}

/** The place of an origin's passport: the same as long as the origin is the same. */
export function computedAnchor(origin: ComputedOrigin): string {
  return `number-${sha256(JSON.stringify(origin)).slice(0, 12)}`;
}

/** A number that is no measure of the bank's own Study: what was done first, and by which rule. */
export function computedPassport(
  origin: ComputedOrigin,
  { slug, studyHash, numbers, ruleAddress }: ComputedBeside,
): Passport {
  const { title, rule, measures, applied } = origin;
  const anchor = computedAnchor(origin);
  const done = applied.length === 0 ? 'the bank as it is' : applied.join('; ');
  const made = measures.length === 0 ? '' : ` Measures: ${measures.join(', ')}.`;
  return {
    anchor,
    id: anchor,
    label: title,
    value: '',
    unit: '',
    told: `Applied to the Study: ${done.replace(/\.$/, '')}.${made}${valuesOf(numbers)} Rule:`,
    document: rule,
    locator: `Study ${studyHash.slice(0, 12)}; again: ${commandOf(slug, numbers)}`,
    href: ruleAddress(rule) ?? '',
  };
}

/** So many are told in a passport; all of them stand in the tables that lead to it. */
const MOST_VALUES = 24;

function valuesOf(numbers: readonly ReportNumber[]): string {
  const inTables = numbers.filter(({ column }) => column !== '');
  const shown = inTables.length > 0 ? inTables : numbers;
  const isOneRow = new Set(shown.map(({ row }) => row)).size === 1;
  const texts = new Set(
    shown.map(({ row, column, text, unit }) => {
      const name = [...(isOneRow ? [] : [row]), column].filter((words) => words !== '').join(', ');
      const value = unit === '%' ? `${text}%` : `${text} ${unit}`.trim();
      return name === '' ? value : `${name}: ${value}`;
    }),
  );
  const kept = [...texts].slice(0, MOST_VALUES);
  const left = texts.size - kept.length;
  const more = left === 0 ? '' : `; and ${left} more in the table`;
  return kept.length === 0 ? '' : ` Values: ${kept.join('; ')}${more}.`;
}

/** The step that makes it, where only one does. */
function commandOf(slug: string, numbers: readonly ReportNumber[]): string {
  const steps = new Set(numbers.map(({ section }) => /^step-(\d)$/.exec(section)?.[1]));
  steps.delete(undefined);
  const [step] = steps;
  return `almfes case ${slug}${steps.size === 1 ? ` --step ${step}` : ''}`;
}
