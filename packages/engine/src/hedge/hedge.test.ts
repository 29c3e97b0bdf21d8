import { describe, expect, it } from 'vitest';
import { ok } from '../foundation/index.js';
import { toyOutcome, toyStudy } from '../stress/toy-study.test-fixture.js';
import type { Change, Outcome, Study } from '../study/index.js';
import { accountingEffect } from './accounting.js';
import { type CompareRequest, compareHedges } from './compare.js';
import { fairSwapRate, monthlyAnnuity, unitSwapDv01 } from './fair-rate.js';
import { atSize, sizeHedge } from './size.js';
import {
  HEDGE_STRUCTURES,
  hedgeChanges,
  type Swap,
  splitDesignation,
  strikeStructure,
} from './structure.js';
import { hedgeTargets } from './target.js';

/** Discount factors of a flat curve on which the one-month rate is 3% a year, simple. */
const flat = Float64Array.from({ length: 121 }, (_, month) => compound(1 / 1.0025, month));

function compound(base: number, times: number): number {
  return Array.from({ length: times }).reduce<number>((product) => product * base, 1);
}

describe('the fair rate of a swap settled monthly', () => {
  it('HEDGE-2: two months at D = 0.99, 0.97: K = 12 x 0.03 / 1.96', () => {
    const discount = Float64Array.from([1, 0.99, 0.97]);
    expect(fairSwapRate(discount, 0, 2)).toBeCloseTo(0.183_673_469_387_755, 14);
    // forward start after month 1: K = 12 x (0.99 - 0.97) / 0.97
    expect(fairSwapRate(discount, 1, 2)).toBeCloseTo(0.247_422_680_412_371, 14);
  });

  it('HEDGE-2: on a flat curve the fair rate is the one-month rate, at every tenor', () => {
    for (const months of [12, 24, 60, 84, 120]) {
      expect(fairSwapRate(flat, 0, months)).toBeCloseTo(0.03, 12);
      expect(fairSwapRate(flat, 6, months)).toBeCloseTo(0.03, 12);
    }
  });

  it('HEDGE-2: a swap without a month, or beyond the curve, is a programmer error', () => {
    expect(() => fairSwapRate(flat, 12, 12)).toThrow(RangeError);
    expect(() => fairSwapRate(flat, 0, 121)).toThrow(RangeError);
  });

  it('HEDGE-3: DV01 agrees with a revaluation at plus and minus a hundredth of a bp', () => {
    const swap = { startMonth: 3, maturityMonth: 60, fixedRate: 0.04 };
    const bump = 1e-6; // decimal; central difference, error of order bump squared
    const value = (shift: number): number => {
      const moved = flat.map((factor, month) => factor * Math.exp((-shift * month) / 12));
      const annuity = monthlyAnnuity(moved, 3, 60);
      return (moved[3] ?? 0) - (moved[60] ?? 0) - swap.fixedRate * annuity;
    };
    const revalued = ((value(bump) - value(-bump)) / (2 * bump)) * 1e-4;
    expect(unitSwapDv01(flat, swap)).toBeCloseTo(revalued, 11);
    expect(revalued).toBeGreaterThan(0); // paying fixed gains when rates rise
  });
});

const terms = {
  discount: flat,
  swapSpread: 0.002,
  model: 'fair-value',
  hedgedGroup: 'afs',
} as const;

function strike(id: string, notional: number): readonly Swap[] {
  const structure = HEDGE_STRUCTURES.find((found) => found.id === id);
  if (structure === undefined) throw new Error(`no structure ${id}`);
  const swaps = strikeStructure(structure, notional, terms);
  if (!swaps.ok) throw new Error(JSON.stringify(swaps.issues));
  return swaps.value;
}

