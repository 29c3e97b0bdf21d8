import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toyOutcome } from '../../stress/toy-study.test-fixture.js';
import { SEED, valueOrThrow } from '../../study/example-study.test-fixture.js';
import { baseDiscount, type Change, evaluate, measureOf } from '../../study/index.js';
import { assetLongBank, WHOLE_ENGINE as engine } from '../asset-long-bank.test-fixture.js';
import {
  atSize,
  cheapestHedge,
  type HedgeStructure,
  hedgeChanges,
  limitRows,
  type SizeTarget,
  sizeToKeyRates,
  sizeToTarget,
  solveKeyRates,
  strikeStructure,
  structureOf,
  type TenorResponses,
  tenorResponses,
  unitResponses,
} from '../index.js';
import { withChanges } from '../variant.js';

const study = assetLongBank();
const reason = { rationale: 'an example', sources: [] };

function unitOf(structure: HedgeStructure): readonly Change[] {
  const terms = {
    discount: baseDiscount(study),
    swapSpread: 0,
    model: 'undesignated',
    hedgedGroup: 'none',
  } as const;
  return hedgeChanges(valueOrThrow(strikeStructure(structure, 10, terms)), reason);
}

const units = ['ladder-2-5-7', 'bullet-5', 'receive-5'].map((id) => unitOf(structureOf(id)));
const responses = valueOrThrow(
  unitResponses({
    ...engine,
    study,
    units,
    families: ['value', 'income', 'keyRate'],
  }),
);

/** The whole bank with the structure at a size, evaluated anew. */
function hedgedAt(index: number, size: number) {
  const changes = atSize(units[index] ?? [], size);
  return evaluate(valueOrThrow(withChanges(study, changes, engine.apply)));
}

describe('a structure sized to a target, then the whole bank evaluated again', () => {
  const ladder = 0;
  const sized = (target: SizeTarget, index = ladder) =>
    valueOrThrow(sizeToTarget(responses, index, target));
  const bare = evaluate(study);

  it('HEDGE-11: half of the DV01 is left, and none of it', () => {
    const before = measureOf(bare, 'keyRate.eve.parallel');
    for (const shareLeft of [0.5, 0]) {
      const { size } = sized({ kind: 'dv01', shareLeft });
      const after = measureOf(hedgedAt(ladder, size), 'keyRate.eve.parallel');
      expect(after).toBeCloseTo(shareLeft * before, 9);
    }
  });

  it('HEDGE-11: the duration of equity is brought to two years', () => {
    const { size } = sized({ kind: 'duration', equityYears: 2 });
    const after = hedgedAt(ladder, size);
    const slope = measureOf(after, 'keyRate.eve.parallel');
    expect(-slope / (0.0001 * measureOf(after, 'eve.value', '0'))).toBeCloseTo(2, 8);
  });

  it('HEDGE-12: the EVE limit holds everywhere, and just so where it is named', () => {
    const share = 0.05;
    const target: SizeTarget = { kind: 'eve-limit', scenarios: ['+200', '+100'], share };
    const { size, because } = sized(target);
    const after = hedgedAt(ladder, size);
    const floor = -share * measureOf(after, 'eve.value', '0');
    const changes = ['+200', '+100'].map((id) => measureOf(after, 'eve.change', id));
    expect(Math.min(...changes) - floor).toBeCloseTo(0, 8);
    expect(because).toBe('eve.change[+200]');
    // one thousandth less breaks it
    const less = hedgedAt(ladder, 0.999 * size);
    expect(measureOf(less, 'eve.change', '+200')).toBeLessThan(floor);
  });

  it('HEDGE-12: a limit that holds without a hedge needs none', () => {
    const target: SizeTarget = { kind: 'eve-limit', scenarios: ['+200'], share: 10 };
    expect(sized(target)).toEqual({ size: 0, because: '' });
  });

  it('HEDGE-12: the NII limit is met by the leg that receives fixed where rates fall', () => {
    const loss = -measureOf(bare, 'nii.12m.change', '-100');
    const base = measureOf(bare, 'nii.12m', '0');
    expect(loss).toBeGreaterThan(0);
    const share = loss / base / 2;
    const { size } = sized({ kind: 'nii-limit', scenarios: ['-100'], share }, 2);
    const after = hedgedAt(2, size);
    const floor = -share * measureOf(after, 'nii.12m', '0');
    expect(measureOf(after, 'nii.12m.change', '-100')).toBeCloseTo(floor, 9);
  });

  it('HEDGE-11: a structure of the wrong side is refused, not sized below zero', () => {
    const found = sizeToTarget(responses, 2, { kind: 'dv01', shareLeft: 0 });
    expect(found.ok ? '' : found.issues[0]?.code).toBe('hedge.size');
  });

  it('HEDGE-10: eve-change is HEDGE-4 in units', () => {
    const loss = measureOf(bare, 'eve.change', '+100');
    const { size } = sized({ kind: 'eve-change', scenario: '+100', eveChange: loss });
    expect(measureOf(hedgedAt(ladder, size), 'eve.change', '+100')).toBeCloseTo(0, 8);
  });
});

