import { fail, type Issue, issue, ok, type Result } from '../foundation/index.js';
import {
  type CapitalEfficiency,
  capitalEfficiency,
  type HedgeEngine,
  marginCall,
  USUAL_TERMS,
} from '../hedge/index.js';
import { baseDiscount, type Change, measureOf, type Outcome, type Study } from '../study/index.js';
import type { DisciplinePlan } from './case-input.js';
import { hedgesApart } from './discipline-hedges.js';

/** Scenarios among which the worst is looked for, the same for every bank (EFF-2). */
export const DISCIPLINE_SCENARIOS = ['-200', '-100', '+100', '+200'] as const;

/** Lost on what is sold, share of the carrying amount: judgements, the same for all (EFF-4). */
export const SALE_BID_OFFER = { afs: 0.002, htm: 0.005, loans: 0.02 } as const;

const FAMILIES = ['income', 'capital', 'marks'] as const;

export interface DisciplineRequest {
  readonly study: Study;
  readonly discipline: Pick<DisciplinePlan, 'heldByBank' | 'changes'>;
  readonly engine: HedgeEngine;
}

/**
 * What a discipline keeps and costs, USD million before tax (EFF-1 to EFF-5). No ratio, too, where
 * nothing is kept: below zero the dearer of two would stand first.
 */
export interface DisciplineResult extends CapitalEfficiency {
  /** Economic CET1 (E0) in `scenario`. */
  readonly e0With: number;
  readonly e0Without: number;
  /** 12-month NII in the base, with minus without: a cost is negative. */
  readonly firstYearCarry: number;
  /** The denominator: 24 months at forwards with trading and margin. A gain is negative. */
  readonly forwardExpectedCost: number;
}

/** The bank with the discipline and the bank without it. */
export interface DisciplinePair {
  readonly with: Study;
  readonly without: Study;
}

/** Both banks (EFF-1). Issues: those of a Change that does not fit, with its id. */
export function disciplinePair({
  study,
  discipline,
  engine,
}: DisciplineRequest): Result<DisciplinePair> {
  let other = study;
  for (const change of discipline.changes) {
    const applied = engine.apply(other, change);
    if (!applied.ok) return fail(...applied.issues.map((found) => under(change.id, found)));
    other = applied.value;
  }
  return ok(
    discipline.heldByBank ? { with: study, without: other } : { with: other, without: study },
  );
}

function under(id: string, found: Issue): Issue {
  return { ...found, path: `${id}: ${found.path}` };
}

/**
 * Capital efficiency of a discipline on whole Studies, the same for every bank (EFF-1 to EFF-5).
 * Issues: `discipline.scenario` where the Study lacks one of the four; those of Changes, margin and
 * of measures that cannot be made.
 */
export function disciplineOf(request: DisciplineRequest): Result<DisciplineResult> {
  const { study, engine } = request;
  const missing = ['0', ...DISCIPLINE_SCENARIOS].filter(
    (id) => !study.scenarios.some((scenario) => scenario.id === id),
  );
  if (missing.length > 0) {
    const expected = `scenarios 0, ${DISCIPLINE_SCENARIOS.join(', ')}`;
    return fail(issue('discipline.scenario', '/scenarios', expected, `no ${missing.join(', ')}`));
  }
  const pair = disciplinePair(request);
  if (!pair.ok) return pair;
  const outcomes = outcomesOf(pair.value, engine);
  if (!outcomes.ok) return outcomes;
  const margin = marginOf(pair.value, engine);
  if (!margin.ok) return margin;
  return ok(efficiencyOf(request, pair.value, outcomes.value, margin.value));
}

interface PairOutcomes {
  readonly with: Outcome;
  readonly without: Outcome;
}

function outcomesOf(pair: DisciplinePair, { evaluate }: HedgeEngine): Result<PairOutcomes> {
  const outcomes = {
    with: evaluate(pair.with, FAMILIES),
    without: evaluate(pair.without, FAMILIES),
  };
  const issues = [outcomes.with, outcomes.without].flatMap(({ refused }) =>
    refused.filter(({ id }) => NEEDED.includes(id)).map((each) => each.issue),
  );
  return issues.length > 0 ? fail(...issues) : ok(outcomes);
}

const NEEDED = ['capital.economic.e0', 'nii.12m', 'nii.24m', 'unrealised.hedges'];

function efficiencyOf(
  { discipline }: DisciplineRequest,
  pair: DisciplinePair,
  outcomes: PairOutcomes,
  marginUsdMillion: number,
): DisciplineResult {
  const efficiency = capitalEfficiency({
    ...outcomes,
    scenarios: DISCIPLINE_SCENARIOS,
    discount: baseDiscount(pair.without),
    bidOfferUsdMillion: hedgeBidOffer(pair, outcomes) + saleBidOffer(discipline),
    marginUsdMillion,
    marginFundingSpread: USUAL_TERMS.marginFundingSpread,
  });
  const e0 = (outcome: Outcome) => measureOf(outcome, 'capital.economic.e0', efficiency.scenario);
  const nii = (outcome: Outcome) => measureOf(outcome, 'nii.12m', '0');
  return {
    ...efficiency,
    ratio: efficiency.capitalKept > 0 ? efficiency.ratio : null,
    e0With: e0(outcomes.with),
    e0Without: e0(outcomes.without),
    firstYearCarry: nii(outcomes.with) - nii(outcomes.without),
    forwardExpectedCost: efficiency.cost,
  };
}

/** Half the bid-offer on the net DV01 of the hedges that set the two apart (EFF-4). */
function hedgeBidOffer(pair: DisciplinePair, outcomes: PairOutcomes): number {
  if (hedgesApart(pair.with, pair.without).length === 0) return 0;
  const worth = (outcome: Outcome, id: string) => measureOf(outcome, 'unrealised.hedges', id);
  const gain = (outcome: Outcome) => worth(outcome, '+100') - worth(outcome, '0');
  const dv01 = Math.abs(gain(outcomes.with) - gain(outcomes.without)) / 100;
  return dv01 * USUAL_TERMS.halfBidOfferBp;
}

/** Lost on sales of the bank with the discipline; what the other trades saves nothing. */
function saleBidOffer({ heldByBank, changes }: DisciplineRequest['discipline']): number {
  if (heldByBank) return 0;
  return changes.reduce((sum, change) => sum + saleCost(change), 0);
}

function saleCost(change: Change): number {
  if (change.kind !== 'sell') return 0;
  return change.carryingUsdMillion * change.size * SALE_BID_OFFER[change.group];
}

/** The worst margin call of the hedges that the bank with the discipline has beyond the other. */
function marginOf(pair: DisciplinePair, engine: HedgeEngine): Result<number> {
  const changes = hedgesApart(pair.with, pair.without);
  if (changes.length === 0) return ok(0);
  const hedge = { id: 'discipline', title: 'Discipline', changes, bidOfferUsdMillion: 0 };
  const call = marginCall(
    { study: pair.without, scenarios: DISCIPLINE_SCENARIOS, ...engine },
    hedge,
  );
  return call.ok ? ok(call.value.worstMarginUsdMillion) : call;
}
