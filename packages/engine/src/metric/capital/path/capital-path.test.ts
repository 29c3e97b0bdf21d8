import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumed, SEED } from '../../../study/example-study.test-fixture.js';
import { capital as capitalOf } from '../../hand-made.test-fixture.js';
import { cet1BeforeDeduction, thresholdDeduction } from '../threshold-deduction.js';
import {
  type CapitalPoint,
  capitalPath,
  type PathTerms,
  type QuarterFlows,
  type QuarterMarks,
} from './capital-path.js';
import type { CapitalPlan } from './plan.js';

const NO_MARKS: QuarterMarks = { afs: 0, htm: 0, afsHedges: 0, unseenHedges: 0, incomeHedges: 0 };

const PLAN: CapitalPlan = {
  quarters: 2,
  nonInterestIncomeUsdMillion: assumed(5),
  nonInterestExpenseUsdMillion: assumed(12),
  provisionUsdMillion: assumed(3),
  growthRate: assumed(0),
  growthMargin: assumed(0),
  dividendUsdMillion: assumed(1),
  buybackUsdMillion: assumed(0),
  sales: [],
  tax: {
    kind: 'corporation',
    carryforwardUsdMillion: assumed(0),
    temporaryDifferenceUsdMillion: assumed(0),
    carryforwardUseShare: assumed(0.8),
  },
};

/** CET1 100 on RWA 1,000; opted out; AFS 10 under cost in the accounts, 8 after tax of 20 %. */
function terms(plan: Partial<CapitalPlan> = {}, edit: Partial<PathTerms> = {}): PathTerms {
  return {
    capital: capitalOf({
      cet1UsdMillion: 100,
      riskWeightedAssetsUsdMillion: 1000,
      leverageAssetsUsdMillion: 2000,
      aociAddBackUsdMillion: 8,
      tangibleCommonEquityUsdMillion: 92,
      tangibleAssetsUsdMillion: 2000,
      taxRate: 0.2,
    }),
    plan: { ...PLAN, ...plan },
    thresholdShare: 0.25,
    phaseIn: [],
    accountsAfsMark: -10,
    servicingAsset: 0,
    totalLeverageExposure: null,
    ...edit,
  };
}

function flows(edit: Partial<QuarterFlows> = {}, marks: Partial<QuarterMarks> = {}): QuarterFlows {
  return {
    netInterestIncome: 20,
    provision: 3,
    allowanceGrowth: 0,
    mortgageBanking: 0,
    servicingAsset: 0,
    ...edit,
    marks: { ...NO_MARKS, ...marks },
  };
}

const at = (points: readonly CapitalPoint[], quarter: number): CapitalPoint => {
  const point = points[quarter];
  if (point === undefined) throw new Error(`no quarter ${quarter}`);
  return point;
};

