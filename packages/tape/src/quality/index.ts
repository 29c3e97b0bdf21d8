export { applyMapping, type MappingRequest } from './apply-mapping.js';
export { cellNumber, MARKS } from './cell-number.js';
export { LEDGER_GROUPS, type Ledger, type LedgerLine, parseLedger } from './ledger.js';
export type { LoadReport, TapeLoad } from './load-report.js';
export { loadTables } from './load-tables.js';
export { joinRows, type MappedRows, type MappedText } from './mapped-rows.js';
export { NO_RATES, type RateSizes, suggestedRateUnit, withRate } from './rate-unit.js';
export type { ReconciliationLine } from './reconcile.js';
export { type Finding, QUALITY_RULES, type RuleId, type Severity } from './rule.js';
