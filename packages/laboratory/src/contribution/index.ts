export { acceptCase } from './accept-case.js';
export {
  type Acceptance,
  acceptCorrection,
  type CaseTexts,
  raisedVersion,
} from './accept-correction.js';
export { acceptDataCorrection, type TouchedData } from './accept-data.js';
export { type BalanceLine, balanceLines, meets } from './balance-lines.js';
export { type ChallengeEffect, HEADLINE_MEASURES, headlines } from './challenge-effect.js';
export { type Check, checkOf } from './check.js';
export { proposedFiles } from './check-case.js';
export { effectOfChallenge } from './check-challenge.js';
export { type CheckedFolder, type CheckReport, checkContribution } from './check-contribution.js';
export { correctionIn } from './check-correction.js';
export { type CheckedLibrary, emptyLibrary } from './checked-library.js';
export { contentIssues } from './content-issues.js';
export * from './contribution.js';
export { contributionTemplate, type TemplateRequest } from './contribution-template.js';
export { type CaseEffect, correctionEffect, type MovedReproduction } from './correction-effect.js';
export { type CorrectedData, correctedData } from './data-correction.js';
export { type DataSet, dataFigures, dataName, dataSetOf } from './data-set.js';
export { type FigureCorrection, figureCorrection, figuresIn } from './figure-correction.js';
export { FILL_IN } from './fill-in.js';
export { folderHash } from './folder-hash.js';
export {
  type FoundFile,
  folderIssues,
  MOST_FILE_BYTES,
  MOST_FOLDER_BYTES,
} from './folder-limits.js';
export { extendedHistory, type HistoryEvent, type NewEvent, parseHistory } from './history.js';
export type { MovedDiscipline } from './moved-discipline.js';
export type { LostMeasure, MovedMeasure } from './moved-measures.js';
export {
  holdsNumber,
  type MovedNumber,
  type MovedSentence,
  movedSentences,
  type Page,
} from './moved-sentences.js';
export { type OfferedEdit, offeredEdits } from './offered-edits.js';
export { parseContribution } from './parse-contribution.js';
export { perspectiveProse } from './perspective-prose.js';
export { jsonOf } from './placed-json.js';
export { CONTRIBUTION_STATES, type ContributionState, nextStates } from './queue.js';
export { type Interested, reviewerOf, reviewIssues } from './review-issues.js';
export { type StandsOnData, standsOnData } from './stands-on-data.js';
export type { ToldFolder } from './told-folder.js';
