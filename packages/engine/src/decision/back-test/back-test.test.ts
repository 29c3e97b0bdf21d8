import { describe, expect, it } from 'vitest';
import { bookFromPositions, type Position } from '../../balance-sheet/index.js';
import { itemAt, ok } from '../../foundation/index.js';
import { exampleStudy, FIGURE, row } from '../../study/example-study.test-fixture.js';
import {
  applyChange,
  baseDiscount,
  baseRowValues,
  evaluate,
  measureOf,
  type Study,
} from '../../study/index.js';
import { LEAST_COST } from '../objective.js';
import { AS_ASSUMED, type PlanProblem } from '../problem.js';
import { vertexSolver } from '../vertex-solver.test-fixture.js';
import { carryOf } from './carried-swaps.js';
import {
  type BackTest,
  backTest,
  CASH_SHORT,
  checkReplay,
  DO_NOTHING,
  fairSwap,
  hedgeAll,
  type ReplayQuarter,
  type ReplayStrategy,
  recommendations,
  replayLevers,
  replayRules,
} from './index.js';

const flat = (rate: number) =>
  [1, 6, 24, 60, 120, 360].map((tenorMonths) => ({ tenorMonths, rate }));

const bond = (cost: number): Position =>
  row('htm', 'htm', {
    accountingClass: 'held-to-maturity',
    notionalUsdMillion: cost,
    carryingUsdMillion: cost,
    rate: 0.02,
    couponRate: 0.02,
    firstPrincipalMonth: 60,
    maturityMonth: 60,
  });

interface Day {
  readonly date: string;
  readonly curve: number;
  readonly securities: number;
  readonly cash?: number;
}

/** A bank of one bond and some cash, CET1 100 of RWA 500, figures known from the day given. */
function bank({ date, curve, securities, cash = 0 }: Day, knownFrom = date): Study {
  const { market, capital } = exampleStudy();
  const position = row('cash', 'cash', {
    notionalUsdMillion: 50 + cash,
    carryingUsdMillion: 50 + cash,
    principal: 'none',
    maturityMonth: 480,
  });
  return exampleStudy({
    valuationDate: date,
    decisionDate: date,
    market: { ...market, curveDate: date, parQuotes: flat(curve) },
    book: bookFromPositions([bond(securities), position]),
    hedges: [],
    capital: { ...capital, cet1UsdMillion: 100, riskWeightedAssetsUsdMillion: 500 },
    scenarios: [
      { id: '0', title: 'base', kind: 'parallel', shockBp: 0, floorRate: null },
      { id: '+100', title: 'up', kind: 'parallel', shockBp: 100, floorRate: null },
    ],
    figures: { report: { ...FIGURE, knownFrom } },
  });
}

const reset = (date: string, rate: number) => ({ date, rate });

/** Rates rise from 1% to 2% and 3%; securities grow from 100 to 200. */
const QUARTERS: readonly ReplayQuarter[] = [
  {
    date: '2020-12-31',
    marked: bank({ date: '2020-12-31', curve: 0.01, securities: 100 }),
    markedCashShort: bank({ date: '2020-12-31', curve: 0.01, securities: 100 }),
    decided: bank({ date: '2021-02-04', curve: 0.01, securities: 100 }),
    resets: null,
    netInterestIncome: 4,
    securitiesIncome: 0.5,
    securitiesCost: 100,
  },
  {
    date: '2021-03-31',
    marked: bank({ date: '2021-03-31', curve: 0.02, securities: 200 }),
    markedCashShort: bank({ date: '2021-03-31', curve: 0.02, securities: 100, cash: 100 }),
    decided: bank({ date: '2021-05-05', curve: 0.02, securities: 200 }),
    resets: [reset('2020-12-31', 0.009), reset('2021-02-04', 0.01), reset('2021-02-26', 0.012)],
    netInterestIncome: 5,
    securitiesIncome: 0.8,
    securitiesCost: 200,
  },
  {
    date: '2021-06-30',
    marked: bank({ date: '2021-06-30', curve: 0.03, securities: 200 }),
    markedCashShort: bank({ date: '2021-06-30', curve: 0.03, securities: 100, cash: 100 }),
    decided: null,
    resets: [reset('2021-03-31', 0.02), reset('2021-05-05', 0.021), reset('2021-05-28', 0.022)],
    netInterestIncome: 6,
    securitiesIncome: 1,
    securitiesCost: 200,
  },
];

const edited = (index: number, edit: Partial<ReplayQuarter>) =>
  QUARTERS.map((quarter, at) => (at === index ? { ...quarter, ...edit } : quarter));

