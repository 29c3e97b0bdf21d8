import { itemAt } from '../../foundation/index.js';
import { measureOf, type Outcome, type Study } from '../../study/index.js';
import type { HedgeComparison } from '../compare.js';
import type { Effectiveness } from '../effectiveness/effectiveness.js';
import type { LayerQuarter } from '../path/closed-portfolio.js';
import type { AddedHedge } from '../variant.js';
import type { HedgeCost } from './hedge-cost.js';

/** What makes a hedge fail, as data: the framework tells it in words (HEDGE-24). */
export type HedgeBreak =
  | {
      /** The worst margin call, initial margin included. */
      readonly kind: 'margin-call';
      readonly scenario: string;
      readonly amountUsdMillion: number;
      /** Of the liquidity sources of 30 days; null where the Study states no outflow. */
      readonly shareOfLiquidity: number | null;
    }
  | {
      /** Rates follow the forwards, which are prices and no forecast. */
      readonly kind: 'forward-curve';
      readonly of: 'swaps' | 'futures' | 'options';
      /** Over 24 months; negative where the hedge earns. */
      readonly costUsdMillion: number;
      /** Of swaps, the NII in it: their value pays it back later, or takes it where they earn. */
      readonly niiGivenUpUsdMillion: number;
      /** What no later value pays back; null where an option is part of it. */
      readonly lostUsdMillion: number | null;
      /** Rates above the forwards that pay for what is lost; null likewise. */
      readonly breakEvenBp: number | null;
    }
  | {
      /** The scenario in which the bank loses and the hedge covers the least of it. */
      readonly kind: 'least-covered';
      readonly scenario: string;
      readonly lossUsdMillion: number;
      readonly coveredShare: number;
    }
  | {
      /** The assumption failure in which the hedge covers the least. */
      readonly kind: 'assumption-failure';
      readonly world: string;
      readonly scenario: string;
      readonly lossUsdMillion: number;
      readonly coveredShare: number;
    }
  | {
      /** Where the hedge adds most to a loss or makes one; world '' is the bank as it is. */
      readonly kind: 'added-loss';
      readonly world: string;
      readonly scenario: string;
      /** EVE change without and with the hedge; the latter is a loss. */
      readonly changeWithout: number;
      readonly changeWith: number;
    }
  | {
      readonly kind: 'layer-breach';
      readonly scenario: string;
      readonly quarter: number;
      readonly breachedShare: number;
    }
  | {
      /** Outside hedge accounting: reported CET1 falls with the hedge, after tax. */
      readonly kind: 'reported-loss';
      readonly scenario: string;
      readonly cet1UsdMillion: number;
    }
  | {
      /** What is deferred in AOCI falls into earnings when hedged funding is no longer probable. */
      readonly kind: 'funding-improbable';
      readonly scenario: string;
      readonly cet1UsdMillion: number;
    }
  /** Paid for options, gone where rates do not move their way. */
  | { readonly kind: 'premium'; readonly premiumUsdMillion: number }
  /** Of carrying futures from contract to contract. */
  | { readonly kind: 'roll'; readonly costAYearUsdMillion: number }
  | { readonly kind: 'swap-spread'; readonly costAYearUsdMillion: number }
  | { readonly kind: 'ineffective'; readonly slope: number; readonly rSquared: number };

/** Changes of less than this share of EVE are not called a loss. */
const SMALLEST_LOSS_SHARE = 0.001;

export interface Coverage {
  readonly scenario: string;
  readonly lossUsdMillion: number;
  readonly coveredShare: number;
}

/**
 * Of the scenarios in which the bank of `without` loses EVE: the one of which the hedge gives back
 * the least. `protectionIn` is its EVE change, which no behaviour of deposits or loans moves.
 */
export function leastCovered(
  without: Outcome,
  protectionIn: (scenario: string) => number,
  scenarios: readonly string[],
): Coverage | null {
  const smallest = SMALLEST_LOSS_SHARE * Math.abs(measureOf(without, 'eve.value', '0'));
  let worst: Coverage | null = null;
  for (const scenario of scenarios) {
    const loss = -measureOf(without, 'eve.change', scenario);
    if (!(loss > smallest)) continue;
    const coveredShare = protectionIn(scenario) / loss;
    if (worst === null || coveredShare < worst.coveredShare) {
      worst = { scenario, lossUsdMillion: loss, coveredShare };
    }
  }
  return worst;
}

/** A bank without the hedge, with a broken assumption or ('') as it is. */
export interface BrokenWorld {
  readonly id: string;
  readonly scenarios: readonly string[];
  readonly without: Outcome;
}

/** What the hedge loses counts as far as the bank ends below its base EVE. */
export function lossAdded({
  changeWithout,
  changeWith,
}: Pick<Extract<HedgeBreak, { kind: 'added-loss' }>, 'changeWithout' | 'changeWith'>): number {
  return Math.min(changeWithout, 0) - Math.min(changeWith, 0);
}

/** Over the bank as it is and its failures: where the hedge adds most to a loss, or makes one. */
export function addedLoss(
  worlds: readonly BrokenWorld[],
  protectionIn: (scenario: string) => number,
): HedgeBreak[] {
  let worst: Extract<HedgeBreak, { readonly kind: 'added-loss' }> | undefined;
  for (const { id: world, scenarios, without } of worlds) {
    const smallest = SMALLEST_LOSS_SHARE * Math.abs(measureOf(without, 'eve.value', '0'));
    for (const scenario of scenarios) {
      const changeWithout = measureOf(without, 'eve.change', scenario);
      const changeWith = changeWithout + protectionIn(scenario);
      const least = worst === undefined ? smallest : lossAdded(worst);
      if (!(lossAdded({ changeWithout, changeWith }) > least)) continue;
      worst = { kind: 'added-loss', world, scenario, changeWithout, changeWith };
    }
  }
  return worst === undefined ? [] : [worst];
}

