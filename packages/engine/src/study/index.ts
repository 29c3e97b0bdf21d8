export {
  type Book,
  bookFromCells,
  bookFromPositions,
  bookTotals,
  MAX_DISTINCT_NAMES,
  NUMBER_COLUMNS,
  type NumberColumnName,
  type Position,
  positionsFromBook,
  TEXT_COLUMNS,
  type TextColumnName,
} from '../balance-sheet/index.js';
export { type Behaviour, parameterAt } from '../behaviour/index.js';
export {
  type CapitalQuarter,
  type FamilyName,
  type FundingAfter,
  type FundingLimit,
  MEASURES,
  type MeasureDefinition,
  type MeasureValue,
  measureDefinition,
  productWeights,
  REGIMES,
  type RefusedMeasure,
  SIMULATION_MEASURES,
  WELL_CAPITALISED,
} from '../metric/index.js';
export { applyChange, applyChanges } from './apply-change.js';
export { BLOCK_KEYS } from './block-parameters.js';
export { capitalQuarters } from './capital-quarters.js';
export * from './change.js';
export { collateralIn, contingencyCurve } from './contingency-curve.js';
export {
  type ContingencyState,
  contingencyState,
  type LineTest,
  type TriggerState,
} from './contingency-state.js';
export {
  baseDiscount,
  baseRowValues,
  baseRowYields,
  baseYieldOf,
  evaluate,
  fundingAfter,
  viewedIn,
} from './evaluate.js';
export { type ExplainOptions, explain } from './explain/explain.js';
export * from './explain/explanation.js';
export { explanationToJson } from './explain/explanation-to-json.js';
export { type FoldOptions, folded } from './explain/fold.js';
export { monthAmounts } from './explain/months.js';
export type { Citations } from './explain/sources.js';
export { familiesOf } from './families-of.js';
export { hedgeLinesOf, hedgesOf } from './hedge-parts.js';
export { checkHindsight, citationIssues } from './hindsight.js';
export { studyHash } from './identity.js';
export { intradayRunOf, ladderIn, stressBySegment } from './liquidity-path.js';
export { measureOf, type Outcome, whyNot } from './outcome.js';
export { PARAMETER_BOUNDS } from './parameter-bounds.js';
export { PARAMETER_FAMILIES } from './parameter-families.js';
export { parseChange, parseChanges } from './parse-change.js';
export { readFigure, readFigures } from './parse-figure.js';
export { parseStudy } from './parse-study.js';
export { scenarioName } from './scenario-name.js';
export * from './simulation/index.js';
export type { Market, ParQuoteInput, Study } from './study.js';
export { parseStudyFrame, type StudyFrame, studyFromBook } from './study-from-book.js';
export { studyJsonPieces } from './study-json-pieces.js';
export { studyToJson } from './study-to-json.js';
