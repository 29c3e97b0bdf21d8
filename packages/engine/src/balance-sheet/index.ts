export {
  ACCOUNTING_CLASSES,
  type AccountingClass,
  type Book,
  GROUPS,
  type Group,
  type Position,
  PRINCIPAL_KINDS,
  type PrincipalKind,
  type TextColumn,
} from './book.js';
export {
  bookFromPositions,
  bookInIdOrder,
  bookOfRows,
  bookWithPosition,
  positionAt,
  positionsFromBook,
  rowOf,
  textAt,
} from './columns.js';
export {
  type BookTotals,
  bookTotals,
  checkBook,
  type ReconciliationLine,
  reconcileBook,
  type SideTotals,
  type StatedTotal,
} from './identity.js';
export type { HedgeModel, Swap } from './swap.js';
