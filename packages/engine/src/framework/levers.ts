import {
  type Lever,
  type LeverTemplate,
  type Limit,
  leverOf as leverOfTemplate,
  type SwapPricing,
  unitCarry,
} from '../decision/index.js';
import type { Result } from '../foundation/index.js';
import { measureOf, type Outcome, type Study } from '../study/index.js';
import type { FloorPlan, LeverPlan, LimitPlan } from './case-input.js';

/** One unit of a lever: a billion of notional or balance. */
const UNIT_USD_MILLION = 1000;

/** Data of the plan to levers over this Study: sizes count in billions, or in price steps. */
export function leverOf(study: Study, plan: LeverPlan, pricing: SwapPricing): Result<Lever> {
  const terms = { pricing, unitUsdMillion: UNIT_USD_MILLION, deposits: null };
  return leverOfTemplate(study, templateOf(plan), terms);
}

/** The levers of a case in the words of every decision. */
export function templateOf(plan: LeverPlan): LeverTemplate {
  switch (plan.kind) {
    case 'pay-fixed':
    case 'receive-fixed':
      return swap(plan);
    case 'sell-afs':
      return { ...plan, kind: 'sell', group: 'afs', title: 'Sell AFS securities' };
    case 'term-funding': {
      const title = `Term funding, ${plan.maturityMonths / 12} years`;
      return { ...plan, kind: 'fund', source: 'term', title };
    }
    case 'deposit-price': {
      const { mostUnits, ...rest } = plan;
      const bp = (10_000 * plan.rateChange).toFixed(0);
      const title = `Pay depositors ${bp} bp more (row ${plan.positionId})`;
      const won = { balanceChangeUsdMillion: 0, cashPositionId: '' };
      return { ...rest, ...won, title, mostSteps: mostUnits };
    }
    case 'raise-capital':
      return { ...plan, title: 'Raise common equity' };
  }
}

type SwapPlan = Extract<LeverPlan, { readonly kind: 'pay-fixed' | 'receive-fixed' }>;

function swap({ kind, id, maturityMonths, mostUsdMillion }: SwapPlan): LeverTemplate {
  const title = `${kind === 'pay-fixed' ? 'Pay' : 'Receive'} fixed, ${maturityMonths / 12} years`;
  const leg = {
    side: kind,
    startMonth: 0,
    maturityMonth: maturityMonths,
    weight: 1,
  } as const;
  return {
    ...{ kind: 'swaps', id, title, mostUsdMillion },
    structure: { id, title, weighting: 'notional', legs: [leg] },
    model: 'undesignated',
    hedgedGroup: 'none',
  };
}

/**
 * First-year carry of a billion of a lever that pays a fixed rate for a floating one, USD million:
 * the mean of the first twelve one-month forwards minus the fair rate (CASE-11); with the other
 * sign where the fixed rate is received. It is paid back
 * over the later years at those same forwards, so no cost may count it as income.
 */
export function firstYearCarry(study: Study, plan: LeverPlan): number {
  if (!('maturityMonths' in plan)) return 0;
  const sign = plan.kind === 'receive-fixed' ? -1 : 1;
  return sign * UNIT_USD_MILLION * unitCarry(study, 0, plan.maturityMonths);
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
