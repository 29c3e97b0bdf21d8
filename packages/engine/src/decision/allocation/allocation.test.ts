import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumed, exampleStudy, valueOrThrow } from '../../study/example-study.test-fixture.js';
import {
  applyChange,
  baseRowValues,
  evaluate,
  measureOf,
  parseStudy,
  type Study,
} from '../../study/index.js';
import { LEAST_COST } from '../objective.js';
import { planActions } from '../plan-actions.js';
import { AS_ASSUMED, type Limit, type PlanProblem } from '../problem.js';
import { vertexSolver } from '../vertex-solver.test-fixture.js';
import { growthLevers } from './growth-lever.js';
import { marginalUse } from './marginal-use.js';
import { riskContributions, type SegmentChanges } from './risk-contribution.js';
import { ALLOCATION_FAMILIES, capitalAllocation, type Known } from './segment-capital.js';

const file = new URL('../../../../../docs/example/study/every-part.json', import.meta.url);
const EXAMPLE = valueOrThrow(parseStudy(JSON.parse(readFileSync(file, 'utf8'))));
/** The example gains at +200; held to every scenario it loses. */
const STUDY: Study = {
  ...EXAMPLE,
  interestRateCapital: {
    scenarios: EXAMPLE.scenarios.map(({ id }) => id),
    correlation: assumed(0.5),
    stochasticValueLossUsdMillion: null,
    stochasticIncomeLossUsdMillion: null,
  },
};
const OUTCOME = evaluate(STUDY, ALLOCATION_FAMILIES);
const allocation = capitalAllocation(STUDY, OUTCOME);

const sum = (of: (segment: (typeof allocation.segments)[number]) => number | null): number =>
  allocation.segments.reduce((total, each) => total + (of(each) ?? 0), 0);
const known = <T>(found: Known<T>): T => {
  if ('missing' in found) throw new Error(found.missing.message);
  return found.value;
};