/** Pays 1.5% on 100 for five years at the first decision and does nothing after. */
const ONE_SWAP: ReplayStrategy = {
  id: 'one',
  title: 'One swap',
  keepsGrowthInCash: false,
  decide: async (study) => {
    const swap = { ...fairSwap(study, 60, 100), fixedRate: 0.015 };
    return ok({ swaps: study.hedges.length === 0 ? [swap] : [], words: 'one' });
  },
};

/** 12 bp a year of notional; margin funded at 4% a year. */
const COSTS = { halfBidOfferBp: 12, marginFundingSpread: 0.04 };

async function tested(
  strategies: readonly ReplayStrategy[],
  quarters: readonly ReplayQuarter[] = QUARTERS,
): Promise<BackTest> {
  const found = await backTest({
    ...{ quarters, strategies, costs: COSTS, evaluate, progress: () => undefined },
  });
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join('; '));
  return found.value;
}

/** N x ((1 - D(n)) - K x sum of D(i) / 12): the floating leg telescopes. */
function valueByHand(study: Study, months: number): number {
  const discount = baseDiscount(study);
  let annuity = 0;
  for (let month = 1; month <= months; month += 1) annuity += itemAt(discount, month) / 12;
  return 100 * (1 - itemAt(discount, months) - 0.015 * annuity);
}

describe('a toy bank of two quarters', () => {
  it('BACKTEST-6: a spread on the floating leg is received with it', () => {
    const swap = { ...fairSwap(itemAt(QUARTERS, 0).marked, 60, 100), fixedRate: 0.015 };
    const carry = (floatSpread: number) =>
      carryOf([{ swap: { ...swap, floatSpread }, quarter: 0 }], QUARTERS, 1);
    // 20 bp on 100 for two months: 100 x 0.002 x 2 / 12
    expect(carry(0.002) - carry(0)).toBeCloseTo((100 * 0.002 * 2) / 12, 12);
  });

  it('BACKTEST-6: a new swap carries two months, then three, at the rates set', async () => {
    const { strategies } = await tested([ONE_SWAP]);
    const [first, second] = itemAt(strategies, 0).quarters;
    // 100 x ((1.0% - 1.5%) + (1.2% - 1.5%)) / 12; then 0.5% + 0.6% + 0.7%
    expect(first?.swapCarry).toBeCloseTo(-0.8 / 12, 12);
    expect(second?.swapCarry).toBeCloseTo(1.8 / 12, 12);
  });

  it('BACKTEST-6: it is 58 months from its end at the first mark, 55 at the second', async () => {
    const { strategies } = await tested([ONE_SWAP]);
    const [first, second] = itemAt(strategies, 0).quarters;
    expect(first?.swapValue).toBeCloseTo(valueByHand(itemAt(QUARTERS, 1).marked, 58), 9);
    expect(second?.swapValue).toBeCloseTo(valueByHand(itemAt(QUARTERS, 2).marked, 55), 9);
    expect(first?.swapValue).toBeGreaterThan(2); // half a point above 1.5% for nearly five years
  });

  it('BACKTEST-6: 12 bp of 100 for two months, then three; a gain needs no margin', async () => {
    const { strategies } = await tested([ONE_SWAP]);
    const { quarters, notionalYears } = itemAt(strategies, 0);
    expect(quarters.map(({ cost }) => cost)).toEqual([
      expect.closeTo(0.12 * (2 / 12), 12),
      expect.closeTo(0.12 * (3 / 12), 12),
    ]);
    expect(notionalYears).toBeCloseTo((100 * 5) / 12, 12);
  });

  it('BACKTEST-6: what a swap had lost at the start is funded for the quarter', async () => {
    const falling = edited(1, {
      marked: bank({ date: '2021-03-31', curve: 0.005, securities: 200 }),
    });
    const { strategies } = await tested([ONE_SWAP], falling);
    const [first, second] = itemAt(strategies, 0).quarters;
    expect(first?.swapValue).toBeLessThan(-4);
    const margin = (-(first?.swapValue ?? 0) * 0.04) / 4;
    expect(second?.cost).toBeCloseTo(0.12 / 4 + margin, 12);
  });

  it('BACKTEST-6: a swap that has ended carries and is worth nothing', async () => {
    const short: ReplayStrategy = {
      ...ONE_SWAP,
      decide: async (study) => {
        const swap = { ...fairSwap(study, 24, 100), maturityMonth: 4, fixedRate: 0.015 };
        return ok({ swaps: study.hedges.length === 0 ? [swap] : [], words: '' });
      },
    };
    // decided again in the second quarter only if nothing were left: one month of it runs then
    const { strategies } = await tested([short]);
    const [, second] = itemAt(strategies, 0).quarters;
    expect(second?.swapCarry).toBeCloseTo((100 * (0.005 + 0.006)) / 12, 12); // months 3 and 4
    expect(second?.swapValue).toBe(0);
    expect(second?.cost).toBeCloseTo(0.12 * (2 / 12), 12);
  });

  it('BACKTEST-9: E0 of a strategy less that of the bank = swaps + carry - costs', async () => {
    const { strategies } = await tested([DO_NOTHING, ONE_SWAP]);
    const [nothing, one] = strategies.map(({ quarters }) => quarters);
    let kept = 0;
    for (const [index, scored] of (one ?? []).entries()) {
      const months = index === 0 ? 58 : 55;
      kept += [-0.8 / 12 - 0.02, 1.8 / 12 - 0.03][index] ?? 0;
      const value = valueByHand(itemAt(QUARTERS, index + 1).marked, months);
      const gap = scored.economicE0 - (nothing?.[index]?.economicE0 ?? 0);
      expect(gap).toBeCloseTo(value + kept, 9);
      expect(scored.marks).toBe(nothing?.[index]?.marks);
      expect(scored.economicE0Ratio).toBeCloseTo(scored.economicE0 / 500, 12);
    }
  });

  it('BACKTEST-9: the bank itself: CET1 100 and the mark of its bond, its income', async () => {
    const { strategies } = await tested([DO_NOTHING]);
    const { quarters, netInterestIncome } = itemAt(strategies, 0);
    for (const [index, { marks, economicE0 }] of quarters.entries()) {
      const { marked } = itemAt(QUARTERS, index + 1);
      const at = marked.book.id.indexOf('htm');
      expect(marks).toBeCloseTo(itemAt(baseRowValues(marked), at) - 200, 9);
      expect(economicE0).toBeCloseTo(100 + marks, 9);
    }
    expect(netInterestIncome).toBe(11);
  });

  it('BACKTEST-9: the book before on the new curve, beside the marks as reported', async () => {
    const { predictions } = await tested([DO_NOTHING]);
    const last = itemAt(predictions, 1);
    expect(last.predicted).toBeCloseTo(last.reported, 9); // the same book in both quarters
    expect(last.reported).toBeLessThan(-8); // 200 lose about 4.7% for a point
  });
});

