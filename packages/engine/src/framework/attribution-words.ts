import type { Attribution, Interaction, MeasureAttribution } from '../attribution/index.js';
import { itemAt } from '../foundation/index.js';
import { measureDefinition } from '../study/index.js';
import { amountInWords, distanceInWords, scenarioInWords } from './decision-words.js';
import { inWords, lowerFirst } from './table.js';

/** Contributors named in a sentence at most, and from what share of the largest on. */
const MOST_NAMED = 3;
const WORTH_NAMING = 0.05;
/** A waterfall misleads where a step is this share of the widest contribution off. */
const MISLEADS = 0.1;
/** What compounds less than this share of the widest contribution is nothing to speak of. */
const NOTHING = 1e-6;

/** Title, scenario and, in brackets, the id by which the number is found. */
export function measureInWords({ measure, scenario }: MeasureAttribution): string {
  const { title } = measureDefinition(measure);
  const id = scenario === '' ? measure : `${measure}[${scenario}]`;
  return `${title}${scenarioInWords(scenario)} (${id})`;
}

/** What the shares leave of the change, in the measure's unit; mostly a last bit, or nothing. */
export function residualInWords(residual: number): string {
  return residual === 0 ? 'no residual' : `residual ${residual.toExponential(1)}`;
}

/** The largest relative difference of two ways to the same number; nothing reads as none. */
export function differenceInWords(largest: number): string {
  return largest === 0
    ? 'no difference'
    : `largest relative difference ${largest.toExponential(1)}`;
}

function worstInWords(worst: number, measures: number): string {
  if (worst === 0) return `no residual in ${measuresIn(measures)}`;
  const size = worst.toExponential(1);
  return `largest residual of ${measuresIn(measures)} ${size} of the measure, or of one unit`;
}

/** Sentences on one measure, always the same for the same numbers (ATTR-10). */
export function attributionWords(found: MeasureAttribution): readonly string[] {
  return [total(found), contributors(found), compounding(found), ...misled(found)];
}

const size = ({ value }: { readonly value: number }): number => Math.abs(value);

function bySize<T extends { readonly value: number }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => size(b) - size(a));
}

function signed(measure: string, value: number): string {
  return `${value > 0 ? '+' : ''}${distanceInWords(measure, value)}`;
}

function total(found: MeasureAttribution): string {
  const { measure, from, to, total: change, residual } = found;
  const ends = `${amountInWords(measure, from)} to ${amountInWords(measure, to)}`;
  return (
    `${measureInWords(found)}: ${ends}, a change of ${signed(measure, change)}; ` +
    `${residualInWords(residual)}.`
  );
}

function contributors({ measure, shapley, standardErrors }: MeasureAttribution): string {
  const sorted = bySize(shapley);
  const widest = size(itemAt(sorted, 0));
  if (widest === 0) return 'No group moves it.';
  const named = sorted
    .slice(0, MOST_NAMED)
    .filter((each) => size(each) >= WORTH_NAMING * widest)
    .map(({ id, title, value }) => {
      const error = standardErrors.find((each) => each.id === id)?.value;
      const margin =
        error === undefined ? '' : `, standard error ${distanceInWords(measure, error)}`;
      return `${shortTitle(title)} (${signed(measure, value)}${margin})`;
    });
  return `The widest shares: ${joined(named)}.`;
}

function compounding(found: MeasureAttribution): string {
  const { measure, compoundingTotal, shapley, main } = found;
  const widest = Math.max(...shapley.map(size), ...main.map(size));
  const largest = [2, 3].flatMap((order) => largestOf(found, order));
  const [first] = largest;
  if (first === undefined || size(first) <= NOTHING * widest) {
    return 'Nothing compounds: each group does the same alone and beside the others.';
  }
  const told = largest
    .filter((each) => size(each) > NOTHING * widest)
    .map(
      ({ ids, value }) =>
        `${ids.length === 2 ? 'pair' : 'three'} ${titlesOf(found, ids)} ` +
        `(${signed(measure, value)})`,
    );
  return (
    `What groups do only together comes to ${signed(measure, compoundingTotal)}; the widest ` +
    `${joined(told)}.`
  );
}

function largestOf({ compounding: all }: MeasureAttribution, order: number): Interaction[] {
  const [largest] = bySize(all.filter(({ ids }) => ids.length === order));
  return largest === undefined ? [] : [largest];
}

/** Groups that do something only together, by their names. */
export function titlesOf({ shapley }: MeasureAttribution, ids: readonly string[]): string {
  const titles = ids.map((id) => shortTitle(shapley.find((each) => each.id === id)?.title ?? id));
  return titles.join(' with ');
}

/** The group that the given order shows most wrongly, where one is (ATTR-5). */
function misled({ measure, shapley, waterfall, orderSpread }: MeasureAttribution): string[] {
  const widest = Math.max(...shapley.map(size));
  const gaps = shapley.map(({ id, value }, index) => ({
    ...{ id, index },
    value: itemAt(waterfall, index).value - value,
  }));
  const worst = itemAt(bySize(gaps), 0);
  if (size(worst) <= MISLEADS * widest) return [];
  const { title, value } = itemAt(shapley, worst.index);
  const { min, max } = itemAt(orderSpread, worst.index);
  const step = itemAt(waterfall, worst.index).value;
  return [
    `A waterfall would mislead: in the given order the step of ${shortTitle(title)} ` +
      `is ${signed(measure, step)}, over all orders it lies between ${signed(measure, min)} and ` +
      `${signed(measure, max)}; its Shapley value is ${signed(measure, value)}.`,
  ];
}

/** What was evaluated, checked and left out. */
export function attributionCheckWords(found: Attribution): readonly string[] {
  const { check, measures, subsetsEvaluated, method } = found;
  const worst = Math.max(
    0,
    ...measures.map(
      ({ residual, total: change, from, to }) =>
        Math.abs(residual) / Math.max(1, Math.abs(change), Math.abs(from), Math.abs(to)),
    ),
  );
  const how = method === 'sampled' ? ', orders sampled' : '';
  return [
    `${counted(subsetsEvaluated)} subsets evaluated${how}; ${check.subsetsChecked} of them ` +
      `again with nothing kept, ${differenceInWords(check.greatestRelativeDifference)}; ` +
      `${worstInWords(worst, measures.length)}.`,
    ...refusedWords(found),
  ];
}

function counted(count: number): string {
  return count < 1000 ? String(count) : inWords(count);
}

function measuresIn(count: number): string {
  return `${count} ${count === 1 ? 'measure' : 'measures'}`;
}

function refusedWords({ refused, measures }: Attribution): string[] {
  const elsewhere = refused.filter(({ subset }) => subset.length > 0);
  const [first] = elsewhere;
  const count = refused.length - elsewhere.length;
  return [
    ...(count === 0 ? [] : [`${measuresIn(count)} without a value in the first Study: left out.`]),
    ...(first === undefined
      ? []
      : [
          `${measuresIn(elsewhere.length)} without a value in some subset: left out; ` +
            `${first.measure}[${first.scenario}] with ${subsetWords(measures, first.subset)}: ` +
            `${first.issue.message}.`,
        ]),
  ];
}

/** The groups of a subset by title, where a measure names them. */
export function subsetWords(
  [measure]: readonly MeasureAttribution[],
  subset: readonly string[],
): string {
  return measure === undefined ? subset.join(', ') : titlesOf(measure, subset);
}

/** What stands before a colon is the name; what stands after it explains. */
function shortTitle(title: string): string {
  return lowerFirst(title.split(':')[0] ?? title);
}

function joined(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${itemAt(items, items.length - 1)}`;
}
