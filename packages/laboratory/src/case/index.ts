export {
  CASE_CLASSES,
  CASE_OUTCOMES,
  CASE_STATUSES,
  type CaseFront,
  RATE_CYCLES,
  readCaseFront,
  semanticVersion,
  slugText,
} from './case-front.js';
export { AFTERWARDS, CASE_SECTIONS } from './case-section.js';
export { caseValues, DISCIPLINE_FIELDS, figureValue } from './case-values.js';
export {
  type EvaluatedHedge,
  HEDGE_FILE,
  type HedgeRow,
  hedgeOfFiles,
  hedgeRows,
} from './evaluated-hedge.js';
export { markupIssues } from './markup-issues.js';
export {
  type CaseFolder,
  type CaseFolderFiles,
  parseCaseFolder,
  parseCasePage,
  readCaseFolder,
} from './parse-case-folder.js';
export { passportIssues } from './passport-issues.js';
