export * from './compile.js';
export * from './loan/index.js';
export * from './program.js';
export * from './project.js';
export * from './scenario-rates.js';
export { projectSwaps } from './swap-flows.js';
export * from './value.js';
export { rowYields } from './yield.js';
