export { type Expected, type ExpectedRow, expectedOf, expectedText } from './expected.js';
