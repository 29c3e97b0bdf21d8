import { describe, expect, it } from 'vitest';
import { reliefWords } from './relief-words.js';

describe('how far a limit gives way, in words', () => {
  // amount in the measure's unit, step, words of a step, what a reader is told
  it.each([
    [950, 100, '100 million', '950 million'],
    [1807, 10, '10 million', '1,807 million'],
    [500 / 3, 1, 'one million', '167 million'],
    [4.04, 1, 'million', '4.0 million'],
    [0.058, 0.01, 'point of RWA', '5.8 points of RWA'],
    [0.01, 0.01, 'point', '1.0 point'],
    // two per cent of Tier 1 of 14,700: the money in brackets is that of the whole move
    [294, 147, 'point of Tier 1 (147 million)', '2.0 points of Tier 1 (294 million)'],
    [1, 2, 'class', '0.5 classes'],
    [3, 1, 'million a basis point', '3.0 million a basis point'],
  ])('PLAN-7: %d in steps of %d (%s) is %s', (amount, step, stepWords, told) => {
    expect(reliefWords(amount, { step, stepWords })).toBe(told);
  });
});
