import { describe, expect, it } from 'vitest';
import { STYLE } from '../html/style.js';
import { seriesStyle } from './palette.js';

/** CIE 1976 lightness and colour of an sRGB colour, D65. */
function labOf(hex: string): readonly number[] {
  const linear = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = linear;
  const xyz = [
    (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
    0.2126 * red + 0.7152 * green + 0.0722 * blue,
    (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
  ];
  const [x = 0, y = 0, z = 0] = xyz.map((each) =>
    each > 0.008856 ? Math.cbrt(each) : 7.787 * each + 16 / 116,
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe('colours of series', () => {
  it('REPORT-12: twelve colours, far apart in light, in dark and in print', () => {
    const found = [...STYLE.matchAll(/--series-(\d+): (#[0-9a-f]{6})/g)];
    expect(found.length).toBe(36);
    for (const from of [0, 12, 24]) {
      const palette = found.slice(from, from + 12);
      expect(palette.map(([, at]) => Number(at))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      const labs = palette.map(([, , hex = '']) => labOf(hex));
      const distances = labs.flatMap((one, at) =>
        labs.slice(at + 1).map((other) => Math.hypot(...one.map((v, k) => v - (other[k] ?? 0)))),
      );
      // 2.3 is just noticeable side by side; a legend asks for ten times that
      expect(Math.min(...distances)).toBeGreaterThan(23);
    }
  });

  it('REPORT-12: no two of twenty-four series look alike', () => {
    const looks = Array.from({ length: 24 }, (_, index) => JSON.stringify(seriesStyle(index)));
    expect(new Set(looks).size).toBe(24);
    const colours = Array.from({ length: 12 }, (_, index) => seriesStyle(index).color);
    expect(new Set(colours).size).toBe(12);
  });
});
