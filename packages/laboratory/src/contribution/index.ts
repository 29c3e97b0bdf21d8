export * from './contribution.js';
export { folderHash } from './folder-hash.js';
export {
  type HistoryEvent,
  historyText,
  type NewEvent,
  parseHistory,
  withEvent,
} from './history.js';
export { parseContribution } from './parse-contribution.js';
export { CONTRIBUTION_STATES, type ContributionState, nextStates } from './queue.js';
