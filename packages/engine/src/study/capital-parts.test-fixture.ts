import { assumed, prepaymentModel } from './example-study.test-fixture.js';
import type { Study } from './study.js';

/** Regime and economic capital of the example Study. */
export const PARTS: Pick<Study, 'capitalRegime' | 'interestRateCapital'> = {
  capitalRegime: {
    regime: 'other',
    level: 'bank',
    totalLeverageExposureUsdMillion: assumed(1200),
    riskWeights: [{ product: 'example', exposure: 'stated', statedWeight: assumed(0.6) }],
    otherRiskWeightedAssetsUsdMillion: assumed(12),
    aociPhaseIn: [assumed(0.2), assumed(1)],
  },
  interestRateCapital: {
    scenarios: ['+200'],
    correlation: assumed(0.5),
    stochasticValueLossUsdMillion: null,
    stochasticIncomeLossUsdMillion: null,
  },
};

export const PROPERTY = {
  loanToValue: assumed(0.6),
  capRate: assumed(0.06),
  capRateBeta: assumed(0.5),
  saleCostShare: assumed(0.1),
  lossFloor: assumed(0.1),
  debtServiceCoverage: assumed(1.4),
  loanRate: assumed(0.04),
  amortisationMonths: assumed(360),
  refinanceSpread: assumed(0.02),
  requiredCoverage: assumed(1.25),
  shortfallSensitivity: assumed(2),
  maturingShare: assumed(0.3),
};

export const SEGMENT = {
  id: 'all',
  product: 'example',
  lifetimeLossRate: assumed(0.01),
  chargeOffRate: assumed(0.002),
  rateSensitivity: assumed(5),
  property: PROPERTY,
};

const TERMS = {
  noteRate: assumed(0.03),
  valuationSpread: assumed(0.01),
  prepayment: prepaymentModel('mbs'),
  feeRate: assumed(0.0025),
};

export const LOCK = {
  ...TERMS,
  id: 'lock',
  notionalUsdMillion: assumed(10),
  termMonths: assumed(360),
  pullThrough: assumed(0.7),
  pullThroughSlope: assumed(10),
};

export const RIGHT = {
  ...TERMS,
  id: 'pool',
  balanceUsdMillion: assumed(500),
  remainingMonths: assumed(300),
  ageMonths: assumed(60),
  costRate: assumed(0.0006),
};

/** Every part of capital, for the example Study. */
export const ALL: Partial<Study> = {
  ...PARTS,
  capitalPlan: {
    quarters: 12,
    nonInterestIncomeUsdMillion: assumed(1),
    nonInterestExpenseUsdMillion: assumed(3),
    provisionUsdMillion: null,
    growthRate: assumed(0.04),
    growthMargin: assumed(0.03),
    dividendUsdMillion: assumed(0.5),
    buybackUsdMillion: assumed(0.1),
    sales: [{ quarter: 2, share: assumed(0.25) }],
    tax: {
      kind: 'corporation',
      carryforwardUsdMillion: assumed(0),
      temporaryDifferenceUsdMillion: assumed(2),
      carryforwardUseShare: assumed(0.8),
    },
  },
  creditLoss: { segments: [SEGMENT], reportedAllowanceUsdMillion: assumed(4) },
  mortgageBanking: {
    rateLocks: [LOCK],
    pipeline: { amountUsdMillion: assumed(5), pullThrough: assumed(0.4) },
    servicing: [RIGHT],
  },
};
