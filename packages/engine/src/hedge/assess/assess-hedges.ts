import { type Issue, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import {
  baseDiscount,
  type CapitalQuarter,
  type Change,
  measureOf,
  type Outcome,
  type Study,
} from '../../study/index.js';
import type { TradedStructure } from '../catalogue/structure-leg.js';
import { compareHedges, type HedgeComparison } from '../compare.js';
import { type Effectiveness, effectivenessOf } from '../effectiveness/effectiveness.js';
import { valueMoves } from '../effectiveness/value-moves.js';
import { layerQuarters } from '../path/closed-portfolio.js';
import { addedHedges, addedSwaps, type HedgeEngine, withChanges } from '../variant.js';
import {
  addedLoss,
  type BrokenWorld,
  effectivenessBreak,
  failureBreak,
  forwardBreak,
  type HedgeBreak,
  layerBreak,
  leastCovered,
  liquiditySources,
  marginBreak,
  reportedBreak,
} from './breaks.js';
import { type CapitalReading, capitalReading, type HedgeResult } from './capital-kept.js';
import { type TradingTraits, tradingTraits } from './exchange.js';
import { type HedgeCost, hedgeCost } from './hedge-cost.js';
import { type HedgePath, hedgePaths } from './hedge-paths.js';
import { MOST_TIMES_ASSETS, mostNotional } from './most-notional.js';
import { afsCarrying, placeHedge } from './place-hedge.js';
import { type LaterRate, type RealisedCarry, realisedCarry } from './realised-carry.js';
import { type HedgeSizing, type SizedStructure, sizeStructure } from './size-structure.js';
import type { HedgeTerms, TradedAs } from './terms.js';

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
  /** What puts it in place: one Change a leg and accounting class. */
  readonly changes: readonly Change[];
  readonly tradedAs: TradedAs;
  readonly because: string;
  readonly dv01UsdMillion: number;
  readonly cost: HedgeCost;
  readonly realised: RealisedCarry | null;
  readonly capital: readonly CapitalKept[];
  /** Of the fair value hedges of AFS against their share of the book, or as if it were one. */
  readonly effectiveness: Effectiveness | null;
  /** True where a part of it is designated to AFS at fair value. */
  readonly designated: boolean;
  readonly traits: TradingTraits;
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
  const worlds = brokenWorlds(request);
  if (!worlds.ok) return worlds;
  for (const structure of structures) {
    const { id, title } = structure;
    const sized = sizeStructure(request, study, structure, { target: sizing, terms });
    if (!sized.ok) left.push({ id, title, issues: sized.issues });
    else if (sized.value.notionalUsdMillion > mostNotional(study)) {
      left.push({ id, title, issues: [tooLarge(study, sized.value)] });
    } else if (sized.value.notionalUsdMillion === 0) left.push({ id, title, issues: [] });
    else {
      const hedge = assessOne(request, sized.value, { without, worlds: worlds.value });
      if (hedge.ok) hedges.push(hedge.value);
      else left.push({ id, title, issues: hedge.issues });
    }
  }
  return ok({ sizing, scenario, terms, hedges, left });
}

function tooLarge(study: Study, { notionalUsdMillion }: SizedStructure): Issue {
  const most = `a notional of at most ${mostNotional(study).toFixed(0)} million`;
  const expected = `${most}, ${MOST_TIMES_ASSETS} times the assets of the bank`;
  return issue('hedge.size', 'notional', expected, `${notionalUsdMillion.toFixed(0)} million`);
}

