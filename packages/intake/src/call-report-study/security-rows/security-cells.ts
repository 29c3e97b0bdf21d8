import { itemAt } from '@almfes/engine';
import { usualShares } from './bucket-shares.js';
import {
  countedUsdMillion,
  holdingsIn,
  type SecurityHolding,
  type SecurityHoldings,
} from './security-holdings.js';
import type { SecurityBlock } from './security-type.js';
import { splitAmounts } from './split-amounts.js';

/** Part of a holding that falls in one bucket, USD million. */
export interface SecurityCell {
  readonly holding: SecurityHolding;
  readonly bucket: number;
  readonly costUsdMillion: number;
  readonly fairValueUsdMillion: number;
}

const BLOCKS: readonly SecurityBlock[] = ['debt', 'pool', 'mbs'];
/** A cell smaller than this share of its holding stays in the larger ones. */
const LEAST_PART = 1e-4;

/** Every holding over the buckets of its block (CALL-61); they add up to the holdings. */
export function securityCells(holdings: SecurityHoldings): readonly SecurityCell[] {
  return BLOCKS.flatMap((block) => blockCells(holdings, block));
}

function blockCells(holdings: SecurityHoldings, block: SecurityBlock): SecurityCell[] {
  const held = holdingsIn(holdings, block).filter((each) => countedUsdMillion(each) > 0);
  const split = splitAmounts({
    amounts: held.map(countedUsdMillion),
    columns: holdings.buckets[block],
    guess: held.map(({ type, book }) => usualShares(type, book)),
  });
  return held.flatMap((holding, at) => cellsOf(holding, itemAt(split, at)));
}

function cellsOf(holding: SecurityHolding, amounts: readonly number[]): SecurityCell[] {
  const least = LEAST_PART * countedUsdMillion(holding);
  const kept = amounts.map((amount) => (amount < least ? 0 : amount));
  const whole = kept.reduce((sum, amount) => sum + amount, 0);
  return kept.flatMap((amount, bucket) => {
    if (amount === 0) return [];
    const share = amount / whole;
    const { costUsdMillion, fairValueUsdMillion } = holding;
    return [
      {
        ...{ holding, bucket, costUsdMillion: share * costUsdMillion },
        fairValueUsdMillion: share * fairValueUsdMillion,
      },
    ];
  });
}
