export * from './average-life.js';
export * from './historical-speed.js';
export * from './mortgage-yield.js';
export * from './pool-flows.js';
export * from './prepayment-speed.js';
export * from './scheduled-balance.js';
