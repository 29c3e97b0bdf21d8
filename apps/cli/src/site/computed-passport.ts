import { type ComputedOrigin, STRUCTURAL_MEASURES } from '@almfes/engine';
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
  const own = structuralMeasure(origin);
  if (own !== undefined && origin.applied.length === 0) return `measure-${own.id}`;
  return `number-${sha256(JSON.stringify(origin)).slice(0, 12)}`;
}

/** The measure of a structural hedge that an origin is; it rests on no Study. */
function structuralMeasure({ measures }: ComputedOrigin) {
  return STRUCTURAL_MEASURES.find(({ id }) => measures.length === 1 && measures[0] === id);
}

/** A number that is no measure of the bank's own Study: what was done first, and by which rule. */
export function computedPassport(
  origin: ComputedOrigin,
  { slug, studyHash, numbers, ruleAddress }: ComputedBeside,
): Passport {
  const { title, rule, measures, applied } = origin;
  const anchor = computedAnchor(origin);
  const own = structuralMeasure(origin);
  if (own !== undefined) {
    const moved = applied.length === 0 ? '' : ` Taken as: ${applied.join('; ')}.`;
    return {
      ...{ anchor, id: own.id, label: title, value: '', unit: '', document: rule },
      told: `Defined as: ${own.definition}.${moved}${valuesOf(numbers)} Rule:`,
      locator: `computed from the figures of the case; again: almfes case ${slug}`,
      href: ruleAddress(rule) ?? '',
    };
  }
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

/** Every number that leads here, by row and column; those of sentences that no table has, last. */
function valuesOf(numbers: readonly ReportNumber[]): string {
  const inTables = numbers.filter(({ column }) => column !== '');
  const told = new Set(inTables.map(({ text }) => text));
  const inWords = numbers.filter(({ column, text }) => column === '' && !told.has(text));
  const rows = [...grouped(inTables, ({ row }) => row)].map(([row, own]) => ({
    row,
    cells: cellsOf(own),
  }));
  const isOneRow = rows.length === 1;
  const parts = [
    ...rows.map(({ row, cells }) => (isOneRow || row === '' ? cells : `${row} (${cells})`)),
    ...new Set(inWords.map(({ text }) => text)),
  ];
  return parts.length === 0 ? '' : ` Values: ${parts.join('; ')}.`;
}

/** The numbers of a row: 'Floor: 0; With the plan: 20,906'. */
function cellsOf(row: readonly ReportNumber[]): string {
  return [...grouped(row, ({ column }) => column)]
    .map(([column, own]) => `${column}: ${[...new Set(own.map(withUnit))].join(', ')}`)
    .join('; ');
}

function withUnit({ text, unit }: ReportNumber): string {
  return unit === '%' ? `${text}%` : `${text} ${unit}`.trim();
}

function grouped<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const own = groups.get(keyOf(each)) ?? [];
    own.push(each);
    groups.set(keyOf(each), own);
  }
  return groups;
}

/** The step that tells all of it, where only one does; JSON where the text leaves rows out. */
function commandOf(slug: string, numbers: readonly ReportNumber[]): string {
  const inSteps = numbers.filter(({ section }) => /^step-\d$/.test(section));
  const steps = [...new Set(inSteps.map(({ section }) => section.replace('step-', '')))];
  const told = new Set(inSteps.map(({ text }) => text));
  const isOneStep = steps.length === 1 && numbers.every(({ text }) => told.has(text));
  const json = numbers.some(({ isCut }) => isCut) ? ' --json' : '';
  return `almfes case ${slug}${isOneStep ? ` --step ${steps[0]}` : ''}${json}`;
}
