import { type Issue, itemAt, ok, type Result } from '../../foundation/index.js';
import {
  baseDiscount,
  type CapitalQuarter,
  type Change,
  type Outcome,
  type Study,
} from '../../study/index.js';
import { compareHedges, type HedgeComparison } from '../compare.js';
import { type Effectiveness, effectivenessOf } from '../effectiveness/effectiveness.js';
import { valueMoves } from '../effectiveness/value-moves.js';
import { layerQuarters } from '../path/closed-portfolio.js';
import {
  hedgeChanges,
  splitDesignation,
  strikeStructure,
  type TradedStructure,
} from '../structure.js';
import { addedSwaps, type ComparedHedge, type HedgeEngine, withChanges } from '../variant.js';
import {
  effectivenessBreak,
  forwardBreak,
  type HedgeBreak,
  layerBreak,
  leastCovered,
  liquiditySources,
  marginBreak,
  reportedBreak,
} from './breaks.js';
import { type CapitalReading, capitalReading, type HedgeResult } from './capital-kept.js';
import { type HedgeCost, hedgeCost } from './hedge-cost.js';
import { type HedgePath, hedgePaths } from './hedge-paths.js';
import { type LaterRate, type RealisedCarry, realisedCarry } from './realised-carry.js';
import { type HedgeSizing, type SizedStructure, sizeStructure } from './size-structure.js';
import { type HedgeTerms, initialMarginBp, type TradedAs } from './terms.js';

export interface AssessRequest extends HedgeEngine {
  /** The bank as it is, with the hedges it has. */
  readonly study: Study;
  readonly structures: readonly TradedStructure[];
  readonly sizing: HedgeSizing;
  /** In which the paths stand. */
  readonly scenario: string;
  readonly terms: HedgeTerms;
  /** Moves of the curve for accounting effectiveness. */
  readonly history: Study['scenarios'];
  /** Assumption failures as Changes, each in the scenarios that it is written for. */
  readonly worlds: readonly {
    readonly id: string;
    readonly changes: readonly Change[];
    readonly scenarios: readonly string[];
  }[];
  readonly quarters: number;
  /** One-month rates that came after the date; empty: the realised line has no value. */
  readonly laterRates: readonly LaterRate[];
  readonly capitalQuarters: (study: Study, scenario: string) => Result<CapitalQuarter[]>;
}

/** Capital in a scenario, of the bank without the hedge and with it. */
export interface CapitalKept {
  readonly scenario: string;
  readonly without: CapitalReading;
  readonly with: CapitalReading;
}

/** Everything that the comparison tells about one structure. */
export interface AssessedHedge {
  readonly comparison: HedgeComparison;
  readonly tradedAs: TradedAs;
  readonly because: string;
  readonly dv01UsdMillion: number;
  readonly initialMarginUsdMillion: number;
  /** Initial margin and the worst variation margin. */
  readonly worstMarginUsdMillion: number;
  readonly cost: HedgeCost;
  readonly realised: RealisedCarry | null;
  readonly capital: readonly CapitalKept[];
  /** Of the fair value hedges of AFS against their share of the book; null without such. */
  readonly effectiveness: Effectiveness | null;
  readonly paths: readonly HedgePath[];
  readonly breaks: readonly HedgeBreak[];
}

export interface HedgeAssessment {
  readonly sizing: HedgeSizing;
  readonly scenario: string;
  readonly terms: HedgeTerms;
  readonly hedges: readonly AssessedHedge[];
  /** Structures that could not be sized or need no notional, each with the reason. */
  readonly left: readonly {
    readonly id: string;
    readonly title: string;
    readonly issues: readonly Issue[];
  }[];
}

const REASON = { rationale: 'Hedge evaluation', sources: [] };

/**
 * Every structure sized, put beside the same bank without it, and judged: cost, protection, capital
 * kept, margin, accounting, and what breaks it (HEDGE-21 to HEDGE-24). A structure that cannot be
 * sized is left out with its reason; an issue is something that no structure can do without.
 */