describe('capital by segment', () => {
  it('ALLOC-1: margins of the segments and the books of the centre are the whole of NII', () => {
    const { segmentsUsdMillion, centreUsdMillion, niiUsdMillion } = known(allocation.margin);
    expect(sum(({ marginUsdMillion }) => marginUsdMillion)).toBeCloseTo(segmentsUsdMillion, 9);
    expect(segmentsUsdMillion + centreUsdMillion).toBeCloseTo(niiUsdMillion, 9);
    expect(niiUsdMillion).toBe(measureOf(OUTCOME, 'nii.12m', '0'));
  });

  it('ALLOC-2: 6.5% of 60% of each book, and the sum is that of the RWA', () => {
    const held = allocation.segments.map(({ segment, regulatoryUsdMillion }) => [
      segment,
      regulatoryUsdMillion,
    ]);
    // cash 100, AFS 200 at amortised cost of an opt-out bank, HTM 300, loans 400
    expect(held.slice(0, 4)).toEqual([
      ['cash', expect.closeTo(3.9, 12)],
      ['afs', expect.closeTo(7.8, 12)],
      ['htm', expect.closeTo(11.7, 12)],
      ['loans', expect.closeTo(15.6, 12)],
    ]);
    const { ratio, segmentsUsdMillion, otherUsdMillion } = known(allocation.regulatory);
    expect(ratio).toBe(0.065);
    const recomputed = measureOf(OUTCOME, 'capital.riskWeightedAssets.recomputed', '');
    expect(segmentsUsdMillion + otherUsdMillion).toBeCloseTo(0.065 * recomputed, 9);
  });

  it('ALLOC-2: a community bank leverage filer holds 9% of every asset', () => {
    const { capitalRegime } = STUDY;
    if (capitalRegime === undefined) throw new Error('the example has a regime');
    const regime = 'community-bank-leverage-2022' as const;
    const found = capitalAllocation(
      { ...STUDY, capitalRegime: { ...capitalRegime, regime } },
      OUTCOME,
    );
    const loans = found.segments.find(({ segment }) => segment === 'loans');
    expect(loans?.regulatoryUsdMillion).toBeCloseTo(36, 12); // 9% of 400
    expect(known(found.regulatory).otherUsdMillion).toBe(0);
  });

  it('ALLOC-3 and ALLOC-4: contributions add up to the capital of the measure', () => {
    const total = measureOf(OUTCOME, 'capital.interestRate.total', '');
    expect(total).toBeGreaterThan(30); // V 37.9, N 7.5: else the sums say nothing
    expect(allocation.risk.capitalUsdMillion).toBeCloseTo(total, 9);
    expect(sum(({ eulerUsdMillion }) => eulerUsdMillion)).toBeCloseTo(total, 9);
    expect(sum(({ shapleyUsdMillion }) => shapleyUsdMillion)).toBeCloseTo(total, 9);
  });

  it('ALLOC-3: without a part of its own the bank is held to its worst loss of EVE', () => {
    const { interestRateCapital: _, ...without } = STUDY;
    const found = capitalAllocation(without, OUTCOME);
    const worst = Math.max(
      ...STUDY.scenarios.map(({ id }) => -measureOf(OUTCOME, 'eve.change', id)),
    );
    expect(found.risk.capitalUsdMillion).toBeCloseTo(worst, 9);
    expect(found.risk.basis).toContain('states no interestRateCapital');
    const euler = found.segments.map(({ eulerUsdMillion }) => eulerUsdMillion);
    expect(euler.reduce((a, b) => a + b, 0)).toBeCloseTo(worst, 9);
  });

  it('ALLOC-5: losses of E0 by book add up to the change of the measure', () => {
    const { scenario, lossUsdMillion } = allocation.e0;
    const e0 = (at: string) => measureOf(OUTCOME, 'capital.economic.e0', at);
    const losses = STUDY.scenarios.map(({ id }) => e0('0') - e0(id));
    expect(lossUsdMillion).toBeCloseTo(Math.max(...losses), 9);
    expect(e0('0') - e0(scenario)).toBe(lossUsdMillion);
    expect(sum(({ e0LossUsdMillion }) => e0LossUsdMillion)).toBeCloseTo(lossUsdMillion, 9);
  });

  it('ALLOC-1 and ALLOC-2: what the Study lacks is missing with its reason, not 0', () => {
    const { transferPricing: _, capitalRegime: __, ...bare } = STUDY;
    const found = capitalAllocation(bare, evaluate(bare, ALLOCATION_FAMILIES));
    expect(found.margin).toMatchObject({ missing: { path: '/transferPricing' } });
    expect(found.regulatory).toMatchObject({ missing: { path: '/capitalRegime' } });
    for (const { marginUsdMillion, regulatoryUsdMillion } of found.segments) {
      expect([marginUsdMillion, regulatoryUsdMillion]).toEqual([null, null]);
    }
  });
});

const segment = (name: string, value: number[], income: number[] = []): SegmentChanges => ({
  segment: name,
  value,
  income,
});

