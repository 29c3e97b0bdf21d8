import type { Issue } from '../foundation/index.js';
import { collateralIssues } from './collateral-issues.js';
import { contingencyIssues } from './contingency-issues.js';
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

/** Issues of the optional liquidity parts that a reader of one part cannot see. */
export function liquidityIssues(study: Study): Issue[] {
  const segments = study.liquidityStress?.segments ?? [];
  return [
    ...duplicates(segments, '/liquidityStress/segments'),
    ...ruleIssues(study),
    ...collateralIssues(study),
    ...contingencyIssues(study),
  ];
}

/** An id stands once in each list (LCR-7). */
function ruleIssues({ liquidityRule }: Study): Issue[] {
  if (liquidityRule === undefined) return [];
  return RULE_LISTS.flatMap((name) => duplicates(liquidityRule[name], `/liquidityRule/${name}`));
}
