export {
  type Attribution,
  type AttributionEvaluations,
  type AttributionRequest,
  attribute,
  attributionOf,
  checkedCoalitions,
  gameOf,
  type RefusedAttribution,
} from './attribute.js';
export {
  CAPITAL_PATH_MEASURES,
  type CapitalAttribution,
  type CapitalRequest,
} from './capital-path/capital-attribution.js';
export { type CapitalLine, capitalLines, measuresOfLines } from './capital-path/capital-line.js';
export {
  type CapitalPath,
  capitalPath,
  type Party,
  type PathLink,
  type PathRow,
} from './capital-path/capital-path.js';
export { partiesOf } from './capital-path/party.js';
export {
  checkSubsets,
  evaluateFreshly,
  type IndependentEvaluation,
  independentEvaluation,
  type SubsetCheck,
  spreadMasks,
} from './check-subsets.js';
export {
  type Coalition,
  type CoalitionColumn,
  type CoalitionGame,
  evaluateCoalitions,
  joinColumns,
} from './coalition-values.js';
export { checkOrder, type OrderPair, orderPairs } from './commute.js';
export {
  DIFFERENCES,
  type DifferenceGroup,
  type DifferenceId,
} from './difference/difference-group.js';
export {
  type DifferenceOverTime,
  differenceOverTime,
  type TimeRequest,
} from './difference/difference-over-time.js';
export {
  checkDifference,
  type StudyDifference,
  studyDifference,
} from './difference/study-difference.js';
export type { ChangeGroup, MeasureRequest } from './group.js';
export { harsanyiDividends } from './harsanyi.js';
export {
  attributeMeasure,
  type Contribution,
  type Interaction,
  type MeasureAttribution,
  type PartContribution,
} from './measure-attribution.js';
export { orderSpread } from './order-spread.js';
export { type ChangeGroups, parseChangeGroups } from './parse-change-groups.js';
export {
  type AttributionShape,
  type CoalitionPlan,
  MAX_SUBSETS,
  planAttribution,
} from './plan.js';
export type { PermutationSample } from './sampling.js';
export { shapleyValues } from './shapley.js';
export {
  evaluateSubsets,
  MAX_GROUPS,
  type SubsetGame,
  type SubsetLattice,
} from './subsets.js';
export { waterfallSteps } from './waterfall.js';
