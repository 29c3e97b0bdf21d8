import { exp, expm1, floatAt, itemAt, log } from '../../foundation/index.js';
import { discountAtTime } from '../../market/index.js';
import type { Decision } from './decision-stage.js';
import { type HullWhite, reach } from './hull-white.js';
import { timeGrid } from './time-grid.js';

/** Nodes of one time: the factor stands at (lowest + index) step. */
interface Slice {
  readonly lowest: number;
  readonly step: number;
  readonly count: number;
}

/** From a node up to three nodes of the next slice; `target` is the index of the middle one. */
interface Branches {
  readonly target: Int32Array;
  readonly down: Float64Array;
  readonly middle: Float64Array;
  readonly up: Float64Array;
  /** Discount factor over the step at each node, fitted to the curve. */
  readonly discount: Float64Array;
}

/** A recombining tree of the short rate that prices the bonds of the curve exactly (HW-9). */
export interface TrinomialTree {
  readonly times: readonly number[];
  readonly slices: readonly Slice[];
  readonly branches: readonly Branches[];
}

export interface TreeGrid {
  /** Times that must be met besides 0, each at or after 0. */
  readonly times: readonly number[];
  /** Steps wanted up to the last of them; short intervals take one at least. */
  readonly steps: number;
}

/**
 * The tree of J. Hull and A. White (Journal of Derivatives, 1994) in the general form of D. Brigo
 * and F. Mercurio (Interest Rate Models, appendix on trees): nodes sqrt(3) deviations of the step
 * apart, the middle branch to the node nearest the expectation, probabilities by two moments.
 */
export function trinomialTree(model: HullWhite, grid: TreeGrid): TrinomialTree {
  const times = timeGrid(grid.times, grid.steps);
  const slices: Slice[] = [{ lowest: 0, step: 0, count: 1 }];
  const branches: Branches[] = [];
  let prices: Float64Array = Float64Array.of(1);
  for (let index = 0; index + 1 < times.length; index += 1) {
    const from = itemAt(slices, index);
    const years = itemAt(times, index + 1) - itemAt(times, index);
    const { slice, moves } = branch(model, from, years);
    const target = discountAtTime(model.curve, itemAt(times, index + 1));
    const fitted = { ...moves, discount: fittedDiscounts(from, prices, { years, target }) };
    branches.push(fitted);
    slices.push(slice);
    prices = forward(fitted, prices, slice.count);
  }
  return { times, slices, branches };
}

type Moves = Omit<Branches, 'discount'>;

function branch(
  model: HullWhite,
  from: Slice,
  years: number,
): { readonly slice: Slice; readonly moves: Moves } {
  const variance = model.volatility * model.volatility * reach(2 * model.reversion, years);
  const step = Math.sqrt(3 * variance);
  const decay = 1 + expm1(-model.reversion * years);
  const middles = Int32Array.from({ length: from.count }, (_, index) =>
    Math.floor(((from.lowest + index) * from.step * decay) / step + 0.5),
  );
  const lowest = Math.min(...middles) - 1;
  const count = Math.max(...middles) + 2 - lowest;
  const down = new Float64Array(from.count);
  const middle = new Float64Array(from.count);
  const up = new Float64Array(from.count);
  for (let index = 0; index < from.count; index += 1) {
    const mean = (from.lowest + index) * from.step * decay;
    const error = (mean - itemAt(middles, index) * step) / step;
    // In units of the step the variance is 1/3.
    down[index] = 1 / 6 + 0.5 * error * (error - 1);
    middle[index] = 2 / 3 - error * error;
    up[index] = 1 / 6 + 0.5 * error * (error + 1);
  }
  const target = middles.map((one) => one - lowest);
  return { slice: { lowest, step, count }, moves: { target, down, middle, up } };
}

