import type { FailureKind, OwnFailure, Severity } from '../../stress/index.js';
import type { DepositRules } from '../lever/deposit-rules.js';
import type { LeverTemplate, SwapPricing } from '../lever-template.js';
import type { Objective } from '../objective.js';
import type { SizeRule } from '../problem.js';

/** What a Study itself gives, of which a bound may be a share. */
export const QUANTITIES = [
  'tier-1-capital',
  'cet1',
  'base-nii-12m',
  'base-eve',
  'risk-weighted-assets',
] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** A floor or cap: a number in the unit of the measure, or a share of a quantity of the Study. */
export type Bound = number | { readonly times: number; readonly of: Quantity };

/** The step in which a limit is weighed and told; absent: taken from its unit (POLICY-5). */
export interface LimitStep {
  /** One large step of the measure: relaxations are weighed in it. */
  readonly scale: number;
  readonly step: number;
  readonly stepWords: string;
}

/** `benchmark`: no rule of the bank's own asks for it; it binds the plan all the same. */
export type Standing = 'rule' | 'benchmark' | 'judgement';

export interface PolicyLimit {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  /** Scenario ids, or all of the Study. Of no account for a measure of the valuation date. */
  readonly scenarios: readonly string[] | 'every';
  /** Ids of worlds: `as-assumed`, or those of the policy. */
  readonly worlds: readonly string[];
  readonly floor: Bound | null;
  readonly cap: Bound | null;
  readonly standing: Standing;
  /** Who asks for it, and where that is written, in words. */
  readonly authority: string;
  /** False: never relaxed; a plan that cannot meet it is an issue. */
  readonly mayRelax: boolean;
  readonly told?: LimitStep;
}

/** A named failure in which limits must hold; its id is `kind-severity`. */
export interface NamedWorld {
  readonly kind: FailureKind;
  readonly severity: Severity;
  readonly title: string;
}

/** A failure in which limits must hold: a named one, or one of the bank's own (FAIL-10). */
export type PolicyWorld = NamedWorld | OwnFailure;

/** Floors of two limits that are moved against each other (ANSWER-6); null: made by rule. */
export interface PolicyFrontier {
  readonly first: { readonly limit: string; readonly floors: readonly number[] };
  readonly second: { readonly limit: string; readonly floors: readonly number[] };
}

/**
 * What a decision is made with: what may be done, what must hold and by whose authority, and what
 * the plan is to be best at. The content of `limits.json` (POLICY-1).
 */
export interface DecisionPolicy {
  readonly schema: 'almfes/decision-policy/1';
  readonly title: string;
  readonly levers: readonly LeverTemplate[];
  readonly pricing: SwapPricing;
  /** What binds deposits below well capitalised; null: the bank is well capitalised (PLAN-12). */
  readonly deposits: DepositRules | null;
  readonly worlds: readonly PolicyWorld[];
  readonly limits: readonly PolicyLimit[];
  readonly rules: readonly SizeRule[];
  readonly objective: Objective;
  /** A realised loss costs this part of itself a year: 1 / years. */
  readonly realisedLossYears: number;
  readonly frontier: PolicyFrontier | null;
  /** What the levers, prices and limits rest on; judgements are named as such. */
  readonly sources: readonly string[];
}
