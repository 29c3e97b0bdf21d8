import { ok, type Result } from '../foundation/index.js';
import { type Change, measureOf, type Outcome, type Study } from '../study/index.js';
import { applyAll } from './apply-all.js';
import type { Failure } from './failures.js';

/** Hedges (or any Changes) with which the failures are crossed; the first is the unhedged one. */
export interface HedgeVariant {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
}

export type RunDays = '1d' | '2d' | '30d';

export interface FailureGridRequest {
  readonly study: Study;
  /** The first stands for "without hedge": protection is counted from it. */
  readonly hedgeVariants: readonly [HedgeVariant, ...HedgeVariant[]];
  readonly failures: readonly Failure[];
  /** Ids of scenarios of the Study; '0' is the base. */
  readonly scenarios: readonly string[];
  readonly runDays: RunDays;
  readonly evaluate: (study: Study) => Outcome;
  readonly apply: (study: Study, change: Change) => Result<Study>;
}

/** Smallest share of uninsured deposits that breaks each limit; 1 = none up to 100%. */
export interface RunThresholds {
  readonly liquidity: number;
  readonly cet1: number;
  readonly tce: number;
  readonly smallest: number;
}

/** One failure under one hedge in one scenario. Amounts in USD million, losses negative. */
export interface FailureCell {
  /** Empty id: no failure. */
  readonly failure: string;
  readonly failureTitle: string;
  readonly hedge: string;
  readonly hedgeTitle: string;
  readonly scenario: string;
  /** Base EVE of this hedge variant with every assumption unbroken. */
  readonly unbrokenBaseEve: number;
  readonly eveValue: number;
  /** Broken base EVE minus unbroken base EVE. */
  readonly eveLossFromFailure: number;
  /** EVE in the scenario minus EVE in the base, both broken. */
  readonly eveLossFromRates: number;
  /** The sum of the two: EVE here minus unbroken base EVE. */
  readonly eveChange: number;
  /** `eveChange` as a share of unbroken base EVE; null when that EVE is not positive. */
  readonly eveChangeShare: number | null;
  readonly nii12m: number;
  /** 12-month NII here minus that of the unbroken base of this hedge variant. */
  readonly nii12mChange: number;
  readonly economicE0: number;
  readonly runThreshold: RunThresholds;
  /** `eveChange` here minus `eveChange` of the same cell without hedge. */
  readonly hedgeProtection: number;
}

/** No failure: the row every broken row is read against. */
export const UNBROKEN: Failure = {
  id: '',
  title: 'No failure',
  severity: 'own',
  changes: [],
  changesWhenFalling: [],
  anchors: [],
};

/**
 * Every failure, and none, crossed with every hedge variant and scenario (FAIL-6 to FAIL-8).
 * Hedges first, then the failure. Issues: those of a Change that does not fit, with the failure
 * and hedge in the path.
 */
export function failureGrid(request: FailureGridRequest): Result<readonly FailureCell[]> {
  const cells: FailureCell[] = [];
  for (const hedge of request.hedgeVariants) {
    const hedged = applyAll(request.apply, request.study, hedge.changes, `hedge ${hedge.id}`);
    if (!hedged.ok) return hedged;
    const unbroken = request.evaluate(hedged.value);
    for (const failure of [UNBROKEN, ...request.failures]) {
      const worlds = brokenWorlds(request, hedged.value, failure, unbroken);
      if (!worlds.ok) return worlds;
      for (const scenario of request.scenarios) {
        const world = ratesFall(request.study, scenario)
          ? worlds.value.falling
          : worlds.value.rising;
        cells.push(cellOf({ request, hedge, failure, scenario, unbroken, world, cells }));
      }
    }
  }
  return ok(cells);
}

interface Worlds {
  readonly rising: Outcome;
  readonly falling: Outcome;
}

