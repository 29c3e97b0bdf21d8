import type { CaseFiles } from '@almfes/intake';
import type { FolderFile } from '../folder-file.js';
import type { ToldFolder } from './told-folder.js';

/** What a contribution is held against. */
export interface CheckedLibrary {
  /** Cases that evaluate, with their sisters. */
  readonly cases: readonly CaseFiles[];
  /** Disclosure studies and articles: figures without a Study. */
  readonly told: readonly ToldFolder[];
  /** Names of all cases, disclosure studies too. */
  readonly slugs: readonly string[];
  /** Prose of the library and of other contributions, by name. */
  readonly entries: readonly FolderFile[];
  /** Text of the par yields that a proposed case may name. */
  readonly curves: string;
}
