import type { Result } from '../foundation/index.js';
import type { ContractTerms } from './contract-terms.js';
import type { ObservedData, ObservedEvent } from './observed-data.js';
import type { EventRow } from './run-events.js';

/** What a contract type needs besides its terms. */
export interface ContractContext {
  /** Last moment to show, in seconds; undefined: to the maturity. */
  readonly to: number | undefined;
  readonly observed: ObservedData;
  readonly observedEvents: readonly ObservedEvent[];
  /** Projects any contract type: for contracts composed of others. */
  readonly project: ProjectContract;
}

/** The events of a contract, or issues that name term, value and expectation. */
export type ProjectContract = (
  terms: ContractTerms,
  context: ContractContext,
) => Result<EventRow[]>;
