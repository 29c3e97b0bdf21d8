import { type MeasureResult, type MeasureValue, quotient, refusedWithout } from '../../measure.js';
import type { MeasureInput } from '../../view.js';
import type { LiquidityRule } from './input.js';
import { liquidAssetAmount, trappedAmount } from './liquid-asset-amount.js';
import { netOutflow } from './net-outflow.js';
import { RULE_TABLES } from './rule-tables.js';
import { ADJUSTMENTS } from './us-coverage.js';
import { weightedSum } from './weighted-sum.js';

const IDS = [
  'liquidity.hqla',
  'liquidity.hqla.excess',
  'liquidity.outflows',
  'liquidity.inflows',
  'liquidity.addOn',
  'liquidity.netOutflow',
  'liquidity.lcr',
  'liquidity.lcr.reduced',
  'liquidity.availableFunding',
  'liquidity.requiredFunding',
  'liquidity.nsfr',
  'liquidity.nsfr.reduced',
] as const;

type Id = (typeof IDS)[number];

/** The coverage and stable funding ratios with their parts, at the date (LCR-6, NSFR-2). */
export function liquidityRuleMeasures(input: Pick<MeasureInput, 'blocks'>): MeasureResult[] {
  const { liquidityRule } = input.blocks;
  if (liquidityRule === undefined) return refusedWithout('/liquidityRule', IDS);
  return [...coverage(liquidityRule), ...stableFunding(liquidityRule)];
}

function coverage(bank: LiquidityRule): MeasureResult[] {
  const table = RULE_TABLES[bank.rule];
  const hqla = liquidAssetAmount(bank, table);
  const net = netOutflow(bank, table);
  const share = ADJUSTMENTS[bank.adjustment];
  const full = hqla.amount - trappedAmount(bank, 1);
  const reduced = hqla.amount - trappedAmount(bank, share);
  return [
    amount('liquidity.hqla', full),
    amount('liquidity.hqla.excess', hqla.excess),
    amount('liquidity.outflows', net.outflow),
    amount('liquidity.inflows', net.countedInflow),
    amount('liquidity.addOn', net.addOn),
    amount('liquidity.netOutflow', net.amount),
    ratio('liquidity.lcr', full, net.amount, 'the net cash outflow'),
    ratio('liquidity.lcr.reduced', reduced, share * net.amount, 'the net cash outflow'),
  ];
}

function stableFunding(bank: LiquidityRule): MeasureResult[] {
  const table = RULE_TABLES[bank.rule];
  const available = weightedSum(bank.availableFunding, table.availableFunding);
  const required = weightedSum(bank.requiredFunding, table.requiredFunding);
  const reduced = ADJUSTMENTS[bank.adjustment] * required;
  return [
    amount('liquidity.availableFunding', available),
    amount('liquidity.requiredFunding', required),
    ratio('liquidity.nsfr', available, required, 'the required stable funding'),
    ratio('liquidity.nsfr.reduced', available, reduced, 'the required stable funding'),
  ];
}

function amount(id: Id, value: number): MeasureValue {
  return { id, scenario: '', unit: 'USD million', value };
}

function ratio(id: Id, numerator: number, value: number, what: string): MeasureResult {
  return quotient({ id, scenario: '' }, numerator, { value, what });
}