describe('structures struck on the flat curve of 3%', () => {
  it('HEDGE-1: the ladder has a third in each of 2, 5 and 7 years, at 3% plus the spread', () => {
    const swaps = strike('ladder-2-5-7', 900);
    expect(swaps.map((swap) => swap.maturityMonth)).toEqual([24, 60, 84]);
    for (const swap of swaps) {
      expect(swap.notionalUsdMillion).toBeCloseTo(300, 9);
      expect(swap.fixedRate).toBeCloseTo(0.032, 12);
      expect(swap.floatSpread).toBe(0);
    }
  });

  it('HEDGE-1: equal DV01: each leg gains the same for a basis point, notionals sum up', () => {
    const swaps = strike('ladder-2-5-7-dv01', 900);
    const gains = swaps.map((swap) => swap.notionalUsdMillion * unitSwapDv01(flat, swap));
    expect(gains[1]).toBeCloseTo(gains[0] ?? 0, 10);
    expect(gains[2]).toBeCloseTo(gains[0] ?? 0, 10);
    expect(swaps.reduce((sum, swap) => sum + swap.notionalUsdMillion, 0)).toBeCloseTo(900, 9);
    expect(swaps[0]?.notionalUsdMillion).toBeGreaterThan(swaps[2]?.notionalUsdMillion ?? 0);
  });

  it('HEDGE-1: a leg beyond the discount factors is an issue', () => {
    const far = {
      id: 'far',
      title: 'far',
      weighting: 'notional',
      legs: [{ side: 'pay-fixed', startMonth: 0, maturityMonth: 240, weight: 1 }],
    } as const;
    const struck = strikeStructure(far, 1, terms);
    expect(struck.ok ? '' : struck.issues[0]?.code).toBe('hedge.structure');
  });
});

/**
 * A toy bank that loses 500 at +100 and gains 300 at -100; a swap gains 4% of its notional at
 * +100 and loses 5% at -100, and carries 1% of it away in the first year, 0.4% in the second.
 */
function toyEvaluate(study: Study): Outcome {
  const notional = study.hedges.reduce((sum, swap) => sum + swap.notionalUsdMillion, 0);
  const hedges = { '0': 0, '+100': 0.04 * notional, '-100': -0.05 * notional };
  const outcome = toyOutcome(
    {
      'eve.change[0]': 0,
      'eve.change[+100]': -500 + hedges['+100'],
      'eve.change[-100]': 300 + hedges['-100'],
      'nii.12m[0]': 1000 - 0.01 * notional,
      'nii.24m[0]': 2100 - 0.014 * notional,
      'capital.economic.e0[0]': 700,
      'capital.economic.e0[+100]': 100 + hedges['+100'],
      'capital.economic.e0[-100]': 900 + hedges['-100'],
    },
    {},
    {
      'eve.change[0]': { hedges: 0 },
      'eve.change[+100]': { afs: -120, htm: -380, hedges: hedges['+100'] },
      'eve.change[-100]': { hedges: hedges['-100'] },
    },
  );
  const needs = Object.entries(hedges).map(([scenario, change]): Outcome['measures'][number] => {
    const parts = { initial: 0, overTheCounter: Math.max(0, -change), exchangeTraded: 0 };
    const id = 'hedge.margin.need';
    return { id, scenario, unit: 'USD million', value: parts.overTheCounter, parts };
  });
  return { ...outcome, measures: [...outcome.measures, ...needs] };
}

function toyApply(study: Study, change: Change) {
  if (change.kind !== 'add-hedge') throw new Error(`the toy bank knows no ${change.kind}`);
  const notionalUsdMillion = change.swap.notionalUsdMillion * change.size;
  return ok({ ...study, hedges: [...study.hedges, { ...change.swap, notionalUsdMillion }] });
}

const engine = { evaluate: toyEvaluate, apply: toyApply };
const reason = { rationale: 'toy', sources: [] };
const unitChanges = hedgeChanges(strike('ladder-2-5-7', 1000), reason);

