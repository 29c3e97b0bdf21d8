import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt, ok } from '../foundation/index.js';
import { toyOutcome } from '../stress/toy-study.test-fixture.js';
import { attribute } from './attribute.js';
import { checkSubsets, independentEvaluation, spreadMasks } from './check-subsets.js';
import { attributeMeasure } from './measure-attribution.js';
import { evaluateSubsets, type SubsetGame } from './subsets.js';
import { gameOf, handValue, leaveId } from './toy-game.test-fixture.js';

const SEED = { seed: 20221230, numRuns: 100 };

function solved(game: SubsetGame) {
  const result = attribute(game);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return itemAt(result.value.measures, 0);
}
const byId = (items: readonly { readonly id: string; readonly value: number }[]) =>
  Object.fromEntries(items.map(({ id, value }) => [id, value]));

describe('three groups by hand: 10 becomes 30', () => {
  const measure = solved(gameOf('abc', handValue));

  it('ATTR-1: every subset is evaluated and the ends are those of the Studies', () => {
    const result = attribute(gameOf('abc', handValue));
    expect(result.ok && result.value.subsetsEvaluated).toBe(8);
    expect(measure).toMatchObject({ from: 10, to: 30, total: 20, unit: 'USD million' });
  });

  it('ATTR-2: waterfall 10 -> 14 -> 26 -> 30', () => {
    expect(byId(measure.waterfall)).toEqual({ a: 4, b: 12, c: 4 });
  });

  it('ATTR-3: Shapley = main + half of each pair + a third of the triple', () => {
    // a: 4 + 6/2 + 0/2 + 9/3 = 10; b: 6 + 6/2 - 3/2 + 3 = 10.5; c: -2 + 0 - 1.5 + 3 = -0.5
    const shapley = byId(measure.shapley);
    expect(shapley.a).toBeCloseTo(10, 12);
    expect(shapley.b).toBeCloseTo(10.5, 12);
    expect(shapley.c).toBeCloseTo(-0.5, 12);
  });

  it('ATTR-4: dividends by pair and triple, and their total', () => {
    expect(byId(measure.main)).toEqual({ a: 4, b: 6, c: -2 });
    expect(measure.compounding).toEqual([
      { ids: ['a', 'b'], value: 6 },
      { ids: ['a', 'c'], value: 0 },
      { ids: ['b', 'c'], value: -3 },
      { ids: ['a', 'b', 'c'], value: 9 },
    ]);
    expect(measure.compoundingTotal).toBe(12); // 20 - (4 + 6 - 2)
    expect(measure.dividendResidual).toBe(0);
  });

  it('ATTR-5: the least and greatest step of each group over the six orders', () => {
    // a: 14-10=4, 26-16=10, 12-8=4, 30-11=19; b: 6, 12, 3, 18; c: -2, -2, -5, 4
    expect(measure.orderSpread.map(({ id, min, max }) => [id, min, max])).toEqual([
      ['a', 4, 19],
      ['b', 3, 18],
      ['c', -5, 4],
    ]);
  });

  it('ATTR-8: the residual is below 1e-9 of the total', () => {
    expect(Math.abs(measure.residual)).toBeLessThan(1e-9 * 20);
  });
});

/** Any game of four players: sixteen numbers. */
const anyGame = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
  minLength: 16,
  maxLength: 16,
});
const PLAYERS = ['a', 'b', 'c', 'd'] as const;
const maskOf = (present: ReadonlySet<string>): number =>
  PLAYERS.reduce((mask, player, bit) => (present.has(player) ? mask | (1 << bit) : mask), 0);
const solveValues = (values: readonly number[]) =>
  byId(solved(gameOf('abcd', (present) => itemAt(values, maskOf(present)))).shapley);
const close = (a: number | undefined, b: number | undefined): void => {
  expect(Math.abs((a ?? Number.NaN) - (b ?? Number.NaN))).toBeLessThan(1e-7);
};

