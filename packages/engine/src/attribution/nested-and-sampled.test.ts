import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt, ok } from '../foundation/index.js';
import { toyOutcome, toyStudy } from '../stress/toy-study.test-fixture.js';
import type { Change, Study } from '../study/index.js';
import { type AttributionRequest, attribute } from './attribute.js';
import type { ChangeGroup } from './group.js';
import { groupTree } from './group-tree.js';
import type { MeasureAttribution } from './measure-attribution.js';
import { sampledOrders, sampledStep } from './sampling.js';

const SEED = 20221230;
const RUNS = { seed: SEED, numRuns: 60 };

/** A toy Change only leaves its id in the title of the Study; the game reads the title. */
function unit(id: string): ChangeGroup {
  const header = { id, title: `Unit ${id}`, rationale: 'toy', sources: [], size: 1 };
  const change: Change = { ...header, kind: 'replace-assumption', edits: [] };
  return { id, title: `Unit ${id}`, changes: [change] };
}

/** `{ab}c` is a group of a and b, and c by itself: letters in canonical order. */
function union(id: string, parts: readonly ChangeGroup[]): ChangeGroup {
  return { id, title: id, changes: parts.flatMap(({ changes }) => changes), parts };
}

const leaveId = (study: Study, change: Change) =>
  ok({ ...study, title: `${study.title}${change.id}` });

function solve(
  groups: readonly ChangeGroup[],
  value: (present: Set<string>) => number,
  edit: Partial<AttributionRequest> = {},
): MeasureAttribution {
  const result = attribute({
    from: toyStudy({ title: '' }),
    groups,
    measures: [{ id: 'eve.change', scenario: '+200' }],
    apply: leaveId,
    evaluate: (study) => toyOutcome({ 'eve.change[+200]': value(new Set(study.title)) }),
    nested: true,
    ...edit,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return itemAt(result.value.measures, 0);
}

/** Any game of letters: one number a subset, by mask. */
function anyGame(letters: string) {
  const size = 2 ** letters.length;
  const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), {
    minLength: size,
    maxLength: size,
  });
  const maskOf = (present: ReadonlySet<string>) =>
    [...letters].reduce((mask, letter, bit) => (present.has(letter) ? mask | (1 << bit) : mask), 0);
  return numbers.map((values) => (present: Set<string>) => itemAt(values, maskOf(present)));
}

/** Letters and lists of them, as groups stand in one another. */
type Shape = string | readonly Shape[];

function groupOf(shape: Shape): ChangeGroup {
  if (typeof shape === 'string') return unit(shape);
  return union(`(${lettersOf(shape)})`, shape.map(groupOf));
}

function lettersOf(shape: Shape): string {
  return typeof shape === 'string' ? shape : shape.map(lettersOf).join('');
}

/** All orders of the letters in which every list stands together. */
function ordersOf(shape: Shape): string[] {
  if (typeof shape === 'string') return [shape];
  return permutations([...shape]).flatMap((order) =>
    order.map(ordersOf).reduce((left, right) => left.flatMap((a) => right.map((b) => a + b))),
  );
}

