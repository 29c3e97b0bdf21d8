import { describe, expect, it } from 'vitest';
import type { Position, Swap } from '../../../balance-sheet/index.js';
import { hedgeValues, rowValues } from '../../../cash-flow/index.js';
import {
  flatCurve,
  toyProgram,
  toyProjection,
} from '../../../cash-flow/toy-program.test-fixture.js';
import { assumed, prepaymentModel, row } from '../../../study/example-study.test-fixture.js';
import type { StudyBlocks } from '../../blocks.js';
import { capital, handMade, pick } from '../../hand-made.test-fixture.js';
import { netInterestIncomeMeasures } from '../../income/net-interest-income.js';
import { isRefused } from '../../measure.js';
import type { MeasureInput, ScenarioView } from '../../view.js';
import { economicCapitalMeasures } from '../economic.js';
import type { CapitalPoint } from './capital-path.js';
import { capitalPathMeasures } from './path-measures.js';
import { scenarioPath } from './scenario-path.js';

const AFS = { accountingClass: 'available-for-sale' } as const;
const HTM = { accountingClass: 'held-to-maturity' } as const;

const POSITIONS: readonly Position[] = [
  row('afs', 'afs', { ...AFS, carryingUsdMillion: 97, firstPrincipalMonth: 24, maturityMonth: 24 }),
  row('htm', 'htm', { ...HTM, firstPrincipalMonth: 6, maturityMonth: 30, discountSpread: 0.004 }),
  row('loans', 'loans', { product: 'firms', carryingUsdMillion: 400, notionalUsdMillion: 400 }),
  row('sight', 'deposits', { principal: 'decay', behaviour: 'ib', notionalUsdMillion: 500 }),
];

const swap = (id: string, model: Swap['model'], hedgedGroup: Swap['hedgedGroup']): Swap => ({
  id,
  notionalUsdMillion: 50,
  fixedRate: 0.025,
  floatSpread: 0,
  startMonth: 0,
  maturityMonth: 24,
  model,
  hedgedGroup,
});

const SWAPS = [
  swap('free', 'undesignated', 'none'),
  swap('afs', 'fair-value', 'afs'),
  swap('loans', 'cash-flow', 'loans'),
  swap('funding', 'fair-value', 'borrowings'),
];

const BLOCKS: Partial<StudyBlocks> = {
  capitalRegime: {
    regime: 'other',
    level: 'bank',
    totalLeverageExposureUsdMillion: null,
    riskWeights: [],
    otherRiskWeightedAssetsUsdMillion: assumed(0),
    aociPhaseIn: [],
  },
  capitalPlan: {
    quarters: 12,
    nonInterestIncomeUsdMillion: assumed(0),
    nonInterestExpenseUsdMillion: assumed(0),
    provisionUsdMillion: null,
    growthRate: assumed(0),
    growthMargin: assumed(0),
    dividendUsdMillion: assumed(0),
    buybackUsdMillion: assumed(0),
    sales: [],
    tax: {
      kind: 'corporation',
      carryforwardUsdMillion: assumed(0),
      temporaryDifferenceUsdMillion: assumed(0),
      carryforwardUseShare: assumed(0.8),
    },
  },
  creditLoss: {
    segments: [
      {
        id: 'firms',
        product: 'firms',
        lifetimeLossRate: assumed(0.01),
        chargeOffRate: assumed(0),
        rateSensitivity: assumed(5),
        property: null,
      },
    ],
    reportedAllowanceUsdMillion: null,
  },
};