function brokenWorlds(
  request: FailureGridRequest,
  hedged: Study,
  failure: Failure,
  unbroken: Outcome,
): Result<Worlds> {
  if (failure.changes.length === 0) return ok({ rising: unbroken, falling: unbroken });
  const rising = applyAll(request.apply, hedged, failure.changes, `failure ${failure.id}`);
  if (!rising.ok) return rising;
  const risingOutcome = request.evaluate(rising.value);
  const anyFalls = request.scenarios.some((id) => ratesFall(request.study, id));
  if (!anyFalls || sameChanges(failure)) {
    return ok({ rising: risingOutcome, falling: risingOutcome });
  }
  const falling = applyAll(
    request.apply,
    hedged,
    failure.changesWhenFalling,
    `failure ${failure.id}`,
  );
  if (!falling.ok) return falling;
  return ok({ rising: risingOutcome, falling: request.evaluate(falling.value) });
}

function sameChanges(failure: Failure): boolean {
  return JSON.stringify(failure.changes) === JSON.stringify(failure.changesWhenFalling);
}

const FALLING_SHAPES: readonly string[] = ['parallel-down', 'short-down'];

/**
 * A parallel shock below zero, a prescribed one down at all tenors or at the short end, own nodes
 * of which some fall and none rises. A replay or historic change counts as rising, because its
 * tenors move apart (FAIL-4).
 */
export function ratesFall(study: Study, scenarioId: string): boolean {
  const scenario = study.scenarios.find(({ id }) => id === scenarioId);
  switch (scenario?.kind) {
    case 'parallel':
      return scenario.shockBp < 0;
    case 'prescribed':
      return FALLING_SHAPES.includes(scenario.shape);
    case 'nodes':
      return (
        scenario.nodes.every(({ shockBp }) => shockBp <= 0) &&
        scenario.nodes.some(({ shockBp }) => shockBp < 0)
      );
    default:
      return false;
  }
}

interface CellInput {
  readonly request: FailureGridRequest;
  readonly hedge: HedgeVariant;
  readonly failure: Failure;
  readonly scenario: string;
  readonly unbroken: Outcome;
  readonly world: Outcome;
  readonly cells: readonly FailureCell[];
}

function cellOf(input: CellInput): FailureCell {
  const { request, hedge, failure, scenario, unbroken, world } = input;
  const unbrokenBaseEve = measureOf(unbroken, 'eve.value', '0');
  const brokenBaseEve = measureOf(world, 'eve.value', '0');
  const eveValue = measureOf(world, 'eve.value', scenario);
  const eveChange = eveValue - unbrokenBaseEve;
  const nii12m = measureOf(world, 'nii.12m', scenario);
  const unhedged = input.cells.find(
    (cell) =>
      cell.hedge === request.hedgeVariants[0].id &&
      cell.failure === failure.id &&
      cell.scenario === scenario,
  );
  return {
    failure: failure.id,
    failureTitle: failure.title,
    hedge: hedge.id,
    hedgeTitle: hedge.title,
    scenario,
    unbrokenBaseEve,
    eveValue,
    eveLossFromFailure: brokenBaseEve - unbrokenBaseEve,
    eveLossFromRates: eveValue - brokenBaseEve,
    eveChange,
    eveChangeShare: unbrokenBaseEve > 0 ? eveChange / unbrokenBaseEve : null,
    nii12m,
    nii12mChange: nii12m - measureOf(unbroken, 'nii.12m', '0'),
    economicE0: measureOf(world, 'capital.economic.e0', scenario),
    runThreshold: runThresholds(world, request.runDays, scenario),
    hedgeProtection: unhedged === undefined ? 0 : eveChange - unhedged.eveChange,
  };
}

function runThresholds(outcome: Outcome, days: RunDays, scenario: string): RunThresholds {
  const liquidity = measureOf(outcome, `runThreshold.liquidity.${days}`, scenario);
  const cet1 = measureOf(outcome, `runThreshold.cet1.${days}`, scenario);
  const tce = measureOf(outcome, `runThreshold.tce.${days}`, scenario);
  return { liquidity, cet1, tce, smallest: Math.min(liquidity, cet1, tce) };
}
