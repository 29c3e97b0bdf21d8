import { ok, type Result } from '../foundation/index.js';
import { type Failure, type FailureKind, namedFailure, type Severity } from '../stress/index.js';
import type { Change, FamilyName, Outcome, Study } from '../study/index.js';
import type { Solver } from './linear-programme.js';
import type { Objective } from './objective.js';

/** Something the bank can do more or less of. Sizes run from `low` to `high`, both at least 0. */
export interface Lever {
  readonly id: string;
  readonly title: string;
  /** The Changes that do it at a size; not called for size 0, which is to do nothing. */
  readonly makeChanges: (size: number) => readonly Change[];
  readonly low: number;
  readonly high: number;
  /** Step with which its effect is measured, and the unit of its variable. */
  readonly unitSize: number;
  readonly unit: string;
  /** Yearly cost of one `unit` that no NII shows (dealing, cost of equity), USD million. */
  readonly addedCostUsdMillion: number;
  /** What that cost is, in words. */
  readonly costNote: string;
  /** Present: whole multiples of this size alone. */
  readonly lotSize?: number;
  /** Present: nothing, or at least this size. */
  readonly smallestSize?: number;
  /** Present: yearly cost of using it at all, USD million. */
  readonly fixedCostUsdMillion?: number;
  /** Present: it is done alone or not at all. */
  readonly excludesOthers?: true;
}

/** What holds between sizes whatever the measures say: concentration, eligibility, count. */
export type SizeRule =
  | {
      /** low <= sum of weight x size <= high; weights by lever id, in the rule's own unit. */
      readonly kind: 'total';
      readonly id: string;
      readonly title: string;
      readonly weights: Readonly<Record<string, number>>;
      readonly low: number | null;
      readonly high: number | null;
    }
  | {
      /** At most `most` of these levers are used. */
      readonly kind: 'count';
      readonly id: string;
      readonly title: string;
      readonly levers: readonly string[];
      readonly most: number;
    };

/**
 * A set of assumptions in which limits must hold. `breaks` gives the Changes for the Study as the
 * plan leaves it, because a plan may add deposit models and move balances between them.
 */
export interface World {
  readonly id: string;
  readonly title: string;
  readonly breaks: (planned: Study) => Result<Pick<Failure, 'changes' | 'changesWhenFalling'>>;
}

/** Assumptions as the Study holds them. */
export const AS_ASSUMED: World = {
  id: 'as-assumed',
  title: 'nothing broken',
  breaks: () => ok({ changes: [], changesWhenFalling: [] }),
};

/** A named failure as a world. */
export function failureWorld(kind: FailureKind, severity: Severity, title: string): World {
  return {
    id: `${kind}-${severity}`,
    title,
    breaks: (planned) => namedFailure(planned, kind, severity),
  };
}

/** Limits count as met to this share of their scale (PLAN-8). */
export const MET_TO_SCALE = 0.001;

export interface Limit {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  /** Scenario ids; [''] for a measure of the valuation date. */
  readonly scenarios: readonly string[];
  readonly worlds: readonly string[];
  readonly floor: number | null;
  readonly cap: number | null;
  /** What counts as one large step of this measure: relaxations are weighed in it. */
  readonly scale: number;
  /** Step in which its shadow price is told, and that step in words. */
  readonly step: number;
  readonly stepWords: string;
  /** False: never relaxed, a plan that cannot meet it is an issue. */
  readonly relaxable: boolean;
}

export interface PlanProblem {
  readonly study: Study;
  readonly levers: readonly Lever[];
  /** The first is the world in which cost is counted. */
  readonly worlds: readonly [World, ...World[]];
  readonly limits: readonly Limit[];
  /** Rules of size are never relaxed. */
  readonly rules: readonly SizeRule[];
  readonly objective: Objective;
  /** A realised loss costs this part of itself a year: 1 / years. */
  readonly realisedLossYears: number;
  readonly solver: Solver;
  /** Families are those that the problem reads; a function that makes more of them may. */
  readonly evaluate: (study: Study, families: readonly FamilyName[]) => Outcome;
  readonly apply: (study: Study, change: Change) => Result<Study>;
}
