import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearNames } from './near-name.js';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['svb-2202', 'svb-2022', 2],
  ])('%j to %j takes %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is a distance: symmetric, zero only on equals, never longer by a detour', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
      { seed: 20221230, numRuns: 300 },
    );
  });
});

describe('nearNames', () => {
  it('gives the nearest first, three at most, and none for a stranger', () => {
    const names = ['svb-2020', 'svb-2021', 'svb-2022', 'signature-2022'];
    expect(nearNames('svb-2023', names)).toEqual(['svb-2020', 'svb-2021', 'svb-2022']);
    expect(nearNames('SVB-2022', names)[0]).toBe('svb-2022');
    expect(nearNames('credit-suisse', names)).toEqual([]);
  });
});
