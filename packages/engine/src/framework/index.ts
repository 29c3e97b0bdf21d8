export * from './case-result.js';
export { type FitTarget, readTarget } from './fit.js';