describe('economic capital shared out', () => {
  it('ALLOC-3 and ALLOC-4: two segments by hand', () => {
    // V = 3 + 1 = 4, N = 0 + 3 = 3, r = 0: capital 5
    const found = riskContributions([segment('a', [-3], [0]), segment('b', [-1], [-3])], 0);
    expect(found.capitalUsdMillion).toBe(5);
    const [a, b] = found.bySegment;
    expect(a?.eulerUsdMillion).toBeCloseTo((4 * 3 + 3 * 0) / 5, 12); // 2.4
    expect(b?.eulerUsdMillion).toBeCloseTo((4 * 1 + 3 * 3) / 5, 12); // 2.6
    const aloneB = Math.sqrt(1 + 9);
    expect([a?.aloneUsdMillion, b?.aloneUsdMillion]).toEqual([3, aloneB]);
    expect(a?.shapleyUsdMillion).toBeCloseTo(0.5 * 3 + 0.5 * (5 - aloneB), 12);
    expect(b?.shapleyUsdMillion).toBeCloseTo(0.5 * aloneB + 0.5 * (5 - 3), 12);
  });

  it('ALLOC-3: a hedge that gains where the bank loses relieves it', () => {
    const found = riskContributions([segment('loans', [-10, 4]), segment('hedges', [6, -6])], 1);
    expect(found.capitalUsdMillion).toBe(4); // -10 + 6; the other way 4 - 6 = -2
    expect(found.bySegment.map(({ eulerUsdMillion }) => eulerUsdMillion)).toEqual([10, -6]);
  });

  it('ALLOC-3: a bank that loses nowhere asks for nothing', () => {
    const found = riskContributions([segment('a', [1, 2]), segment('b', [0, -0.5])], 1);
    expect(found).toMatchObject({ capitalUsdMillion: 0, worstValue: -1 });
    expect(found.bySegment.map(({ eulerUsdMillion }) => eulerUsdMillion)).toEqual([0, 0]);
  });

  const change = fc.integer({ min: -50, max: 50 });
  const banks = fc.array(
    fc.record({
      value: fc.tuple(change, change, change),
      income: fc.tuple(change, change, change),
    }),
    { minLength: 4, maxLength: 4 },
  );

  it('ALLOC-4: Shapley is the mean over all 24 orders; both shares add up', () => {
    fc.assert(
      fc.property(banks, fc.constantFrom(0, 0.5, 1), (bank, correlation) => {
        const segments = bank.map((each, at) => ({ segment: `s${at}`, ...each }));
        const found = riskContributions(segments, correlation);
        const capital = (list: readonly SegmentChanges[]) =>
          riskContributions(list, correlation).capitalUsdMillion;
        const orders = permutations([0, 1, 2, 3]);
        segments.forEach((_, at) => {
          const added = orders.map((order) => {
            const before = order.slice(0, order.indexOf(at)).map((each) => segments[each]);
            const list = before.filter((each) => each !== undefined);
            return (
              capital([...list, ...segments.slice(at, at + 1)]) -
              (list.length > 0 ? capital(list) : 0)
            );
          });
          const mean = added.reduce((a, b) => a + b, 0) / orders.length;
          expect(found.bySegment[at]?.shapleyUsdMillion).toBeCloseTo(mean, 9);
        });
        const total = (of: 'eulerUsdMillion' | 'shapleyUsdMillion') =>
          found.bySegment.reduce((a, each) => a + each[of], 0);
        expect(total('eulerUsdMillion')).toBeCloseTo(found.capitalUsdMillion, 9);
        expect(total('shapleyUsdMillion')).toBeCloseTo(found.capitalUsdMillion, 9);
      }),
      { seed: 20260302, numRuns: 100, verbose: true },
    );
  });

  it('ALLOC-3: Euler is what a hundredth of a thousandth more adds, scaled up', () => {
    fc.assert(
      fc.property(banks, (bank) => {
        const segments = bank.map((each, at) => ({ segment: `s${at}`, ...each }));
        const found = riskContributions(segments, 0.5);
        const grown = segments.map((each, at) =>
          at === 0
            ? {
                ...each,
                value: each.value.map((v) => v * (1 + 1e-5)),
                income: each.income.map((v) => v * (1 + 1e-5)),
              }
            : each,
        );
        const after = riskContributions(grown, 0.5);
        const kink =
          after.worstValue !== found.worstValue || after.worstIncome !== found.worstIncome;
        if (kink || found.capitalUsdMillion < 1) return;
        const slope = (after.capitalUsdMillion - found.capitalUsdMillion) / 1e-5;
        const scale = Math.max(1, Math.abs(slope));
        expect(Math.abs((found.bySegment[0]?.eulerUsdMillion ?? 0) - slope) / scale).toBeLessThan(
          0.02,
        );
      }),
      { seed: 20260303, numRuns: 100, verbose: true },
    );
  });
});

function permutations(items: readonly number[]): number[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]),
  );
}

