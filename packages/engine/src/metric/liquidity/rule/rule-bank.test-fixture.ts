import { assumed } from '../../../study/example-study.test-fixture.js';
import type { FlowItem, LiquidityRule, RuleItem, Unwind } from './input.js';

type Amounts = readonly (readonly [category: string, usdMillion: number])[];
type Flows = readonly (readonly [category: string, usdMillion: number, dueDay: number | null])[];

export function items(amounts: Amounts): RuleItem[] {
  return amounts.map(([category, usdMillion], index) => ({
    id: `${category}-${index}`,
    category,
    amountUsdMillion: assumed(usdMillion, 'USD million'),
  }));
}

export function flows(amounts: Flows): FlowItem[] {
  return amounts.map(([category, usdMillion, dueDay], index) => ({
    id: `${category}-${index}`,
    category,
    amountUsdMillion: assumed(usdMillion, 'USD million'),
    dueDay,
  }));
}

export function unwind(
  kind: Unwind['kind'],
  terms: { cash: number; collateral: Unwind['collateral']; worth: number },
): Unwind {
  return {
    id: kind,
    kind,
    cashUsdMillion: assumed(terms.cash, 'USD million'),
    collateral: terms.collateral,
    collateralUsdMillion: assumed(terms.worth, 'USD million'),
  };
}

/** A bank under a rule with nothing in it but what the test puts there. */
export function ruleBank(edit: Partial<LiquidityRule> = {}): LiquidityRule {
  return {
    rule: 'us',
    applies: false,
    adjustment: 'none',
    liquidAssets: [],
    subsidiary: null,
    unwinds: [],
    outflows: [],
    inflows: [],
    availableFunding: [],
    requiredFunding: [],
    ...edit,
  };
}
