import { describe, expect, it } from 'vitest';
import { formatChange, formatNumber, formatResidual } from './format.js';

describe('formatNumber', () => {
  it.each([
    [20672, 'USD million', '20,672'],
    [1234567.4, 'USD million', '1,234,567'],
    [-15158.4, 'USD million', '\u221215,158'],
    [100, 'USD million', '100'],
    [99.95, 'USD million', '100'],
    [99.94, 'USD million', '99.9'],
    [16, 'USD million a year', '16.0'],
    [-0.04, 'USD million', '0.0'],
    [-0, 'USD million', '0.0'],
    [4.236, 'USD million per bp', '4.24'],
    [408.69, 'GBP million', '409'],
  ])('REPORT-1: money %d in %s reads %s', (value, unit, text) => {
    expect(formatNumber(value, unit)).toBe(text);
  });

  it.each([
    [-27.68, '%', '\u221227.7'],
    [130, '%', '130.0'],
    [3.5, 'points', '3.5'],
    [-200, 'bp', '\u2212200'],
    [3.6, 'years', '3.60'],
    [0.123456, '', '0.1235'],
    [0.00001234, 'a year', '1.23e\u22125'],
    [4277, '', '4,277'],
    [113628.6, 'x', '113,629'],
    [100.25, 'x', '100.3'],
    [0, '', '0'],
  ])('REPORT-2: %d in %s reads %s', (value, unit, text) => {
    expect(formatNumber(value, unit)).toBe(text);
  });

  it('REPORT-3: what does not apply reads as a dash, never as zero', () => {
    expect(formatNumber(null, 'USD million')).toBe('\u2013');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'REPORT-4: %d is refused as a programmer error',
    (value) => {
      for (const unit of ['USD million', '%', 'years', '']) {
        expect(() => formatNumber(value, unit)).toThrow(RangeError);
      }
      expect(() => formatResidual(value)).toThrow(RangeError);
    },
  );
});

describe('formatChange', () => {
  it.each([
    [22.9, '%', '+22.9'],
    [-27.7, '%', '\u221227.7'],
    [0.04, '%', '0.0'],
    [0, 'USD million', '0.0'],
    [1500, 'USD million', '+1,500'],
  ])('REPORT-2: a change of %d in %s reads %s', (value, unit, text) => {
    expect(formatChange(value, unit)).toBe(text);
  });
});

describe('formatResidual', () => {
  it.each([
    [0, '0'],
    [1.26e-12, '1.3e\u221212'],
    [-3e-9, '\u22123.0e\u22129'],
  ])('REPORT-9: a residual of %d reads %s', (value, text) => {
    expect(formatResidual(value)).toBe(text);
  });
});
