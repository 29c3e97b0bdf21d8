import type { Issue } from '@almfes/engine';
import type { Entry } from './entry.js';

/** The entries of one file of the tracker, with the way back to their lines. */
export interface EntryFile {
  readonly entries: readonly Entry[];
  readonly placed: (issue: Issue) => Issue;
}
