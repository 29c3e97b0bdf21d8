import { describe, expect, it } from 'vitest';
import { toyOutcome } from '../../stress/toy-study.test-fixture.js';
import { valueOrThrow } from '../../study/example-study.test-fixture.js';
import {
  capitalQuarters,
  evaluate,
  measureOf,
  type Outcome,
  type Study,
} from '../../study/index.js';
import { assetLongBank, WHOLE_ENGINE } from '../asset-long-bank.test-fixture.js';
import {
  type AssessRequest,
  assessHedges,
  type CheapestSolver,
  capitalReading,
  cheapestMix,
  HEDGE_CATALOGUE,
  type HedgeTerms,
  hedgeCost,
  initialMarginBp,
  PARALLEL_HISTORY,
  parseStructures,
  realisedCarry,
  type Swap,
  USUAL_TERMS,
} from '../index.js';
import { withChanges } from '../variant.js';
import { forwardBreak, layerBreak, leastCovered, marginBreak } from './breaks.js';
import { placeHedge } from './place-hedge.js';
import { sizeStructure } from './size-structure.js';

const terms: HedgeTerms = { ...USUAL_TERMS, soldAfsShare: 0.5, soldHtmShare: 0.1 };

describe('by hand', () => {
  it('HEDGE-21: 15 bp a day: 15, 33.5 and 47.4 bp over 1, 5 and 10 days', () => {
    const of = (['exchange', 'cleared', 'bilateral'] as const).map((tradedAs) =>
      initialMarginBp(tradedAs, terms),
    );
    expect(of.map((each) => Number(each.toFixed(4)))).toEqual([15, 33.541, 47.4342]);
  });

  const capital = (aociOptOut: boolean): Pick<Study, 'capital'> => ({
    capital: {
      ...assetLongBank().capital,
      aociOptOut,
      taxRate: 0.25,
      riskWeightedAssetsUsdMillion: 600,
    },
  });
  const marked = {
    ...toyOutcome({
      'capital.cet1Ratio': 0.15,
      'capital.economic.e0[+200]': 40,
      'unrealised.afs[0]': -10,
      'unrealised.afs[+200]': -30,
      'unrealised.htm[+200]': -50,
    }),
  };
  it.each([
    // opted out: 90 + 0.75 x (0.5 x (-30 + 8) + 0.1 x -50 + 4) = 90 + 0.75 x -12 = 81
    [true, { undesignated: 4, fairValueAfs: 8 }, 81],
    [true, { undesignated: 0, fairValueAfs: 0 }, 75],
    // counted: 90 + 0.75 x (-30 + 8 + 10 - 5 + 4) = 90 - 9.75
    [false, { undesignated: 4, fairValueAfs: 8 }, 80.25],
    [false, { undesignated: 0, fairValueAfs: 0 }, 71.25],
  ])('HEDGE-22: opt-out %s, hedges %o: CET1 after sales %d', (optOut, hedges, cet1) => {
    const reading = capitalReading(capital(optOut), marked, { scenario: '+200', hedges, terms });
    expect(reading.cet1AfterSales).toBeCloseTo(cet1, 12);
    expect(reading.economicE0).toBe(40);
  });

  it('CAP-16, HEDGE-22: a tenth of HTM sold brings a tenth of what AOCI keeps of it', () => {
    const moved = { capital: { ...capital(true).capital, aociOnTransferredHtmUsdMillion: -20 } };
    const hedges = { undesignated: 0, fairValueAfs: 0 };
    const reading = capitalReading(moved, marked, { scenario: '+200', hedges, terms });
    expect(reading.cet1AfterSales).toBeCloseTo(73.5, 12); // 75 - 0.75 x 2
  });

  const swap = (edit: Partial<Swap>): Swap => ({
    ...{ id: 's', notionalUsdMillion: 1200, fixedRate: 0.02, floatSpread: 0 },
    ...{ startMonth: 0, maturityMonth: 60, model: 'undesignated', hedgedGroup: 'none' },
    ...edit,
  });
  it('HEDGE-23: three months at 1%, then two at 4%: 1200 / 12 x (3 x -1% + 2 x 2%) = 1', () => {
    const rates = [
      { month: 0, oneMonthRate: 0.01 },
      { month: 3, oneMonthRate: 0.04 },
      { month: 5, oneMonthRate: 0.09 },
    ];
    const found = valueOrThrow(realisedCarry([swap({})], rates));
    expect(found.months).toBe(5);
    expect(found.carry).toBeCloseTo(1, 12);
    // starting in month 4: one month at 2%; ending after month 1: one month at -1%
    expect(valueOrThrow(realisedCarry([swap({ startMonth: 4 })], rates)).carry).toBeCloseTo(2, 12);
    const short = valueOrThrow(realisedCarry([swap({ maturityMonth: 1 })], rates));
    expect(short.carry).toBeCloseTo(-1, 12);
    for (const refused of [[], [{ month: 0, oneMonthRate: 0.01 }], rates.slice(1)]) {
      const answer = realisedCarry([swap({})], refused);
      expect(answer.ok ? '' : answer.issues[0]?.code).toBe('hedge.realised');
    }
  });

  it('HEDGE-23: a spread of -30 to 25 bp on 1,200 is -3.6 to 3; on -1,200 -3 to 3.6', () => {
    const row = {
      firstYearCarry: -7,
      efficiency: {
        ...{ scenario: '+200', capitalKept: 1, niiGivenUp: 8, bidOffer: 1, marginFunding: 1 },
        ...{ cost: 10, ratio: 0.1 },
      },
    };
    const ends = (notionalUsdMillion: number, swapSpread = 0) =>
      hedgeCost(row, { notionalUsdMillion, swapSpread }, terms).swapSpreadRange.map((end) =>
        Number(end.toFixed(9)),
      );
    expect(ends(1200)).toEqual([-3.6, 3]);
    expect(ends(-1200)).toEqual([-3, 3.6]);
    // 10 bp are in the cost already: the range adds -40 to 15 bp to it
    expect(ends(1200, 0.001)).toEqual([-4.8, 1.8]);
    const fixed = { notionalUsdMillion: 1200, swapSpread: 0 };
    expect(hedgeCost(row, fixed, terms)).toMatchObject({ aYear: 5, forwardExpected: 10 });
  });

  it('HEDGE-24: the least covered loss; gains and crumbs are no loss', () => {
    const change = (up: number, down: number, small: number) =>
      toyOutcome({
        'eve.value[0]': 1000,
        'eve.change[up]': up,
        'eve.change[down]': down,
        'eve.change[small]': small,
      });
    const scenarios = ['up', 'down', 'small'];
    const gives = (up: number, down: number, small: number) => (id: string) =>
      ({ up, down, small })[id] ?? Number.NaN;
    // at up 60 of 100 is given back, at down the hedge adds 20 to 40
    expect(leastCovered(change(-100, -40, -0.5), gives(60, -20, -8.5), scenarios)).toEqual({
      scenario: 'down',
      lossUsdMillion: 40,
      coveredShare: -0.5,
    });
    expect(leastCovered(change(5, 0, -0.5), gives(-10, -5, -4.5), scenarios)).toBeNull();
  });

  it('HEDGE-24: margin against its sources, the break-even, the first breach', () => {
    const row = { worstMarginUsdMillion: 100, marginScenario: '-100' };
    expect(marginBreak(row, 400)).toMatchObject([
      { scenario: '-100', amountUsdMillion: 100, shareOfLiquidity: 0.25 },
    ]);
    expect(marginBreak(row, null)).toMatchObject([{ shareOfLiquidity: null }]);
    expect(marginBreak({ worstMarginUsdMillion: 20, marginScenario: '' }, 400)).toEqual([]);
    const quarter = (at: number, breachedShare: number) => ({
      ...{ quarter: at, portfolioUsdMillion: 0, layerUsdMillion: 1, breachedShare },
    });
    const breach = layerBreak([
      { scenario: '0', quarters: [quarter(0, 0), quarter(1, 0), quarter(2, 0.1)] },
      { scenario: '-100', quarters: [quarter(0, 0), quarter(1, 0.2), quarter(2, 0.3)] },
    ]);
    expect(breach).toMatchObject([{ scenario: '-100', quarter: 1, breachedShare: 0.3 }]);
    expect(layerBreak([{ scenario: '0', quarters: [quarter(0, 0)] }])).toEqual([]);
  });
});

