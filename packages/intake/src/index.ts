export * from './back-test/index.js';
export * from './baseline/index.js';
export * from './baseline-sweep/index.js';
export * from './call-report/index.js';
export * from './call-report-study/index.js';
export * from './case/index.js';
export * from './history/index.js';
export { editDistance, nearNames } from './near-name.js';
