export { type Expected, type ExpectedRow, expectedOf, expectedText } from './expected.js';
export { expectedOfHedge } from './expected-hedge.js';
export { expectedIssues } from './expected-issues.js';
export { standingExpected } from './standing-expected.js';
