import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Numerals } from '../mapping/index.js';
import { cellNumber, storedNumber } from './cell-number.js';

describe('numbers in cells', () => {
  it.each<[string, Numerals, number, number]>([
    ['1234567', '1234.5', 6, 1.234567],
    ['1,234,567.00', '1,234.5', 6, 1.234567],
    ['1.234.567,5', '1.234,5', 6, 1.2345675],
    ['1 234,5', '1 234,5', 3, 1.2345],
    ['1234,5', '1234,5', 3, 1.2345],
    ['123456789', '1234.5', 8, 1.23456789],
    ['5.25', '1234.5', 2, 0.0525],
    ['5.25%', '1234.5', 2, 0.0525],
    ['525', '1234.5', 4, 0.0525],
    ['(1,000)', '1,234.5', 0, -1000],
    ['1000-', '1234.5', 0, -1000],
    ['-0.50', '1234.5', 0, -0.5],
    ['+7', '1234.5', 0, 7],
    ['1.5e6', '1234.5', 6, 1.5],
    [' 12 ', '1234.5', 0, 12],
    ['0', '1234.5', 6, 0],
    ['00012', '1234.5', 0, 12],
    // Not numbers, or not written so.
    ['', '1234.5', 0, Number.NaN],
    ['n/a', '1234.5', 0, Number.NaN],
    ['1,234', '1234.5', 0, Number.NaN],
    ['12,34', '1,234.5', 0, Number.NaN],
    ['1234,567', '1,234.5', 0, Number.NaN],
    ['1.2.3', '1234.5', 0, Number.NaN],
    ['--1', '1234.5', 0, Number.NaN],
    ['5.25%', '1234.5', 0, Number.NaN],
    ['0x10', '1234.5', 0, Number.NaN],
    ['Infinity', '1234.5', 0, Number.NaN],
    ['.', '1234.5', 0, Number.NaN],
    ['-', '1234.5', 0, Number.NaN],
  ])('TAPE-22: "%s" written as %s, divided by 10^%i, is %d', (cell, numerals, shift, expected) => {
    expect(cellNumber(cell, { numerals, shift })).toBe(expected);
  });

  it('TAPE-22: an amount is the same float in every unit it is written in (seed 22)', () => {
    const property = fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (cents) => {
      const digits = String(cents).padStart(12, '0');
      const written = (point: number): string =>
        `${digits.slice(0, -point)}.${digits.slice(-point)}`;
      // The decimal number itself, rounded once by the platform: the independent answer.
      const expected = Number(`${cents}e-8`);
      expect(cellNumber(String(cents), { numerals: '1234.5', shift: 8 })).toBe(expected);
      expect(cellNumber(written(2), { numerals: '1234.5', shift: 6 })).toBe(expected);
      expect(cellNumber(written(5), { numerals: '1234.5', shift: 3 })).toBe(expected);
      expect(cellNumber(written(8), { numerals: '1234.5', shift: 0 })).toBe(expected);
    });
    fc.assert(property, { seed: 22, numRuns: 2000 });
  });

  it.each<[number, number, number | undefined]>([
    [1234567, 6, 1.234567],
    [5.25, 2, 0.0525],
    [-1234.56, 6, -0.00123456],
    [-0, 6, 0],
    // Seven places, or more than 15 digits: the text is read.
    [0.0000001, 6, undefined],
    [0.1 + 0.2, 2, undefined],
    [1e15, 6, undefined],
    [Number.NaN, 0, undefined],
    [Number.POSITIVE_INFINITY, 0, undefined],
  ])('TAPE-22: the stored number %d, divided by 10^%i, is %d', (value, shift, expected) => {
    expect(storedNumber(value, shift)).toBe(expected);
  });

  it('TAPE-22: a stored number is the float that its digits give (seed 23)', () => {
    const decimals = fc.record({
      digits: fc.integer({ min: -(10 ** 15), max: 10 ** 15 }),
      places: fc.integer({ min: 0, max: 8 }),
    });
    const values = fc.oneof(
      decimals.map(({ digits, places }) => Number(`${digits}e-${places}`)),
      fc.double(),
    );
    const shifts = fc.constantFrom(0, 2, 3, 4, 6, 8);
    const property = fc.property(values, shifts, (value, shift) => {
      const stored = storedNumber(value, shift);
      if (stored === undefined) return;
      expect(stored).toBe(cellNumber(String(value), { numerals: '1234.5', shift }));
      // The decimal number itself, rounded once by the platform: the independent answer.
      expect(stored).toBe(Number(`${value}e-${shift}`) + 0);
    });
    fc.assert(property, { seed: 23, numRuns: 20_000 });
  });
});
