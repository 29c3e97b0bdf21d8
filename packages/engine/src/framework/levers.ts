import type { Lever, Limit } from '../decision/index.js';
import { itemAt } from '../foundation/index.js';
import { fairSwapRate, unitSwapDv01 } from '../hedge/index.js';
import {
  baseDiscount,
  type Change,
  measureOf,
  type Outcome,
  type Position,
  type Study,
} from '../study/index.js';
import type { FloorPlan, HedgePlan, LeverPlan, LimitPlan } from './case-input.js';

/** One unit of a lever: a billion of notional or balance. */
const UNIT_USD_MILLION = 1000;

const REASON = { rationale: 'Strategic action', sources: [] };

/** The rate move against which margin for a new swap is held, basis points. */
const MARGIN_MOVE_BP = 200;

/** What a swap costs beyond its forwards. */
export type SwapPricing = Pick<HedgePlan, 'halfBidOfferBp' | 'marginFundingSpread'>;

/** Data of the plan to levers over this Study: sizes count in billions, or in price steps. */
export function leverOf(study: Study, plan: LeverPlan, pricing: SwapPricing): Lever {
  if (plan.kind === 'pay-fixed') return payFixed(study, plan, pricing);
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

/**
 * First-year carry of a billion of a lever that pays a fixed rate for a floating one, USD million:
 * the mean of the first twelve one-month forwards minus the fair rate (CASE-11). It is paid back
 * over the later years at those same forwards, so no cost may count it as income.
 */
export function firstYearCarry(study: Study, plan: LeverPlan): number {
  if (plan.kind !== 'pay-fixed' && plan.kind !== 'term-funding') return 0;
  const discount = baseDiscount(study);
  let forwards = 0;
  for (let month = 1; month <= 12; month += 1) {
    forwards += itemAt(discount, month - 1) / itemAt(discount, month) - 1;
  }
  return UNIT_USD_MILLION * (forwards - fairSwapRate(discount, 0, plan.maturityMonths));
}

function payFixed(study: Study, plan: PlanOf<'pay-fixed'>, pricing: SwapPricing): Lever {
  const { halfBidOfferBp, marginFundingSpread } = pricing;
  const years = plan.maturityMonths / 12;
  const discount = baseDiscount(study);
  const fixedRate = fairSwapRate(discount, 0, plan.maturityMonths) + study.market.swapSpread.value;
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
  const dv01 = unitSwapDv01(discount, {
    startMonth: 0,
    maturityMonth: plan.maturityMonths,
    fixedRate,
  });
  const margin = UNIT_USD_MILLION * dv01 * MARGIN_MOVE_BP * marginFundingSpread;
  return {
    ...lever,
    addedCostUsdMillion: firstYearCarry(study, plan) + dealing + margin,
    costNote:
      `swap spread, ${halfBidOfferBp} bp a year (half the bid-offer), margin for ` +
      `${MARGIN_MOVE_BP} bp ` +
      `funded at ${(10_000 * marginFundingSpread).toFixed(0)} bp; first-year carry not counted`,
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
    rateIndex: 'none',
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
    ageMonths: 0,
  };
  const lever = moneyLever(plan, title, (size) => ({
    ...REASON,
    kind: 'fund',
    id: plan.id,
    title,
    size,
    position,
    useOfProceedsId: plan.useOfProceedsId,
  }));
  return {
    ...lever,
    addedCostUsdMillion: firstYearCarry(study, plan),
    costNote: 'spread over the forwards; first-year carry not counted',
  };
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

/** A limit over this Study; `base` is its Outcome with nothing done. */
export function limitOf(plan: LimitPlan, study: Study, base: Outcome): Limit {
  const { id, title, measure, scenarios, worlds, scale, step, stepWords } = plan;
  return {
    id,
    title,
    measure,
    scenarios,
    worlds,
    floor: floorOf(plan.floor, study, base),
    cap: null,
    scale,
    step,
    stepWords,
    relaxable: true,
  };
}

export function floorOf(floor: FloorPlan, study: Study, base: Outcome): number {
  if (typeof floor === 'number') return floor;
  const { cet1UsdMillion, additionalTier1UsdMillion } = study.capital;
  return floor.of === 'tier-1-capital'
    ? floor.times * (cet1UsdMillion + additionalTier1UsdMillion)
    : floor.times * measureOf(base, 'nii.12m', '0');
}