describe('sizing', () => {
  const size = (targetEveChange: number, scenario = '+100') =>
    sizeHedge({
      ...engine,
      study: toyStudy(),
      unitChanges,
      unitNotionalUsdMillion: 1000,
      scenario,
      targetEveChange,
    });

  it.each([
    // target, notional: 1,000 gains 40 at +100
    [-500, 12_500],
    [-120, 3_000],
  ])('HEDGE-4: to offset %d at +100 takes %d', (target, notional) => {
    const sized = size(target);
    if (!sized.ok) throw new Error(JSON.stringify(sized.issues));
    expect(sized.value.notionalUsdMillion).toBeCloseTo(notional, 8);
    const hedged = atSize(unitChanges, sized.value.size).reduce<Study>((study, change) => {
      const applied = toyApply(study, change);
      return applied.value;
    }, toyStudy());
    const left = toyEvaluate(hedged).measures.find(
      (m) => m.id === 'eve.change' && m.scenario === '+100',
    );
    expect(left?.value).toBeCloseTo(-500 - target, 8);
  });

  it('HEDGE-4: a target that is a gain needs no hedge, and says so', () => {
    const sized = size(25);
    expect(sized).toMatchObject({ ok: true, value: { size: 0 } });
    expect(sized.ok && sized.value.note).toContain('nothing to offset');
  });

  it('HEDGE-4: a structure that loses in the scenario cannot be sized', () => {
    const sized = size(-10, '-100');
    expect(sized.ok ? '' : sized.issues[0]?.code).toBe('hedge.size');
  });

  it('HEDGE-5: true risk, industry-average risk, AFS only', () => {
    const own = toyEvaluate(toyStudy());
    const average = toyOutcome({ 'eve.change[+100]': -200 });
    const targets = hedgeTargets(own, average, '+100');
    expect(targets.ok && targets.value.map(({ eveChange }) => eveChange)).toEqual([
      -500, -200, -120,
    ]);
    const unsplit = hedgeTargets(average, own, '+100');
    expect(unsplit.ok ? '' : unsplit.issues[0]?.code).toBe('hedge.target');
  });
});

