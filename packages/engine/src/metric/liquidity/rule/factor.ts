import type { Confidence } from '../../../foundation/index.js';

/** One row of a rule's table: a category of the balance sheet and the share of it that counts. */
export interface RuleFactor {
  readonly id: string;
  readonly title: string;
  readonly factor: number;
  readonly paragraph: string;
  /** How factor and paragraph together were checked; the weaker of the two. */
  readonly evidence: Confidence;
}

export type LiquidAssetLevel = 'level-1' | 'level-2a' | 'level-2b';

/** `factor` is one minus the haircut. */
export interface LiquidAssetFactor extends RuleFactor {
  readonly level: LiquidAssetLevel;
}

export interface FlowFactor extends RuleFactor {
  /** Some deposits count whatever their maturity; all else only when due within 30 days. */
  readonly counts: 'any maturity' | 'within 30 days';
  /** Part of the maturity mismatch add-on: 12 CFR 249.30(b)(1). */
  readonly mismatch: boolean;
}

/**
 * Caps on level 2 assets as multiples of better assets: level 2 at most `level2` x level 1, level
 * 2B at most `level2b` x (level 1 + level 2A). 40% and 15% of the whole are 2/3 and 15/85.
 */
export interface LiquidAssetCaps {
  readonly level2: number;
  readonly level2b: number;
  /** The US rule takes the larger excess of as held and as unwound; Basel that as unwound. */
  readonly asHeld: boolean;
  readonly paragraph: string;
  readonly evidence: Confidence;
}

/** All that a liquidity rule needs besides the bank's amounts. */
export interface RuleTable {
  readonly liquidAssets: readonly LiquidAssetFactor[];
  readonly caps: LiquidAssetCaps;
  readonly outflows: readonly FlowFactor[];
  readonly inflows: readonly FlowFactor[];
  readonly availableFunding: readonly RuleFactor[];
  readonly requiredFunding: readonly RuleFactor[];
}

/** Inflows count up to this share of outflows: 12 CFR 249.30(a)(2)(ii); Basel LCR40.1. */
export const INFLOW_CAP = 0.75;

/** The window of the ratio, calendar days. */
export const WINDOW_DAYS = 30;
