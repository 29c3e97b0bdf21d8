import { fail, issue, ok, type Result } from '../foundation/index.js';
import { measureOf, type Outcome, type Study } from '../study/index.js';
import { ACCOUNTING_RULES, type AccountingEffect, accountingEffect } from './accounting.js';
import { type CapitalEfficiency, capitalEfficiency } from './capital-efficiency.js';
import type { Swap } from './structure.js';
import { addedSwaps, type HedgeEngine, type ComparedHedge, withChanges } from './variant.js';

export interface CompareRequest extends HedgeEngine {
  /** The bank without the hedges that are compared. */
  readonly study: Study;
  readonly variants: readonly ComparedHedge[];
  /** Ids of scenarios of the Study besides the base. */
  readonly scenarios: readonly string[];
  /** Discount factors at 0, 1, … months of the base curve. */
  readonly discount: Float64Array;
  /** Funding cost of margin over what the margin account pays, decimal a year. */
  readonly marginFundingSpread: number;
}

/** What one hedge does in one scenario, with minus without, USD million. */
export interface ScenarioEffect {
  readonly scenario: string;
  readonly protection: number;
  readonly economicE0: number;
  /** Change of the swaps' own value against the base scenario. */
  readonly swapValueChange: number;
  readonly accounting: AccountingEffect;
}

export interface HedgeComparison {
  readonly id: string;
  readonly title: string;
  /** Sum of the absolute notionals added. */
  readonly notionalUsdMillion: number;
  readonly model: Swap['model'] | 'none';
  readonly accountingTitle: string;
  readonly accountingWords: string;
  /** 12-month NII in the base, with minus without. */
  readonly firstYearCarry: number;
  readonly effects: readonly ScenarioEffect[];
  /** Variation margin to be posted where the swaps lose most; 0 when they lose nowhere. */
  readonly marginUsdMillion: number;
  readonly marginScenario: string;
  readonly efficiency: CapitalEfficiency;
}

/**
 * Each hedge beside the same bank without it (HEDGE-6 to HEDGE-8): carry, protection, economic
 * CET1, accounting and margin, all from evaluations of whole Studies.
 * Issues: `hedge.accounting` when one variant mixes accounting models, `hedge.value` when the
 * Outcome has no hedge part, and those of a Change that does not fit.
 */
export function compareHedges(request: CompareRequest): Result<readonly HedgeComparison[]> {
  const without = request.evaluate(request.study);
  const rows: HedgeComparison[] = [];
  for (const variant of request.variants) {
    const hedged = withChanges(request.study, variant.changes, request.apply);
    if (!hedged.ok) return hedged;
    const row = compareOne(request, variant, without, request.evaluate(hedged.value));
    if (!row.ok) return row;
    rows.push(row.value);
  }
  return ok(rows);
}

function compareOne(
  request: CompareRequest,
  variant: ComparedHedge,
  without: Outcome,
  hedged: Outcome,
): Result<HedgeComparison> {
  const swaps = addedSwaps(variant.changes);
  const model = modelOf(variant, swaps);
  if (!model.ok) return model;
  const effects: ScenarioEffect[] = [];
  for (const scenario of request.scenarios) {
    const effect = effectOf(request, model.value, { scenario, without, hedged });
    if (!effect.ok) return effect;
    effects.push(effect.value);
  }
  const margin = marginOf(effects);
  const { title, words } =
    model.value === 'none' ? { title: 'No swap', words: '' } : ACCOUNTING_RULES[model.value];
  return ok({
    id: variant.id,
    title: variant.title,
    notionalUsdMillion: swaps.reduce((sum, swap) => sum + Math.abs(swap.notionalUsdMillion), 0),
    model: model.value,
    accountingTitle: title,
    accountingWords: words,
    firstYearCarry: measureOf(hedged, 'nii.12m', '0') - measureOf(without, 'nii.12m', '0'),
    effects,
    ...margin,
    efficiency: capitalEfficiency({
      without,
      with: hedged,
      scenarios: ['0', ...request.scenarios.filter((id) => id !== '0')],
      discount: request.discount,
      bidOfferUsdMillion: variant.bidOfferUsdMillion,
      marginUsdMillion: margin.marginUsdMillion,
      marginFundingSpread: request.marginFundingSpread,
    }),
  });
}

interface Pair {
  readonly scenario: string;
  readonly without: Outcome;
  readonly hedged: Outcome;
}

function effectOf(
  request: CompareRequest,
  model: Swap['model'] | 'none',
  pair: Pair,
): Result<ScenarioEffect> {
  const { scenario, without, hedged } = pair;
  const before = swapChange(without, scenario);
  if (!before.ok) return before;
  const after = swapChange(hedged, scenario);
  if (!after.ok) return after;
  const swapValueChange = after.value - before.value;
  const difference = (id: string): number =>
    measureOf(hedged, id, scenario) - measureOf(without, id, scenario);
  const { aociOptOut } = request.study.capital;
  return ok({
    scenario,
    protection: difference('eve.change'),
    economicE0: difference('capital.economic.e0'),
    swapValueChange,
    accounting:
      model === 'none'
        ? { aoci: 0, cet1: 0 }
        : accountingEffect(model, aociOptOut, swapValueChange),
  });
}

function swapChange(outcome: Outcome, scenario: string): Result<number> {
  const found = outcome.measures.find((m) => m.id === 'eve.change' && m.scenario === scenario);
  const value = found?.by?.hedges;
  if (value !== undefined) return ok(value);
  const path = `eve.change[${scenario}].by.hedges`;
  return fail(issue('hedge.value', path, 'the hedge part of the EVE change', 'nothing'));
}

function modelOf(variant: ComparedHedge, swaps: readonly Swap[]): Result<Swap['model'] | 'none'> {
  const models = [...new Set(swaps.map((swap) => swap.model))];
  if (models.length > 1) {
    return fail(
      issue('hedge.accounting', variant.id, 'one accounting model a variant', models.join(', ')),
    );
  }
  return ok(models[0] ?? 'none');
}

function marginOf(effects: readonly ScenarioEffect[]): {
  readonly marginUsdMillion: number;
  readonly marginScenario: string;
} {
  let worst = { marginUsdMillion: 0, marginScenario: '' };
  for (const { scenario, swapValueChange } of effects) {
    if (-swapValueChange > worst.marginUsdMillion) {
      worst = { marginUsdMillion: -swapValueChange, marginScenario: scenario };
    }
  }
  return worst;
}
