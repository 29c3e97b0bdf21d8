import { fail, issue, ok, type Result } from '../foundation/index.js';
import { type Change, measureOf, type Outcome, type Study } from '../study/index.js';
import { ACCOUNTING_RULES, type AccountingEffect, accountingEffect } from './accounting.js';
import { type CapitalEfficiency, capitalEfficiency } from './capital-efficiency.js';
import { type MarginCall, marginCall } from './margin-call.js';
import type { Swap } from './structure.js';
import {
  type AddedHedge,
  addedHedges,
  type ComparedHedge,
  type HedgeEngine,
  withChanges,
} from './variant.js';

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
  /** The former by accounting model, in the order of `accounting` of the row. */
  readonly valueChangeByModel: readonly number[];
  readonly accounting: AccountingEffect;
}

/** The swaps of one accounting model, and what the model does with their value. */
export interface AccountingPart {
  readonly model: Swap['model'];
  readonly title: string;
  readonly words: string;
  readonly notionalUsdMillion: number;
}

export interface HedgeComparison extends MarginCall {
  readonly id: string;
  readonly title: string;
  /** Sum of the absolute notionals added. */
  readonly notionalUsdMillion: number;
  /** One entry an accounting model among the swaps added. */
  readonly accounting: readonly AccountingPart[];
  /** 12-month NII in the base, with minus without. */
  readonly firstYearCarry: number;
  readonly effects: readonly ScenarioEffect[];
  readonly efficiency: CapitalEfficiency;
}

/**
 * Each hedge beside the same bank without it (HEDGE-6 to HEDGE-8): carry, protection, economic
 * CET1, accounting and margin, all from evaluations of whole Studies.
 * Issues: `hedge.value` when the Outcome has no hedge part, and those of a Change that does not
 * fit.
 */
export function compareHedges(request: CompareRequest): Result<readonly HedgeComparison[]> {
  const without = request.evaluate(request.study);
  const rows: HedgeComparison[] = [];
  for (const variant of request.variants) {
    const row = compareOne(request, variant, without);
    if (!row.ok) return row;
    rows.push(row.value);
  }
  return ok(rows);
}

function compareOne(
  request: CompareRequest,
  variant: ComparedHedge,
  without: Outcome,
): Result<HedgeComparison> {
  const hedges = addedHedges(variant.changes);
  const models = [...new Set(hedges.map(({ model }) => model))];
  const whole = evaluateWith(request, variant.changes);
  if (!whole.ok) return whole;
  const hedged = whole.value;
  const parts = evaluateParts(request, variant, models, hedged);
  if (!parts.ok) return parts;
  const effects: ScenarioEffect[] = [];
  for (const scenario of request.scenarios) {
    const effect = effectOf(request, { scenario, without, hedged, parts: parts.value });
    if (!effect.ok) return effect;
    effects.push(effect.value);
  }
  const margin = marginCall(request, variant);
  if (!margin.ok) return margin;
  return ok({
    id: variant.id,
    title: variant.title,
    notionalUsdMillion: notionalOf(hedges),
    accounting: models.map((model) => ({
      model,
      title: ACCOUNTING_RULES[model].title,
      words: ACCOUNTING_RULES[model].words,
      notionalUsdMillion: notionalOf(hedges.filter((hedge) => hedge.model === model)),
    })),
    firstYearCarry: measureOf(hedged, 'nii.12m', '0') - measureOf(without, 'nii.12m', '0'),
    effects,
    ...margin.value,
    efficiency: capitalEfficiency({
      without,
      with: hedged,
      scenarios: ['0', ...request.scenarios.filter((id) => id !== '0')],
      discount: request.discount,
      bidOfferUsdMillion: variant.bidOfferUsdMillion,
      marginUsdMillion: margin.value.worstMarginUsdMillion,
      marginFundingSpread: request.marginFundingSpread,
    }),
  });
}

/** The bank with the swaps of one accounting model alone. */
interface Part {
  readonly model: Swap['model'];
  readonly outcome: Outcome;
}

/** Swap values add up, so each model's share is valued on its own; one model needs nothing more. */
function evaluateParts(
  request: CompareRequest,
  variant: ComparedHedge,
  models: readonly Swap['model'][],
  hedged: Outcome,
): Result<readonly Part[]> {
  const parts: Part[] = [];
  for (const model of models) {
    const own = variant.changes.filter((change) =>
      addedHedges([change]).some((hedge) => hedge.model === model),
    );
    const outcome = models.length === 1 ? ok(hedged) : evaluateWith(request, own);
    if (!outcome.ok) return outcome;
    parts.push({ model, outcome: outcome.value });
  }
  return ok(parts);
}

function evaluateWith(request: CompareRequest, changes: readonly Change[]): Result<Outcome> {
  const study = withChanges(request.study, changes, request.apply);
  return study.ok ? ok(request.evaluate(study.value)) : study;
}

interface Compared {
  readonly scenario: string;
  readonly without: Outcome;
  readonly hedged: Outcome;
  readonly parts: readonly Part[];
}

function effectOf(request: CompareRequest, compared: Compared): Result<ScenarioEffect> {
  const { scenario, without, hedged } = compared;
  const before = swapChange(without, scenario);
  if (!before.ok) return before;
  const after = swapChange(hedged, scenario);
  if (!after.ok) return after;
  const accounting = { aoci: 0, cet1: 0 };
  const valueChangeByModel: number[] = [];
  for (const { model, outcome } of compared.parts) {
    const own = swapChange(outcome, scenario);
    if (!own.ok) return own;
    const { aociOptOut } = request.study.capital;
    const effect = accountingEffect(model, aociOptOut, own.value - before.value);
    valueChangeByModel.push(own.value - before.value);
    accounting.aoci += effect.aoci;
    accounting.cet1 += effect.cet1;
  }
  const difference = (id: string): number =>
    measureOf(hedged, id, scenario) - measureOf(without, id, scenario);
  return ok({
    scenario,
    protection: difference('eve.change'),
    economicE0: difference('capital.economic.e0'),
    swapValueChange: after.value - before.value,
    valueChangeByModel,
    accounting,
  });
}

function swapChange(outcome: Outcome, scenario: string): Result<number> {
  const found = outcome.measures.find((m) => m.id === 'eve.change' && m.scenario === scenario);
  const value = found?.by?.hedges;
  if (value !== undefined) return ok(value);
  const path = `eve.change[${scenario}].by.hedges`;
  return fail(issue('hedge.value', path, 'the hedge part of the EVE change', 'nothing'));
}

function notionalOf(hedges: readonly AddedHedge[]): number {
  return hedges.reduce((sum, hedge) => sum + Math.abs(hedge.notionalUsdMillion), 0);
}