/** Three per cent flat, and five: values and cash flows as the projection makes them. */
function bank(
  blocks: Partial<StudyBlocks> = BLOCKS,
  opted = true,
  positions: readonly Position[] = POSITIONS,
): MeasureInput {
  const program = toyProgram(positions, { hedges: SWAPS });
  const viewOf = (id: string, zero: number): ScenarioView => {
    const { rates, flows } = toyProjection(program, flatCurve(zero));
    return {
      id,
      rates,
      flows,
      planned: null,
      rowValues: rowValues(program, rates, flows),
      hedgeValues: hedgeValues(program, rates, flows),
    };
  };
  const base = viewOf('0', 0.03);
  const hand = handMade({ positions, scenarios: [{ id: '0', values: {} }] });
  return {
    ...hand,
    program,
    blocks,
    capital: capital({
      cet1UsdMillion: 90,
      riskWeightedAssetsUsdMillion: 500,
      leverageAssetsUsdMillion: 700,
      tangibleCommonEquityUsdMillion: 80,
      tangibleAssetsUsdMillion: 700,
      aociOptOut: opted,
      aociAddBackUsdMillion: opted ? 2.25 : 0,
      realisedLossUsdMillion: -4,
    }),
    base,
    scenarios: [base, viewOf('+200', 0.05)],
  };
}

function pathOf(input: MeasureInput, scenario: string): CapitalPoint[] {
  const view = input.scenarios.find(({ id }) => id === scenario);
  const points = view === undefined ? undefined : scenarioPath(input, view);
  if (points === undefined || !Array.isArray(points)) throw new Error(`no path in ${scenario}`);
  return points;
}

const itemOf = (points: readonly CapitalPoint[], quarter: number): CapitalPoint => {
  const point = points[quarter];
  if (point === undefined) throw new Error(`no quarter ${quarter}`);
  return point;
};

