export * from './interpolate.js';
export * from './matrix.js';
export * from './newton.js';
export * from './root.js';
export * from './statistics.js';