describe('ATTR-3: the axioms of the Shapley value, for any game of four', () => {
  it('ATTR-3: efficiency, the values sum to the total', () => {
    fc.assert(
      fc.property(anyGame, (values) => {
        const measure = solved(gameOf('abcd', (p) => itemAt(values, maskOf(p))));
        const sum = measure.shapley.reduce((total, { value }) => total + value, 0);
        close(sum, itemAt(values, 15) - itemAt(values, 0));
        expect(Math.abs(measure.residual)).toBeLessThan(1e-7);
        expect(Math.abs(measure.dividendResidual)).toBeLessThan(1e-7);
      }),
      SEED,
    );
  });

  it('ATTR-3: symmetry, two groups that always do the same get the same', () => {
    fc.assert(
      fc.property(anyGame, (values) => {
        // a and b are made interchangeable: only how many of the two are present counts
        const symmetric = (present: Set<string>): number => {
          const both = Number(present.has('a')) + Number(present.has('b'));
          const others = maskOf(present) & 0b1100;
          return itemAt(values, others | (both === 0 ? 0 : both === 1 ? 1 : 3));
        };
        const shapley = byId(solved(gameOf('abcd', symmetric)).shapley);
        close(shapley.a, shapley.b);
      }),
      SEED,
    );
  });

  it('ATTR-3: dummy, a group that always adds 7 gets 7', () => {
    fc.assert(
      fc.property(anyGame, (values) => {
        const dummy = (present: Set<string>): number =>
          itemAt(values, maskOf(present) & 0b0111) + (present.has('d') ? 7 : 0);
        close(byId(solved(gameOf('abcd', dummy)).shapley).d, 7);
      }),
      SEED,
    );
  });

  it('ATTR-3: additivity, the value of a sum of games is the sum of the values', () => {
    fc.assert(
      fc.property(anyGame, anyGame, (first, second) => {
        const [one, two] = [solveValues(first), solveValues(second)];
        const both = solveValues(first.map((value, index) => value + itemAt(second, index)));
        for (const player of PLAYERS) {
          close(both[player], (one[player] ?? 0) + (two[player] ?? 0));
        }
      }),
      SEED,
    );
  });

  it('ATTR-3: equals the mean over all 24 orders, and lies inside the order spread', () => {
    fc.assert(
      fc.property(anyGame, (values) => {
        const measure = solved(gameOf('abcd', (p) => itemAt(values, maskOf(p))));
        const steps = new Map<string, number[]>(PLAYERS.map((player) => [player, []]));
        for (const order of permutations([...PLAYERS])) {
          const present = new Set<string>();
          for (const player of order) {
            const before = itemAt(values, maskOf(present));
            present.add(player);
            steps.get(player)?.push(itemAt(values, maskOf(present)) - before);
          }
        }
        for (const { id, value } of measure.shapley) {
          const all = steps.get(id) ?? [];
          close(value, all.reduce((total, step) => total + step, 0) / 24);
          const spread = measure.orderSpread.find((found) => found.id === id);
          expect(spread?.min).toBe(Math.min(...all));
          expect(spread?.max).toBe(Math.max(...all));
        }
      }),
      SEED,
    );
  });
});

