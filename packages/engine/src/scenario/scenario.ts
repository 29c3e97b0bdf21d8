import type { FloorRule } from './floor-rule.js';
import type { PrescribedShape } from './prescribed-shift.js';
import type { ShockRule } from './shock-size/shock-size.js';

/** Par yields of another date, as published. */
export interface ReplayCurve {
  readonly dateIso: string;
  readonly quotes: readonly { readonly tenorMonths: number; readonly rate: number }[];
}

/** A move of the zero rate at one tenor. */
export interface ShockNode {
  readonly tenorMonths: number;
  readonly shockBp: number;
}

/** Months over which a shock may arrive in equal steps (rule SCEN-8). */
export const RAMP_MONTHS = [12, 24] as const;

/** Rates that may move apart from the curve (rule SCEN-9). */
export const BASIS_INDICES = ['prime', 'sofr', 'treasury', 'mortgage'] as const;

/** What an index moves on top of the shock of the curve, basis points; absent is none. */
export type BasisShock = { readonly [K in (typeof BASIS_INDICES)[number]]?: number };

/** How a shock arrives and what moves apart from it; absent: at once, and nothing. */
export interface ShockTerms {
  readonly rampMonths?: (typeof RAMP_MONTHS)[number];
  readonly basisBp?: BasisShock;
  /** Move of the normal volatility of option hedges, basis points (SCEN-15). */
  readonly volatilityBp?: number;
}

interface Named {
  readonly id: string;
  readonly title: string;
}

/** The same shift at every tenor (SCEN-1). `floorRate` null is no floor. */
export interface ParallelScenario extends Named, ShockTerms {
  readonly kind: 'parallel';
  readonly shockBp: number;
  readonly floorRate: number | null;
}

/** The curve of another date in place of the curve of the date, at once (SCEN-2). */
export interface ReplayScenario extends Named {
  readonly kind: 'replay';
  readonly curve: ReplayCurve;
}

/** A curve as it was seen some whole months after the valuation date. */
export interface PathStep {
  readonly month: number;
  readonly curve: ReplayCurve;
}

/** Curves in the place of the forwards, one after the other, months rising (SCEN-16). */
export interface PathScenario extends Named {
  readonly kind: 'path';
  readonly steps: readonly PathStep[];
}

/** A shock whose shape and size a rule prescribes (SCEN-3 to SCEN-5). */
export interface PrescribedScenario extends Named, ShockTerms {
  readonly kind: 'prescribed';
  readonly rule: ShockRule;
  /** ISO 4217 code of a currency that the rule lists. */
  readonly currency: string;
  readonly shape: PrescribedShape;
  readonly floor: FloorRule;
}

/** An own shock node by node, linear between nodes and flat outside (SCEN-6). */
export interface NodesScenario extends Named, ShockTerms {
  readonly kind: 'nodes';
  readonly nodes: readonly ShockNode[];
  readonly floorRate: number | null;
}

/** The change of zero rates between two dates laid on the curve of the date (SCEN-7). */
export interface HistoricScenario extends Named, ShockTerms {
  readonly kind: 'historic';
  readonly from: ReplayCurve;
  readonly to: ReplayCurve;
  readonly floorRate: number | null;
}

/** A scenario for the curve at the valuation date. */
export type Scenario =
  | ParallelScenario
  | ReplayScenario
  | PathScenario
  | PrescribedScenario
  | NodesScenario
  | HistoricScenario;

/** True for a scenario that may be the base: a parallel shock of 0 bp and nothing besides. */
export function isBaseShock(scenario: Scenario): boolean {
  return (
    scenario.kind === 'parallel' &&
    scenario.shockBp === 0 &&
    scenario.rampMonths === undefined &&
    scenario.basisBp === undefined &&
    scenario.volatilityBp === undefined
  );
}
