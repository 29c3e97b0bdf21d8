export * from './bootstrap.js';
export * from './curve.js';
export * from './par-curve.js';
