import type { Book } from '../balance-sheet/index.js';
import {
  type Program,
  projectRows,
  projectSwaps,
  type RowFlows,
  rowValues,
  type ScenarioRates,
  scenarioRates,
  swapValues,
} from '../cash-flow/index.js';
import type { ZeroCurve } from '../market/index.js';
import type { ScenarioView } from '../metric/index.js';

/** Rows in one scenario: the part of a view that the swaps do not touch. */
interface RowView {
  readonly rates: ScenarioRates;
  readonly flows: RowFlows;
  readonly values: Float64Array;
}

/** Entries kept for one book; the oldest goes first. */
const MOST_KEPT = 48;

/**
 * A Change touches only its part of a Study: as long as book, behaviour, market and scenario are
 * the same, so are the rows' cash flows and values, bit for bit (rule EVAL-3). They are kept with
 * the book object, which is immutable, and vanish with it. Nothing can be seen of this but time.
 */
const kept = new WeakMap<Book, Map<string, RowView>>();

/** @param key what the rows depend on besides the book, as text */
export function viewOf(
  program: Program,
  scenarioId: string,
  key: string,
  curveOf: () => ZeroCurve,
): ScenarioView {
  const { rates, flows, values } = rowView(program, key, curveOf);
  const whole = { ...flows, swapNet: projectSwaps(program.swaps, rates) };
  return {
    id: scenarioId,
    flows: whole,
    rowValues: values,
    swapValues: swapValues(program, rates, whole),
  };
}

function rowView(program: Program, key: string, curveOf: () => ZeroCurve): RowView {
  const views = kept.get(program.book) ?? new Map<string, RowView>();
  kept.set(program.book, views);
  const known = views.get(key);
  if (known !== undefined) return known;
  const tenors = [...new Set(program.book.reinvestTenorMonths)];
  const rates = scenarioRates(curveOf(), tenors, program.mortgageSpread);
  const flows = projectRows(program, rates);
  const made = { rates, flows, values: rowValues(program, rates, flows) };
  views.set(key, made);
  const oldest = views.keys().next();
  if (views.size > MOST_KEPT && oldest.done !== true) views.delete(oldest.value);
  return made;
}
