import { exp, itemAt, log } from '../foundation/index.js';

/**
 * The position of the first node at or above x in strictly increasing nodes;
 * nodes.length when all are below.
 */
export function firstNodeAtOrAbove(nodes: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (itemAt(nodes, middle) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Linear between strictly increasing nodes, the end values held outside (rule INTERP-1). */
export function linearAt(nodes: ArrayLike<number>, values: ArrayLike<number>, x: number): number {
  const right = firstNodeAtOrAbove(nodes, x);
  if (right === nodes.length) return itemAt(values, right - 1);
  if (right === 0 || itemAt(nodes, right) === x) return itemAt(values, right);
  const leftNode = itemAt(nodes, right - 1);
  const weight = (x - leftNode) / (itemAt(nodes, right) - leftNode);
  const leftValue = itemAt(values, right - 1);
  return leftValue + weight * (itemAt(values, right) - leftValue);
}

/**
 * The exponential of the linear interpolation of the logarithms of positive values, the end
 * values held outside (rule INTERP-2). Throws RangeError when a value used is not positive.
 */
export function logLinearAt(
  nodes: ArrayLike<number>,
  values: ArrayLike<number>,
  x: number,
): number {
  const right = firstNodeAtOrAbove(nodes, x);
  if (right === nodes.length) return itemAt(values, right - 1);
  if (right === 0 || itemAt(nodes, right) === x) return itemAt(values, right);
  const leftNode = itemAt(nodes, right - 1);
  const weight = (x - leftNode) / (itemAt(nodes, right) - leftNode);
  const leftLog = logOfPositive(itemAt(values, right - 1));
  return exp(leftLog + weight * (logOfPositive(itemAt(values, right)) - leftLog));
}

function logOfPositive(value: number): number {
  if (!(value > 0)) throw new RangeError(`log-linear interpolation of ${value}`);
  return log(value);
}
