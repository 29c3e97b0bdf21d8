export { type AmountContext, amountOf } from './amount.js';
export { type BuiltStudy, buildStudy } from './build-study.js';
export { type FormFit, parseFits } from './fit-form.js';
export { measureIssues } from './measure-place.js';
export { type CaseFiles, parseCase, parseCaseStudy, parseFiguresFile } from './parse-case.js';
export { type CurveTable, parseTreasuryCurves, TREASURY_TENORS } from './treasury-curve.js';