describe('a hedge when rates follow the forwards', () => {
  // 12 over two years: 9 of NII, 1 of bid-offer, 2 of margin funding
  const cost = { forwardExpected: 12, bidOffer: 1, marginFunding: 2 };
  const of = { cost, dayOneLoss: 0, dv01UsdMillion: 0.5 };

  it('HEDGE-24: a swap loses 3 of dealing and margin, 6 bp; its value pays 9 back', () => {
    expect(forwardBreak({ ...of, kinds: ['swap', 'swap'] })).toMatchObject([
      { of: 'swaps', niiGivenUpUsdMillion: 9, lostUsdMillion: 3, breakEvenBp: 6 },
    ]);
    // a swap spread that cost 2 of value on the day is lost too; it gains when rates fall
    const other = { ...of, dayOneLoss: 2, dv01UsdMillion: -0.5, kinds: ['swap'] } as const;
    expect(forwardBreak(other)).toMatchObject([{ lostUsdMillion: 5, breakEvenBp: -10 }]);
  });

  it('HEDGE-24: what a swap earns at the forwards, with dealing lost all the same', () => {
    const earns = { ...of, cost: { ...cost, forwardExpected: -6 }, kinds: ['swap'] } as const;
    expect(forwardBreak(earns)).toMatchObject([
      { costUsdMillion: -6, niiGivenUpUsdMillion: -9, lostUsdMillion: 3, breakEvenBp: 6 },
    ]);
  });

  it('HEDGE-24: a future loses all of it; of an option nothing comes back', () => {
    expect(forwardBreak({ ...of, kinds: ['future'] })).toMatchObject([{ breakEvenBp: 24 }]);
    expect(forwardBreak({ ...of, kinds: ['swap', 'option'] })).toMatchObject([
      { of: 'options', costUsdMillion: 12, lostUsdMillion: null, breakEvenBp: null },
    ]);
    expect(forwardBreak({ ...of, dv01UsdMillion: 0, kinds: ['swap'] })).toEqual([]);
  });
});