describe('the two simple rules', () => {
  it('BACKTEST-7: new money earns the rates set and gives up its share of income', async () => {
    const { strategies } = await tested([DO_NOTHING, CASH_SHORT]);
    const [nothing, cash] = strategies.map(({ quarters }) => quarters);
    // growth 0 to 100: on average 50 at (0.9 + 1.0 + 1.2)% / 12, a quarter of 0.8 given up
    expect(cash?.[0]?.cashIncome).toBeCloseTo((50 * 0.031) / 12 - 0.25 * 0.8, 12);
    // then 100 at (2.0 + 2.1 + 2.2)% / 12, half of 1.0 given up
    expect(cash?.[1]?.cashIncome).toBeCloseTo((100 * 0.063) / 12 - 0.5, 12);
    for (const index of [0, 1]) {
      expect(cash?.[index]?.marks).toBeCloseTo((nothing?.[index]?.marks ?? 0) / 2, 9);
    }
  });

  it('BACKTEST-7: all swaps together gain at +100 what the securities lose', async () => {
    const study = bank({ date: '2021-05-05', curve: 0.02, securities: 200 });
    const carried = { ...study, hedges: [fairSwap(study, 24, 30)] };
    const decided = await hedgeAll(evaluate).decide(carried);
    const [swap] = decided.ok ? decided.value.swaps : [];
    expect(swap?.maturityMonth).toBe(60); // a five-year bond
    const hedged = {
      ...carried,
      hedges: [...carried.hedges, ...(swap === undefined ? [] : [swap])],
    };
    expect(measureOf(evaluate(hedged), 'eve.change', '+100')).toBeCloseTo(
      measureOf(evaluate({ ...study, hedges: [], book: cashOnly() }), 'eve.change', '+100'),
      8,
    );
  });

  it('BACKTEST-7: what is hedged too much is unwound by receiving fixed', async () => {
    const study = bank({ date: '2021-05-05', curve: 0.02, securities: 200 });
    const decided = await hedgeAll(evaluate).decide({
      ...study,
      hedges: [fairSwap(study, 60, 500)],
    });
    const [swap] = decided.ok ? decided.value.swaps : [];
    expect(swap?.notionalUsdMillion).toBeLessThan(-250);
    expect(swap?.id).toBe('receive-5y');
  });
});

function cashOnly() {
  const { book } = bank({ date: '2021-05-05', curve: 0.02, securities: 1e-9 });
  return book;
}

