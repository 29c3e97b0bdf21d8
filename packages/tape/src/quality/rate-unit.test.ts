import { describe, expect, it } from 'vitest';
import { doubtedRateUnit, NO_RATES, suggestedRateUnit, withRate } from './rate-unit.js';

function suggested(...rates: readonly number[]): string {
  return suggestedRateUnit(rates.reduce(withRate, NO_RATES)) ?? 'cannot tell';
}

describe('the unit of a rate', () => {
  it.each([
    ['mortgages in per cent', [3.125, 4.5, 5.25, 6.75, 7], 'per cent'],
    ['mortgages in decimals', [0.03125, 0.045, 0.0525, 0.0675, 0.07], 'decimal'],
    ['mortgages in basis points', [312.5, 450, 525, 675, 700], 'basis points'],
    ['cards in decimals', [0.1999, 0.2499, 0.2999, 0.0999, 0.1499], 'decimal'],
    ['cards in per cent', [19.99, 24.99, 29.99, 9.99, 14.99], 'per cent'],
    ['zeros say nothing', [0, 0, 0, 0, 0, 5.25], 'cannot tell'],
    ['four rates are too few', [3.125, 4.5, 5.25, 6.75], 'cannot tell'],
    ['two in per cent among decimals', [0.03, 0.04, 0.05, 0.06, 4, 5], 'per cent'],
    ['deposits near zero in per cent look like decimals', [0.01, 0.05, 0.1, 0.15, 0.35], 'decimal'],
  ])('TAPE-31: %s', (_, rates, expected) => {
    expect(suggested(...rates)).toBe(expected);
  });

  it('TAPE-31: a stated unit is doubted for the bulk, not for single rows', () => {
    const sizes = (rates: readonly number[]) => rates.reduce(withRate, NO_RATES);
    const decimals = sizes([0.03, 0.04, 0.05, 0.06, 4, 5]);
    expect(doubtedRateUnit(decimals, 'decimal')).toBe(undefined);
    expect(doubtedRateUnit(sizes([3, 4, 5, 6, 0.04]), 'decimal')).toBe('per cent');
    expect(doubtedRateUnit(sizes([0.03, 0.04, 0.05, 0.06, 0.07]), 'per cent')).toBe('decimal');
    expect(doubtedRateUnit(sizes([3, 4, 5, 6, 0.04]), 'per cent')).toBe(undefined);
    expect(doubtedRateUnit(sizes([3, 4, 5, 6, 7]), 'basis points')).toBe('per cent');
    expect(doubtedRateUnit(sizes([300, 400, 500, 600, 700]), 'per cent')).toBe('basis points');
  });
});
