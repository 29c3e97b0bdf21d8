import { exp, itemAt } from '../foundation/index.js';
import {
  type CubicKind,
  cubicPieces,
  linearPieces,
  monotoneConvexPieces,
  type PiecewisePolynomial,
} from '../numeric/index.js';
import {
  type CurveInterpolation,
  type CurveQuantity,
  type CurveShape,
  forwardInside,
  logInside,
} from './dated-curve.js';

/** Every interpolation: the quantity it joins and how (rule CURVE-9). */
const METHODS = {
  'log-linear-discount': { quantity: 'log-discount', join: 'linear' },
  'flat-forward': { quantity: 'log-discount', join: 'linear' },
  'linear-discount': { quantity: 'discount', join: 'linear' },
  'linear-zero': { quantity: 'zero', join: 'linear' },
  'natural-cubic-zero': { quantity: 'zero', join: 'natural' },
  'harmonic-cubic-zero': { quantity: 'zero', join: 'harmonic' },
  'natural-cubic-log-discount': { quantity: 'log-discount', join: 'natural' },
  'harmonic-cubic-log-discount': { quantity: 'log-discount', join: 'harmonic' },
  'monotone-cubic-log-discount': { quantity: 'log-discount', join: 'natural-monotone' },
  'natural-cubic-discount': { quantity: 'discount', join: 'natural' },
  'linear-forward': { quantity: 'forward', join: 'linear' },
  'monotone-convex-forward': { quantity: 'forward', join: 'convex' },
} as const satisfies Record<
  CurveInterpolation,
  { quantity: CurveQuantity; join: 'linear' | 'convex' | CubicKind }
>;

/** The names of all interpolations, for doors and tests. */
export const CURVE_INTERPOLATIONS: readonly CurveInterpolation[] = [
  'log-linear-discount',
  'flat-forward',
  'linear-discount',
  'linear-zero',
  'natural-cubic-zero',
  'harmonic-cubic-zero',
  'natural-cubic-log-discount',
  'harmonic-cubic-log-discount',
  'monotone-cubic-log-discount',
  'natural-cubic-discount',
  'linear-forward',
  'monotone-convex-forward',
];

/** True when a node moves the curve only between its neighbours and after it. */
export function isLocal(interpolation: CurveInterpolation): boolean {
  return METHODS[interpolation].join === 'linear';
}

/**
 * ln D at strictly rising times above 0; the origin is implied. `startRate` is the zero rate at
 * time 0: without it a zero rate is held before the first node.
 */
export interface CurveNodes {
  readonly times: readonly number[];
  readonly logs: readonly number[];
  readonly startRate?: number;
}

/** The pieces through the nodes. */
export function curveShape(interpolation: CurveInterpolation, nodes: CurveNodes): CurveShape {
  const { quantity, join } = METHODS[interpolation];
  const pieces = join === 'convex' ? convexPieces(nodes) : joined(quantity, join, nodes);
  const time = itemAt(nodes.times, nodes.times.length - 1);
  const forward = forwardInside(quantity, pieces, time);
  const end = { time, logDiscount: logInside(quantity, pieces, time), forward };
  return { kind: 'pieces', quantity, pieces, end };
}

function convexPieces({ times, logs }: CurveNodes): PiecewisePolynomial {
  return monotoneConvexPieces([0, ...times], meanForwards(times, logs));
}

/** The mean forward rate of each interval, the first from time 0. */
function meanForwards(times: readonly number[], logs: readonly number[]): number[] {
  return times.map((time, i) => {
    const before = i === 0 ? 0 : itemAt(times, i - 1);
    const logBefore = i === 0 ? 0 : itemAt(logs, i - 1);
    return (logBefore - itemAt(logs, i)) / (time - before);
  });
}

function joined(
  quantity: CurveQuantity,
  join: 'linear' | CubicKind,
  nodes: CurveNodes,
): PiecewisePolynomial {
  const { knots, values } = knotsOf(quantity, nodes);
  return join === 'linear' ? linearPieces(knots, values) : cubicPieces(knots, values, join);
}

interface Knots {
  readonly knots: readonly number[];
  readonly values: readonly number[];
}

function knotsOf(quantity: CurveQuantity, { times, logs, startRate }: CurveNodes): Knots {
  const knots = [0, ...times];
  if (quantity === 'log-discount') return { knots, values: [0, ...logs] };
  if (quantity === 'discount') return { knots, values: [1, ...logs.map(exp)] };
  if (quantity === 'forward') return { knots, values: linearForwards(times, logs) };
  const rates = logs.map((value, i) => -value / itemAt(times, i));
  const isHeld = startRate === undefined;
  if (!isHeld) return { knots, values: [startRate, ...rates] };
  // A single node cannot span a piece: its rate is held from time 0.
  return times.length > 1
    ? { knots: times, values: rates }
    : { knots, values: [...rates, ...rates] };
}

/** Forwards at the knots whose straight lines have the given areas; the first piece is level. */
function linearForwards(times: readonly number[], logs: readonly number[]): number[] {
  const forwards: number[] = [];
  for (const [i, mean] of meanForwards(times, logs).entries()) {
    if (i === 0) forwards.push(mean, mean);
    else forwards.push(2 * mean - itemAt(forwards, i));
  }
  return forwards;
}
