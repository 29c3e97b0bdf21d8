export * from './cubic-spline.js';
export * from './interpolate.js';
export * from './matrix.js';
export * from './monotone-convex.js';
export * from './newton.js';
export * from './piecewise-polynomial.js';
export * from './root.js';
export * from './statistics.js';
