export type { SecurityAssumptions } from './security-assumptions.js';
export {
  type SecurityHolding,
  type SecurityHoldings,
  securityHoldings,
} from './security-holdings.js';
export {
  type HoldingTerms,
  rowsOfHoldings,
  type SecurityMark,
  type SecurityRows,
  type SecurityRowsTerms,
  securityRows,
} from './security-rows.js';
export { SECURITY_PREPAYMENT, securityPrepayment, securityStudy } from './security-study.js';
export {
  SECURITY_BOOKS,
  SECURITY_KINDS,
  SECURITY_TYPE_NAMES,
  SECURITY_TYPES,
  type SecurityBook,
  type SecurityKind,
  type SecurityType,
} from './security-type.js';
export type { SecurityYields } from './security-yields.js';
