import {
  caseDiscipline,
  evaluate,
  type Figure,
  fail,
  issue,
  MEASURES,
  measureOf,
  type Outcome,
  ok,
  type Result,
  whyNot,
} from '@almfes/engine';
import type { ProseLookup, UnitValue, ValueTarget } from '../prose/index.js';
import { type EvaluatedHedge, hedgeRows } from './evaluated-hedge.js';
import type { CaseFolder } from './parse-case-folder.js';

type Told = ReturnType<typeof caseDiscipline>;

/**
 * The values that prose of a case may name (rule PROSE-2): its figures, its Outcome and its
 * discipline; those of the last two are computed when a first reference asks for them.
 */
export function caseValues({
  figures,
  case: input,
  hedge,
}: Pick<CaseFolder, 'figures' | 'case' | 'hedge'>): ProseLookup['valueOf'] {
  const outcome = once(() => (input === undefined ? null : evaluate(input.study)));
  const discipline = once(() => (input === undefined ? null : caseDiscipline(input)));
  return (target) => {
    if (target.kind === 'figure') return figureValue(target.id, figures);
    if (target.kind === 'discipline') return disciplineValue(target.id, discipline());
    if (input === undefined && hedge !== undefined) return hedgeValue(target, hedge);
    return measureValue(target, outcome());
  };
}

/** Values are made once, when first wanted. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A figure as prose tells it; what is not seen says so. */
export function figureValue(
  id: string,
  figures: Readonly<Record<string, Figure>>,
): Result<UnitValue | string> {
  const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
  if (figure === undefined) return fail(issue('unknown-figure', '', 'a figure', id));
  const { value, unit, confidence } = figure;
  if (typeof value === 'string') return ok(value);
  if (typeof value !== 'number') return fail(issue('figure-value', '', 'one number', id));
  return ok(confidence === 'recalled' ? { value, unit, note: 'recalled' } : { value, unit });
}

function hedgeValue(
  { id, scenario }: Extract<ValueTarget, { kind: 'measure' }>,
  hedge: EvaluatedHedge,
): Result<UnitValue> {
  const row = hedgeRows(hedge).find((each) => each.id === id && each.scenario === scenario);
  if (row !== undefined) return ok({ value: row.value, unit: row.unit });
  const got = scenario === '' ? id : `${id} ${scenario}`;
  return fail(issue('unknown-measure', '', 'a measure of the hedge', got));
}

function measureValue(
  { id, scenario }: Extract<ValueTarget, { kind: 'measure' }>,
  outcome: Outcome | null,
): Result<UnitValue> {
  const unit = MEASURES.find((each) => each.id === id)?.unit;
  if (outcome === null || unit === undefined) {
    return fail(issue('unknown-measure', '', 'a measure of a case with a Study', id));
  }
  const found = outcome.measures.some((each) => each.id === id && each.scenario === scenario);
  if (!found) return fail(whyNot(outcome, id, scenario));
  return ok({ value: measureOf(outcome, id, scenario), unit });
}

const MONEY = [
  ...(['capitalKept', 'niiGivenUp', 'bidOffer', 'marginFunding', 'cost'] as const),
  ...(['e0With', 'e0Without', 'firstYearCarry', 'forwardExpectedCost'] as const),
];
const REALISED = ['capitalKept', 'niiGivenUp', 'cost'] as const;

/** What prose may name of the discipline of a case. */
export const DISCIPLINE_FIELDS: readonly string[] = [
  ...['scenario', 'efficiency', ...MONEY],
  ...[...REALISED, 'efficiency'].map((each) => `realised.${each}`),
];

/** `cost`, `efficiency` of the decision; `realised.cost`, `realised.efficiency` of what came. */
function disciplineValue(field: string, told: Told): Result<UnitValue | string> {
  if (told === null) return fail(issue('discipline', '', 'a case with a discipline', field));
  if (!told.ok) return told;
  const { expected, realised } = told.value;
  if (field === 'scenario') return ok(expected.scenario);
  if (field === 'efficiency' || field === 'ratio') return ratioValue(expected.ratio, field);
  const money = MONEY.find((each) => each === field);
  if (money !== undefined) return ok({ value: expected[money], unit: 'USD million' });
  const own = REALISED.find((each) => `realised.${each}` === field);
  const isRatio = field === 'realised.efficiency' || field === 'realised.ratio';
  if (own === undefined && !isRatio) {
    return fail(issue('discipline', '', `one of ${DISCIPLINE_FIELDS.join(', ')}`, field));
  }
  if (!realised.ok) return realised;
  if (own !== undefined) return ok({ value: realised.value[own], unit: 'USD million' });
  return ratioValue(realised.value.ratio, field);
}

function ratioValue(ratio: number | null, field: string): Result<UnitValue> {
  if (ratio !== null) return ok({ value: ratio, unit: 'ratio' });
  return fail(issue('discipline', '', 'a ratio: the discipline costs something', field));
}
