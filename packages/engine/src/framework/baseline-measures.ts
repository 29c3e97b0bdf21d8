import type { FamilyName, Outcome } from '../study/index.js';
import type { RangedMeasure } from './assumption-range.js';

/** The families of what `almfes baseline` tells. */
export const BASELINE_FAMILIES: readonly FamilyName[] = [
  'value',
  'income',
  'marks',
  'capital',
  'liquidity',
];

/** Days within which a run is met; the smallest of three limits is the threshold (RUN-6). */
const RUN_DAYS = 2;
const RUN_LIMITS = ['liquidity', 'cet1', 'tce'] as const;
export const RUN_MEASURE = `runThreshold.smallest.${RUN_DAYS}d`;

interface Kind {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Of the valuation date, of the base scenario, of every other, or of both. */
  readonly of: 'date' | 'base' | 'others' | 'all';
  /** A ratio is told in per cent. */
  readonly times?: number;
}

/** One row a measure of the baseline, in the order in which it is told (rule CALL-84). */
export const BASELINE_KINDS: readonly Kind[] = [
  { id: 'eve.value', title: 'EVE', unit: 'USD million', of: 'base' },
  { id: 'eve.change', title: 'EVE change', unit: 'USD million', of: 'others' },
  { id: 'nii.12m', title: '12m NII', unit: 'USD million', of: 'base' },
  { id: 'nii.12m.change', title: '12m NII change', unit: 'USD million', of: 'others' },
  { id: 'unrealised.afs', title: 'Unrealised, AFS', unit: 'USD million', of: 'all' },
  { id: 'unrealised.htm', title: 'Unrealised, HTM', unit: 'USD million', of: 'all' },
  { id: 'capital.cet1', title: 'CET1', unit: 'USD million', of: 'date' },
  { id: 'capital.cet1Ratio', title: 'CET1 ratio', unit: '%', of: 'date', times: 100 },
  { id: 'capital.economic.e0', title: 'Economic CET1 (E0)', unit: 'USD million', of: 'all' },
  { id: RUN_MEASURE, title: 'Run threshold, 2 days', unit: '%', of: 'all' },
];

/** The measures of a baseline over the scenarios of a Study, ready to be ranged. */
export function baselineMeasures(scenarios: readonly { readonly id: string }[]): RangedMeasure[] {
  const values = valuesByOutcome();
  return BASELINE_KINDS.flatMap((kind) => {
    const { id, title, unit } = kind;
    const read = id === RUN_MEASURE ? runThreshold : readerOf(kind);
    return scenariosOf(kind, scenarios).map(
      (scenario): RangedMeasure => ({
        ...{ id, title, unit, scenario },
        of: (outcome) => read(values(outcome), scenario),
      }),
    );
  });
}

/** A measure of the date has the empty scenario. */
function scenariosOf({ of }: Kind, scenarios: readonly { readonly id: string }[]): string[] {
  const ids = scenarios.map(({ id }) => id);
  if (of === 'date') return [''];
  return ids.filter((id) => of === 'all' || (of === 'base') === (id === '0'));
}

type Values = ReadonlyMap<string, number>;

/** An Outcome is read some seventy times: by key, not by search. */
function valuesByOutcome(): (outcome: Outcome) => Values {
  const known = new WeakMap<Outcome, Values>();
  return (outcome) => {
    const found = known.get(outcome);
    if (found !== undefined) return found;
    const values = new Map(
      outcome.measures.map(({ id, scenario, value }) => [`${id} ${scenario}`, value]),
    );
    known.set(outcome, values);
    return values;
  };
}

function readerOf({ id, times = 1 }: Kind) {
  return (values: Values, scenario: string): number | null => {
    const value = values.get(`${id} ${scenario}`);
    return value === undefined ? null : times * value;
  };
}

/** The smallest of the three thresholds in per cent; null where one of them has no value. */
function runThreshold(values: Values, scenario: string): number | null {
  const shares = RUN_LIMITS.map((limit) =>
    values.get(`runThreshold.${limit}.${RUN_DAYS}d ${scenario}`),
  );
  const known = shares.filter((share) => share !== undefined);
  return known.length < RUN_LIMITS.length ? null : 100 * Math.min(...known);
}
