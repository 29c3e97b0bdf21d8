import type { ContractTerms } from './contract-terms.js';
import type { ObservedEvent } from './observed-data.js';

/** Observed events of one kind that name this contract, or none. */
export function ownEvents(
  events: readonly ObservedEvent[],
  type: string,
  { contractID }: ContractTerms,
): ObservedEvent[] {
  return events.filter(
    (event) =>
      event.type === type && (event.contractId === undefined || event.contractId === contractID),
  );
}