export function assessHedges(request: AssessRequest): Result<HedgeAssessment> {
  const { study, structures, sizing, scenario, terms } = request;
  const hedges: AssessedHedge[] = [];
  const left: HedgeAssessment['left'][number][] = [];
  const without = request.evaluate(study);
  for (const structure of structures) {
    const { id, title } = structure;
    const sized = sizeStructure(request, study, structure, sizing);
    if (!sized.ok) left.push({ id, title, issues: sized.issues });
    else if (sized.value.notionalUsdMillion === 0) left.push({ id, title, issues: [] });
    else {
      const hedge = assessOne(request, sized.value, without);
      if (!hedge.ok) return hedge;
      hedges.push(hedge.value);
    }
  }
  return ok({ sizing, scenario, terms, hedges, left });
}

function assessOne(
  request: AssessRequest,
  sized: SizedStructure,
  without: Outcome,
): Result<AssessedHedge> {
  const { study, terms } = request;
  const changes = designated(study, sized);
  if (!changes.ok) return changes;
  const hedge = priced(sized, changes.value, terms);
  const compared = compareHedges({
    ...request,
    variants: [hedge],
    scenarios: scenariosOf(study),
    discount: baseDiscount(study),
    marginFundingSpread: terms.marginFundingSpread,
  });
  if (!compared.ok) return compared;
  const comparison = itemAt(compared.value, 0);
  const after = withChanges(study, changes.value, request.apply);
  if (!after.ok) return after;
  const hedged = request.evaluate(after.value);
  const effectiveness = effectivenessIn(request, changes.value);
  if (!effectiveness.ok) return effectiveness;
  const paths = hedgePaths({ ...request, changes: changes.value });
  if (!paths.ok) return paths;
  const failures = failureBreak(request, changes.value);
  if (!failures.ok) return failures;
  const swaps = addedSwaps(changes.value);
  const realised = realisedCarry(swaps, request.laterRates);
  const fixedNotional = swaps.reduce((sum, swap) => sum + swap.notionalUsdMillion, 0);
  const cost = hedgeCost(comparison, fixedNotional, terms);
  const initial = hedge.initialMarginUsdMillion ?? 0;
  const covered = leastCovered(without, hedged, scenariosOf(study));
  return ok({
    comparison,
    tradedAs: sized.structure.tradedAs,
    because: sized.because,
    dv01UsdMillion: sized.dv01UsdMillion,
    initialMarginUsdMillion: initial,
    worstMarginUsdMillion: initial + comparison.marginUsdMillion,
    cost,
    realised: realised.ok ? realised.value : null,
    capital: capitalKept(request, comparison, without, hedged),
    effectiveness: effectiveness.value,
    paths: paths.value,
    breaks: [
      ...marginBreak(comparison, initial, liquiditySources(study, without)),
      ...forwardBreak(cost.forwardExpected, sized.dv01UsdMillion),
      ...(covered === null ? [] : [{ kind: 'least-covered', ...covered } as const]),
      ...failures.value,
      ...effectivenessBreak(effectiveness.value),
      ...layersIn(request, changes.value),
      ...reportedBreak(comparison, 'undesignated', study.capital.taxRate),
      ...reportedBreak(comparison, 'cash-flow', study.capital.taxRate),
      { kind: 'swap-spread', costAYearUsdMillion: Math.max(...cost.swapSpreadRange) },
    ],
  });
}

/** Every scenario but the base. */
function scenariosOf({ scenarios }: Study): readonly string[] {
  return scenarios.map(({ id }) => id).filter((id) => id !== '0');
}

/** Paying fixed: fair value up to the AFS book, the rest undesignated; otherwise undesignated. */
function designated(
  study: Study,
  { structure, notionalUsdMillion }: SizedStructure,
): Result<readonly Change[]> {
  const pays = structure.legs.every(({ side }) => side === 'pay-fixed');
  const capacity = pays ? fairValueCapacity(study) : 0;
  const designation =
    capacity > 0
      ? ({ model: 'fair-value', hedgedGroup: 'afs' } as const)
      : ({ model: 'undesignated', hedgedGroup: 'none' } as const);
  const swaps = strikeStructure(structure, notionalUsdMillion, {
    discount: baseDiscount(study),
    swapSpread: study.market.swapSpread.value,
    ...designation,
  });
  if (!swaps.ok) return swaps;
  const split = capacity > 0 ? splitDesignation(swaps.value, capacity) : swaps.value;
  return ok(hedgeChanges(split, REASON));
}

