import type { LiquidAssetCaps, LiquidAssetLevel, RuleTable } from './factor.js';
import type { LiquidityRule } from './input.js';
import { factorOf } from './weighted-sum.js';

/** HQLA by level after haircut, USD million. */
export type LevelAmounts = Readonly<Record<LiquidAssetLevel, number>>;

export interface LiquidAssetAmount {
  readonly levels: LevelAmounts;
  /** What the caps take off. */
  readonly excess: number;
  readonly amount: number;
}

/**
 * HQLA of the subsidiary that the group may not count (LCR-9): above its own net outflow, taken at
 * the outflow adjustment percentage, and what it can pass on.
 */
export function trappedAmount({ subsidiary }: LiquidityRule, adjustment: number): number {
  if (subsidiary === null) return 0;
  const { liquidAssetsUsdMillion, netOutflowUsdMillion, transferableUsdMillion } = subsidiary;
  const usable = adjustment * netOutflowUsdMillion.value + transferableUsdMillion.value;
  return Math.max(0, liquidAssetsUsdMillion.value - usable);
}

/** Haircut of collateral of a level when it moves: its value after haircut is what counts. */
const SHARE_OF: LevelAmounts = { 'level-1': 1, 'level-2a': 0.85, 'level-2b': 0.5 };

/**
 * The HQLA amount (rules LCR-2 and LCR-3): levels after haircut, less the excess over the caps
 * after unwinding secured transactions of the window, in the US that as held where it is larger.
 */
export function liquidAssetAmount(bank: LiquidityRule, table: RuleTable): LiquidAssetAmount {
  const levels = levelAmounts(bank, table);
  const undone = capExcess(unwound(levels, bank), table.caps);
  const excess = table.caps.asHeld ? Math.max(capExcess(levels, table.caps), undone) : undone;
  const held = levels['level-1'] + levels['level-2a'] + levels['level-2b'];
  return { levels, excess, amount: held - excess };
}

function levelAmounts(bank: LiquidityRule, table: RuleTable): LevelAmounts {
  const sums = { 'level-1': 0, 'level-2a': 0, 'level-2b': 0 };
  for (const item of bank.liquidAssets) {
    const row = factorOf(table.liquidAssets, item.category);
    sums[row.level] += row.factor * item.amountUsdMillion.value;
  }
  return sums;
}

/** Levels as they would stand once every secured transaction of the window is undone. */
function unwound(levels: LevelAmounts, bank: LiquidityRule): LevelAmounts {
  const sums = { ...levels };
  for (const { kind, cashUsdMillion, collateral, collateralUsdMillion } of bank.unwinds) {
    const sign = kind === 'funding' ? 1 : -1;
    sums['level-1'] -= sign * cashUsdMillion.value;
    sums[collateral] += sign * SHARE_OF[collateral] * collateralUsdMillion.value;
  }
  return sums;
}

/** Level 2 above 40% of the whole, and level 2B above 15% of what then remains. */
export function capExcess(levels: LevelAmounts, caps: LiquidAssetCaps): number {
  const { 'level-1': level1, 'level-2a': level2a, 'level-2b': level2b } = levels;
  const level2 = Math.max(0, level2a + level2b - caps.level2 * level1);
  return level2 + Math.max(0, level2b - level2 - caps.level2b * (level1 + level2a));
}
