export { type AmountContext, amountOf } from './amount.js';
export { type BuiltStudy, buildStudy } from './build-study.js';
export {
  CALL_REPORT_SCHEMA,
  type CallReportCaseForm,
  marketForm,
  readCallReportForm,
} from './call-report-form.js';
export { type FormFit, parseFits } from './fit-form.js';
export { measureIssues } from './measure-place.js';
export { type CaseFiles, parseCase, parseCaseStudy, parseFiguresFile } from './parse-case.js';
export { parseStructuralHedge, type StructuralHedgeFiles } from './parse-structural-hedge.js';
export { BEFORE_PREFIX, REPORT_PREFIX, UNITS as CALL_REPORT_UNITS } from './report-of-figures.js';
export { type CurveTable, parseTreasuryCurves, TREASURY_TENORS } from './treasury-curve.js';
