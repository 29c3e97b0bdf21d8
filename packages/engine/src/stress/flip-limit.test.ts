import { describe, expect, it } from 'vitest';
import { type FlipLimit, limitSlack, STANDARD_LIMITS } from './flip-limit.js';
import type { Move } from './move.js';
import { toyOutcome } from './toy-study.test-fixture.js';

const limit = (edit: Partial<FlipLimit> = {}): FlipLimit => ({
  id: 'x',
  title: 'X',
  measure: 'x',
  scenarios: ['0', '+200'],
  unit: 'USD million',
  floor: 10,
  cap: null,
  source: '',
  ...edit,
});
const run = { kind: 'assumption', id: 'run' } as Move;
const outcome = toyOutcome({ 'x[0]': 30, 'x[+200]': 12, y: 5 });

describe('slack of a limit', () => {
  it.each([
    // x is 30 at base and 12 at +200
    ['the worst scenario counts', limit(), 2],
    ['breached: below the floor', limit({ floor: 15 }), -3],
    ['a cap: 25 against 30', limit({ floor: null, cap: 25 }), -5],
    ['between floor and cap: 12 - 10 and 35 - 30', limit({ cap: 35 }), 2],
    ['one scenario alone', limit({ scenarios: ['0'] }), 20],
    ['a measure of the date', limit({ measure: 'y', scenarios: [], floor: 4 }), 1],
    ['less the outflow of 0.5', limit({ plusMove: 'run' }), 1.5],
  ])('FLIP-10: %s', (_, one, slack) => {
    expect(limitSlack(one, [run])([outcome], [0.5])).toEqual({ ok: true, value: slack });
  });

  it('FLIP-10: a measure without a value is an issue, never a slack of zero', () => {
    const found = limitSlack(limit({ measure: 'z' }), [])([outcome], []);
    expect(found.ok).toBe(false);
  });

  it('FLIP-10: the standard limits', () => {
    expect(STANDARD_LIMITS.map(({ id, floor }) => [id, floor])).toEqual([
      ['eve', 0],
      ['economic-cet1', 0],
      ['marked-cet1-ratio', 0.045],
      ['run-liquidity', 0],
      ['run-cet1', 0],
    ]);
  });
});
