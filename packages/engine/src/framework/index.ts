export type { Answer } from './answer.js';
export type * from './case-input.js';
export type * from './case-result.js';
export type { CaseEffects } from './engine.js';
export { type FitTarget, readTarget } from './fit.js';
export { runCase } from './run-case.js';
