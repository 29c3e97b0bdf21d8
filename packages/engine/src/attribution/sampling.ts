import { floatAt, itemAt } from '../foundation/index.js';
import { type RandomStream, randomStream } from '../numeric/index.js';
import type { Coalition } from './coalition-values.js';
import type { GroupNode, GroupTree } from './group-tree.js';

/** How orders are drawn: `permutations` in mirrored pairs, the same for the same seed (ATTR-12). */
export interface PermutationSample {
  /** An even number, at least 4. */
  readonly permutations: number;
  /** A whole number of 32 bits. */
  readonly seed: number;
}

/**
 * Orders of the units in which parts of a group stand together, each followed by its mirror: what
 * comes early in one comes late in the other, which takes out of the mean all that is odd about
 * the middle.
 */
export function sampledOrders(
  tree: GroupTree,
  { permutations, seed }: PermutationSample,
): readonly (readonly number[])[] {
  const next = randomStream(seed);
  return Array.from({ length: permutations / 2 }, () => orderOf(tree.nodes, next)).flatMap(
    (order) => [order, order.toReversed()],
  );
}

function orderOf(nodes: readonly GroupNode[], next: RandomStream): readonly number[] {
  return shuffled(nodes, next).flatMap((node) =>
    node.parts.length === 0 ? node.units : orderOf(node.parts, next),
  );
}

/** Fisher and Yates: every order is as likely as the others. */
function shuffled<T>(items: readonly T[], next: RandomStream): readonly T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const held = itemAt(mixed, last);
    mixed[last] = itemAt(mixed, other);
    mixed[other] = held;
  }
  return mixed;
}

/** The coalitions an order passes through, from none to all. */
export function prefixesOf(order: readonly number[]): readonly Coalition[] {
  return Array.from({ length: order.length + 1 }, (_, length) =>
    order.slice(0, length).toSorted((a, b) => a - b),
  );
}

/** A mean step over sampled orders, its standard error, and the least and greatest step seen. */
export interface SampledStep {
  readonly value: number;
  readonly standardError: number;
  readonly min: number;
  readonly max: number;
}

/** Where a node's units begin and end in an order: they stand together. */
export interface StepPlace {
  /** Places in the values of the coalition before the node came, and of that after. */
  readonly before: number;
  readonly after: number;
}

/**
 * The mean over orders of what a node adds. A mirrored pair is one draw: the standard error is
 * that of the mean of the pairs, which are independent of one another (ATTR-12).
 */
export function sampledStep(places: readonly StepPlace[], values: Float64Array): SampledStep {
  const steps = places.map(({ before, after }) => floatAt(values, after) - floatAt(values, before));
  const pairs: number[] = [];
  for (let at = 0; at < steps.length; at += 2) {
    pairs.push((itemAt(steps, at) + itemAt(steps, at + 1)) / 2);
  }
  const mean = pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length;
  const squares = pairs.reduce((sum, pair) => sum + (pair - mean) * (pair - mean), 0);
  return {
    value: mean,
    standardError: Math.sqrt(squares / (pairs.length - 1) / pairs.length),
    min: steps.reduce((least, step) => Math.min(least, step), Number.POSITIVE_INFINITY),
    max: steps.reduce((most, step) => Math.max(most, step), Number.NEGATIVE_INFINITY),
  };
}
