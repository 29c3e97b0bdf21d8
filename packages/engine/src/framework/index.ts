export type { Answer } from './answer.js';
export type * from './case-input.js';
export type * from './case-result.js';
export type { CaseEffects } from './engine.js';
export { type FitTarget, readTarget } from './fit.js';
export { runCase } from './run-case.js';
export { type RunDynamicsResult, runDynamicsAnswer } from './run-dynamics-answer.js';
export { type RunSurfaceResult, runSurfaceAnswer } from './run-surface-answer.js';
