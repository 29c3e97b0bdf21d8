import type { CapitalRegime } from './capital/capital-regime.js';
import type { InterestRateCapital } from './capital/interest-rate-capital.js';
import type { CapitalPlan } from './capital/path/plan.js';
import type { CreditLoss } from './credit-loss/segment.js';
import type { HedgeDeferrals, HedgeFutures, HedgeMargin, HedgeOptions } from './hedge/input.js';
import type { BalanceSheetPlan } from './income/plan.js';
import type { Collateral } from './liquidity/collateral/input.js';
import type { ContingencyPlan } from './liquidity/contingency/input.js';
import type { LiquidityRule } from './liquidity/rule/input.js';
import type { LiquidityStress } from './liquidity/stress/input.js';
import type { MortgageBanking } from './mortgage-banking/input.js';
import type { CreditUnionPart } from './standardised/net-economic-value.js';
import type { AutomaticOptions } from './standardised/study-option.js';
import type { TransferPricing } from './transfer/transfer-pricing.js';

/**
 * Parts that not every Study has, by key. A measure that needs an absent one is refused with the
 * name of the part (rule EVAL-6); it is never computed on a default.
 */
export interface StudyBlocks {
  readonly plan: BalanceSheetPlan;
  readonly liquidityRule: LiquidityRule;
  readonly capitalRegime: CapitalRegime;
  readonly interestRateCapital: InterestRateCapital;
  readonly capitalPlan: CapitalPlan;
  readonly creditLoss: CreditLoss;
  readonly mortgageBanking: MortgageBanking;
  readonly collateral: Collateral;
  readonly contingencyPlan: ContingencyPlan;
  readonly liquidityStress: LiquidityStress;
  readonly transferPricing: TransferPricing;
  readonly automaticOptions: AutomaticOptions;
  readonly creditUnion: CreditUnionPart;
  readonly hedgeOptions: HedgeOptions;
  readonly hedgeFutures: HedgeFutures;
  readonly hedgeDeferrals: HedgeDeferrals;
  readonly hedgeMargin: HedgeMargin;
}
