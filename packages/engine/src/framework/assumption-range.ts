import { type Issue, itemAt, type Result } from '../foundation/index.js';
import type { FamilyName, Outcome, Study } from '../study/index.js';

/** Where an assumption stands in the range that public data leave to it. */
export type Choice = 'low' | 'central' | 'high';

/** An assumption that public data cannot settle, with the ends of its range and their source. */
export interface RangedAssumption {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly source: string;
  readonly drives: string;
}

/** A choice for every assumption, by name. */
export type Choices = Readonly<Record<string, Choice>>;

/** A number that is ranged: `of` reads it off an Outcome, null where it has none. */
export interface RangedMeasure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly scenario: string;
  readonly of: (outcome: Outcome) => number | null;
}

/** What one assumption, moved alone, does to a measure; null: no Study or no value there. */
export interface RangeDriver {
  readonly assumption: string;
  readonly title: string;
  readonly atLow: number | null;
  readonly atHigh: number | null;
  /** Largest minus smallest of low, central and high. */
  readonly width: number;
}

/** A value with the choices that gave it. */
export interface ChosenValue {
  readonly value: number;
  readonly choices: Choices;
}

/** The range of one measure (rules CALL-80 to CALL-83). */
export interface MeasureRange extends Omit<RangedMeasure, 'of'> {
  readonly central: number;
  /** Smallest and largest value of all combinations that were evaluated for this measure. */
  readonly low: number;
  readonly high: number;
  /** Every assumption at its end that lowers, or raises, the measure; null: no value there. */
  readonly allLowering: ChosenValue | null;
  readonly allRaising: ChosenValue | null;
  /** Assumptions that move the measure, the widest first. */
  readonly drivers: readonly RangeDriver[];
}

/** A combination that gives no Study: it is in no range, and is told. */
export interface RefusedChoices {
  readonly moved: string;
  readonly issues: readonly Issue[];
}

export interface AssumptionRanges {
  readonly study: Study;
  readonly outcome: Outcome;
  readonly ranges: readonly MeasureRange[];
  readonly refused: readonly RefusedChoices[];
  readonly evaluations: number;
}

export interface RangeQuestion {
  readonly assumptions: readonly RangedAssumption[];
  readonly measures: readonly RangedMeasure[];
  readonly studyOf: (choices: Choices) => Result<Study>;
  readonly evaluate: (study: Study, families: readonly FamilyName[]) => Outcome;
  readonly families: readonly FamilyName[];
  readonly progress: (step: string, done: number, total: number) => void;
}

/**
 * Measures over what public data leave open: the central Study, every assumption alone at each
 * end, and for each measure all its lowering and all its raising ends together (CALL-80 to
 * CALL-83). Issues: those of the central Study.
 */
export function assumptionRanges(question: RangeQuestion): Result<AssumptionRanges> {
  const { assumptions, measures } = question;
  const central = question.studyOf(centralChoices(assumptions));
  if (!central.ok) return central;
  const known = evaluations(question);
  const outcome = known.outcomeOf({});
  if (outcome === null) throw new Error('the central Study was built twice and differed');
  const alone = assumptions.map(({ name }, at) => {
    question.progress('assumptions alone', at, assumptions.length);
    return { low: known.outcomeOf({ [name]: 'low' }), high: known.outcomeOf({ [name]: 'high' }) };
  });
  const ranges = measures.flatMap((measure, at): MeasureRange[] => {
    question.progress('assumptions together', at, measures.length);
    const value = measure.of(outcome);
    if (value === null) return [];
    return [rangeOf(measure, value, { assumptions, alone, outcomeOf: known.outcomeOf })];
  });
  const { refused, count } = known;
  return { ok: true, value: { study: central.value, outcome, ranges, refused, ...count() } };
}

/** Every assumption at its central value. */
export function centralChoices(assumptions: readonly RangedAssumption[]): Choices {
  return Object.fromEntries(assumptions.map(({ name }) => [name, 'central' as const]));
}

type Moved = Readonly<Record<string, Choice>>;

/** Each combination is built and evaluated once; what is not named in it is central. */
function evaluations({ assumptions, studyOf, evaluate, families }: RangeQuestion) {
  const known = new Map<string, Outcome | null>();
  const refused: RefusedChoices[] = [];
  const central = centralChoices(assumptions);
  const make = (choices: Choices, moved: string): Outcome | null => {
    const study = studyOf(choices);
    if (study.ok) return evaluate(study.value, families);
    refused.push({ moved, issues: study.issues });
    return null;
  };
  const outcomeOf = (moved: Moved): Outcome | null => {
    const choices = { ...central, ...moved };
    const key = assumptions.map(({ name }) => choices[name]).join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(choices, movedInWords(assumptions, moved));
    known.set(key, made);
    return made;
  };
  return { outcomeOf, refused, count: () => ({ evaluations: known.size }) };
}

function movedInWords(assumptions: readonly RangedAssumption[], moved: Moved): string {
  return assumptions
    .filter(({ name }) => (moved[name] ?? 'central') !== 'central')
    .map(({ name, title }) => `${title}: ${moved[name]}`)
    .join('; ');
}

interface Known {
  readonly assumptions: readonly RangedAssumption[];
  readonly alone: readonly { readonly low: Outcome | null; readonly high: Outcome | null }[];
  readonly outcomeOf: (moved: Moved) => Outcome | null;
}

function rangeOf({ of, ...measure }: RangedMeasure, central: number, known: Known): MeasureRange {
  const valueIn = (outcome: Outcome | null) => (outcome === null ? null : of(outcome));
  const all = known.assumptions.map(({ name, title }, at): RangeDriver => {
    const { low, high } = itemAt(known.alone, at);
    const [atLow, atHigh] = [valueIn(low), valueIn(high)];
    const ends = [atLow ?? central, atHigh ?? central, central];
    const width = Math.max(...ends) - Math.min(...ends);
    return { assumption: name, title, atLow, atHigh, width };
  });
  const drivers = all.filter(({ width }) => width > 0).sort((a, b) => b.width - a.width);
  const together = (sign: 1 | -1): ChosenValue | null => {
    const moved = Object.fromEntries(
      drivers.map((driver) => [driver.assumption, endTowards(driver, central, sign)]),
    );
    const value = valueIn(known.outcomeOf(moved));
    const choices = { ...centralChoices(known.assumptions), ...moved };
    return value === null ? null : { value, choices };
  };
  const [allLowering, allRaising] = [together(-1), together(1)];
  const values = [central, allLowering?.value, allRaising?.value];
  for (const { atLow, atHigh } of drivers) values.push(atLow ?? central, atHigh ?? central);
  const evaluated = values.filter((value) => value !== undefined);
  return {
    ...measure,
    ...{ central, low: Math.min(...evaluated), high: Math.max(...evaluated) },
    ...{ allLowering, allRaising, drivers },
  };
}

/** The end of an assumption that moves the measure farthest in one direction, else its centre. */
function endTowards(driver: RangeDriver, central: number, sign: 1 | -1): Choice {
  const gain = (value: number | null) => (value === null ? 0 : sign * (value - central));
  const [low, high] = [gain(driver.atLow), gain(driver.atHigh)];
  if (low <= 0 && high <= 0) return 'central';
  return low > high ? 'low' : 'high';
}
