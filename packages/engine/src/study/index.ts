export { baseRowValues, evaluate } from './evaluate.js';
export { measureOf, type Outcome } from './outcome.js';
export type { Market, ParQuoteInput, Study } from './study.js';
export { studyHash } from './identity.js';
export * from './change.js';
export { parseStudy } from './parse-study.js';