describe('two limits by hand', () => {
  // one unit: +4 at up, -5 at down; limits: loss of at most 10% of 1,000 = 100
  const toy = (eveUp: number, eveDown: number) => ({
    without: toyOutcome({
      'eve.value[0]': 1000,
      'eve.change[up]': eveUp,
      'eve.change[down]': eveDown,
    }),
    withUnit: [
      toyOutcome({
        'eve.value[0]': 1000,
        'eve.change[up]': eveUp + 4,
        'eve.change[down]': eveDown - 5,
      }),
    ],
  });
  const target: SizeTarget = { kind: 'eve-limit', scenarios: ['up', 'down'], share: 0.1 };

  it.each([
    // up, down, size: (-up - 100) / 4, allowed up to (down + 100) / 5
    [-180, 20, 20],
    [-100, 20, 0],
    [-196, 20, 24],
  ])('HEDGE-12: %d up and %d down ask for %d units', (up, down, size) => {
    const found = valueOrThrow(sizeToTarget(toy(up, down), 0, target));
    expect(found.size).toBeCloseTo(size, 12);
  });

  it('HEDGE-12: limits that exclude each other are named, both', () => {
    // at least (200 - 100) / 4 = 25 units for up, at most (20 + 100) / 5 = 24 for down
    const found = sizeToTarget(toy(-200, 20), 0, target);
    expect(found).toMatchObject({
      ok: false,
      issues: [{ code: 'hedge.size', path: 'eve.change[down]', expected: 'a size at most 24.00' }],
    });
    expect(found.ok ? '' : found.issues[0]?.got).toBe('eve.change[up] asks for at least 25.00');
  });

  it('HEDGE-12: a grid of sizes finds the same least size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -300, max: 50 }),
        fc.integer({ min: -90, max: 100 }),
        (up, down) => {
          const found = sizeToTarget(toy(up, down), 0, target);
          const meets = (size: number) => up + 4 * size >= -100 && down - 5 * size >= -100;
          const grid = Array.from({ length: 4001 }, (_, step) => step / 20).find(meets);
          if (grid === undefined) expect(found.ok).toBe(false);
          else expect(found.ok && Math.abs(found.value.size - grid)).toBeLessThanOrEqual(0.05);
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe('a ladder sized to key rates', () => {
  const legs = [24, 60, 84].map((maturityMonth) =>
    unitOf({
      id: `leg-${maturityMonth}`,
      title: 'leg',
      weighting: 'notional',
      legs: [{ side: 'pay-fixed', startMonth: 0, maturityMonth, weight: 1 }],
    }),
  );
  const found = valueOrThrow(
    unitResponses({ ...engine, study, units: legs, families: ['keyRate'] }),
  );
  const tenors = valueOrThrow(tenorResponses(found));

  it('HEDGE-13: the exact solve leaves nothing at 2, 5 and 7 years, evaluated anew', () => {
    const fit = valueOrThrow(solveKeyRates(tenors, ['24m', '60m', '84m']));
    const changes = legs.flatMap((leg, at) => atSize(leg, Math.abs(fit.sizes[at] ?? 0)));
    const signed = changes.map((change, at): Change => {
      if (change.kind !== 'add-hedge' || (fit.sizes[at] ?? 0) >= 0) return change;
      const { swap } = change;
      return { ...change, swap: { ...swap, notionalUsdMillion: -swap.notionalUsdMillion } };
    });
    const after = evaluate(valueOrThrow(withChanges(study, signed, engine.apply)));
    const left = after.measures.find(({ id }) => id === 'keyRate.eve')?.byTenor ?? {};
    for (const tenor of ['24m', '60m', '84m']) expect(left[tenor]).toBeCloseTo(0, 10);
    expect(fit.left['120m']).toBeCloseTo(left['120m'] ?? Number.NaN, 10);
  });

  it('HEDGE-13: least squares beats every neighbour on a grid', () => {
    const fit = valueOrThrow(sizeToKeyRates(tenors, { oneSided: false }));
    expect(fit.normAfter).toBeLessThan(fit.normBefore);
    for (const leg of [0, 1, 2]) {
      for (const step of [-0.1, 0.1]) {
        const moved = fit.sizes.map((size, at) => (at === leg ? size + step : size));
        expect(normAt(tenors, moved)).toBeGreaterThan(fit.normAfter);
      }
    }
  });

  it('HEDGE-13: one-sided, no grid point of two legs is better', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 9, maxLength: 9 }),
        (numbers) => {
          const toy: TenorResponses = {
            tenors: ['a', 'b', 'c'],
            base: numbers.slice(0, 3),
            perUnit: [numbers.slice(3, 6), numbers.slice(6, 9)],
          };
          const fit = valueOrThrow(sizeToKeyRates(toy, { oneSided: true }));
          expect(Math.min(...fit.sizes)).toBeGreaterThanOrEqual(0);
          for (let one = 0; one <= 4; one += 0.25) {
            for (let two = 0; two <= 4; two += 0.25) {
              expect(normAt(toy, [one, two])).toBeGreaterThanOrEqual(fit.normAfter - 1e-9);
            }
          }
        },
      ),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('HEDGE-13: tenors that are unknown, too few, or legs that say the same are refused', () => {
    const twice: TenorResponses = {
      tenors: ['a', 'b'],
      base: [1, 1],
      perUnit: [
        [1, 2],
        [2, 4],
      ],
    };
    for (const refused of [
      solveKeyRates(tenors, ['24m', '60m', '7Y']),
      solveKeyRates(tenors, ['24m']),
      sizeToKeyRates({ ...tenors, perUnit: [] }, { oneSided: true }),
    ]) {
      expect(refused.ok ? '' : refused.issues[0]?.code).toBe('hedge.key-rate');
    }
    const alike = solveKeyRates(twice, ['a', 'b']);
    expect(alike.ok ? '' : alike.issues[0]?.code).toBe('matrix.singular');
  });
});

function normAt({ base, perUnit }: TenorResponses, sizes: readonly number[]): number {
  return Math.hypot(
    ...base.map((had, row) =>
      perUnit.reduce((sum, leg, at) => sum + (sizes[at] ?? 0) * (leg[row] ?? 0), had),
    ),
  );
}

describe('the cheapest mix within limits', () => {
  /** Every mix of two structures in steps of a half: slow, and right on the numbers below. */
  const grid: Parameters<typeof cheapestHedge>[2] = (programme) => {
    const [first, second] = programme.variables;
    if (first === undefined || second === undefined) throw new Error('two structures');
    let best: { cost: number; x: readonly number[] } | null = null;
    for (let one = 0; one <= first.high; one += 0.5) {
      for (let two = 0; two <= second.high; two += 0.5) {
        const meets = programme.constraints.every(
          ({ coefficients, low }) =>
            one * (coefficients[first.id] ?? 0) + two * (coefficients[second.id] ?? 0) >= low,
        );
        const cost = one * first.cost + two * second.cost;
        if (meets && (best === null || cost < best.cost)) best = { cost, x: [one, two] };
      }
    }
    return Promise.resolve(best?.x ?? null);
  };
  const structures = [
    { id: 'swap', title: 'Swap', costPerUnit: 1, mostUnits: 40 },
    { id: 'cap', title: 'Cap', costPerUnit: 1.5, mostUnits: 40 },
  ];
  // up: -100 + 4 swap + 3 cap >= 0; down: 30 - 2 swap + 0 cap >= 0
  const limits = [
    { id: 'up', base: -100, perUnit: [4, 3] },
    { id: 'down', base: 30, perUnit: [-2, 0] },
  ];

  it('HEDGE-14: swaps are cheaper, but falling rates allow 15: the cap does the rest', async () => {
    // 15 swaps give 60; the remaining 40 take 40 / 3 = 13.33 caps, 13.5 on the grid
    const found = valueOrThrow(await cheapestHedge(structures, limits, grid));
    expect(found.sizes).toEqual([15, 13.5]);
    expect(found.cost).toBeCloseTo(15 + 20.25, 12);
    expect(found.slack.up).toBeCloseTo(0.5, 12);
    expect(found.slack.down).toBeCloseTo(0, 12);
  });

  it('HEDGE-14: limits no mix meets are an issue', async () => {
    const hopeless = [{ id: 'up', base: -1e6, perUnit: [4, 3] }];
    const found = await cheapestHedge(structures, hopeless, grid);
    expect(found.ok ? '' : found.issues[0]?.code).toBe('hedge.cheapest');
  });

  it('HEDGE-14: the rows of a limit carry every structure', () => {
    const target = { kind: 'eve-limit', scenarios: ['+200'], share: 0.1 } as const;
    const [row] = limitRows(responses, target);
    expect(row?.perUnit.length).toBe(3);
    expect(row?.perUnit[2]).toBeCloseTo(-(row?.perUnit[1] ?? 0), 8); // receiving mirrors paying
  });
});
