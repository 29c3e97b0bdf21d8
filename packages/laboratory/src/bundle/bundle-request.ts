import type { Citable } from '../citation/index.js';
import type { FolderFile } from '../folder-file.js';

/** What a bundle is made of (rule CITE-6). */
export interface BundleRequest {
  readonly citable: Citable;
  /** The day of the version, or of the bundle where the version is not published. */
  readonly date: string;
  /** Files of the case and its sisters, `case/<slug>/<file>`. */
  readonly caseFiles: readonly FolderFile[];
  /** Curves and their passports, `data/<source>/<vintage>/<file>`. */
  readonly dataFiles: readonly FolderFile[];
  /** Version of the program that makes it. */
  readonly programVersion: string;
}
