export * from './conversion-factor.js';
export * from './rate-future.js';
