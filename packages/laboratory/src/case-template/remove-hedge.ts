import type { Change, Swap } from '@almfes/engine';

/** The bank without one of its swaps: for the baseline, and beside a discipline that it held. */
export function removeHedge({ id }: Swap): Change {
  return {
    ...{ kind: 'remove-hedge', id: `remove-${id}`, title: `Without ${id}`, size: 1, hedgeId: id },
    rationale: 'what the bank is without its swaps',
    sources: [],
  };
}
