export { type BlankCase, blankCase, figuresText } from './blank-case.js';
export {
  type CallReportCaseTerms,
  type CaseFilesMade,
  newCallReportCase,
} from './call-report-case.js';
export { type PageTerms, pageTemplate } from './page-template.js';
