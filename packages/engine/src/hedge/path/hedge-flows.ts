import { itemAt, ok, type Result } from '../../foundation/index.js';
import type { CapitalQuarter, Change, Study } from '../../study/index.js';
import { type HedgeEngine, withChanges } from '../variant.js';
import type { HedgeFlows } from './accounting-path.js';

export interface HedgeFlowsRequest extends Pick<HedgeEngine, 'apply'> {
  /** The bank without the hedge. */
  readonly study: Study;
  readonly changes: readonly Change[];
  readonly scenario: string;
  readonly quarters: number;
  /** `capitalQuarters` of the engine. */
  readonly capitalQuarters: (study: Study, scenario: string) => Result<CapitalQuarter[]>;
}

/**
 * Net interest and value of a hedge along the quarters of a scenario (HEDGE-17): the capital path
 * of the bank with the hedge outside hedge accounting, where its whole result passes through
 * income, minus the path of the bank without it. The plan beside it is empty: it would cancel.
 */
export function hedgeFlows(request: HedgeFlowsRequest): Result<HedgeFlows> {
  const { scenario, capitalQuarters } = request;
  const bare = planless(request.study, request.quarters);
  const hedged = withChanges(bare, request.changes.map(undesignated), request.apply);
  if (!hedged.ok) return hedged;
  const before = capitalQuarters(bare, scenario);
  if (!before.ok) return before;
  const after = capitalQuarters(hedged.value, scenario);
  if (!after.ok) return after;
  const difference = (at: number, read: (quarter: CapitalQuarter) => number): number =>
    read(itemAt(after.value, at)) - read(itemAt(before.value, at));
  const settlement: number[] = [];
  const value = [difference(0, ({ point }) => point.economicCet1)];
  let booked = 0;
  for (let quarter = 1; quarter <= request.quarters; quarter += 1) {
    settlement.push(difference(quarter, ({ point }) => point.bridge.netInterestIncome));
    booked += difference(quarter, ({ point }) => point.bridge.hedges);
    value.push(booked);
  }
  return ok({ settlement, value });
}

/** The same hedge outside hedge accounting. */
export function undesignated(change: Change): Change {
  const free = { model: 'undesignated', hedgedGroup: 'none' } as const;
  if (change.kind === 'add-hedge') return { ...change, swap: { ...change.swap, ...free } };
  if (change.kind === 'add-option') return { ...change, option: { ...change.option, ...free } };
  if (change.kind === 'add-future') return { ...change, future: { ...change.future, ...free } };
  return change;
}

const nothing = { value: 0, unit: 'USD million', basis: 'assumed', source: [], note: '' } as const;
const none = { ...nothing, unit: '' };

/** No expense, no growth, no payment, no sale, no tax asset: what a difference does not need. */
function planless(study: Study, quarters: number): Study {
  return {
    ...study,
    capitalPlan: {
      quarters,
      nonInterestIncomeUsdMillion: nothing,
      nonInterestExpenseUsdMillion: nothing,
      provisionUsdMillion: nothing,
      growthRate: none,
      growthMargin: none,
      dividendUsdMillion: nothing,
      buybackUsdMillion: nothing,
      sales: [],
      tax: {
        kind: 'corporation',
        carryforwardUsdMillion: nothing,
        temporaryDifferenceUsdMillion: nothing,
        carryforwardUseShare: { ...none, value: 1 },
      },
    },
    capitalRegime: {
      regime: 'other',
      level: 'bank',
      totalLeverageExposureUsdMillion: null,
      riskWeights: [],
      otherRiskWeightedAssetsUsdMillion: nothing,
      aociPhaseIn: [],
    },
  };
}
