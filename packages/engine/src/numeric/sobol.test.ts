import { describe, expect, it } from 'vitest';
import { SOBOL_DIMENSIONS, sobolSequence } from './sobol.js';
import { SOBOL_TABLE } from './sobol-table.js';

/** Half the step by which coordinates are moved off 0. */
const HALF_STEP = 0.5 / 2 ** 32;

function pointsOf(dimensions: number, count: number, shift = new Uint32Array(dimensions)) {
  const next = sobolSequence(shift);
  return Array.from({ length: count }, () => {
    const point = new Float64Array(dimensions);
    next(point);
    return [...point];
  });
}

describe('sobolSequence', () => {
  it('SOBOL-1: the first eight points in four dimensions, as SciPy 1.17 prints them', () => {
    const published = [
      [0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25],
      [0.25, 0.75, 0.75, 0.75],
      [0.375, 0.375, 0.625, 0.875],
      [0.875, 0.875, 0.125, 0.375],
      [0.625, 0.125, 0.875, 0.625],
      [0.125, 0.625, 0.375, 0.125],
    ];
    expect(pointsOf(4, 8)).toEqual(published.map((row) => row.map((x) => x + HALF_STEP)));
  });

  it('SOBOL-1: point 12,345 in all dimensions, 32-bit words of SciPy 1.17', () => {
    const words = [
      2752774144, 3493593088, 688652288, 2262564864, 3816030208, 252968960, 546570240, 486801408,
      3443785728, 1845231616, 319029248, 2571894784, 3998482432, 4045144064, 148111360, 2752249856,
      268697600, 218890240, 1371799552, 1475084288, 855900160, 348913664, 2607022080, 3705405440,
      1895563264, 1270087680, 1572077568, 2070151168, 376700928, 1737228288, 1232338944, 2843475968,
      2158755840, 2840330240, 817102848, 3910926336, 11272192, 1384382464, 4122738688, 4072407040,
      925630464, 3438018560, 3273392128, 2458648576, 1240727552, 2049179648, 4217110528, 1029963776,
      2848194560, 2632187904, 3313238016, 1947467776, 38010880, 2644770816, 3720085504, 2366898176,
      1916010496, 4177264640, 1985216512, 4164681728, 464257024, 2695626752, 4165730304, 1999896576,
    ];
    const point = pointsOf(SOBOL_DIMENSIONS, 12346)[12345];
    expect(point).toEqual(words.map((word) => word / 2 ** 32 + HALF_STEP));
  });

  it('SOBOL-1: every m is odd and below 2^i, and every polynomial is primitive', () => {
    for (const { a, m } of SOBOL_TABLE) {
      m.forEach((value, index) => {
        expect(value % 2).toBe(1);
        expect(value).toBeLessThan(2 ** (index + 1));
      });
      // x generates every polynomial but 0: its powers come back to 1 after 2^s - 1 steps first.
      const degree = m.length;
      const polynomial = 2 ** degree + 2 * a + 1;
      let power = 1;
      let order = 0;
      do {
        power *= 2;
        if (power >= 2 ** degree) power ^= polynomial;
        order += 1;
      } while (power !== 1);
      expect(order).toBe(2 ** degree - 1);
    }
  });

  it('SOBOL-1: every block of 2^k points has one point in every 2^-k in every dimension', () => {
    const points = pointsOf(SOBOL_DIMENSIONS, 1024);
    for (const size of [2, 16, 256, 1024]) {
      for (let start = 0; start < 1024; start += size) {
        for (let dimension = 0; dimension < SOBOL_DIMENSIONS; dimension += 1) {
          const cells = new Set<number>();
          for (let at = start; at < start + size; at += 1) {
            cells.add(Math.floor((points[at]?.[dimension] ?? -1) * size));
          }
          expect(cells.size).toBe(size);
        }
      }
    }
  });

  it('SOBOL-2: a shift of digits keeps one point in every interval and moves the origin', () => {
    const shift = Uint32Array.of(0x9e3779b9, 0x12345678, 0xffffffff);
    const points = pointsOf(3, 256, shift);
    expect(points[0]).toEqual([...shift].map((word) => (word + 0.5) / 2 ** 32));
    for (let dimension = 0; dimension < 3; dimension += 1) {
      const cells = new Set(points.map((point) => Math.floor((point[dimension] ?? -1) * 256)));
      expect(cells.size).toBe(256);
    }
  });

  it('SOBOL-1: no dimension, or more than the table has, is refused', () => {
    expect(() => sobolSequence(new Uint32Array(0))).toThrow(RangeError);
    expect(() => sobolSequence(new Uint32Array(SOBOL_DIMENSIONS + 1))).toThrow(RangeError);
  });
});
