export * from './calendar-date.js';
export * from './canonical-json.js';
export * from './day-count.js';
export type { Confidence, Figure, FigureRole, Parameter } from './figure.js';
export * from './hash.js';
export * from './item-at.js';
export * from './result.js';
export * from './transcendental.js';
export * from './units.js';
