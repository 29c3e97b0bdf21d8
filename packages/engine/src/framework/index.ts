export type { Answer } from './answer.js';
export {
  type AssumptionRanges,
  assumptionRanges,
  type Choice,
  type Choices,
  centralChoices,
  type MeasureRange,
  type RangedAssumption,
  type RangedMeasure,
  type RangeQuestion,
} from './assumption-range.js';
export {
  type BookSpreads,
  type ReportedValues,
  spreadsOf,
  withReportedYield,
  withSpreads,
} from './at-reported-value.js';
export { type AttributionSubject, attributionAnswer } from './attribution-answer.js';
export { backTestAnswer, replayAssumptions } from './back-test-answer.js';
export { REPLAY_LIMITS, REPLAY_PRICING, replayStrategies } from './back-test-policy.js';
export type * from './bank-baseline.js';
export { baselineAnswer } from './baseline-answer.js';
export { BASELINE_FAMILIES, baselineMeasures } from './baseline-measures.js';
export { type CapitalPathRequest, capitalPaths } from './capital-path.js';
export { capitalPathAnswer } from './capital-path-answer.js';
export type * from './case-input.js';
export type { CaseLeagueRow } from './case-league-tables.js';
export { casePolicy } from './case-policy.js';
export type * from './case-result.js';
export { cheapestHedges } from './cheapest-hedges.js';
export { type DecideRequest, type DecisionResult, decide, statePolicy } from './decide.js';
export { decisionAnswer } from './decision-answer.js';
export {
  DISCIPLINE_SCENARIOS,
  type DisciplineRequest,
  type DisciplineResult,
  disciplineOf,
} from './discipline.js';
export {
  type DisciplineEnd,
  type DisciplineRange,
  disciplineRange,
} from './discipline-range.js';
export { type RealisedDiscipline, realisedDiscipline } from './discipline-realised.js';
export type { CaseEffects } from './engine.js';
export {
  evaluateHedges,
  type HedgeQuestion,
  SIZE_TARGETS,
  type SizeTo,
  USUAL_TARGET,
} from './evaluate-hedges.js';
export { type FailRequest, type FailResult, failStudy } from './fail-study.js';
export { failureAnswer } from './failure-answer.js';
export { finding, numbersIn } from './finding.js';
export { type FitTarget, readTarget } from './fit.js';
export { hedgeAnswer, needsNothing, unknownPath } from './hedge-answer.js';
export { leagueAnswer } from './league-answer.js';
export {
  type LeagueMeasure,
  type LeagueQuestion,
  type LeagueRange,
  leagueMeasure,
} from './league-measure.js';
export { inLeagueOrder, isMeasured, keptOverAssets, type LeagueRow } from './league-row.js';
export { type PolicyFlipLimits, policyFlipLimits } from './policy-flip-limits.js';
export { fitsOf, publishedVsReproduced } from './reproduce.js';
export { type RunParts, type RunResult, runAnswer } from './run-answer.js';
export { runCase } from './run-case.js';
export {
  leagueStudy,
  PROGRAMME_TITLES,
  PROGRAMMES,
  type Programme,
  standardProgramme,
} from './standard-programme.js';
export { caseDiscipline, disciplineTable, type ToldDiscipline } from './step-discipline.js';
export { structuralHedgeAnswer } from './structural-hedge-answer.js';
export { scenarioName } from './table.js';
export { type TimeMove, type TimeStep, timeStep } from './time-step.js';
export { originAt, type Told } from './told.js';