/** The AFS carrying amount that no fair value hedge of the Study takes up yet. */
function fairValueCapacity(study: Study): number {
  const taken = study.hedges
    .filter(({ model, hedgedGroup }) => model === 'fair-value' && hedgedGroup === 'afs')
    .reduce((sum, { notionalUsdMillion }) => sum + Math.abs(notionalUsdMillion), 0);
  return Math.max(0, afsCarrying(study) - taken);
}

function afsCarrying({ book }: Study): number {
  const code = book.group.names.indexOf('afs');
  return book.carryingUsdMillion.reduce(
    (sum, amount, row) => (book.group.codes[row] === code ? sum + amount : sum),
    0,
  );
}

function priced(
  { structure, dv01UsdMillion }: SizedStructure,
  changes: readonly Change[],
  terms: HedgeTerms,
): ComparedHedge {
  const perBp = Math.abs(dv01UsdMillion);
  return {
    id: structure.id,
    title: structure.title,
    changes,
    bidOfferUsdMillion: perBp * terms.halfBidOfferBp,
    initialMarginUsdMillion: perBp * initialMarginBp(structure.tradedAs, terms),
  };
}

function capitalKept(
  { study, terms }: AssessRequest,
  comparison: HedgeComparison,
  without: Outcome,
  hedged: Outcome,
): readonly CapitalKept[] {
  const nothing: HedgeResult = { undesignated: 0, fairValueAfs: 0 };
  return comparison.effects.map(({ scenario, valueChangeByModel }) => {
    const ofModel = (model: string): number => {
      const at = comparison.accounting.findIndex((part) => part.model === model);
      return at === -1 ? 0 : itemAt(valueChangeByModel, at);
    };
    const hedges: HedgeResult = {
      undesignated: ofModel('undesignated'),
      fairValueAfs: ofModel('fair-value'),
    };
    return {
      scenario,
      without: capitalReading(study, without, { scenario, hedges: nothing, terms }),
      with: capitalReading(study, hedged, { scenario, hedges, terms }),
    };
  });
}

/** The fair value part against the share of the AFS book that its notional is. */
function effectivenessIn(
  request: AssessRequest,
  changes: readonly Change[],
): Result<Effectiveness | null> {
  const fairValue = changes.filter(
    (change) => change.kind === 'add-hedge' && change.swap.model === 'fair-value',
  );
  if (fairValue.length === 0) return ok(null);
  const notional = addedSwaps(fairValue).reduce((sum, swap) => sum + swap.notionalUsdMillion, 0);
  const moves = valueMoves({
    ...request,
    changes: fairValue,
    hedgedGroup: 'afs',
    share: Math.min(1, notional / afsCarrying(request.study)),
  });
  return moves.ok ? effectivenessOf(moves.value) : moves;
}

function layersIn(request: AssessRequest, changes: readonly Change[]): HedgeBreak[] {
  const { study, quarters } = request;
  return layerBreak(
    study.scenarios.map(({ id: scenario }) => ({
      scenario,
      quarters: layerQuarters({ study, changes, group: 'afs', scenario, quarters }),
    })),
  );
}

/** The failure and scenario in which the hedge covers the least of the loss. */
function failureBreak(
  request: AssessRequest,
  changes: readonly Change[],
): Result<readonly HedgeBreak[]> {
  let worst: Extract<HedgeBreak, { readonly kind: 'assumption-failure' }> | undefined;
  for (const { id: world, changes: broken, scenarios } of request.worlds) {
    const bare = withChanges(request.study, broken, request.apply);
    if (!bare.ok) return bare;
    const hedged = withChanges(bare.value, changes, request.apply);
    if (!hedged.ok) return hedged;
    const covered = leastCovered(
      request.evaluate(bare.value, ['value']),
      request.evaluate(hedged.value, ['value']),
      scenarios,
    );
    if (covered === null || (worst !== undefined && covered.coveredShare >= worst.coveredShare)) {
      continue;
    }
    worst = { kind: 'assumption-failure', world, ...covered };
  }
  return ok(worst === undefined ? [] : [worst]);
}