function structureNeeded(): never {
  throw new Error('the catalogue is empty');
}

describe('the catalogue assessed on the example bank', () => {
  const study = assetLongBank();
  const loss = measureOf(evaluate(study), 'eve.change', '+200');
  const request: AssessRequest = {
    ...WHOLE_ENGINE,
    ...{ study, structures: HEDGE_CATALOGUE, terms: USUAL_TERMS, scenario: '+200' },
    ...{ history: PARALLEL_HISTORY, quarters: 4, laterRates: [], capitalQuarters },
    sizing: { kind: 'eve-change', scenario: '+200', eveChange: loss },
    worlds: [
      {
        id: 'longer deposits',
        scenarios: ['+200', '-100'],
        changes: [
          {
            ...{ kind: 'break-assumption', id: 'w', title: 'w', rationale: '', sources: [] },
            size: 1,
            edits: [{ model: 'nib', parameter: 'averageLifeYears', value: 0.5 }],
          },
        ],
      },
    ],
  };
  const found = valueOrThrow(assessHedges(request));

  it('HEDGE-4, HEDGE-24: every hedge offsets the loss; receiving is left out', () => {
    expect(found.hedges.length).toBe(HEDGE_CATALOGUE.length - 2);
    for (const { comparison } of found.hedges) {
      const at = comparison.effects.find(({ scenario }) => scenario === '+200');
      expect(at?.protection).toBeCloseTo(-loss, 8);
    }
    expect(found.left.map(({ id }) => id)).toEqual(['receive-5', 'floor-5']);
    expect(found.left[0]?.issues[0]?.message).toContain('one that loses');
  });

  it('HEDGE-21, HEDGE-8: initial margin is funded for two years with the variation margin', () => {
    for (const hedge of found.hedges) {
      const { comparison, dv01UsdMillion, cost } = hedge;
      const { initialMarginUsdMillion: initial, worstMarginUsdMillion: worst } = comparison;
      const days = { exchange: 1, cleared: 5, bilateral: 10 }[hedge.tradedAs];
      // an option that is bought asks for none
      const asked = ['cap-5', 'payer-1-5'].includes(comparison.id) ? 0 : Math.sqrt(days);
      expect(initial).toBeCloseTo(dv01UsdMillion * 15 * asked, 9);
      expect(worst).toBeCloseTo(initial + comparison.marginUsdMillion, 9);
      expect(cost.marginFunding).toBeCloseTo(worst * 0.0025 * 2, 9);
      expect(comparison.marginScenario).toBe('-100');
    }
  });

  it('HEDGE-22: capital kept: all of the loss on E0; on CET1 after sales (1 - t) of it', () => {
    for (const { capital } of found.hedges) {
      const at = capital.find(({ scenario }) => scenario === '+200');
      if (at === undefined) throw new Error('+200 was compared');
      expect(at.with.economicE0 - at.without.economicE0).toBeCloseTo(-loss, 8);
      const kept = at.with.cet1AfterSales - at.without.cet1AfterSales;
      expect(kept).toBeCloseTo(-loss * (1 - study.capital.taxRate), 8);
    }
  });

  it('HEDGE-24: the breaks say what they were measured in', () => {
    const kinds = found.hedges[0]?.breaks.map(({ kind }) => kind);
    expect(kinds).toContain('margin-call');
    expect(kinds).toContain('assumption-failure');
    expect(kinds).toContain('swap-spread');
  });

  it('HEDGE-24: the cover in a failure is that of the whole bank, broken and hedged', () => {
    const [hedge] = found.hedges;
    const failure = hedge?.breaks.find(({ kind }) => kind === 'assumption-failure');
    if (failure?.kind !== 'assumption-failure') throw new Error('a failure was crossed');
    const [world] = request.worlds;
    const broken = valueOrThrow(withChanges(study, world?.changes ?? [], WHOLE_ENGINE.apply));
    const sized = valueOrThrow(
      sizeStructure(WHOLE_ENGINE, study, HEDGE_CATALOGUE[0] ?? structureNeeded(), {
        target: request.sizing,
        terms: USUAL_TERMS,
      }),
    );
    const { changes } = valueOrThrow(placeHedge(WHOLE_ENGINE, study, sized, USUAL_TERMS));
    const hedged = valueOrThrow(withChanges(broken, changes, WHOLE_ENGINE.apply));
    const changeOf = (bank: Study) => measureOf(evaluate(bank), 'eve.change', failure.scenario);
    const loss = -changeOf(broken);
    expect(failure.lossUsdMillion).toBeCloseTo(loss, 9);
    expect(failure.coveredShare).toBeCloseTo((changeOf(hedged) + loss) / loss, 9);
  });

  it('HEDGE-17: a path for the designated part and for the whole, four quarters each', () => {
    const paths = found.hedges[0]?.paths ?? [];
    expect(new Set(paths.map(({ part }) => part))).toEqual(new Set(['designated', 'whole']));
    expect(paths.every(({ quarters }) => quarters.length === 5)).toBe(true);
    const [plain] = paths.filter(({ part }) => part === 'whole');
    const e0 = found.hedges[0]?.capital.find(({ scenario }) => scenario === '+200');
    const kept = (e0?.with.economicE0 ?? 0) - (e0?.without.economicE0 ?? 0);
    expect(plain?.quarters[0]?.economicCet1).toBeCloseTo(kept, 8);
  });

  it('HEDGE-13: to key rates, the legs get sizes of their own', () => {
    const answer = valueOrThrow(
      assessHedges({
        ...request,
        sizing: { kind: 'key-rates' },
        structures: HEDGE_CATALOGUE.slice(0, 1),
      }),
    );
    const [hedge] = answer.hedges;
    expect(hedge?.because).toContain("% of the key rates' length is left");
    expect(hedge?.comparison.notionalUsdMillion).toBeGreaterThan(0);
  });
});

