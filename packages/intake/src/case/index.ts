export { type AmountContext, amountOf } from './amount.js';
export { buildStudy } from './build-study.js';
export { type FormFit, parseFits } from './fit-form.js';
export { type CaseFiles, parseCase } from './parse-case.js';
export { type CurveTable, parseTreasuryCurves } from './treasury-curve.js';
