export * from './assumption/assumed-values.js';
export * from './assumption/assumption.js';
export { ASSUMPTION_NAMES, ASSUMPTIONS, type AssumptionName } from './assumption/assumptions.js';
export * from './assumption/parse-assumption-choice.js';
export * from './bank-study.js';
export * from './call-report-study.js';
export { filingDate } from './filing-date.js';
export { parseQuarterEndMarkets } from './quarter-end-market.js';
export * from './security-rows/index.js';
