export {
  ACCOUNTING_CLASSES,
  type AccountingClass,
  type Book,
  GROUPS,
  type Group,
  type Position,
  PRINCIPAL_KINDS,
  type PrincipalKind,
  RATE_INDICES,
  type RateIndex,
  type TextColumn,
} from './book.js';
export {
  bookFromCells,
  bookFromPositions,
  bookInIdOrder,
  bookOfRows,
  bookWithPosition,
  MAX_DISTINCT_NAMES,
  NUMBER_COLUMNS,
  type NumberColumnName,
  positionAt,
  positionsFromBook,
  rowOf,
  TEXT_COLUMNS,
  type TextColumnName,
  textAt,
} from './columns.js';
export {
  bookWithAmountAdded,
  bookWithNumbers,
  bookWithRowsScaled,
  bookWithTerms,
  bookWithTexts,
} from './edit.js';
export {
  FUTURE_CONTRACTS,
  type FutureHedge,
  type FutureRoll,
  type Hedge,
  type HedgeDeferral,
  type HedgeLine,
  isDeferral,
  isFuture,
  isOption,
  isSwap,
  OPTION_HEDGE_KINDS,
  type OptionHedge,
} from './hedge.js';
export {
  type BookTotals,
  bookTotals,
  checkBook,
  type ReconciliationLine,
  reconcileBook,
  type SideTotals,
  type StatedTotal,
} from './identity.js';
export type {
  Amortisation,
  Designation,
  HedgeModel,
  NotionalStep,
  Swap,
} from './swap.js';
export { swapNotionalAt } from './swap.js';