describe('what is refused', () => {
  it('ATTR-6: groups that do not commute are refused with the measure and both values', () => {
    const game = gameOf('ab', () => 0);
    const result = attribute({
      ...game,
      evaluate: (study) => toyOutcome({ 'eve.change[+200]': study.title === 'ab' ? 5 : 6 }),
    });
    expect(result.ok ? '' : result.issues[0]).toMatchObject({
      code: 'attribution.order',
      path: 'eve.change[+200]',
    });
  });

  it('ATTR-6: two orders of the same content are not evaluated, of other content both are', () => {
    const evaluations = (name: (title: string) => string): number => {
      let count = 0;
      const result = attribute({
        ...gameOf('ab', () => 0),
        apply: (study, change) => ok({ ...study, title: name(`${study.title}${change.id}`) }),
        evaluate: () => {
          count += 1;
          return toyOutcome({ 'eve.change[+200]': 0 });
        },
      });
      expect(result.ok).toBe(true);
      return count;
    };
    // four subsets and the same four outside the lattice
    expect(evaluations((title) => [...title].sort().join(''))).toBe(4 + 4);
    // and a pair, then all groups, each in two orders
    expect(evaluations((title) => title)).toBe(4 + 4 + 2 * 2);
  });

  it('ATTR-6: a measure nobody asked for also refuses, when all groups are reversed', () => {
    const game = gameOf('ab', () => 0);
    const result = attribute({
      ...game,
      evaluate: (study) =>
        toyOutcome({ 'eve.change[+200]': 1, 'nii.12m[0]': study.title === 'ba' ? 2 : 3 }),
    });
    expect(result.ok ? '' : result.issues[0]?.path).toBe('nii.12m[0]');
  });

  it.each([
    ['none', ''],
    ['thirteen', 'abcdefghijklm'],
    ['the same twice', 'aa'],
  ])('ATTR-1: groups: %s', (_, letters) => {
    const result = attribute(gameOf(letters, () => 0));
    expect(result.ok ? '' : result.issues[0]?.code).toBe('attribution.groups');
  });

  it('ATTR-1: a measure that is not in the Outcome', () => {
    const measures = [{ id: 'eve.change', scenario: '+999' }];
    const result = attribute({ ...gameOf('ab', () => 0), measures });
    expect(result.ok ? '' : result.issues[0]?.path).toBe('eve.change[+999]');
  });

  it('ATTR-1: a Change that does not fit names the subset', () => {
    const refused = { code: 'change.sell', path: 'x', expected: 'y', got: 'z', message: 'm' };
    const result = attribute({
      ...gameOf('abc', () => 0),
      apply: (study, change) =>
        change.id === 'c' && study.title === 'b'
          ? { ok: false, issues: [refused] }
          : leaveId(study, change),
    });
    expect(result.ok ? '' : result.issues[0]?.path).toBe('groups[2] in the subset b + c: x');
  });
});

describe('a wrong subset is found', () => {
  const game = gameOf('abc', handValue);
  const every = spreadMasks(8, 8);

  it('ATTR-7: a clean lattice passes, all eight subsets checked', () => {
    const lattice = evaluateSubsets(game);
    if (!lattice.ok) throw new Error('the toy game has no issues');
    const check = checkSubsets(lattice.value, every, independentEvaluation(game));
    expect(check).toEqual(ok({ subsetsChecked: 8, greatestRelativeDifference: 0 }));
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('ATTR-7: subset %i corrupted by 1e-6 is named', (mask) => {
    const lattice = evaluateSubsets(game);
    if (!lattice.ok) throw new Error('the toy game has no issues');
    const values = itemAt(lattice.value.values, 0);
    values[mask] = itemAt(values, mask) + 1e-6;
    const check = checkSubsets(lattice.value, every, independentEvaluation(game));
    expect(check.ok ? [] : check.issues.map(({ code }) => code)).toEqual(['attribution.subset']);
  });

  it('ATTR-7: attribute refuses an engine that answers a subset differently the first time', () => {
    const seen = new Set<string>();
    const result = attribute({
      ...game,
      subsetsChecked: 8,
      evaluate: (study) => {
        const first = study.title === 'ac' && !seen.has('ac');
        seen.add(study.title);
        const value = handValue(new Set(study.title)) + (first ? 1 : 0);
        return toyOutcome({ 'eve.change[+200]': value });
      },
    });
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path])).toEqual([
      ['attribution.subset', 'eve.change[+200] of {a, c}'],
    ]);
  });

  it('ATTR-8: a corrupted end of the lattice shows in the residual', () => {
    const lattice = evaluateSubsets(game);
    if (!lattice.ok) throw new Error('the toy game has no issues');
    const values = itemAt(lattice.value.values, 0);
    values[7] = itemAt(values, 7) + 0.5;
    const measure = attributeMeasure(lattice.value, 0, { from: 10, to: 30 });
    expect(measure.residual).toBeCloseTo(-0.5, 12);
    expect(measure.dividendResidual).toBeCloseTo(-0.5, 12);
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}
