import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED, valueOrThrow } from '../../study/example-study.test-fixture.js';
import { baseDiscount, evaluate, measureOf } from '../../study/index.js';
import { assetLongBank, WHOLE_ENGINE } from '../asset-long-bank.test-fixture.js';
import {
  effectivenessOf,
  hedgeChanges,
  PARALLEL_HISTORY,
  strikeStructure,
  structureOf,
  type ValueMove,
  valueMoves,
} from '../index.js';

const move = (item: number, hedge: number, id = 'q'): ValueMove => ({ id, item, hedge });

describe('effectiveness by hand', () => {
  // x = minus item: 1, 2, 3, 4; y = hedge: 1, 2, 3, 5. Means 2.5 and 2.75.
  // sum dx dy = (-1.5)(-1.75) + (-.5)(-.75) + .5(.25) + 1.5(2.25) = 6.5; sum dx2 = 5: slope 1.3
  // intercept 2.75 - 3.25 = -0.5; residuals .2, -.1, -.4, .3: squares .04 + .01 + .16 + .09 = .3
  // sum dy2 = 3.0625 + .5625 + .0625 + 5.0625 = 8.75: R2 = 1 - .3 / 8.75 = 0.965714
  // error of the slope = sqrt(.3 / 2 / 5) = 0.173205: t = 7.505553
  const found = valueOrThrow(effectivenessOf([move(-1, 1), move(-2, 2), move(-3, 3), move(-4, 5)]));

  it('HEDGE-15: slope, intercept, R squared and t', () => {
    expect(found.slope).toBeCloseTo(1.3, 12);
    expect(found.intercept).toBeCloseTo(-0.5, 12);
    expect(found.rSquared).toBeCloseTo(0.965_714_285_714, 11);
    expect(found.tStatistic).toBeCloseTo(7.505_553_499, 8);
    expect(found.regressionPasses).toBe(false); // 1.3 is above 1.25
  });

  it('HEDGE-15: dollar offset 11 / 10 in sum; every period within but for 5 / 4', () => {
    expect(found.cumulativeOffset).toBeCloseTo(1.1, 12);
    expect(found.offsetPasses).toBe(true);
    expect(found.offsets.map(({ ratio }) => ratio)).toEqual([1, 1, 1, 1.25]);
    expect(found.shareOfPeriodsWithin).toBe(1); // 125% itself is within
  });

  it.each([
    // hedge of an item that moves -1, -2, -3, -4, +1
    ['perfect', [1, 2, 3, 4, -1], true, true],
    ['13 / 16', [0.8125, 1.625, 2.4375, 3.25, -0.8125], true, true],
    ['79%', [0.79, 1.58, 2.37, 3.16, -0.79], false, false],
    ['in sum alone', [4, 3, 2, 1, -1], false, true],
    ['the wrong way', [-1, -2, -3, -4, 1], false, false],
  ] as const)('HEDGE-15: %s', (_, hedge, regression, offset) => {
    const moves = [-1, -2, -3, -4, 1].map((item, at) => move(item, hedge[at] ?? 0));
    expect(valueOrThrow(effectivenessOf(moves))).toMatchObject({
      regressionPasses: regression,
      offsetPasses: offset,
    });
  });

  it('HEDGE-15: a period in which the item stands still has no ratio', () => {
    const moves = [move(0, 1), move(-1, 1), move(-2, 2), move(-3, 3)];
    const one = valueOrThrow(effectivenessOf(moves));
    expect(one.offsets[0]?.ratio).toBeNull();
    expect(one.shareOfPeriodsWithin).toBe(0.75);
  });

  it('HEDGE-15: three moves are too few, and an item that always moves alike has no line', () => {
    for (const moves of [[1, 2, 3].map((x) => move(x, -x)), [1, 1, 1, 1].map((x) => move(x, -x))]) {
      const refused = effectivenessOf(moves);
      expect(refused.ok ? '' : refused.issues[0]?.code).toBe('hedge.effectiveness');
    }
  });

  it('HEDGE-15: the line agrees with the formula of sums, and R squared with correlation', () => {
    const amount = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 5, maxLength: 20 }), (pairs) => {
        const n = pairs.length;
        const total = (of: (x: number, y: number) => number) =>
          pairs.reduce((all, [item, hedge]) => all + of(-item, hedge), 0);
        // integers: these sums are exact, so the textbook formula is a fair judge
        const xx = n * total((x) => x * x) - total((x) => x) * total((x) => x);
        const xy = n * total((x, y) => x * y) - total((x) => x) * total((_, y) => y);
        const yy = n * total((_, y) => y * y) - total((_, y) => y) * total((_, y) => y);
        fc.pre(xx > 0 && yy > 0);
        const line = valueOrThrow(effectivenessOf(pairs.map(([i, h]) => move(i, h))));
        expect(line.slope).toBeCloseTo(xy / xx, 9);
        expect(line.rSquared).toBeCloseTo((xy * xy) / (xx * yy), 9);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe('effectiveness of a swap on the example bank', () => {
  const study = assetLongBank();
  const designated = (notional: number) =>
    hedgeChanges(
      valueOrThrow(
        strikeStructure(structureOf('bullet-5'), notional, {
          discount: baseDiscount(study),
          swapSpread: 0,
          model: 'fair-value',
          hedgedGroup: 'afs',
        }),
      ),
      { rationale: 'an example', sources: [] },
    );
  const movesOf = (notional: number, share: number) =>
    valueOrThrow(
      valueMoves({
        ...WHOLE_ENGINE,
        study,
        share,
        changes: designated(notional),
        hedgedGroup: 'afs',
        history: PARALLEL_HISTORY,
      }),
    );

  it('HEDGE-15: each move is what evaluate() says of the book and of the swap', () => {
    const moves = movesOf(100, 0.5);
    expect(moves.map(({ id }) => id)).toEqual(PARALLEL_HISTORY.map(({ id }) => id));
    const scenarios = [
      ...study.scenarios.filter(({ id }) => id === '0'),
      ...PARALLEL_HISTORY.filter(({ id }) => id === 'parallel +100'),
    ];
    const change = evaluate({ ...study, scenarios }).measures.find(
      ({ id, scenario }) => id === 'eve.change' && scenario === 'parallel +100',
    );
    const last = moves.at(-1);
    expect(last?.item).toBeCloseTo(0.5 * (change?.by?.afs ?? 0), 12);
    expect(last?.item).toBeLessThan(0);
    expect(last?.hedge).toBeGreaterThan(0);
  });

  it('HEDGE-15: slope scales with notional and against share; R squared with neither', () => {
    const [one, two, half] = [movesOf(50, 1), movesOf(100, 1), movesOf(50, 0.5)].map((moves) =>
      valueOrThrow(effectivenessOf(moves)),
    );
    expect(two?.slope).toBeCloseTo(2 * (one?.slope ?? 0), 9);
    expect(half?.slope).toBeCloseTo(2 * (one?.slope ?? 0), 9);
    expect(two?.rSquared).toBeCloseTo(one?.rSquared ?? 0, 9);
    expect(one?.rSquared).toBeGreaterThan(0.99); // one factor: nearly a straight line
  });

  it('HEDGE-9: struck at the fair rate, every structure is worth nothing on day one', () => {
    const bare = measureOf(evaluate(study), 'eve.value', '0');
    for (const change of designated(100)) {
      const hedged = valueOrThrow(WHOLE_ENGINE.apply(study, change));
      expect(measureOf(evaluate(hedged), 'eve.value', '0') - bare).toBeCloseTo(0, 9);
    }
  });
});