describe('recommendations', () => {
  /** E0 at +100 at least 19% of 500: 95. */
  function problemOf(study: Study): PlanProblem {
    return {
      study,
      levers: replayLevers(study, { halfBidOfferBp: 1, marginFundingSpread: 0 }),
      worlds: [AS_ASSUMED],
      limits: [
        {
          ...{ id: 'e0', title: 'E0 of 19%', measure: 'capital.economicRatio.e0' },
          ...{ scenarios: ['+100'], worlds: ['as-assumed'], floor: 0.19, cap: null },
          ...{ scale: 0.01, step: 0.01, stepWords: 'point', relaxable: true },
        },
      ],
      rules: replayRules(study),
      objective: LEAST_COST,
      realisedLossYears: 3,
      solver: vertexSolver,
      evaluate,
      apply: (to, change) => applyChange(to, change, baseRowValues),
    };
  }

  it('BACKTEST-8: the plan of the day is followed and brings E0 at +100 to its floor', async () => {
    const study = bank({ date: '2021-05-05', curve: 0.02, securities: 200 });
    const before = measureOf(evaluate(study), 'capital.economic.e0', '+100');
    expect(before).toBeLessThan(95);
    const decided = await recommendations(problemOf).decide(study);
    if (!decided.ok) throw new Error(JSON.stringify(decided.issues));
    const hedged = { ...study, hedges: decided.value.swaps };
    expect(measureOf(evaluate(hedged), 'capital.economic.e0', '+100')).toBeCloseTo(95, 2);
    expect(decided.value.words).toBe('every limit is met');
  });

  it('BACKTEST-8: swaps are no larger than securities; what gives way is named', async () => {
    const study = bank({ date: '2021-05-05', curve: 0.06, securities: 200 });
    const decided = await recommendations(problemOf).decide(study);
    if (!decided.ok) throw new Error(JSON.stringify(decided.issues));
    const notional = decided.value.swaps.reduce((sum, each) => sum + each.notionalUsdMillion, 0);
    expect(notional).toBeLessThanOrEqual(200 + 1e-6);
    expect(decided.value.words).toMatch(/^relaxed: E0 of 19%, by \d+\.\d points/);
  });
});

describe('no hindsight', () => {
  const codes = (quarters: readonly ReplayQuarter[]) => {
    const checked = checkReplay(quarters);
    return checked.ok ? [] : checked.issues.map(({ code }) => code);
  };
  const day: Day = { date: '2021-05-05', curve: 0.02, securities: 200 };

  it('BACKTEST-2: the toy replay stands', () => {
    expect(codes(QUARTERS)).toEqual([]);
  });

  it('BACKTEST-2: a figure known a day later than the decision refuses it all', async () => {
    const corrupted = edited(1, { decided: bank(day, '2021-05-06') });
    expect(codes(corrupted)).toEqual(['known-after-decision']);
    const found = await backTest({
      ...{ quarters: corrupted, strategies: [DO_NOTHING], costs: COSTS, evaluate },
      progress: () => undefined,
    });
    expect(found.ok).toBe(false);
  });

  it('BACKTEST-2: so does a curve of the day after', () => {
    const decided = bank(day);
    const market = { ...decided.market, curveDate: '2021-05-06' };
    expect(codes(edited(1, { decided: { ...decided, market } }))).toEqual(['known-after-decision']);
  });

  it.each([
    [
      'a rate set after the quarter',
      [reset('2021-04-01', 0), reset('2021-05-05', 0), reset('2021-06-30', 0)],
    ],
    [
      'a rate set before it',
      [reset('2021-03-30', 0), reset('2021-05-05', 0), reset('2021-05-28', 0)],
    ],
    ['no rate', null],
  ] as const)('BACKTEST-2: %s is refused', (_what, resets) => {
    expect(codes(edited(2, { resets }))).toEqual(['replay.resets']);
  });

  it.each(['2021-06-30', '2021-03-31'])('BACKTEST-1: a decision on %s is refused', (date) => {
    // on the report of 2021-03-31, before the end of the next quarter
    expect(codes(edited(1, { decided: bank({ ...day, date }) }))).toEqual(['replay.order']);
  });

  it('BACKTEST-1: quarters out of order, or one alone, are refused', () => {
    expect(codes(edited(2, { date: '2021-03-31' }))).toContain('replay.order');
    expect(codes(QUARTERS.slice(0, 1))).toEqual(['replay.length']);
  });

  it('BACKTEST-9: the same inputs give the same answer', async () => {
    const strategies = [DO_NOTHING, ONE_SWAP, CASH_SHORT, hedgeAll(evaluate)];
    expect(JSON.stringify(await tested(strategies))).toBe(JSON.stringify(await tested(strategies)));
  });
});