describe('comparison with the same bank unhedged: notional 10,000', () => {
  const changes = atSize(unitChanges, 10);
  const request: CompareRequest = {
    ...engine,
    study: toyStudy(),
    variants: [{ id: 'ladder', title: 'Ladder', changes, bidOfferUsdMillion: 3 }],
    scenarios: ['+100', '-100'],
    discount: flat,
    marginFundingSpread: 0.002,
  };
  const rowOf = (edited: CompareRequest) => {
    const rows = compareHedges(edited);
    if (!rows.ok) throw new Error(JSON.stringify(rows.issues));
    const [row] = rows.value;
    if (row === undefined) throw new Error('one variant gives one row');
    return row;
  };
  const row = rowOf(request);

  it('HEDGE-7: carry, protection, economic CET1 and margin', () => {
    expect(row.notionalUsdMillion).toBeCloseTo(10_000, 8);
    expect(row.firstYearCarry).toBeCloseTo(-100, 8); // 1% of 10,000
    expect(row.effects.map(({ protection }) => Math.round(protection))).toEqual([400, -500]);
    expect(row.effects.map(({ economicE0 }) => Math.round(economicE0))).toEqual([400, -500]);
    expect(row.marginUsdMillion).toBeCloseTo(500, 8);
    expect(row.marginScenario).toBe('-100');
  });

  it('HEDGE-8: 400 of capital kept at +100 against the cost of 24 months', () => {
    // 100 x 1.0025^-6 + 40 x 1.0025^-18 = 98.5130 + 38.2420 = 136.7551
    // bid-offer 3; margin 500 x 0.2% x 2 years = 2; cost 141.7551
    const { efficiency } = row;
    expect(efficiency).toMatchObject({ scenario: '+100', bidOffer: 3 });
    expect(efficiency.niiGivenUp).toBeCloseTo(136.7551, 4);
    expect(efficiency.marginFunding).toBeCloseTo(2, 10);
    expect(efficiency.cost).toBeCloseTo(141.7551, 4);
    expect(efficiency.capitalKept).toBeCloseTo(400, 8);
    expect(efficiency.ratio).toBeCloseTo(2.8218, 4); // 400 / 141.7551
  });

  it('HEDGE-8: a cost under 0.1% of base NII gives both numbers and no ratio', () => {
    // notional 100: NII given up 1.37, margin funding 0.02, together under 0.1% of 2,100 = 2.1
    const small = rowOf({
      ...request,
      variants: [{ id: 's', title: 'S', changes: atSize(unitChanges, 0.1), bidOfferUsdMillion: 0 }],
    });
    expect(small.efficiency.ratio).toBeNull();
    expect(small.efficiency.cost).toBeGreaterThan(1.3);
    expect(small.efficiency.capitalKept).toBeCloseTo(4, 8);
    // twice of it: 8 for 2.78, over 2.1
    const twice = rowOf({
      ...request,
      variants: [{ id: 't', title: 'T', changes: atSize(unitChanges, 0.2), bidOfferUsdMillion: 0 }],
    });
    expect(twice.efficiency.cost).toBeLessThan(2.9);
    expect(twice.efficiency.ratio).toBeCloseTo(8 / twice.efficiency.cost, 8);
  });

  it.each([
    // model, opt-out, AOCI and reported CET1 for a swap that gains 400
    ['fair-value', true, 400, 0],
    ['fair-value', false, 400, 400],
    ['cash-flow', true, 400, 0],
    ['cash-flow', false, 400, 0],
    ['undesignated', true, 0, 400],
    ['undesignated', false, 0, 400],
  ] as const)('HEDGE-6: %s, opt-out %s: AOCI %d, CET1 %d', (model, optOut, aoci, cet1) => {
    expect(accountingEffect(model, optOut, 400)).toEqual({ aoci, cet1 });
  });

  it('HEDGE-6: the row carries the words of its model and the numbers of the scenario', () => {
    expect(row.accounting.map(({ model }) => model)).toEqual(['fair-value']);
    expect(row.accounting[0]?.words).toContain('AOCI is protected');
    expect(row.effects[0]?.accounting.aoci).toBeCloseTo(400, 8);
    expect(row.effects[0]?.accounting.cet1).toBe(0); // the toy bank opted out
  });

  it('HEDGE-6: what exceeds the hedged book is undesignated, and goes to CET1', () => {
    // 10,000 against a book of 2,500: a quarter is a fair value hedge; the swaps gain 400 at +100,
    // 100 of it in the hedged basis (AOCI protected) and 300 in earnings, so in reported CET1
    const split = splitDesignation(
      changes.flatMap((change) =>
        change.kind === 'add-hedge'
          ? [{ ...change.swap, notionalUsdMillion: change.swap.notionalUsdMillion * change.size }]
          : [],
      ),
      2500,
    );
    expect(split.length).toBe(6);
    const mixed = rowOf({
      ...request,
      variants: [
        { id: 'm', title: 'M', changes: hedgeChanges(split, reason), bidOfferUsdMillion: 0 },
      ],
    });
    expect(
      mixed.accounting.map(({ model, notionalUsdMillion }) => [
        model,
        Math.round(notionalUsdMillion),
      ]),
    ).toEqual([
      ['fair-value', 2500],
      ['undesignated', 7500],
    ]);
    expect(mixed.effects[0]?.accounting.aoci).toBeCloseTo(100, 8);
    expect(mixed.effects[0]?.accounting.cet1).toBeCloseTo(300, 8);
    expect(mixed.effects[0]?.protection).toBeCloseTo(400, 8);
  });

  it('HEDGE-6: swaps that fit the book stay as they are; without a book none is designated', () => {
    const swaps = strike('ladder-2-5-7', 900);
    expect(splitDesignation(swaps, 900)).toEqual(swaps);
    expect(splitDesignation(swaps, 0).every(({ model }) => model === 'undesignated')).toBe(true);
  });
});
