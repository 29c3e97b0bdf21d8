export * from './compile.js';
export { contractualPrincipals } from './contractual-principal.js';
export { costOf, hasCashFlow, interestAt, openingOf, parOf } from './fixed-parts.js';
export {
  addMonthValues,
  carriedHedge,
  discountedHedges,
  fixedIncome,
  hedgeValues,
  projectHedges,
} from './hedge/hedge-flows.js';
export { optionMonthValues } from './hedge/option-flows.js';
export { type BumpedRows, knownBumpedRows, knownRows } from './known-rows.js';
export * from './loan/index.js';
export { perFlow, perFlows } from './per-flow.js';
export { type ProductPlan, plannedIncome } from './planned-income.js';
export * from './program.js';
export * from './project.js';
export { rowLists } from './row-lists.js';
export { scaledPrepayment } from './row-principal.js';
export { basisOf } from './row-rates.js';
export { redeemedShare } from './row-redemption.js';
export { type RowVariants, rowVariants } from './row-variants.js';
export * from './scenario-rates.js';
export * from './transfer/index.js';
export * from './value.js';
export { rowYields } from './yield.js';
