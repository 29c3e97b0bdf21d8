export { arctangent } from './arctangent.js';
export * from './calendar-date.js';
export * from './canonical-json.js';
export * from './day-count.js';
export type { Confidence, Figure, FigureRole, Parameter } from './figure.js';
export * from './float-at.js';
export * from './hash.js';
export * from './item-at.js';
/** Readers of JSON of unknown shape, for every door. */
export type { Read, Shape } from './parse-json.js';
export * as read from './parse-json.js';
export * from './result.js';
export * from './transcendental.js';
export * from './units.js';
