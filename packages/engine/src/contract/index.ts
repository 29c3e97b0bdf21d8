export { type BusinessDayShift, businessDayShift } from './business-day-shift.js';
export { contractEvents, projectContract } from './contract-events.js';
export type { ContractReference, ContractTerms } from './contract-terms.js';
export {
  type ContractTestAnswer,
  type ContractTestAnswers,
  contractTestAnswers,
} from './contract-test-answers.js';
export { dayOfTime, timeOfDay } from './date-time.js';
export { type Years, yearsOf } from './day-count.js';
export type { ContractEvent } from './event.js';
export type { EventType } from './event-order.js';
export type { ObservedData, ObservedEvent } from './observed-data.js';
export { type ContractCase, parseContractCase } from './parse-contract-case.js';
export { parseTerms } from './parse-terms.js';
export type { ContractContext, ProjectContract } from './project-contract.js';
export { roleSign } from './role-sign.js';
export type { EventRow } from './run-events.js';
export { TERM_NAMES } from './term-dictionary.js';
