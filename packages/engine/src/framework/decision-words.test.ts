import { describe, expect, it } from 'vitest';
import type { Breach, Limit } from '../decision/index.js';
import {
  type Alternative,
  amountInWords,
  costInWords,
  distanceInWords,
  moveInWords,
  whyLost,
} from './decision-words.js';

const limitOn = (id: string, measure: string, scale: number): Limit => ({
  ...{ id, title: `the ${id} limit`, measure, scenarios: ['+200'], worlds: ['as-assumed'] },
  ...{ floor: 0, cap: null, scale, step: 1, stepWords: 'one', relaxable: true },
});
const LIMITS = [limitOn('eve', 'eve.change', 100), limitOn('e0', 'capital.economicRatio.e0', 0.01)];

const broken = (limit: string, byScales: number, scale: number): Breach => ({
  ...{ limit, title: `the ${limit} limit`, scenario: '+200', world: 'as-assumed', value: 0 },
  ...{ by: byScales * scale, byScales },
});
const at = (costUsdMillion: number, ...breaches: Breach[]): Alternative => ({
  costUsdMillion,
  breaches,
});

describe('what a plan costs', () => {
  it.each([
    [0, 'costs nothing'],
    [-0.0004, 'costs nothing'],
    [-0.04, 'earns 0.04 million a year'],
    [0.06, 'costs 0.1 million a year'],
    [-290, 'earns 290 million a year'],
  ])('%d a year: %s', (cost, words) => {
    expect(costInWords(cost)).toBe(words);
  });
});

describe('why an alternative lost', () => {
  it.each([
    ['it costs more', at(10), at(12.5), 'costs 2.5 million a year more'],
    [
      'it breaks a limit',
      at(10),
      at(3, broken('eve', 2, 100)),
      'breaks "the eve limit" by 200 million at +200 bp',
    ],
    [
      'it breaks one more than the plan has to',
      at(10, broken('e0', 5.8, 0.01)),
      at(3, broken('e0', 6, 0.01)),
      'breaks "the e0 limit" by 0.2 points more than the plan at +200 bp',
    ],
    [
      'it breaks two: the one by more of its scales is told',
      at(10),
      at(3, broken('e0', 3, 0.01), broken('eve', 2, 100)),
      'breaks "the e0 limit" by 3.0 points at +200 bp, and 1 limit more',
    ],
    [
      'it breaks no more and costs less: only where the rounds did not agree',
      at(10, broken('eve', 2, 100)),
      at(8, broken('eve', 2, 100)),
      'costs 2.0 million a year less, and breaks no limit more',
    ],
  ])('ANSWER-1: %s', (_what, plan, other, words) => {
    expect(whyLost(plan, other, LIMITS)).toBe(words);
  });

  it('ANSWER-2: the currency stands before its amount, other units after it', () => {
    const move = { lever: '', costUsdMillion: 0, costNote: '' };
    const swap = { ...move, title: 'Pay fixed, 5 years', size: 3.438, unit: 'USD billion' };
    const rate = { ...move, title: 'Pay depositors more', size: 6, unit: 'steps' };
    expect(moveInWords(swap)).toBe('pay fixed, 5 years USD 3.4 billion');
    expect(moveInWords({ ...swap, size: 0.0035 })).toBe('pay fixed, 5 years USD 3.5 million');
    expect(moveInWords(rate)).toBe('pay depositors more 6.0 steps');
  });

  it('ANSWER-2: ratios are told in per cent, distances of ratios in points', () => {
    expect(amountInWords('capital.economicRatio.e0', 0.045)).toBe('4.5%');
    expect(distanceInWords('capital.economicRatio.e0', 0.045)).toBe('4.5 points');
    expect(amountInWords('eve.change', -1234)).toBe('−1,234 million');
    expect(distanceInWords('liquidity.survivalDays', 3)).toMatch(/^3.0 days$/);
  });
});