describe('capital quarter by quarter', () => {
  const opening = { ...NO_MARKS, afs: -30, htm: -40 };
  const path = capitalPath(terms(), opening, [
    flows({}, { afs: -25, htm: -35 }),
    flows({}, { afs: -20, htm: -30 }),
  ]);

  it('CPATH-1: 20 + 5 - 12 - 3 = 10, less tax of 2 and a dividend of 1: 7 a quarter', () => {
    expect(path.map(({ cet1 }) => cet1)).toEqual([100, 107, 114]);
    expect(path.map(({ netIncome }) => netIncome)).toEqual([0, 8, 8]);
    expect(at(path, 1).bridge).toMatchObject({
      netInterestIncome: 20,
      nonInterestIncome: 5,
      nonInterestExpense: -12,
      provision: -3,
      tax: -2,
      dividend: -1,
      aoci: 0,
    });
  });

  it('CPATH-4: without the opt-out the AFS mark counts after tax and pulls to par', () => {
    // 100 - 80 % of 30; 107 - 80 % of 25; 114 - 80 % of 20
    const found = path.map((point) => point.cet1NoOptOut);
    [76, 87, 98].forEach((expected, quarter) => {
      expect(found[quarter]).toBeCloseTo(expected, 12);
    });
    // deferred tax of 20 % of the mark is kept at 250 %: 1,000 + 2.5 x 6, then x 5, then x 4
    const weighted = path.map((point) => point.riskWeightedAssetsNoOptOut);
    [1015, 1012.5, 1010].forEach((expected, quarter) => {
      expect(weighted[quarter]).toBeCloseTo(expected, 10);
    });
  });

  it('CPATH-8: E0 is CET1 with whole marks: 100 - 30 - 40, 107 - 25 - 35, 114 - 20 - 30', () => {
    expect(path.map(({ economicCet1 }) => economicCet1)).toEqual([30, 47, 64]);
  });

  it('CPATH-9: tangible equity holds AOCI: 92 - 80 % of the fall of 20; then + 7 and + 4', () => {
    const found = path.map((point) => point.tangibleCommonEquity);
    [76, 87, 98].forEach((expected, quarter) => {
      expect(found[quarter]).toBeCloseTo(expected, 12);
    });
    expect(at(path, 0).tangibleAssets).toBeCloseTo(2000 - 16, 10);
  });

  it('CPATH-4: a bank that holds AOCI in CET1 sees what came since the accounts', () => {
    const own = terms();
    const capital = { ...own.capital, aociOptOut: false, aociAddBackUsdMillion: 0 };
    const found = capitalPath({ ...own, capital }, opening, [flows({}, { afs: -25, htm: -35 })]);
    expect(at(found, 0).cet1).toBeCloseTo(100 - 0.8 * 20, 12);
    expect(at(found, 1).cet1).toBeCloseTo(107 - 0.8 * 15, 12);
    expect(at(found, 1).bridge.aoci).toBeCloseTo(4, 12);
    expect(at(found, 0).economicCet1).toBeCloseTo(100 - 20 - 40, 12); // as CAP-4
  });

  it('CPATH-2: growth of 8 % a year: RWA 1,020 then 1,040; a margin of 4 % earns 0.2 on 20', () => {
    const plan = { growthRate: assumed(0.08), growthMargin: assumed(0.04) };
    const found = capitalPath(terms(plan), NO_MARKS, [flows(), flows()]);
    expect(found.map((point) => point.riskWeightedAssets)).toEqual([1000, 1020, 1040]);
    expect(found.map((point) => point.leverageAssets)).toEqual([2000, 2040, 2080]);
    const exposed = capitalPath(terms(plan, { totalLeverageExposure: 2500 }), NO_MARKS, [flows()]);
    expect(exposed.map((point) => point.totalLeverageExposure)).toEqual([2500, 2550]);
    expect(found.map(({ bridge }) => bridge.growthIncome)).toEqual([0, 0, 0.2]);
  });

  it('CPATH-7: the shares of the phase-in hold for four quarters each, the last one on', () => {
    const eight = Array.from({ length: 9 }, () => flows({}, { afs: -30 }));
    const phased = terms({ quarters: 9 }, { phaseIn: [0.2, 0.5] });
    const found = capitalPath(phased, opening, eight);
    const taken = found.map(({ cet1, cet1PhaseIn }) => cet1 - (cet1PhaseIn ?? Number.NaN));
    const expected = [0.2, 0.2, 0.2, 0.2, 0.2, 0.5, 0.5, 0.5, 0.5, 0.5];
    expected.forEach((share, quarter) => {
      expect(taken[quarter]).toBeCloseTo(share * 24, 10);
    });
    expect(at(path, 0).cet1PhaseIn).toBeNull();
  });
});

