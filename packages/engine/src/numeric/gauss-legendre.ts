/** Nodes and weights of a quadrature on [-1, 1], the nodes rising. */
export interface Quadrature {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

const DEFLATED_STEPS = 200;
const POLISHING_STEPS = 2;

/**
 * The Gauss-Legendre quadrature of `count` points on [-1, 1], exact for polynomials of degree
 * 2 count - 1 (rule QUADRATURE-1). Throws RangeError unless count is a whole number above 0.
 */
export function gaussLegendre(count: number): Quadrature {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`${count} quadrature points`);
  const found: number[] = [];
  while (found.length < Math.floor(count / 2)) found.push(nextRoot(count, found));
  const middle = count % 2 === 1 ? [0] : [];
  const nodes = [...found.map((x) => -x), ...middle, ...found.toReversed()];
  return { nodes, weights: nodes.map((x) => weightAt(count, x)) };
}

/**
 * The largest positive root not yet found: Newton from 1 with the found roots divided out, which
 * cannot overshoot; the last steps without, so that no error of the others stays.
 */
function nextRoot(count: number, found: readonly number[]): number {
  let x = 1;
  for (let step = 0; step < DEFLATED_STEPS; step += 1) {
    const { value, slope } = legendre(count, x);
    const deflation = found.reduce((sum, root) => sum + (2 * x) / (x * x - root * root), 0);
    const move = value / (slope - value * deflation);
    x -= move;
    if (Math.abs(move) < 1e-14) break;
  }
  for (let step = 0; step < POLISHING_STEPS; step += 1) {
    const { value, slope } = legendre(count, x);
    x -= value / slope;
  }
  return x;
}

interface LegendreValue {
  readonly value: number;
  readonly slope: number;
}

/** P_n and its derivative at x by the three-term recurrence. */
function legendre(count: number, x: number): LegendreValue {
  let before = 1;
  let value = x;
  for (let n = 2; n <= count; n += 1) {
    const next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
    before = value;
    value = next;
  }
  const slope =
    Math.abs(x) === 1 ? (count * (count + 1)) / 2 : (count * (x * value - before)) / (x * x - 1);
  return { value, slope };
}

function weightAt(count: number, x: number): number {
  const { slope } = legendre(count, x);
  return 2 / ((1 - x * x) * slope * slope);
}
