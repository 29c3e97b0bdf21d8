export type { Capital } from './capital/input.js';
export { BUMP_BP } from './duration.js';
export { type FundingAfter, fundingAfterIn } from './liquidity/funding-after.js';
export type { FundingLimit } from './liquidity/funding-limits.js';
export type { Liquidity, LiquiditySource } from './liquidity/input.js';
export type { MeasureDefinition, MeasureUnit, MeasureValue } from './measure.js';
export { measures } from './measures.js';
export { MEASURES, measureDefinition } from './registry.js';
export type { MeasureInput, ScenarioView } from './view.js';
