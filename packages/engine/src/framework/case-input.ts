import type { ChangeGroup, MeasureRequest } from '../attribution/index.js';
import type { FailureKind, Severity } from '../stress/index.js';
import type { Change, ParameterEdit, Study } from '../study/index.js';
import type { FitTarget } from './fit.js';

/** A fitted number of the Study, with the disclosed value it was solved to. */
export interface CaseFit {
  readonly id: string;
  readonly parameter: string;
  readonly value: number;
  readonly unit: string;
  readonly kind: 'calibrated to a disclosure' | 'free parameter';
  readonly target: FitTarget;
  readonly wanted: number;
  readonly wantedUnit: string;
  readonly source: string;
}

/** A published model figure, and how the same figure is read off an Outcome. */
export interface PublishedFigure {
  readonly id: string;
  readonly title: string;
  readonly published: number;
  readonly unit: string;
  readonly measure: string;
  readonly scenario: string;
  /** Divide by this measure of the base scenario and give the answer in per cent. */
  readonly percentOf: string | null;
  /** Read from the Study without its swaps. */
  readonly withoutHedges: boolean;
  readonly role: 'fitted' | 'predicted';
  /** Aim for the absolute difference, in `unit`; null = shown without a gate. */
  readonly aim: number | null;
  readonly source: string;
}

/** Step 0: from the bank's own Study to industry-average behaviour. */
export interface BaselinePlan {
  readonly title: string;
  readonly changes: readonly Change[];
  /** Other average lives the public benchmarks would allow, shown as a range. */
  readonly range: readonly { readonly title: string; readonly edits: readonly ParameterEdit[] }[];
  readonly notes: readonly string[];
}

/** Step 1: groups of Changes that lead from the baseline back to the bank's own Study. */
export interface AttributionPlan {
  readonly groups: readonly ChangeGroup[];
  /** Groups that are assumptions alone, for the laboratory's 79.5-point claim. */
  readonly assumptionGroups: readonly string[];
  /** One assumption on its way, each stop on the bank's own Study: what it alone does. */
  readonly path: {
    readonly title: string;
    readonly stops: readonly { readonly title: string; readonly edits: readonly ParameterEdit[] }[];
  };
  readonly measures: readonly MeasureRequest[];
}

/** Step 2: what hedges are priced with. */
export interface HedgePlan {
  /** Swaps the bank has or had, added to a Study without hedges; none: the hedge is left out. */
  readonly keptSwaps: readonly Change[];
  /** What these swaps are, in words; absent: own swaps kept. */
  readonly keptTitle?: string;
  readonly scenarios: readonly string[];
  /** Half bid-offer in basis points of running rate. */
  readonly halfBidOfferBp: number;
  readonly marginFundingSpread: number;
  /** Swap spread range shown beside the central value, basis points. */
  readonly swapSpreadRangeBp: readonly [number, number];
}

interface SwapLeverPlan<Side> {
  readonly kind: Side;
  readonly id: string;
  readonly maturityMonths: number;
  readonly mostUsdMillion: number;
}

/** Step 4: levers and limits as data. */
export type LeverPlan =
  | SwapLeverPlan<'pay-fixed'>
  | SwapLeverPlan<'receive-fixed'>
  | {
      readonly kind: 'sell-afs';
      readonly id: string;
      readonly mostUsdMillion: number;
      readonly cashPositionId: string;
    }
  | {
      readonly kind: 'term-funding';
      readonly id: string;
      readonly maturityMonths: number;
      readonly spread: number;
      readonly mostUsdMillion: number;
      readonly useOfProceedsId: string;
    }
  | {
      readonly kind: 'deposit-price';
      readonly id: string;
      readonly positionId: string;
      /** Paid more per unit of size, and average life gained for it (judgement, stated). */
      readonly rateChange: number;
      readonly lifeChangeYears: number;
      readonly mostUnits: number;
    }
  | {
      readonly kind: 'raise-capital';
      readonly id: string;
      readonly mostUsdMillion: number;
      readonly costOfEquity: number;
      readonly cashPositionId: string;
    };

/** A floor as a number in the unit of its measure, or as a share of what the Study itself gives. */
export type FloorPlan =
  | number
  | { readonly times: number; readonly of: 'tier-1-capital' | 'base-nii-12m' };

export interface LimitPlan {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly scenarios: readonly string[];
  readonly worlds: readonly string[];
  readonly floor: FloorPlan;
  readonly scale: number;
  readonly step: number;
  readonly stepWords: string;
  readonly source: string;
}

export interface DecisionPlan {
  readonly levers: readonly LeverPlan[];
  readonly worlds: readonly {
    readonly kind: FailureKind;
    readonly severity: Severity;
    readonly title: string;
  }[];
  readonly limits: readonly LimitPlan[];
  readonly realisedLossYears: number;
  readonly frontier: { readonly limit: string; readonly floors: readonly number[] };
  /** What happened: a curve known later, as a shock that no step before it sees. */
  readonly afterwards: Change | null;
}

/** A published value of the measure that an assumption moves. */
export interface Reading {
  readonly title: string;
  readonly value: number;
  /** The figure that it is, `case/figure`. */
  readonly figure?: string;
}

/** An internal model change to be retold: two readings, one parameter. */
export interface AssumptionChangePlan {
  readonly title: string;
  readonly measure: string;
  readonly scenario: string;
  readonly readings: readonly Reading[];
  readonly models: readonly string[];
  readonly low: number;
  readonly high: number;
  readonly notes: readonly string[];
}

export interface ClaimPlan {
  readonly claim: string;
  readonly claimed: number;
  readonly unit: string;
  /** Which of our figures stands beside it. */
  readonly beside: 'assumption-points' | 'first-year-carry' | 'capital-kept';
  readonly explanation: string;
}

/** Curves as they were seen at whole months after the date, months rising (SCEN-16). */
export type LaterCurves = Extract<Study['scenarios'][number], { readonly kind: 'path' }>['steps'];

/** A named discipline: Changes that lead from the bank's own Study to the other one (EFF-1). */
export interface DisciplinePlan {
  readonly title: string;
  readonly rationale: string;
  /** True: the bank had it, and the Changes take it away; false: they put it in place. */
  readonly heldByBank: boolean;
  /** What the other bank is, in words. */
  readonly counterfactual: string;
  readonly changes: readonly Change[];
}

/** A case, parsed: its own Study, what was published, and the Changes of the five steps. */
export interface CaseInput {
  readonly slug: string;
  readonly study: Study;
  readonly fits: readonly CaseFit[];
  readonly published: readonly PublishedFigure[];
  readonly baseline: BaselinePlan | null;
  readonly attribution: AttributionPlan | null;
  readonly hedge: HedgePlan | null;
  readonly failureScenarios: readonly string[];
  readonly decision: DecisionPlan | null;
  readonly assumptionChange: AssumptionChangePlan | null;
  readonly claims: readonly ClaimPlan[];
  readonly discipline: DisciplinePlan | null;
  /** Curves seen after the date, for what is told as outcome alone (EFF-6); may be none. */
  readonly laterCurves: LaterCurves;
  readonly assumptions: readonly string[];
  /** Variants of the specification that were tried, whatever they gave. */
  readonly variants: readonly {
    readonly title: string;
    readonly result: string;
    readonly chosen: boolean;
  }[];
  readonly sources: readonly string[];
  /** Earlier cases of the same bank, shown beside this one. */
  readonly sisters: readonly CaseInput[];
}
