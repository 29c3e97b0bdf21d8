import { itemAt } from '../../foundation/index.js';
import { measureOf, type Outcome, type Study } from '../../study/index.js';
import type { HedgeComparison } from '../compare.js';
import type { Effectiveness } from '../effectiveness/effectiveness.js';
import type { LayerQuarter } from '../path/closed-portfolio.js';

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
      /** Rates must stand this far above the forwards before the hedge has paid for itself. */
      readonly kind: 'forward-curve';
      readonly costUsdMillion: number;
      readonly breakEvenBp: number;
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
  row: Pick<HedgeComparison, 'marginUsdMillion' | 'marginScenario'>,
  initialMarginUsdMillion: number,
  sources: number | null,
): HedgeBreak[] {
  const amountUsdMillion = row.marginUsdMillion + initialMarginUsdMillion;
  if (row.marginScenario === '') return [];
  const shareOfLiquidity = sources !== null && sources > 0 ? amountUsdMillion / sources : null;
  return [
    { kind: 'margin-call', scenario: row.marginScenario, amountUsdMillion, shareOfLiquidity },
  ];
}

/** Cost over what a basis point brings; nothing where the hedge earns or does not move. */
export function forwardBreak(costUsdMillion: number, dv01UsdMillion: number): HedgeBreak[] {
  if (!(costUsdMillion > 0) || dv01UsdMillion === 0) return [];
  const breakEvenBp = costUsdMillion / dv01UsdMillion;
  return [{ kind: 'forward-curve', costUsdMillion, breakEvenBp }];
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
