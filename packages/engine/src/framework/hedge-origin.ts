import type { ComparedHedge, HedgeComparison } from '../hedge/index.js';
import type { ComputedOrigin } from './case-result.js';
import { finding } from './finding.js';

/** The origin of the numbers of one hedge. */
export type OriginOf = (hedge: Pick<HedgeComparison, 'id' | 'title'>) => ComputedOrigin;

/** What was done to the bank's own Study before a hedge was put on it. */
export const WITHOUT_SWAPS = 'without its swaps';

/** What stands beneath a table of hedges that has capital efficiencies. */
export const EFFICIENCY_NOTE = finding(
  'Capital efficiency as METHOD section 1; no ratio under 0.1% of base NII. Carry is counted ' +
    'here, as METHOD asks; step 4 takes it out of the cost of its plan.',
  {
    title: 'Capital efficiency: the least cost that a ratio is taken to',
    rule: 'HEDGE-8',
    measures: ['nii.24m'],
    applied: ['nothing: a number of the rule'],
  },
);

/** A hedge in words: what it is, and each swap of it. */
function hedgeInWords({ title, changes }: Pick<ComparedHedge, 'title' | 'changes'>): string[] {
  return [WITHOUT_SWAPS, [title, ...changes.map((change) => change.title)].join(': ')];
}

/** Origins of what hedges on the bank without its swaps do, with minus without. */
export function hedgeOrigins(hedges: readonly ComparedHedge[]): OriginOf {
  const known = new Map(hedges.map((hedge) => [hedge.id, hedgeOrigin(hedge)]));
  return ({ id, title }) => known.get(id) ?? hedgeOrigin({ title, changes: [] });
}

function hedgeOrigin(hedge: Pick<ComparedHedge, 'title' | 'changes'>): ComputedOrigin {
  return {
    title: `${hedge.title}: with minus without`,
    rule: 'HEDGE-7',
    measures: ['eve.change', 'nii.12m', 'nii.24m', 'capital.economic.e0', 'unrealised.hedges'],
    applied: hedgeInWords(hedge),
  };
}