describe('tax on the path', () => {
  const only = {
    nonInterestIncomeUsdMillion: assumed(0),
    nonInterestExpenseUsdMillion: assumed(0),
    dividendUsdMillion: assumed(0),
  };
  const earned = (amount: number, edit: Partial<QuarterFlows> = {}) =>
    flows({ netInterestIncome: amount, provision: 0, ...edit });

  it('CPATH-5: a loss earns no capital: its tax is deducted, until income uses it', () => {
    const found = capitalPath(terms(only), NO_MARKS, [earned(-50), earned(40), earned(40)]);
    // -50: benefit 10, all of it deducted. +40: tax 8, of which 80 % = 6.4 comes back.
    // +40: tax 8, the last 3.6 comes back.
    expect(found.map(({ cet1 }) => cet1)).toEqual([100, 50, 88.4, 124]);
    expect(at(found, 1).bridge).toMatchObject({ tax: 10, carryforward: -10 });
    expect(at(found, 1).tangibleCommonEquity).toBeCloseTo(92 - 40 + 8, 10); // equity keeps it
  });

  it('CPATH-5, CPATH-6: a growing allowance is deferred tax, deducted above 25 %', () => {
    const deferred = terms({
      ...only,
      tax: { ...PLAN.tax, temporaryDifferenceUsdMillion: assumed(30) },
    } as Partial<CapitalPlan>);
    // at the date: B = (100 + 30) / 1.25 = 104, deducted 30 - 26 = 4
    // quarter: income 20 - 10, tax 2 (current 4, deferred -2): B = 112, deducted 32 - 28 = 4
    const found = capitalPath(deferred, { ...NO_MARKS, afs: -10 }, [
      earned(20, { provision: 10, allowanceGrowth: 10 }),
    ]);
    expect(found.map(({ cet1 }) => cet1)).toEqual([100, 108]);
    expect(at(found, 1).riskWeightedAssets).toBeCloseTo(1000 + 2.5 * 2, 10); // kept 26, then 28
  });

  it('CPATH-5: a loss that is no loss for tax makes no carry-forward', () => {
    // 5 - 10 = -5 before tax, taxable 5: tax -1, all of it a temporary difference that is kept
    const grown = earned(5, { provision: 10, allowanceGrowth: 10 });
    const found = capitalPath(terms(only), { ...NO_MARKS, afs: -10 }, [grown]);
    expect(at(found, 1).cet1).toBeCloseTo(96, 12);
    expect(at(found, 1).bridge).toMatchObject({ tax: 1, carryforward: 0 });
  });

  it('CPATH-6: what a shrinking allowance leaves, a deferred tax liability, weighs nothing', () => {
    // provision -10, all of it growth: tax 20% x 10 = 2, taxable 0, deferred tax 0 - 2
    const shrunk = earned(0, { provision: -10, allowanceGrowth: -10 });
    const found = capitalPath(terms(only), { ...NO_MARKS, afs: -10 }, [shrunk]);
    expect(at(found, 1)).toMatchObject({ cet1: 108, riskWeightedAssets: 1000 });
  });

  it('CPATH-6: each item is deducted above the share; the way back is exact', () => {
    expect(thresholdDeduction(104, [30], 0.25)).toBe(4);
    expect(thresholdDeduction(100, [20, 40], 0.25)).toBe(15);
    expect(thresholdDeduction(-5, [3], 0.25)).toBe(3);
    expect(cet1BeforeDeduction(100, [30], 0.25)).toBe(104);
    expect(cet1BeforeDeduction(100, [25], 0.25)).toBe(100);
    const amount = fc.double({ min: 0, max: 100, noNaN: true });
    const before = fc.double({ min: -50, max: 200, noNaN: true });
    fc.assert(
      fc.property(before, fc.array(amount, { maxLength: 3 }), (cet1, items) => {
        const after = cet1 - thresholdDeduction(cet1, items, 0.25);
        expect(cet1BeforeDeduction(after, items, 0.25)).toBeCloseTo(cet1, 9);
      }),
      { seed: SEED },
    );
  });

  it('CPATH-5: an S-corporation pays no tax and distributes 30 % of income, none of a loss', () => {
    const tax = { kind: 's-corporation', distributionRate: assumed(0.3) } as const;
    const found = capitalPath(terms({ ...only, tax }), NO_MARKS, [earned(10), earned(-10)]);
    expect(found.map(({ cet1 }) => cet1)).toEqual([100, 107, 97]);
    expect(at(found, 1).bridge).toMatchObject({ tax: 0, taxDistribution: -3, carryforward: 0 });
  });

  it('CPATH-1: a dividend above net income is allowed, and told', () => {
    const paid = { ...only, dividendUsdMillion: assumed(9), buybackUsdMillion: assumed(2) };
    const found = capitalPath(terms(paid), NO_MARKS, [earned(10), earned(20)]);
    expect(found.map((point) => point.distributionsCovered)).toEqual([true, false, true]);
    expect(found.map(({ cet1 }) => cet1)).toEqual([100, 97, 102]); // 8 - 11, 16 - 11
  });
});

