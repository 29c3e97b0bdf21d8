export { type CaseVersion, caseHistoryText, parseCaseHistory } from './case-history.js';
export { type Author, type Citable, LABORATORY, permanentId } from './citable.js';
