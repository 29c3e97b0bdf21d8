export * from './foundation/index.js';
export type { ParQuote } from './market/index.js';
export * from './study/index.js';
export * from './framework/index.js';