/** e^-((x + shift) years) with the shift that reprices the bond of the next time. */
function fittedDiscounts(
  slice: Slice,
  prices: Float64Array,
  { years, target }: { readonly years: number; readonly target: number },
): Float64Array {
  const bare = Float64Array.from({ length: slice.count }, (_, index) =>
    exp(-(slice.lowest + index) * slice.step * years),
  );
  const sum = prices.reduce((total, price, index) => total + price * floatAt(bare, index), 0);
  const shift = log(sum / target) / years;
  const factor = exp(-shift * years);
  return bare.map((one) => one * factor);
}

/** Prices today of one unit in each node of the next slice. */
function forward(moves: Branches, prices: Float64Array, count: number): Float64Array {
  const next = new Float64Array(count);
  prices.forEach((price, index) => {
    const paid = price * floatAt(moves.discount, index);
    const at = itemAt(moves.target, index);
    next[at - 1] = floatAt(next, at - 1) + paid * floatAt(moves.down, index);
    next[at] = floatAt(next, at) + paid * floatAt(moves.middle, index);
    next[at + 1] = floatAt(next, at + 1) + paid * floatAt(moves.up, index);
  });
  return next;
}

/** Values of a slice from those of the next one. */
function back(moves: Branches, values: Float64Array): Float64Array {
  return moves.discount.map((discount, index) => {
    const at = itemAt(moves.target, index);
    return (
      discount *
      (floatAt(moves.down, index) * floatAt(values, at - 1) +
        floatAt(moves.middle, index) * floatAt(values, at) +
        floatAt(moves.up, index) * floatAt(values, at + 1))
    );
  });
}

/**
 * The value of a right with decisions on a tree of so many steps (rule HW-9): what
 * `decisionClaimValue` approaches without steps. `alsoTimes` are further times to meet.
 */
export function treeClaimValue(
  model: HullWhite,
  decisions: readonly Decision[],
  grid: { readonly steps: number; readonly alsoTimes?: readonly number[] },
): number {
  const times = decisions.flatMap((one) => [one.years, ...one.flows.map((flow) => flow.years)]);
  const met = [...times, ...(grid.alsoTimes ?? [])];
  if (decisions.length === 0) return 0;
  const tree = trinomialTree(model, { times: met, steps: grid.steps });
  const last = tree.times.length - 1;
  const flowValues = decisions.map(() => new Float64Array(itemAt(tree.slices, last).count));
  let value = new Float64Array(itemAt(tree.slices, last).count);
  for (let index = last; index >= 0; index -= 1) {
    if (index < last) value = stepBack(tree, index, value, flowValues);
    const at = itemAt(tree.times, index);
    for (const [place, { years, by, flows }] of decisions.entries()) {
      const flowing = itemAt(flowValues, place);
      for (const flow of flows) if (isSameTime(flow.years, at)) addTo(flowing, flow.amount);
      if (isSameTime(years, at)) take(value, flowing, by);
    }
  }
  return floatAt(value, 0);
}

function stepBack(
  tree: TrinomialTree,
  index: number,
  value: Float64Array,
  flowValues: Float64Array[],
): Float64Array<ArrayBuffer> {
  const moves = itemAt(tree.branches, index);
  for (const [place, flowing] of flowValues.entries()) flowValues[place] = back(moves, flowing);
  return Float64Array.from(back(moves, value));
}

/** Times of a grid stand for all times within a thousandth of a day of them. */
const SAME_TIME = 1e-6;

const isSameTime = (left: number, right: number): boolean => Math.abs(left - right) < SAME_TIME;

function addTo(values: Float64Array, amount: number): void {
  for (let index = 0; index < values.length; index += 1)
    values[index] = floatAt(values, index) + amount;
}

function take(value: Float64Array, flowing: Float64Array, by: Decision['by']): void {
  for (let index = 0; index < value.length; index += 1) {
    const [kept, taken] = [floatAt(value, index), floatAt(flowing, index)];
    value[index] = by === 'holder' ? Math.max(kept, taken) : Math.min(kept, taken);
  }
}
