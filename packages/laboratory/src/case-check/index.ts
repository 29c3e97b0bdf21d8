export { type CaseCheck, type CheckedTexts, checkCaseFolder } from './check-case-folder.js';
export { inFileOrder } from './in-file-order.js';
export { placeIssues } from './place-issues.js';
export { repeatedKeys } from './repeated-keys.js';