describe('the path of a Study', () => {
  it.each([
    ['0', true],
    ['+200', true],
    ['+200', false],
  ] as const)(
    'CPATH-8: at the date, scenario %s, opted out %s, E0 is that of CAP-4',
    (id, opted) => {
      const input = bank(BLOCKS, opted);
      const found = itemOf(pathOf(input, id), 0).economicCet1;
      const measured = pick(economicCapitalMeasures(input), 'capital.economic.e0', id).value;
      expect(found).toBeCloseTo(measured, 9);
    },
  );

  it.each([
    ['0', 12],
    ['+200', 24],
    ['+200', 36],
  ] as const)('CPATH-2: the quarters of scenario %s add up to NII of %i months', (id, months) => {
    const input = bank();
    const nii = pick(netInterestIncomeMeasures(input), `nii.${months}m`, id).value;
    let earned = 0;
    for (const point of pathOf(input, id).slice(1, 1 + months / 3)) {
      earned += point.bridge.netInterestIncome;
    }
    expect(earned).toBeCloseTo(nii, 9);
  });

  it('CAP-16, CPATH-8: what AOCI keeps of HTM leaves E0 as the HTM rows are repaid', () => {
    const input = bank();
    const moved = { ...input, capital: { ...input.capital, aociOnTransferredHtmUsdMillion: -10 } };
    const [own, with10] = [input, moved].map((each) => pathOf(each, '+200'));
    // repaid in 25 equal parts from month 6 to 30: 4 of them by month 9, 16 by month 21
    for (const [quarter, left] of [
      [0, 1],
      [1, 1],
      [3, 21 / 25],
      [7, 9 / 25],
      [10, 0],
    ] as const) {
      const e0 = (points: readonly CapitalPoint[] = []) => itemOf(points, quarter).economicCet1;
      expect(e0(with10) - e0(own)).toBeCloseTo(-10 * left, 9);
      expect(itemOf(with10 ?? [], quarter).cet1).toBe(itemOf(own ?? [], quarter).cet1);
    }
    const measured = pick(economicCapitalMeasures(moved), 'capital.economic.e0', '+200').value;
    expect(itemOf(with10 ?? [], 0).economicCet1).toBeCloseTo(measured, 9);
  });

  it('CAP-16: after a taint it stands with AFS, and a planned sale realises it', () => {
    const { capitalPlan: plan } = BLOCKS;
    if (plan === undefined) throw new Error('no plan');
    const sales = [{ quarter: 1, share: assumed(1) }];
    const tainted = POSITIONS.filter(({ id }) => id !== 'htm');
    const input = bank({ ...BLOCKS, capitalPlan: { ...plan, sales } }, true, tainted);
    const moved = { ...input, capital: { ...input.capital, aociOnTransferredHtmUsdMillion: -10 } };
    const [own, with10] = [input, moved].map((each) => pathOf(each, '+200'));
    const difference = (quarter: number, of: (point: CapitalPoint) => number) =>
      of(itemOf(with10 ?? [], quarter)) - of(itemOf(own ?? [], quarter));
    expect(difference(0, ({ economicCet1 }) => economicCet1)).toBeCloseTo(-10, 9);
    // the add-back held it: without the opt-out nothing is new at the date
    expect(difference(0, ({ cet1NoOptOut }) => cet1NoOptOut)).toBeCloseTo(0, 9);
    expect(difference(1, ({ bridge }) => bridge.realised)).toBeCloseTo(-10, 9);
  });

  it('CPATH-3: when the last bond is repaid E0 is CET1 but for what the swaps were worth', () => {
    const input = bank();
    const [, afs = 0, loans = 0, funding = 0] = input.base.hedgeValues;
    const last = itemOf(pathOf(input, '+200'), 12);
    expect(last.economicCet1 + 0.25 * 4 - last.cet1).toBeCloseTo(-afs - loans - funding, 9);
  });

  it('CPATH-4: an undesignated swap earns through income what it is worth and what it pays', () => {
    const points = pathOf(bank(), '+200');
    let booked = 0;
    for (const { bridge } of points) booked += bridge.hedges;
    const [free = Number.NaN] = bank().base.hedgeValues;
    expect(booked).toBeCloseTo(-free, 9); // it ends at 0, from its value at the date
  });

  it('CPATH-4: without the opt-out AFS counts with its own fair value hedge and no other', () => {
    const input = bank();
    const up = input.scenarios[1];
    if (up === undefined) throw new Error('no scenario');
    const [, hedge = Number.NaN] = up.hedgeValues;
    const [, before = Number.NaN] = input.base.hedgeValues;
    const since = (up.rowValues[0] ?? Number.NaN) - 97 + hedge - before;
    // 90 - 75 % of 4 realised, less the add-back of 2.25
    expect(itemOf(pathOf(input, '+200'), 0).cet1NoOptOut).toBeCloseTo(84.75 + 0.75 * since, 9);
  });

  it('CPATH-1, MORTGAGE-5: the gain of mortgage banking comes once, in the first quarter', () => {
    const prepayment = { ...prepaymentModel('mbs'), multiplier: assumed(0) };
    const right = {
      id: 'pool',
      balanceUsdMillion: assumed(120_000),
      noteRate: assumed(0.04),
      remainingMonths: assumed(1),
      ageMonths: assumed(0),
      feeRate: assumed(0.0025),
      costRate: assumed(0.0005),
      valuationSpread: assumed(0),
      prepayment,
    };
    const mortgageBanking = { rateLocks: [], pipeline: null, servicing: [right] };
    const points = pathOf(bank({ ...BLOCKS, mortgageBanking }), '+200');
    const gains = points.map(({ bridge }) => bridge.mortgageBanking);
    // 120,000 x 0.2 % / 12 = 20, paid in a month: 20 (e^(-0.05/12) - e^(-0.03/12))
    expect(gains[1]).toBeCloseTo(20 * (Math.exp(-0.05 / 12) - Math.exp(-0.03 / 12)), 10);
    expect([gains[0], ...gains.slice(2)]).toEqual(Array(12).fill(0));
  });

  it('CPATH-12, CREDIT-5: provisions come from the credit part, or are stated', () => {
    const points = pathOf(bank(), '+200');
    // 400 x 1 % x 5 x (5 % - 3 %) compounded monthly: 12 (e^(0.05/12) - e^(0.03/12)) = 0.0200669
    const moved = 12 * (Math.exp(0.05 / 12) - Math.exp(0.03 / 12));
    expect(itemOf(points, 1).bridge.provision).toBeCloseTo(-400 * 0.01 * 5 * moved, 9);
    expect(itemOf(points, 2).bridge.provision).toBeCloseTo(0, 12);
    const { creditLoss: _, ...without } = BLOCKS;
    const refused = capitalPathMeasures(bank(without));
    expect(refused.every(isRefused)).toBe(true);
    expect(isRefused(refused[0] ?? { id: '', scenario: '', unit: 'ratio', value: 0 })).toBe(true);
  });
});