/** The mean step of every letter over those orders: the definition, counted out. */
function bruteForce(shape: Shape, value: (present: Set<string>) => number): Map<string, number> {
  const orders = ordersOf(shape);
  const means = new Map<string, number>();
  for (const order of orders) {
    const present = new Set<string>();
    for (const letter of order) {
      const before = value(present);
      present.add(letter);
      const step = (value(present) - before) / orders.length;
      means.set(letter, (means.get(letter) ?? 0) + step);
    }
  }
  return means;
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

const close = (a: number | undefined, b: number | undefined): void => {
  expect(Math.abs((a ?? Number.NaN) - (b ?? Number.NaN))).toBeLessThan(1e-9);
};

/** Values of all units of an attribution by letter: groups that are units, and innermost parts. */
function byLetter({ shapley, parts }: MeasureAttribution): Map<string, number> {
  const units = [...shapley, ...parts].filter(({ id }) => id.length === 1);
  return new Map(units.map(({ id, value }) => [id, value]));
}

describe(`Owen values of groups of groups (seed ${SEED})`, () => {
  it('ATTR-11: {a, b} and c by hand', () => {
    // alone a 4, b 6, c 2; a and c together 3 more, nothing else: v = sum + 3 [a and c]
    const value = (present: Set<string>) =>
      (present.has('a') ? 4 : 0) +
      (present.has('b') ? 6 : 0) +
      (present.has('c') ? 2 : 0) +
      (present.has('a') && present.has('c') ? 3 : 0);
    const measure = solve([groupOf(['a', 'b']), unit('c')], value);
    // c meets {a, b} wholly present or not: half of 3 each; b has no share in it
    expect(measure.shapley.map(({ id, value: v }) => [id, v])).toEqual([
      ['(ab)', 11.5],
      ['c', 3.5],
    ]);
    expect(measure.parts.map(({ id, within, value: v }) => [id, within, v])).toEqual([
      ['a', ['(ab)'], 5.5],
      ['b', ['(ab)'], 6],
    ]);
  });

  const shapes: readonly (readonly [string, readonly Shape[]])[] = [
    [
      'two pairs',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a triple, a pair, one', [['a', 'b', 'c'], ['d', 'e'], 'f']],
    ['a pair within a triple', [[['a', 'b'], 'c', 'd'], 'e']],
    [
      'three levels',
      [
        ['a', ['b', ['c', 'd']]],
        ['e', 'f'],
      ],
    ],
  ];

  it.each(shapes)('ATTR-11: equals the count over all consistent orders: %s', (_, shape) => {
    const letters = lettersOf(shape);
    const property = fc.property(anyGame(letters), (value) => {
      const found = byLetter(solve(shape.map(groupOf), value));
      for (const [letter, mean] of bruteForce(shape, value)) close(found.get(letter), mean);
    });
    fc.assert(property, { ...RUNS, numRuns: 15 });
  });

  it('ATTR-11: efficiency: parts add up to their group, groups to the total', () => {
    const property = fc.property(anyGame('abcde'), (value) => {
      const measure = solve([groupOf(['a', 'b']), groupOf(['c', 'd']), unit('e')], value);
      for (const { id, value: whole } of measure.shapley) {
        const own = measure.parts.filter(({ within }) => within.at(-1) === id);
        if (own.length > 0)
          close(
            own.reduce((sum, part) => sum + part.value, 0),
            whole,
          );
      }
      close(
        measure.shapley.reduce((sum, each) => sum + each.value, 0),
        measure.total,
      );
    });
    fc.assert(property, RUNS);
  });

  it('ATTR-11: symmetry within a union: parts that always do the same get the same', () => {
    const property = fc.property(anyGame('acd'), (base) => {
      const value = (present: Set<string>) =>
        base(new Set([...present].filter((letter) => letter !== 'a' && letter !== 'b'))) +
        (present.has('a') ? 1 : 0) * 7 +
        (present.has('b') ? 1 : 0) * 7 +
        (present.has('a') && present.has('b') ? base(new Set(['a', ...present])) : 0);
      const found = byLetter(solve([groupOf(['a', 'b']), groupOf(['c', 'd'])], value));
      close(found.get('a'), found.get('b'));
    });
    fc.assert(property, RUNS);
  });

  it('ATTR-11: symmetry between unions: unions that always do the same get the same', () => {
    const property = fc.property(anyGame('abe'), (base) => {
      // {c, d} is a copy of {a, b}: only how many of the two are wholly present counts
      const value = (present: Set<string>) => {
        const both = (one: string, two: string) => present.has(one) && present.has(two);
        const count = Number(both('a', 'b')) + Number(both('c', 'd'));
        const seen = ['a', 'b'].slice(0, count);
        return base(new Set([...seen, ...(present.has('e') ? ['e'] : [])]));
      };
      const measure = solve([groupOf(['a', 'b']), groupOf(['c', 'd']), unit('e')], value);
      close(measure.shapley[0]?.value, measure.shapley[1]?.value);
    });
    fc.assert(property, RUNS);
  });

  it('ATTR-11: trivial unions give the Shapley value: all apart, or all in one', () => {
    const property = fc.property(anyGame('abcd'), (value) => {
      const plain = byLetter(solve([...'abcd'].map(unit), value, { nested: false }));
      const apart = byLetter(
        solve(
          [...'abcd'].map((id) => union(`(${id})`, [unit(id)])).map((g) => g),
          value,
        ),
      );
      const one = byLetter(solve([groupOf([...'abcd'])], value));
      for (const letter of 'abcd') close(one.get(letter), plain.get(letter));
      expect(apart.size).toBe(0); // a group of one part is that part: nothing to tell apart
    });
    fc.assert(property, RUNS);
  });

  it('ATTR-3: Shapley equals the count over all 720 orders of six groups', () => {
    const property = fc.property(anyGame('abcdef'), (value) => {
      const found = byLetter(solve([...'abcdef'].map(unit), value));
      for (const [letter, mean] of bruteForce([...'abcdef'], value)) close(found.get(letter), mean);
    });
    fc.assert(property, { ...RUNS, numRuns: 8 });
  });

  it('ATTR-11: more subsets than 4,096 are refused, and sampled instead', () => {
    const groups = [...'abcdefghijkl'].map((id) => groupOf([id, id.toUpperCase()]));
    const value = (present: Set<string>) => present.size;
    expect(() => solve(groups, value)).toThrow('at most 4096 subsets; sample orders');
    const sample = { permutations: 4, seed: 1 };
    const measure = solve(groups, value, { sample });
    expect(measure.shapley.map((each) => each.value)).toEqual(Array(12).fill(2));
  });
});

/** Ten units whose effects compound: product of 1.1 for each, less 1, in hundreds. */
const TEN = [...'abcdefghij'];
const compound = (present: Set<string>) => {
  let value = 1;
  TEN.forEach((letter, at) => {
    if (present.has(letter)) value *= 1 + 0.05 * (at + 1);
  });
  return 100 * (value - 1);
};

describe(`sampled orders (seed ${SEED})`, () => {
  const exact = solve(TEN.map(unit), compound);

  it('ATTR-12: within four standard errors of the exact value, every group, every seed', () => {
    for (const seed of [1, 2, 3, SEED]) {
      const found = solve(TEN.map(unit), compound, { sample: { permutations: 400, seed } });
      found.shapley.forEach(({ value }, index) => {
        const error = itemAt(found.standardErrors, index).value;
        expect(error).toBeGreaterThan(0);
        expect(Math.abs(value - itemAt(exact.shapley, index).value)).toBeLessThan(4 * error);
      });
      close(
        found.shapley.reduce((sum, { value }) => sum + value, 0),
        found.total,
      );
      expect(Math.abs(found.residual)).toBeLessThan(1e-9 * found.total);
    }
  });

  it('ATTR-12: the standard error is honest: it is how far estimates of many seeds spread', () => {
    const runs = Array.from({ length: 120 }, (_, seed) =>
      solve(TEN.map(unit), compound, { sample: { permutations: 40, seed }, subsetsChecked: 2 }),
    );
    TEN.forEach((_, index) => {
      const truth = itemAt(exact.shapley, index).value;
      const squares = runs.map(({ shapley }) => (itemAt(shapley, index).value - truth) ** 2);
      const spread = Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / runs.length);
      const said = runs.map(({ standardErrors }) => itemAt(standardErrors, index).value ** 2);
      const mean = Math.sqrt(said.reduce((sum, each) => sum + each, 0) / runs.length);
      // 120 estimates tell a spread to about 6.5%: within four times that
      expect(mean / spread).toBeGreaterThan(0.74);
      expect(mean / spread).toBeLessThan(1.36);
    });
  });

  it('ATTR-12: the same seed gives the same numbers, another seed others', () => {
    const of = (seed: number) =>
      solve(TEN.map(unit), compound, { sample: { permutations: 20, seed } }).shapley;
    expect(of(7)).toEqual(of(7));
    expect(of(7)).not.toEqual(of(8));
  });

  it('ATTR-12: main effects and pairs are exact, and the rest is what is left', () => {
    const found = solve(TEN.map(unit), compound, { sample: { permutations: 20, seed: 1 } });
    expect(found.main).toEqual(exact.main);
    for (const { ids, value } of found.compounding) {
      const same = exact.compounding.find((each) => each.ids.join() === ids.join());
      close(value, same?.value);
    }
    expect(found.compounding).toHaveLength(45);
    expect(found.compoundingRest.count).toBe(1023 - 10 - 45);
    close(
      found.compoundingRest.value,
      found.compoundingTotal - found.compounding.reduce((sum, { value }) => sum + value, 0),
    );
  });

  it('ATTR-12: orders keep the parts of a group together: Owen values are sampled', () => {
    const groups = [groupOf(['a', 'b', 'c']), groupOf(['d', 'e']), unit('f')];
    const truth = solve(groups, compound);
    const found = solve(groups, compound, { sample: { permutations: 2000, seed: SEED } });
    found.parts.forEach(({ id, value }) => {
      const same = truth.parts.find((each) => each.id === id)?.value ?? Number.NaN;
      expect(Math.abs(value - same)).toBeLessThan(0.02 * Math.abs(same));
    });
  });

  it.each([
    ['odd', { permutations: 5, seed: 1 }],
    ['too few', { permutations: 2, seed: 1 }],
    ['too many', { permutations: 100_002, seed: 1 }],
    ['no seed', { permutations: 4, seed: 0.5 }],
  ])('ATTR-12: refused: %s', (_, sample) => {
    expect(() => solve([unit('a')], () => 0, { sample })).toThrow('attribution.sample');
  });
});

describe('a mean step by hand', () => {
  it('ATTR-12: steps 1, 3, 2, 6: pairs 2 and 4, mean 3, standard error sqrt(2 / 2) = 1', () => {
    const values = Float64Array.from([0, 1, 3, 2, 6]);
    const steps = [1, 2, 3, 4].map((after) => ({ before: 0, after }));
    // squares about 3: 1 + 1, over one degree of freedom 2, over two pairs 1
    expect(sampledStep(steps, values)).toEqual({ value: 3, standardError: 1, min: 1, max: 6 });
  });

  it('ATTR-12: every second order mirrors the one before; parts stand together', () => {
    const tree = groupTree([union('ab', [unit('a'), unit('b')]), unit('c'), unit('d')]);
    const orders = sampledOrders(tree, { permutations: 20, seed: 1 });
    for (let at = 0; at < orders.length; at += 2) {
      const order = itemAt(orders, at);
      expect(itemAt(orders, at + 1)).toEqual(order.toReversed());
      expect(Math.abs(order.indexOf(0) - order.indexOf(1))).toBe(1);
    }
    expect(new Set(orders.map(String)).size).toBeGreaterThan(2);
  });
});