/** The failure and scenario in which the hedge covers the least of the loss. */
export function failureBreak(
  worlds: readonly BrokenWorld[],
  protectionIn: (scenario: string) => number,
): HedgeBreak[] {
  let worst: Extract<HedgeBreak, { readonly kind: 'assumption-failure' }> | undefined;
  for (const { id: world, scenarios, without } of worlds) {
    const covered = leastCovered(without, protectionIn, scenarios);
    if (covered === null) continue;
    if (worst !== undefined && covered.coveredShare >= worst.coveredShare) continue;
    worst = { kind: 'assumption-failure', world, ...covered };
  }
  return worst === undefined ? [] : [worst];
}

/** The liquidity sources of 30 days in the base, or null where the Study states no outflow. */
export function liquiditySources(study: Study, outcome: Outcome): number | null {
  const { uninsuredUsdMillion, outflowShare } = study.liquidity;
  const found = outcome.measures.find(
    ({ id, scenario }) => id === 'liquidity.coverage' && scenario === '0',
  );
  return found === undefined ? null : found.value * uninsuredUsdMillion * outflowShare;
}

/** Margin at its worst: variation in the worst scenario, with what stands from the first day. */
export function marginBreak(
  row: Pick<HedgeComparison, 'worstMarginUsdMillion' | 'marginScenario'>,
  sources: number | null,
): HedgeBreak[] {
  const { worstMarginUsdMillion: amountUsdMillion } = row;
  if (row.marginScenario === '') return [];
  const shareOfLiquidity = sources !== null && sources > 0 ? amountUsdMillion / sources : null;
  return [
    { kind: 'margin-call', scenario: row.marginScenario, amountUsdMillion, shareOfLiquidity },
  ];
}

/** What following the forwards costs is measured from. */
export interface ForwardCost {
  readonly kinds: readonly AddedHedge['kind'][];
  readonly cost: Pick<HedgeCost, 'forwardExpected' | 'bidOffer' | 'marginFunding'>;
  /** Value lost on the day: of swaps, the swap spread times the annuity. */
  readonly dayOneLoss: number;
  readonly dv01UsdMillion: number;
}

/**
 * Rates that follow the forwards (HEDGE-24). What a swap gives up in NII its value has gained by
 * then: lost are bid-offer, margin funding and what it was worth less on the day. Futures have no
 * carry in NII: all of their cost is lost. Nothing where the hedge does not move.
 */
export function forwardBreak({
  kinds,
  cost,
  dayOneLoss,
  dv01UsdMillion,
}: ForwardCost): HedgeBreak[] {
  if (dv01UsdMillion === 0) return [];
  const { forwardExpected, bidOffer, marginFunding } = cost;
  const only = (kind: AddedHedge['kind']) => kinds.every((each) => each === kind);
  const dealt = { kind: 'forward-curve', costUsdMillion: forwardExpected } as const;
  const niiGivenUpUsdMillion = forwardExpected - bidOffer - marginFunding;
  const found = { ...dealt, niiGivenUpUsdMillion };
  if (!only('swap') && !only('future')) {
    return [{ ...found, of: 'options', lostUsdMillion: null, breakEvenBp: null }];
  }
  const lost = only('swap') ? bidOffer + marginFunding + dayOneLoss : forwardExpected;
  const breakEvenBp = lost / dv01UsdMillion;
  const of = only('swap') ? 'swaps' : 'futures';
  return [{ ...found, of, lostUsdMillion: lost, breakEvenBp }];
}

/** The first quarter in which a scenario leaves less in the portfolio than the layer. */
export function layerBreak(
  layers: readonly { readonly scenario: string; readonly quarters: readonly LayerQuarter[] }[],
): HedgeBreak[] {
  let first: Extract<HedgeBreak, { readonly kind: 'layer-breach' }> | undefined;
  for (const { scenario, quarters } of layers) {
    const found = quarters.find(({ breachedShare }) => breachedShare > 0);
    if (found === undefined || (first !== undefined && found.quarter >= first.quarter)) continue;
    const breachedShare = Math.max(...quarters.map((each) => each.breachedShare));
    first = { kind: 'layer-breach', scenario, quarter: found.quarter, breachedShare };
  }
  return first === undefined ? [] : [first];
}

/** The scenario in which the hedges of a model lose most, and the loss after tax. */
export function reportedBreak(
  row: HedgeComparison,
  model: HedgeComparison['accounting'][number]['model'],
  taxRate: number,
): HedgeBreak[] {
  const at = row.accounting.findIndex((part) => part.model === model);
  if (at === -1) return [];
  let worst = { scenario: '', loss: 0 };
  for (const { scenario, valueChangeByModel } of row.effects) {
    const change = itemAt(valueChangeByModel, at);
    if (change < worst.loss) worst = { scenario, loss: change };
  }
  if (worst.scenario === '') return [];
  const kind = model === 'cash-flow' ? 'funding-improbable' : 'reported-loss';
  return [{ kind, scenario: worst.scenario, cet1UsdMillion: (1 - taxRate) * worst.loss }];
}

export function effectivenessBreak(found: Effectiveness | null): HedgeBreak[] {
  if (found === null || found.regressionPasses) return [];
  return [{ kind: 'ineffective', slope: found.slope, rSquared: found.rSquared }];
}
