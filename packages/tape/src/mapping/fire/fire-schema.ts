import type { LeftOut, RowMapping } from '../tape-mapping.js';

/** Rows of a schema of SuadeLabs FIRE as our rows. */
export interface FireSchema {
  readonly leaveOut: readonly LeftOut[];
  readonly rows: readonly RowMapping[];
}
