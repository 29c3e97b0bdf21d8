import { expect, it } from 'vitest';
import { basisPoints, decimalFromBp, decimalFromPercent, percent } from './units.js';

it('UNIT-1: 25 bp = 0.0025 and 4.12 per cent = 0.0412, both ways', () => {
  expect(decimalFromBp(25)).toBe(0.0025);
  expect(decimalFromBp(-200)).toBe(-0.02);
  expect(decimalFromPercent(4.12)).toBe(0.0412);
  expect(basisPoints(0.0025)).toBe(25);
  expect(percent(0.25)).toBe(25);
});
