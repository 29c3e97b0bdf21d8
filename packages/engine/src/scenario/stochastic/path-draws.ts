import { fail, floatAt, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import {
  type BrownianBridge,
  bridgeIncrements,
  brownianBridge,
  inverseNormal,
  type RandomStream,
  randomStream,
  SOBOL_DIMENSIONS,
  type SobolSequence,
  sobolSequence,
} from '../../numeric/index.js';

/** How paths are drawn (rules PATH-6 to PATH-8); the seed is printed with every result. */
export interface PathSampling {
  readonly paths: number;
  /** A whole number of 32 bits. */
  readonly seed: number;
  readonly method: 'sobol' | 'pseudo-random';
  /** Every path is followed by its mirror image. */
  readonly antithetic: boolean;
}

/** Independently shifted sets of a Sobol sample: what its standard error is counted from. */
export const SOBOL_SETS = 16;

/** Paths at least and at most: below, a percentile says nothing; above, a browser stands still. */
const FEWEST_PATHS = 32;
const MOST_PATHS = 1_000_000;

/** Months and factors of a path. */
export interface DrawShape {
  readonly months: number;
  readonly factors: number;
}

/** Gives the unit normals of the next path, `factor * months + month`. */
export type PathDraws = () => Float64Array;

/**
 * Paths that share random numbers stand together in groups of this size; the means of groups are
 * independent of each other (rule PATH-8).
 */
export function independentGroup({ paths, method, antithetic }: PathSampling): number {
  if (method === 'sobol') return paths / SOBOL_SETS;
  return antithetic ? 2 : 1;
}

/** Issues `path.count` and `path.seed` of a sampling that cannot be drawn. */
export function checkSampling(sampling: PathSampling): Result<PathSampling> {
  const { paths, seed, method, antithetic } = sampling;
  const multiple = (method === 'sobol' ? SOBOL_SETS : 1) * (antithetic ? 2 : 1);
  const isWhole = Number.isInteger(paths) && paths % multiple === 0;
  if (!isWhole || paths < FEWEST_PATHS || paths > MOST_PATHS) {
    const expected = `a multiple of ${multiple} from ${FEWEST_PATHS} to ${MOST_PATHS}`;
    return fail(issue('path.count', 'paths', expected, String(paths)));
  }
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    return fail(issue('path.seed', 'seed', 'a whole number from 0 to 4294967295', String(seed)));
  }
  return ok(sampling);
}

/** The normals of paths 1, 2, ... in order; the sampling must have passed `checkSampling`. */
export function pathDraws(sampling: PathSampling, shape: DrawShape): PathDraws {
  const uniform = randomStream(sampling.seed);
  const fresh =
    sampling.method === 'sobol'
      ? sobolDraws(sampling, shape, uniform)
      : () => normalsOf(uniform, shape.months * shape.factors);
  if (!sampling.antithetic) return fresh;
  let waiting: Float64Array | undefined;
  return () => {
    if (waiting === undefined) {
      waiting = fresh();
      return waiting;
    }
    const mirrored = waiting.map((normal) => -normal);
    waiting = undefined;
    return mirrored;
  };
}

function normalsOf(uniform: RandomStream, count: number): Float64Array {
  return Float64Array.from({ length: count }, () => inverseNormal(uniform()));
}

/** Set after set, each with shifts of its own; the widest steps of the bridge are Sobol's. */
function sobolDraws(sampling: PathSampling, shape: DrawShape, uniform: RandomStream): PathDraws {
  const { months, factors } = shape;
  const bridge = brownianBridge(months);
  const even = Math.min(months, Math.floor(SOBOL_DIMENSIONS / factors));
  const pointsPerSet = sampling.paths / SOBOL_SETS / (sampling.antithetic ? 2 : 1);
  const point = new Float64Array(even * factors);
  let sequence: SobolSequence = () => undefined;
  let drawn = 0;
  return () => {
    if (drawn % pointsPerSet === 0) sequence = sobolSequence(randomShift(uniform, point.length));
    drawn += 1;
    sequence(point);
    const normals = new Float64Array(months * factors);
    for (let factor = 0; factor < factors; factor += 1) {
      const steps = normalsOf(uniform, months - even);
      normals.set(bridged(bridge, point, { factor, factors, even }, steps), factor * months);
    }
    return normals;
  };
}

function randomShift(uniform: RandomStream, dimensions: number): Uint32Array {
  return Uint32Array.from({ length: dimensions }, () => Math.floor(uniform() * 4294967296));
}

interface FactorPlace {
  readonly factor: number;
  readonly factors: number;
  readonly even: number;
}

/** Dimension k * factors + f of the point draws step k of the bridge of factor f. */
function bridged(
  bridge: BrownianBridge,
  point: Float64Array,
  { factor, factors, even }: FactorPlace,
  others: Float64Array,
): Float64Array {
  const normals = Float64Array.from({ length: bridge.steps }, (_, step) =>
    step < even
      ? inverseNormal(floatAt(point, step * factors + factor))
      : itemAt(others, step - even),
  );
  return bridgeIncrements(bridge, normals);
}