function assessOne(
  request: AssessRequest,
  sized: SizedStructure,
  bank: { readonly without: Outcome; readonly worlds: readonly BrokenWorld[] },
): Result<AssessedHedge> {
  const { study, terms } = request;
  const { without } = bank;
  const placed = placeHedge(request, study, sized, terms);
  if (!placed.ok) return placed;
  const hedge = placed.value;
  const { changes } = hedge;
  const compared = compareHedges({
    ...request,
    variants: [hedge],
    scenarios: scenariosOf(study),
    discount: baseDiscount(study),
    marginFundingSpread: terms.marginFundingSpread,
  });
  if (!compared.ok) return compared;
  const comparison = itemAt(compared.value, 0);
  const after = withChanges(study, changes, request.apply);
  if (!after.ok) return after;
  const hedged = request.evaluate(after.value);
  const effectiveness = effectivenessIn(request, sized, changes);
  if (!effectiveness.ok) return effectiveness;
  const paths = hedgePaths({ ...request, changes: changes });
  if (!paths.ok) return paths;
  const realised = realisedIn(request, changes);
  const traits = tradingTraits(study, changes, comparison);
  const notionalUsdMillion = traits.swapRateNotionalUsdMillion;
  const swapSpread = study.market.swapSpread.value;
  const cost = hedgeCost(comparison, { notionalUsdMillion, swapSpread }, terms);
  const protectionIn = (id: string): number =>
    comparison.effects.find(({ scenario }) => scenario === id)?.protection ?? 0;
  const covered = leastCovered(without, protectionIn, scenariosOf(study));
  return ok({
    comparison,
    changes,
    tradedAs: sized.structure.tradedAs,
    because: sized.because,
    dv01UsdMillion: sized.dv01UsdMillion,
    cost,
    traits,
    realised,
    capital: capitalKept(request, comparison, without, hedged),
    effectiveness: effectiveness.value,
    designated: changes.some(isFairValue),
    paths: paths.value,
    breaks: [
      ...addedLoss(
        [{ id: '', scenarios: scenariosOf(study), without }, ...bank.worlds],
        protectionIn,
      ),
      ...marginBreak(comparison, liquiditySources(study, without)),
      ...forwardBreak({
        kinds: addedHedges(changes).map(({ kind }) => kind),
        cost,
        dayOneLoss: measureOf(without, 'eve.value', '0') - measureOf(hedged, 'eve.value', '0'),
        dv01UsdMillion: sized.dv01UsdMillion,
      }),
      ...(covered === null ? [] : [{ kind: 'least-covered', ...covered } as const]),
      ...failureBreak(bank.worlds, protectionIn),
      ...effectivenessBreak(effectiveness.value),
      ...layersIn(request, changes),
      ...reportedBreak(comparison, 'undesignated', study.capital.taxRate),
      ...reportedBreak(comparison, 'cash-flow', study.capital.taxRate),
      ...tradingBreaks(traits, Math.max(...cost.swapSpreadRange)),
    ],
  });
}

/** Every scenario but the base. */
function scenariosOf({ scenarios }: Study): readonly string[] {
  return scenarios.map(({ id }) => id).filter((id) => id !== '0');
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

function isFairValue(change: Change): boolean {
  return change.kind === 'add-hedge' && change.swap.model === 'fair-value';
}

/**
 * The fair value part against the share of the AFS book that its notional is; another hedge, as
 * if it were designated, against the share with its DV01. Null without an AFS book that moves.
 */
function effectivenessIn(
  request: AssessRequest,
  { dv01UsdMillion }: SizedStructure,
  changes: readonly Change[],
): Result<Effectiveness | null> {
  const { study } = request;
  const fairValue = changes.filter(isFairValue);
  const bookDv01 = request.evaluate(study).measures.find(({ id }) => id === 'keyRate.eve')?.by?.afs;
  if (bookDv01 === undefined || bookDv01 === 0) return ok(null);
  const notional = addedSwaps(fairValue).reduce((sum, swap) => sum + swap.notionalUsdMillion, 0);
  const share =
    fairValue.length > 0 ? notional / afsCarrying(study) : Math.abs(dv01UsdMillion / bookDv01);
  const moves = valueMoves({
    ...request,
    changes: fairValue.length > 0 ? fairValue : changes,
    hedgedGroup: 'afs',
    share,
  });
  return moves.ok ? effectivenessOf(moves.value) : moves;
}

/** Of structures that are swaps alone: no rate tells what an option or a future brought. */
function realisedIn(
  { laterRates }: AssessRequest,
  changes: readonly Change[],
): RealisedCarry | null {
  const swaps = addedSwaps(changes);
  if (swaps.length < changes.length) return null;
  if (changes.some((change) => change.kind === 'add-hedge' && change.swap.amortisation))
    return null;
  const realised = realisedCarry(swaps, laterRates);
  return realised.ok ? realised.value : null;
}

function tradingBreaks(traits: TradingTraits, dearestSpread: number): HedgeBreak[] {
  const { swapRateNotionalUsdMillion, premiumUsdMillion, rollCostAYearUsdMillion } = traits;
  return [
    ...(premiumUsdMillion > 0 ? [{ kind: 'premium', premiumUsdMillion } as const] : []),
    ...(rollCostAYearUsdMillion > 0
      ? [{ kind: 'roll', costAYearUsdMillion: rollCostAYearUsdMillion } as const]
      : []),
    ...(swapRateNotionalUsdMillion === 0
      ? []
      : [{ kind: 'swap-spread', costAYearUsdMillion: dearestSpread } as const]),
  ];
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

function brokenWorlds(request: AssessRequest): Result<readonly BrokenWorld[]> {
  const worlds: BrokenWorld[] = [];
  for (const { id, changes, scenarios } of request.worlds) {
    const broken = withChanges(request.study, changes, request.apply);
    if (!broken.ok) return broken;
    worlds.push({ id, scenarios, without: request.evaluate(broken.value, ['value']) });
  }
  return ok(worlds);
}