describe('sales and hedges on the path', () => {
  const sold = { sales: [{ quarter: 1, share: assumed(0.5) }] };
  const marked = [flows({}, { afs: -24 }), flows({}, { afs: -12 })];
  const opening = { ...NO_MARKS, afs: -30 };

  it('CPATH-3: half of AFS sold 24 under cost realises 12; the other half pulls to par', () => {
    const found = capitalPath(terms(sold), opening, marked);
    expect(at(found, 1).bridge.realised).toBe(-12);
    expect(at(found, 2).economicCet1 - at(found, 2).cet1).toBeCloseTo(-6, 12);
  });

  it('CPATH-3: where CET1 holds AOCI a sale changes nothing while income is taxed', () => {
    const income = marked.map((each) => ({ ...each, netInterestIncome: 40 }));
    const kept = capitalPath(terms(), opening, income);
    const found = capitalPath(terms(sold), opening, income);
    expect(at(found, 1).cet1NoOptOut).toBeCloseTo(at(kept, 1).cet1NoOptOut, 12);
    expect(at(found, 1).tangibleCommonEquity).toBeCloseTo(at(kept, 1).tangibleCommonEquity, 12);
    expect(at(found, 1).cet1).toBeCloseTo(at(kept, 1).cet1 - 0.8 * 12, 12); // opted out
  });

  it('CPATH-4: undesignated swaps go through income, AFS hedges through AOCI', () => {
    const hedges = [
      flows({}, { incomeHedges: 7, afsHedges: 4, unseenHedges: 3 }),
      flows({}, { incomeHedges: 6, afsHedges: 4, unseenHedges: 3 }),
    ];
    const before = { ...NO_MARKS, incomeHedges: 5, afsHedges: 2, unseenHedges: 1 };
    const found = capitalPath(terms(), before, hedges);
    expect(found.map(({ bridge }) => bridge.hedges)).toEqual([0, 7, -1]);
    expect(found.map(({ economicCet1, cet1 }) => economicCet1 - cet1)).toEqual([8, 7, 7]);
    // 100 - 8 + 80 % of (2 + 10), the accounts having been 10 under cost
    expect(at(found, 0).cet1NoOptOut).toBeCloseTo(100 - 8 + 0.8 * 12, 12);
  });

  it('CPATH-6: servicing assets gain through income and are deducted above a quarter', () => {
    const found = capitalPath(terms({}, { servicingAsset: 20 }), NO_MARKS, [
      flows({ mortgageBanking: 10, servicingAsset: 30 }),
    ]);
    // 100 + (10 + 10) x 80 % - 1 = 115; a quarter is 28.75; 1.25 deducted; kept 20, then 28.75
    expect(at(found, 1).cet1).toBeCloseTo(113.75, 12);
    expect(at(found, 1).riskWeightedAssets).toBeCloseTo(1000 + 2.5 * 8.75, 10);
    expect(at(found, 1).leverageAssets).toBeCloseTo(2000 - 1.25, 10);
  });
});

describe('the bridge', () => {
  const amount = fc.double({ min: -50, max: 50, noNaN: true });
  const positive = fc.double({ min: 0, max: 40, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const quarter = fc.record({
    netInterestIncome: amount,
    provision: amount,
    allowanceGrowth: amount,
    mortgageBanking: amount,
    servicingAsset: positive,
    marks: fc.record({
      afs: amount,
      htm: amount,
      afsHedges: amount,
      unseenHedges: amount,
      incomeHedges: amount,
    }),
  });

  it(`CPATH-1: adds up to the change of CET1 in every quarter (seed ${SEED})`, () => {
    const all = fc.tuple(fc.array(quarter, { maxLength: 12 }), share, positive, fc.boolean());
    fc.assert(
      fc.property(all, ([quarters, sale, deferred, opted]) => {
        const own = terms(
          {
            quarters: 12,
            growthRate: assumed(sale),
            growthMargin: assumed(0.03),
            sales: [{ quarter: 2, share: assumed(sale) }],
            tax: { ...PLAN.tax, temporaryDifferenceUsdMillion: assumed(deferred) },
          } as Partial<CapitalPlan>,
          { servicingAsset: deferred },
        );
        const capital = { ...own.capital, aociOptOut: opted };
        const points = capitalPath({ ...own, capital }, NO_MARKS, quarters);
        points.slice(1).forEach((point, index) => {
          let moved = 0;
          for (const item of Object.values(point.bridge)) moved += item;
          expect(moved).toBeCloseTo(point.cet1 - at(points, index).cet1, 9);
        });
      }),
      { seed: SEED },
    );
  });
});
