export {
  type CallReportCaseTerms,
  type CaseFilesMade,
  newCallReportCase,
} from './call-report-case.js';
