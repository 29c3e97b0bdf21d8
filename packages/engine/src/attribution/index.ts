export {
  type Attribution,
  type AttributionRequest,
  attribute,
  attributeMeasure,
  type Contribution,
  type Interaction,
  type MeasureAttribution,
} from './attribute.js';
export {
  checkSubsets,
  type IndependentEvaluation,
  independentEvaluation,
  type SubsetCheck,
  spreadMasks,
} from './check-subsets.js';
export {
  DIFFERENCES,
  type DifferenceGroup,
  type DifferenceId,
} from './difference/difference-group.js';
export {
  checkDifference,
  type StudyDifference,
  studyDifference,
} from './difference/study-difference.js';
export type { ChangeGroup, MeasureRequest } from './group.js';
export { harsanyiDividends } from './harsanyi.js';
export { orderSpread } from './order-spread.js';
export { shapleyValues } from './shapley.js';
export {
  evaluateSubsets,
  MAX_GROUPS,
  type SubsetGame,
  type SubsetLattice,
} from './subsets.js';
export { waterfallSteps } from './waterfall.js';
