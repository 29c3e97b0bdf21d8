export * from './curve.js';