describe('measures of the path', () => {
  const found = capitalPathMeasures(bank());
  const value = (id: string) => pick(found, `capital.path.${id}`, '+200').value;
  const points = pathOf(bank(), '+200');

  it('CPATH-10: least, its time in years, and last, of each ratio', () => {
    const ratios = points.map(
      ({ economicCet1, riskWeightedAssets }) => economicCet1 / riskWeightedAssets,
    );
    const least = ratios.reduce((a, b) => Math.min(a, b));
    expect(value('economicRatio.e0.min')).toBe(least);
    expect(value('economicRatio.e0.minYears')).toBe(ratios.indexOf(least) / 4);
    expect(value('economicRatio.e0.end')).toBe(ratios[12]);
    // 90 - 4 x 75 % on 500 at the date
    expect(value('cet1Ratio.min')).toBeLessThanOrEqual(87 / 500);
    expect(value('leverageRatio.end')).toBeCloseTo(itemOf(points, 12).cet1 / 700, 9);
  });

  it('CPATH-10: where a bank loses every quarter the least is the last, three years on', () => {
    const { capitalPlan } = BLOCKS;
    if (capitalPlan === undefined) throw new Error('no plan');
    const losing = { ...capitalPlan, nonInterestExpenseUsdMillion: assumed(20) };
    const all = capitalPathMeasures(bank({ ...BLOCKS, capitalPlan: losing }));
    const told = (id: string) => pick(all, `capital.path.leverageRatio.${id}`, '+200').value;
    expect(told('minYears')).toBe(3);
    expect(told('min')).toBe(told('end'));
  });

  it('CPATH-10: a community bank leverage filer is told why it has no risk-based path', () => {
    const { capitalRegime } = BLOCKS;
    if (capitalRegime === undefined) throw new Error('no regime');
    const regime = { ...capitalRegime, regime: 'community-bank-leverage-2026' } as const;
    const filed = capitalPathMeasures(bank({ ...BLOCKS, capitalRegime: regime }));
    const codes = (id: string) =>
      filed.filter((each) => each.id === id).map((each) => isRefused(each) && each.issue.code);
    expect(codes('capital.path.cet1Ratio.min')).toEqual(Array(2).fill('measure.not-applicable'));
    expect(codes('capital.path.leverageRatio.min')).toEqual([false, false]);
    // CPATH-11: one limit of 8 %
    const leverage = pick(filed, 'capital.path.leverageRatio.min', '+200').value;
    expect(pick(filed, 'capital.path.headroom', '+200').value).toBeCloseTo(leverage - 0.08, 12);
  });

  it('CPATH-11: the least room over CET1 4.5 %, Tier 1 6 %, total 8 % and leverage 4 %', () => {
    const room = ['cet1Ratio', 'tier1Ratio', 'totalRatio', 'leverageRatio'].map(
      (id, at) => value(`${id}.min`) - ([0.045, 0.06, 0.08, 0.04][at] ?? Number.NaN),
    );
    expect(value('headroom')).toBeCloseTo(Math.min(...room), 12);
  });

  it('CPATH-1: income retained is the change of CET1 where nothing is deducted', () => {
    const change = itemOf(points, 12).cet1 - itemOf(points, 0).cet1;
    expect(value('retainedIncome')).toBeCloseTo(change, 9);
  });
});
