import type { Lever } from '../problem.js';
import { type LeverInput, moneyLever } from './lever-terms.js';

/** Changes written out for one unit, such as the hedges of a catalogue; sizes scale them all. */
export function changesLever({ template }: LeverInput<'changes'>): Lever {
  const { changes, unitUsdMillion, costUsdMillion, costNote } = template;
  return {
    ...moneyLever(template, unitUsdMillion),
    makeChanges: (size) => changes.map((change) => ({ ...change, size: change.size * size })),
    addedCostUsdMillion: costUsdMillion,
    costNote,
  };
}
