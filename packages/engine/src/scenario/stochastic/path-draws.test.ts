import { describe, expect, it } from 'vitest';
import { checkSampling, independentGroup, type PathSampling, pathDraws } from './path-draws.js';

const shape = { months: 360, factors: 2 };
const sobol: PathSampling = { paths: 64, seed: 7, method: 'sobol', antithetic: true };
const plain: PathSampling = { paths: 64, seed: 7, method: 'pseudo-random', antithetic: false };

function take(sampling: PathSampling, count: number, form = shape): Float64Array[] {
  const draw = pathDraws(sampling, form);
  return Array.from({ length: count }, () => draw());
}

describe('pathDraws', () => {
  it('PATH-6: a seed names its paths, and another seed gives others', () => {
    for (const sampling of [sobol, plain]) {
      expect(take(sampling, 5)).toEqual(take(sampling, 5));
      expect(take(sampling, 1)).not.toEqual(take({ ...sampling, seed: 8 }, 1));
    }
  });

  it('PATH-6: mirrored paths stand beside each other', () => {
    for (const method of ['sobol', 'pseudo-random'] as const) {
      const paths = take({ ...sobol, method }, 6);
      for (const at of [0, 2, 4]) {
        expect(paths[at + 1]).toEqual(paths[at]?.map((normal) => -normal));
      }
      expect(paths[2]).not.toEqual(paths[0]);
    }
  });

  it('PATH-6: normals have mean 0 and variance 1 in every month', () => {
    for (const sampling of [sobol, plain]) {
      const paths = take({ ...sampling, paths: 1024, antithetic: false }, 1024);
      for (const at of [0, 1, 180, 359, 360, 719]) {
        const values = paths.map((path) => path[at] ?? Number.NaN);
        const mean = values.reduce((sum, value) => sum + value, 0) / 1024;
        const square = values.reduce((sum, value) => sum + value * value, 0) / 1024;
        // Standard errors of independent draws: 1 / 32 and sqrt(2) / 32.
        expect(Math.abs(mean)).toBeLessThan(3 / 32);
        expect(Math.abs(square - 1)).toBeLessThan((3 * Math.SQRT2) / 32);
      }
    }
  });

  it('PATH-7: ends of the paths of a set are even: one in every part of equal chance', () => {
    const [paths, sets] = [512, 16];
    const drawn = take({ ...sobol, paths, antithetic: false }, paths, { months: 360, factors: 1 });
    // The first Sobol dimension is the end of the bridge: 32 points, one in each 1/32.
    const ends = drawn.map((path) => path.reduce((sum, value) => sum + value, 0) / Math.sqrt(360));
    for (let set = 0; set < sets; set += 1) {
      const sorted = ends.slice(set * 32, set * 32 + 32).toSorted((a, b) => a - b);
      const below = sorted.filter((end) => end < 0).length;
      const belowQuartile = sorted.filter((end) => end < -0.6744897501960817).length;
      expect([below, belowQuartile]).toEqual([16, 8]);
    }
    expect(new Set(ends.map((end) => end.toFixed(9))).size).toBe(paths);
  });

  it('PATH-7: what Sobol does not reach is random: two months apart stay independent', () => {
    const drawn = take({ ...sobol, paths: 1024, antithetic: false }, 1024);
    for (const [one, other] of [
      [10, 11],
      [10, 370],
      [0, 359],
    ] as const) {
      const product = drawn.reduce((sum, path) => sum + (path[one] ?? 0) * (path[other] ?? 0), 0);
      expect(Math.abs(product / 1024)).toBeLessThan(3 / 32);
    }
  });

  it('PATH-8: groups of paths that share random numbers', () => {
    expect(independentGroup(sobol)).toBe(4);
    expect(independentGroup(plain)).toBe(1);
    expect(independentGroup({ ...plain, antithetic: true })).toBe(2);
  });

  it('PATH-8: a count that does not fill its groups, or a seed that is none, is refused', () => {
    const codes = (other: Partial<PathSampling>) => {
      const checked = checkSampling({ ...sobol, ...other });
      return checked.ok ? [] : checked.issues.map(({ code }) => code);
    };
    expect(codes({})).toEqual([]);
    expect(codes({ paths: 500 })).toEqual(['path.count']);
    expect(codes({ paths: 500, method: 'pseudo-random' })).toEqual([]);
    expect(codes({ paths: 33, method: 'pseudo-random' })).toEqual(['path.count']);
    expect(codes({ paths: 0 })).toEqual(['path.count']);
    expect(codes({ paths: Number.NaN })).toEqual(['path.count']);
    expect(codes({ seed: 1.5 })).toEqual(['path.seed']);
    expect(codes({ seed: -1 })).toEqual(['path.seed']);
  });
});
