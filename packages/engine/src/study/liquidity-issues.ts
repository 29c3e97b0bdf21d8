import type { Issue } from '../foundation/index.js';
import { duplicates } from './duplicates.js';
import type { Study } from './study.js';

/** Lists of the liquidity rule in which an id may stand once. */
const RULE_LISTS = [
  'liquidAssets',
  'unwinds',
  'outflows',
  'inflows',
  'availableFunding',
  'requiredFunding',
] as const;

/** Issues of the optional liquidity parts that a reader of one part cannot see (LCR-7). */
export function liquidityIssues(study: Study): Issue[] {
  const { liquidityRule } = study;
  if (liquidityRule === undefined) return [];
  return RULE_LISTS.flatMap((name) => duplicates(liquidityRule[name], `/liquidityRule/${name}`));
}
