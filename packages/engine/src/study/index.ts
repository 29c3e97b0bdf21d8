export * from './change.js';
export { baseRowValues, baseRowYields, evaluate } from './evaluate.js';
export { studyHash } from './identity.js';
export { measureOf, type Outcome } from './outcome.js';
export { parseStudy } from './parse-study.js';
export type { Market, ParQuoteInput, Study } from './study.js';
