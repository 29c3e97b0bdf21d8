import type { CaseFiles } from '@almfes/intake';
import type { FolderFile } from '../folder-file.js';
import type { DataSet } from './data-set.js';
import type { ToldFolder } from './told-folder.js';

/** What a contribution is held against. */
export interface CheckedLibrary {
  /** The day of the check: nothing was handed in, and no fact was public, later than that. */
  readonly today: string;
  /** Cases that evaluate, with their sisters. */
  readonly cases: readonly CaseFiles[];
  /** Disclosure studies and articles: figures without a Study. */
  readonly told: readonly ToldFolder[];
  /** Files of `library/data`, each in its latest vintage. */
  readonly data: readonly DataSet[];
  /** Names of all cases, disclosure studies too. */
  readonly slugs: readonly string[];
  /** Prose of the library and of other contributions, by name. */
  readonly entries: readonly FolderFile[];
  /** Text of the par yields that a proposed case may name. */
  readonly curves: string;
  /** Text of quarter-end-market.csv, for the discipline of a proposed case as it was realised. */
  readonly quarterEnds?: string;
}

/** A library of nothing: what a contribution says alone can be checked against it. */
export function emptyLibrary(today: string): CheckedLibrary {
  return { today, cases: [], told: [], data: [], slugs: [], entries: [], curves: '' };
}
