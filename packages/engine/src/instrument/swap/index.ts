export * from './forward-rate-agreement.js';
export * from './index-table.js';
export { legFlows } from './leg-flows.js';
export { type AccrualPeriod, type PaymentPeriod, paymentPeriods } from './leg-periods.js';
export { overnightRate } from './overnight-rate.js';
export { readForwardRateAgreement } from './parse-forward-rate-agreement.js';
export { readOvernightIndex, readTermIndex } from './parse-rate-index.js';
export * from './parse-swap.js';
export { readSwapLeg } from './parse-swap-leg.js';
export type { PeriodValue, ValueStep } from './period-value.js';
export type { OvernightIndex, RateIndex, TermIndex } from './rate-index.js';
export type * from './swap-terms.js';
export {
  legAnnuity,
  legPresentValue,
  parRateOf,
  parSpreadOf,
  presentValueOfFlows,
  swapPresentValue,
} from './swap-value.js';
export { termFixing } from './term-rate.js';
export { riskMeasures, valueSwap } from './value-swap.js';
