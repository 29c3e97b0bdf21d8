export * from './case/index.js';
export * from './history/index.js';