describe('a file of structures', () => {
  const months = { startMonth: 0, maturityMonth: 36, weight: 2 };
  const leg = { kind: 'swap', side: 'pay-fixed', amortisation: 'none', ...months };
  const own = { id: 'own', title: 'Own', weighting: 'dv01', tradedAs: 'bilateral', legs: [leg] };
  const schema = 'almfes/hedge-structures/1';

  it('HEDGE-16: ids of the catalogue, own structures, usual terms but the stated', () => {
    const file = valueOrThrow(
      parseStructures({
        schema,
        structures: ['bullet-5', own],
        terms: { dailyMoveBp: 8, swapSpreadRangeBp: [-5, 5] },
      }),
    );
    expect(file.structures.map(({ id }) => id)).toEqual(['bullet-5', 'own']);
    expect(file.structures[1]).toEqual(own);
    expect(file.terms).toEqual({ ...USUAL_TERMS, dailyMoveBp: 8, swapSpreadRangeBp: [-5, 5] });
  });

  it.each([
    [{ structures: ['bullet-6'] }, 'enum'],
    [{ structures: [] }, 'length'],
    [{ structures: [own, own] }, 'duplicate-id'],
    [{ structures: [{ ...own, legs: [{ ...leg, startMonth: 36 }] }] }, 'order'],
    [{ structures: [{ ...own, legs: [{ ...leg, weight: 0 }] }] }, 'range'],
    [{ structures: [{ ...own, side: 'pay' }] }, 'unknown-key'],
    [{ structures: [own], terms: { swapSpreadRangeBp: [5, -5] } }, 'order'],
    [{ structures: [own], terms: { spread: 1 } }, 'unknown-key'],
  ])('HEDGE-16: %o is refused: %s', (part, code) => {
    const file = parseStructures({ schema, ...part });
    expect(file.ok ? '' : file.issues[0]?.code).toBe(code);
  });
});

