export { contractEvents, projectContract } from './contract-events.js';
export type { ContractReference, ContractTerms } from './contract-terms.js';
export {
  type ContractTestAnswer,
  type ContractTestAnswers,
  contractTestAnswers,
} from './contract-test-answers.js';
export type { ContractEvent } from './event.js';
export type { EventType } from './event-order.js';
export type { ObservedData, ObservedEvent } from './observed-data.js';
export { type ContractCase, parseContractCase } from './parse-contract-case.js';
export { parseTerms } from './parse-terms.js';
export type { ContractContext, ProjectContract } from './project-contract.js';
export type { EventRow } from './run-events.js';
