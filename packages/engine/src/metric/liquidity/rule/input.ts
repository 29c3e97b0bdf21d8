import type { Parameter } from '../../../foundation/index.js';
import type { LiquidAssetLevel } from './factor.js';
import type { RuleId } from './rule-tables.js';
import type { Adjustment } from './us-coverage.js';

/** An amount of the bank in a category of the rule's table. */
export interface RuleItem {
  readonly id: string;
  readonly category: string;
  readonly amountUsdMillion: Parameter;
}

/** `dueDay`: calendar days from the date to the payment; null = no maturity, due on demand. */
export interface FlowItem extends RuleItem {
  readonly dueDay: number | null;
}

/**
 * A secured transaction due within 30 days whose unwinding moves HQLA: `funding` gives cash back
 * and gets collateral, `lending` the other way round. Amounts before haircut.
 */
export interface Unwind {
  readonly id: string;
  readonly kind: 'funding' | 'lending';
  readonly cashUsdMillion: Parameter;
  readonly collateral: LiquidAssetLevel;
  readonly collateralUsdMillion: Parameter;
}

/**
 * The part of a group's HQLA that lies in one subsidiary, as a bank holding company's lies in its
 * bank: after haircut and caps, with the subsidiary's own full net outflow and what could be moved
 * out of it under stress.
 */
export interface SubsidiaryLiquidity {
  readonly liquidAssetsUsdMillion: Parameter;
  readonly netOutflowUsdMillion: Parameter;
  readonly transferableUsdMillion: Parameter;
}

/** A bank's amounts under a liquidity rule (rules LCR-1 to LCR-6, NSFR-1 and NSFR-2). */
export interface LiquidityRule {
  readonly rule: RuleId;
  /** False: the bank is not subject to the rule and every ratio is a benchmark. */
  readonly applies: boolean;
  /** Category whose share of the net outflow the reduced ratio takes. */
  readonly adjustment: Adjustment;
  /** Unencumbered, eligible, at fair value. */
  readonly liquidAssets: readonly RuleItem[];
  /** Null: all HQLA can be used by the whole group. */
  readonly subsidiary: SubsidiaryLiquidity | null;
  readonly unwinds: readonly Unwind[];
  readonly outflows: readonly FlowItem[];
  readonly inflows: readonly FlowItem[];
  readonly availableFunding: readonly RuleItem[];
  readonly requiredFunding: readonly RuleItem[];
}
