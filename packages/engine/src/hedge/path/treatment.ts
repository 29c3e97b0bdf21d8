import type { Study } from '../../study/index.js';
import type { AccountingTerms, DeferredPlace } from './accounting-path.js';

type Swap = Study['hedges'][number];

/** What happens to a hedge on the way, at the end of a quarter (HEDGE-18 to HEDGE-20). */
export type HedgeEvent =
  | { readonly kind: 'terminated'; readonly quarter: number; readonly itemQuarters: number }
  /** The hedged funding is no longer probable, for this share of the hedge. */
  | { readonly kind: 'funding-stops'; readonly quarter: number; readonly share: number }
  /** The closed portfolio falls below the layer: the share breached at quarters 0, 1, …. */
  | { readonly kind: 'layer-breach'; readonly breachedShare: readonly number[] };

export interface Treatment {
  readonly model: Swap['model'];
  readonly hedgedGroup: Swap['hedgedGroup'];
  readonly event: HedgeEvent | null;
}

/** The terms of the path under a treatment; the event of another model leaves it as it is. */
export function accountingTerms(
  { model, hedgedGroup, event }: Treatment,
  quarters: number,
  { taxRate, aociOptOut }: Pick<Study['capital'], 'taxRate' | 'aociOptOut'>,
): AccountingTerms {
  return {
    place: placeOf(model, hedgedGroup),
    taxRate,
    aociOptOut,
    incomeShare: Array.from({ length: quarters + 1 }, (_, quarter) =>
      incomeShareAt(model, event, quarter),
    ),
    releasedTo: model === 'fair-value' ? 'interest' : 'other-income',
    terminated:
      event?.kind === 'terminated'
        ? { quarter: event.quarter, amortisedQuarters: event.itemQuarters }
        : null,
  };
}

function placeOf(model: Swap['model'], group: Swap['hedgedGroup']): DeferredPlace {
  if (model === 'undesignated') return 'nowhere';
  if (model === 'cash-flow') return 'aoci-filtered';
  return group === 'afs' ? 'aoci-of-afs' : 'basis-at-cost';
}

/** An undesignated hedge is income from the first quarter on (CPATH-4). */
function incomeShareAt(model: Swap['model'], event: HedgeEvent | null, quarter: number): number {
  if (model === 'undesignated') return quarter === 0 ? 0 : 1;
  if (event?.kind === 'funding-stops' && model === 'cash-flow') {
    return quarter >= event.quarter ? event.share : 0;
  }
  if (event?.kind !== 'layer-breach' || model !== 'fair-value') return 0;
  // what has been breached once stays in income: shares never fall
  return Math.max(0, ...event.breachedShare.slice(0, quarter + 1));
}
