import type { Position } from '../../balance-sheet/index.js';
import { hedgeValues, type Program, rowValues, scenarioRates } from '../../cash-flow/index.js';
import { toyProgram, toyProjection } from '../../cash-flow/toy-program.test-fixture.js';
import type { ZeroCurve } from '../../market/index.js';
import {
  assumed,
  depositModel,
  prepaymentModel,
  row,
} from '../../study/example-study.test-fixture.js';
import { handMade } from '../hand-made.test-fixture.js';
import type { MeasureInput, ScenarioView, TransferPricing } from '../index.js';

/** D = (1 + r/12)^-t: every schedule has the par coupon `rate`, paid monthly. */
export function monthlyCurve(rate: number): ZeroCurve {
  return {
    nodesMonths: Float64Array.of(360),
    logDiscount: Float64Array.of(-360 * Math.log1p(rate / 12)),
  };
}

/** Loan 100 at 6 %, deposit 80 at 1.2 %, a building of 10: equity 30. */
export const THREE: readonly Position[] = [
  row('building', 'other', {
    product: 'premises',
    principal: 'none',
    notionalUsdMillion: 10,
    carryingUsdMillion: 10,
  }),
  row('deposit', 'deposits', {
    product: 'savings',
    principal: 'decay',
    behaviour: 'ib',
    notionalUsdMillion: 80,
    carryingUsdMillion: 80,
    rate: 0.012,
  }),
  row('loan', 'loans', {
    product: 'term loans',
    rate: 0.06,
    couponRate: 0.06,
    firstPrincipalMonth: 60,
    maturityMonth: 60,
    reinvestTenorMonths: 60,
  }),
];

/** 10 bp at a year, 50 bp from four years on; half the equity for a month, half for a year. */
export const PRICING: TransferPricing = {
  liquidityPremiums: [
    { tenorMonths: 12, spread: assumed(0.001) },
    { tenorMonths: 48, spread: assumed(0.005) },
  ],
  optionCosts: [{ product: 'savings', costBp: assumed(10) }],
  equityCredit: [
    { tenorMonths: 0, share: assumed(0.5) },
    { tenorMonths: 12, share: assumed(0.5) },
  ],
  nonEarningSpread: assumed(0.004),
};

/** A bank on a base curve of `base`, and in one more scenario on `up`, both paid monthly. */
export function transferBank(
  positions: readonly Position[],
  { base, up }: { readonly base: number; readonly up: number },
  pricing: TransferPricing | undefined = PRICING,
): MeasureInput {
  const quick = { ...depositModel('ib'), lagMonths: assumed(0), servicingRate: assumed(0) };
  const mbs = { ...prepaymentModel('mbs'), slope: assumed(15), midpoint: assumed(1.4) };
  const program = toyProgram(positions, {
    curve: monthlyCurve(base),
    deposits: [quick],
    prepayments: [mbs],
    drawdowns: [{ id: 'line', drawRate: assumed(0.5), drawSensitivity: assumed(10) }],
    redemptions: [
      {
        id: 'cd',
        redemptionRate: assumed(0.1),
        redemptionSensitivity: assumed(5),
        penaltyMonths: assumed(3),
      },
    ],
  });
  const scenarios = [viewOf(program, '0', base), viewOf(program, 'up', up)];
  const [first = viewOf(program, '0', base)] = scenarios;
  return {
    ...handMade({ positions: [], scenarios: [{ id: '0', values: {} }] }),
    program,
    blocks: pricing === undefined ? {} : { transferPricing: pricing },
    base: first,
    scenarios,
  };
}

function viewOf(program: Program, id: string, rate: number): ScenarioView {
  const curve = monthlyCurve(rate);
  const rates = scenarioRates(curve, { mortgageSpread: program.mortgageSpread });
  const { flows } = toyProjection(program, curve);
  return {
    id,
    rates,
    flows,
    planned: null,
    rowValues: rowValues(program, rates, flows),
    hedgeValues: hedgeValues(program, rates, flows),
  };
}
