import { type Issue, issue, type Read, read } from '../foundation/index.js';
import {
  ADJUSTMENTS,
  type Adjustment,
  type FlowItem,
  type LiquidityRule,
  RULE_TABLES,
  type RuleId,
  type RuleItem,
  type SubsidiaryLiquidity,
  type Unwind,
} from '../metric/index.js';
import { sourced } from './parse-sourced.js';

const { flag, identifier, list, members, nullable, number, object, oneOf, pointer } = read;

const MAX_ITEMS = 1000;
const amount = sourced({ min: 0, max: 1e12, what: 'USD million' });
const dueDay = nullable(number({ min: 0, max: 40_000, integer: true, what: 'days' }));
const RULES: readonly RuleId[] = ['us', 'basel'];
const ADJUSTMENT_IDS = Object.keys(ADJUSTMENTS).map(adjustment);

function adjustment(name: string): Adjustment {
  if (name in ADJUSTMENTS) return name as Adjustment;
  throw new Error(`no adjustment ${name}`);
}

/** Amounts in the categories of one list of the rule's table; any other category is refused. */
function items(table: readonly { readonly id: string }[]): Read<RuleItem[]> {
  return list(
    object<RuleItem>({
      id: identifier,
      category: oneOf(table.map(({ id }) => id)),
      amountUsdMillion: amount,
    }),
    MAX_ITEMS,
  );
}

function flows(table: readonly { readonly id: string }[]): Read<FlowItem[]> {
  return list(
    object<FlowItem>({
      id: identifier,
      category: oneOf(table.map(({ id }) => id)),
      amountUsdMillion: amount,
      dueDay,
    }),
    MAX_ITEMS,
  );
}

const readUnwind: Read<Unwind> = object<Unwind>({
  id: identifier,
  kind: oneOf(['funding', 'lending']),
  cashUsdMillion: amount,
  collateral: oneOf(['level-1', 'level-2a', 'level-2b']),
  collateralUsdMillion: amount,
});

const readSubsidiary: Read<SubsidiaryLiquidity> = object<SubsidiaryLiquidity>({
  liquidAssetsUsdMillion: amount,
  netOutflowUsdMillion: amount,
  transferableUsdMillion: amount,
});

function readAmounts(rule: RuleId): Read<LiquidityRule> {
  const table = RULE_TABLES[rule];
  return object<LiquidityRule>({
    rule: oneOf([rule]),
    applies: flag,
    adjustment: oneOf(ADJUSTMENT_IDS),
    liquidAssets: items(table.liquidAssets),
    subsidiary: nullable(readSubsidiary),
    unwinds: list(readUnwind, MAX_ITEMS),
    outflows: flows(table.outflows),
    inflows: flows(table.inflows),
    availableFunding: items(table.availableFunding),
    requiredFunding: items(table.requiredFunding),
  });
}

/** The bank's amounts under a liquidity rule, in the categories of that rule (rule LCR-7). */
export const readLiquidityRule: Read<LiquidityRule> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const rule = oneOf(RULES)(found.rule, pointer(path, 'rule'), issues);
  const bank = rule === undefined ? undefined : readAmounts(rule)(value, path, issues);
  if (bank === undefined || bank.rule === 'us' || bank.adjustment === 'none') return bank;
  issues.push(baselAdjustment(path, bank.adjustment));
  return undefined;
};

function baselAdjustment(path: string, got: string): Issue {
  const expected = 'none: Basel knows no outflow adjustment percentage';
  return issue('adjustment', pointer(path, 'adjustment'), expected, got);
}
