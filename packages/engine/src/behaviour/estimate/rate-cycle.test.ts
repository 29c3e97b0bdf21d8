import { describe, expect, it } from 'vitest';
import { quarterNames } from './estimation-vectors.test-fixture.js';
import { cumulativeBeta, rateCycles } from './rate-cycle.js';

const terms = { smallestMove: 0.005, flatWithin: 0.001 };

describe('rate cycles', () => {
  it('EST-2: up, flat, down, flat, up: the flat stretches belong to no cycle', () => {
    //              0  1  2  3     4  5  6  7  8     9  10
    const percent = [1, 1, 2, 3, 3.05, 3, 2, 1, 1.05, 1, 4];
    const rates = percent.map((p) => p / 100);
    expect(rateCycles(rates, terms)).toEqual([
      { direction: 'up', from: 1, to: 3 },
      { direction: 'down', from: 5, to: 7 },
      { direction: 'up', from: 9, to: 10 },
    ]);
  });

  it('EST-2: a move below the smallest one is no cycle', () => {
    expect(rateCycles([0.01, 0.014, 0.01], terms)).toEqual([]);
    // The dip of 0.4 points does not break the rise.
    expect(rateCycles([0.01, 0.02, 0.016, 0.03], terms)).toEqual([
      { direction: 'up', from: 0, to: 3 },
    ]);
    expect(rateCycles([], terms)).toEqual([]);
  });

  it('EST-2: a fall first', () => {
    expect(rateCycles([0.03, 0.02, 0.01, 0.02], terms)).toEqual([
      { direction: 'down', from: 0, to: 2 },
      { direction: 'up', from: 2, to: 3 },
    ]);
  });
});

describe('cumulative beta', () => {
  const quarters = quarterNames(4);
  const history = {
    quarters,
    policyRate: [0.01, 0.02, 0.03, 0.01],
    depositRate: [0.002, 0.005, 0.01, null],
  };
  const between = (from: number, to: number, changed = {}) => {
    const dates = { from: quarters[from] ?? '', to: quarters[to] ?? '' };
    return cumulativeBeta({ ...history, ...changed }, dates);
  };
  const code = (answer: ReturnType<typeof cumulativeBeta>) =>
    answer.ok ? '' : answer.issues[0]?.code;

  it('EST-3: cost from 0.2% to 1.0% while the policy rate goes from 1% to 3%: 0.8 / 2', () => {
    const answer = between(0, 2);
    if (!answer.ok) throw new Error('no beta');
    expect(answer.value.direction).toBe('up');
    expect(answer.value.beta).toBeCloseTo(0.4, 14);
    expect(answer.value.policyChange).toBeCloseTo(0.02, 15);
    expect(answer.value.depositChange).toBeCloseTo(0.008, 15);
  });

  it('EST-3: a falling cycle, cost from 1.0% to 0.7% over -2 points: 0.15', () => {
    const answer = between(2, 3, { depositRate: [0.002, 0.005, 0.01, 0.007] });
    expect(answer.ok && [answer.value.direction, answer.value.beta]).toEqual([
      'down',
      expect.closeTo(0.15, 12),
    ]);
  });

  it('EST-3: no cost, no move, another order and a strange quarter are issues', () => {
    expect(code(between(2, 3))).toBe('cycle.no-cost');
    expect(code(between(0, 3, { depositRate: [0, 0, 0, 0] }))).toBe('cycle.no-move');
    expect(code(between(2, 1))).toBe('cycle.order');
    expect(code(cumulativeBeta(history, { from: '1999-12-31', to: '2000-03-31' }))).toBe(
      'cycle.unknown-quarter',
    );
  });
});