describe('the next dollar of capital', () => {
  const study = exampleStudy();
  // five more than the bank has at +200: five of equity have to be raised
  const floorAbove = measureOf(evaluate(study), 'eve.value', '+200') + 5;
  const limit: Limit = {
    ...{ id: 'eve', title: 'the EVE limit', measure: 'eve.value', scenarios: ['+200'] },
    ...{ worlds: [AS_ASSUMED.id], floor: floorAbove, cap: null, scale: 1, step: 1 },
    ...{ stepWords: 'million', relaxable: true },
  };
  const apply: PlanProblem['apply'] = (each, change) => applyChange(each, change, baseRowValues);
  const problem: PlanProblem = {
    ...{ study, worlds: [AS_ASSUMED], limits: [limit], rules: [], objective: LEAST_COST },
    levers: [
      {
        ...{ id: 'raise', title: 'Raise', low: 0, high: 20, unitSize: 1, unit: 'USD million' },
        makeChanges: (size) => [
          {
            ...{ kind: 'capital', id: 'raise', title: 'Raise', rationale: '', sources: [], size },
            ...{ amountUsdMillion: 1, cashPositionId: 'cash' },
          },
        ],
        ...{ addedCostUsdMillion: 0.1, costNote: '' },
      },
    ],
    ...{ realisedLossYears: 3, solver: vertexSolver, evaluate, apply },
  };

  it('ALLOC-6: one more million of loans is bought out of cash on the terms of the book', () => {
    const levers = growthLevers(study);
    expect(levers.map(({ segment: name }) => name)).toEqual([
      ...['afs', 'htm', 'loans', 'deposits', 'borrowings'],
    ]);
    const loans = levers.find(({ segment: name }) => name === 'loans');
    const grown = valueOrThrow(apply(study, loans?.makeChanges(4)[0] as never));
    const row = grown.book.id.indexOf('more-loans');
    expect(grown.book.carryingUsdMillion[row]).toBeCloseTo(4, 12);
    expect(grown.book.notionalUsdMillion[row]).toBeCloseTo(4.1, 12); // 410 for 400
    expect(grown.book.carryingUsdMillion[grown.book.id.indexOf('cash')]).toBeCloseTo(96, 12);
  });

  it('ALLOC-7: NII and the price of the limit, against a difference made by hand', async () => {
    const plan = valueOrThrow(await planActions(problem));
    const [price] = plan.shadowPrices;
    expect(price?.limit).toBe('eve'); // binding, or the test below says nothing
    const uses = valueOrThrow(marginalUse(problem, plan, capitalAllocation(STUDY, OUTCOME)));
    const base = (plan.moves[0]?.size ?? 0) > 0 ? plan.moves[0]?.size : 0;
    const raised = valueOrThrow(
      apply(study, problem.levers[0]?.makeChanges(base ?? 0)[0] as never),
    );
    const loans = growthLevers(study).find(({ segment: name }) => name === 'loans');
    const more = valueOrThrow(apply(raised, loans?.makeChanges(0.4)[0] as never));
    const slope = (id: string, at: string) =>
      (measureOf(evaluate(more), id, at) - measureOf(evaluate(raised), id, at)) / 0.4;
    const found = uses.find(({ segment: name }) => name === 'loans');
    expect(found?.niiUsdMillion).toBeCloseTo(slope('nii.12m', '0'), 9);
    const worth = (price?.worthUsdMillion ?? 0) * slope('eve.value', '+200');
    expect(found?.limitsUsdMillion).toBeCloseTo(worth, 9);
    expect(found?.netUsdMillion).toBeCloseTo(slope('nii.12m', '0') + worth, 9);
    expect(found?.uses[0]?.change).toBeCloseTo(slope('eve.value', '+200'), 9);
    // 6.5% of 60%
    expect(found?.regulatoryUsdMillion).toBeCloseTo(0.039, 12);
    expect(found?.returnOnCapital).toBeCloseTo((found?.netUsdMillion ?? 0) / 0.039, 9);
    const deposits = uses.find(({ segment: name }) => name === 'deposits');
    expect(deposits?.returnOnCapital).toBeNull();
  });
});
