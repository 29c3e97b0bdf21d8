import type { Parameter } from '../foundation/index.js';
import type { StudyBlocks } from '../metric/index.js';
import type { Study } from './study.js';

/** Keys of the parts that not every Study has. */
export const BLOCK_KEYS = [
  'plan',
  'liquidityRule',
  'capitalRegime',
  'interestRateCapital',
  'capitalPlan',
  'creditLoss',
  'mortgageBanking',
  'collateral',
  'contingencyPlan',
  'liquidityStress',
  'transferPricing',
  'automaticOptions',
  'creditUnion',
  'hedgeOptions',
  'hedgeFutures',
  'hedgeDeferrals',
  'hedgeMargin',
] as const satisfies readonly (keyof StudyBlocks)[];

/** Every Parameter of those parts, with its JSON pointer. */
export function blockParameters(study: Study): ReturnType<typeof parametersIn> {
  return BLOCK_KEYS.flatMap((key) => parametersIn(study[key], `/${key}`));
}

/** Every Parameter inside a part of a Study, with its JSON pointer, in document order. */
export function parametersIn(
  part: unknown,
  path: string,
): { readonly path: string; readonly parameter: Parameter }[] {
  if (part === null || typeof part !== 'object') return [];
  if (isParameter(part)) return [{ path, parameter: part }];
  return Object.entries(part).flatMap(([key, value]) => parametersIn(value, `${path}/${key}`));
}

function isParameter(part: object): part is Parameter {
  return 'basis' in part && 'source' in part && 'note' in part && 'value' in part;
}