describe('the cheapest mix on the example bank', () => {
  const study = assetLongBank();
  const pick = ['bullet-5', 'cap-5'].flatMap((id) =>
    HEDGE_CATALOGUE.filter((each) => each.id === id),
  );
  const limit = { kind: 'eve-limit', scenarios: ['+200', '-100'], share: 0.05 } as const;
  /** Every pair of sizes in steps of a hundredth unit, a notional of 1 million. */
  const grid: CheapestSolver = (programme) => {
    const [first, second] = programme.variables;
    if (first === undefined || second === undefined) throw new Error('two structures');
    let best: { cost: number; x: readonly number[] } | null = null;
    for (let one = 0; one <= 4; one += 0.01) {
      for (let two = 0; two <= 4; two += 0.01) {
        const cost = one * first.cost + two * second.cost;
        if (best !== null && cost >= best.cost) continue;
        const meets = programme.constraints.every(
          ({ coefficients, low }) =>
            one * (coefficients[first.id] ?? 0) + two * (coefficients[second.id] ?? 0) >= low,
        );
        if (meets) best = { cost, x: [one, two] };
      }
    }
    return Promise.resolve(best?.x ?? null);
  };

  it('HEDGE-14: keeps the limits when the whole bank is evaluated with it', async () => {
    const mix = valueOrThrow(
      await cheapestMix({
        ...WHOLE_ENGINE,
        ...{ study, structures: pick, terms: USUAL_TERMS, limits: [limit] },
        ...{ mostUsdMillion: 400, solver: grid },
      }),
    );
    const bare = evaluate(study);
    const floorOf = (bank: Outcome) => -0.05 * measureOf(bank, 'eve.value', '0');
    expect(measureOf(bare, 'eve.change', '+200')).toBeLessThan(floorOf(bare));
    const sized = valueOrThrow(
      sizeStructure(WHOLE_ENGINE, study, mix.structure, {
        target: { kind: 'notional', notionalUsdMillion: mix.notionalUsdMillion },
        terms: USUAL_TERMS,
      }),
    );
    const { changes } = valueOrThrow(placeHedge(WHOLE_ENGINE, study, sized, USUAL_TERMS));
    const after = evaluate(valueOrThrow(withChanges(study, changes, WHOLE_ENGINE.apply)));
    for (const scenario of limit.scenarios) {
      const slack = measureOf(after, 'eve.change', scenario) - floorOf(after);
      expect(slack).toBeGreaterThanOrEqual(-1e-9);
      expect(mix.slack[`eve.change[${scenario}]`]).toBeCloseTo(slack, 8);
    }
    expect(mix.cost).toBeGreaterThan(0);
  });
});
