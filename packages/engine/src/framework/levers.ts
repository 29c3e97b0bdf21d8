import type { Lever, Limit } from '../decision/index.js';
import { fairSwapRate } from '../hedge/index.js';
import { baseDiscount, type Change, type Position, type Study } from '../study/index.js';
import type { LeverPlan, LimitPlan } from './case-input.js';

/** One unit of a lever: a billion of notional or balance. */
const UNIT_USD_MILLION = 1000;

const REASON = { rationale: 'Strategic action', sources: [] };

/** Data of the plan to levers over this Study: sizes count in billions, or in price steps. */
export function leverOf(study: Study, plan: LeverPlan, halfBidOfferBp: number): Lever {
  if (plan.kind === 'pay-fixed') return payFixed(study, plan, halfBidOfferBp);
  if (plan.kind === 'sell-afs') {
    return moneyLever(plan, 'Sell AFS securities', (size) => ({
      ...REASON,
      kind: 'sell',
      id: plan.id,
      title: 'Sell AFS securities',
      size,
      group: 'afs',
      carryingUsdMillion: UNIT_USD_MILLION,
      cashPositionId: plan.cashPositionId,
    }));
  }
  if (plan.kind === 'term-funding') return termFunding(study, plan);
  if (plan.kind === 'deposit-price') return depositPrice(plan);
  const lever = moneyLever(plan, 'Raise common equity', (size) => ({
    ...REASON,
    kind: 'capital',
    id: plan.id,
    title: 'Raise common equity',
    size,
    amountUsdMillion: UNIT_USD_MILLION,
    cashPositionId: plan.cashPositionId,
  }));
  const yearly = UNIT_USD_MILLION * plan.costOfEquity;
  return {
    ...lever,
    addedCostUsdMillion: yearly,
    costNote: `cost of equity ${(100 * plan.costOfEquity).toFixed(0)}% a year (judgement)`,
  };
}

function moneyLever(
  plan: { readonly id: string; readonly mostUsdMillion: number },
  title: string,
  change: (size: number) => Change,
): Lever {
  return {
    id: plan.id,
    title,
    makeChanges: (size) => [change(size)],
    low: 0,
    high: plan.mostUsdMillion / UNIT_USD_MILLION,
    unitSize: 1,
    unit: 'USD billion',
    addedCostUsdMillion: 0,
    costNote: '',
  };
}

type PlanOf<K extends LeverPlan['kind']> = Extract<LeverPlan, { readonly kind: K }>;

function payFixed(study: Study, plan: PlanOf<'pay-fixed'>, halfBidOfferBp: number): Lever {
  const years = plan.maturityMonths / 12;
  const fixedRate =
    fairSwapRate(baseDiscount(study), 0, plan.maturityMonths) + study.market.swapSpread.value;
  const title = `Pay fixed, ${years} years`;
  const lever = moneyLever(plan, title, (size) => ({
    ...REASON,
    kind: 'add-hedge',
    id: plan.id,
    title,
    size,
    swap: {
      id: plan.id,
      notionalUsdMillion: UNIT_USD_MILLION,
      fixedRate,
      floatSpread: 0,
      startMonth: 0,
      maturityMonth: plan.maturityMonths,
      model: 'undesignated',
      hedgedGroup: 'none',
    },
  }));
  const dealing = (UNIT_USD_MILLION * halfBidOfferBp) / 10_000;
  return {
    ...lever,
    addedCostUsdMillion: dealing,
    costNote: `half a bid-offer of ${halfBidOfferBp} bp a year`,
  };
}

function termFunding(study: Study, plan: PlanOf<'term-funding'>): Lever {
  const years = plan.maturityMonths / 12;
  const title = `Term funding, ${years} years`;
  const rate = fairSwapRate(baseDiscount(study), 0, plan.maturityMonths) + plan.spread;
  const position: Position = {
    id: plan.id,
    side: 'liability',
    group: 'borrowings',
    product: 'term-funding',
    accountingClass: 'amortised-cost',
    principal: 'even',
    behaviour: '',
    notionalUsdMillion: UNIT_USD_MILLION,
    carryingUsdMillion: UNIT_USD_MILLION,
    rate,
    couponRate: rate,
    premium: 0,
    floats: false,
    resetMonth: 0,
    firstPrincipalMonth: plan.maturityMonths,
    maturityMonth: plan.maturityMonths,
    noteRate: 0,
    discountSpread: plan.spread,
    reinvestTenorMonths: plan.maturityMonths,
    reinvestSpread: plan.spread,
  };
  return moneyLever(plan, title, (size) => ({
    ...REASON,
    kind: 'fund',
    id: plan.id,
    title,
    size,
    position,
    useOfProceedsId: plan.useOfProceedsId,
  }));
}

function depositPrice(plan: PlanOf<'deposit-price'>): Lever {
  const bp = (10_000 * plan.rateChange).toFixed(0);
  const title = `Pay ${plan.positionId} ${bp} bp more`;
  return {
    id: plan.id,
    title,
    makeChanges: (size) => [
      {
        ...REASON,
        kind: 'reprice-deposits',
        id: plan.id,
        title,
        size,
        positionId: plan.positionId,
        rateChange: plan.rateChange,
        lifeChangeYears: plan.lifeChangeYears,
      },
    ],
    low: 0,
    high: plan.mostUnits,
    unitSize: 1,
    unit: `steps of ${bp} bp`,
    addedCostUsdMillion: 0,
    costNote: `gains ${plan.lifeChangeYears} years of average life a step (judgement)`,
  };
}

export function limitOf(plan: LimitPlan): Limit {
  const { id, title, measure, scenarios, worlds, floor, scale, step, stepWords } = plan;
  return {
    id,
    title,
    measure,
    scenarios,
    worlds,
    floor,
    cap: null,
    scale,
    step,
    stepWords,
    relaxable: true,
  };
}
