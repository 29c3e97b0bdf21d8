import type { PrivateFolder } from '../private-folder.js';
import type { RefusedCell } from '../refused-cell.js';
import type { RowNumbers } from '../row-number.js';
import type { Database } from './open-database.js';
import type { StoredColumn } from './stored-column.js';

/** A tape in its private copy: the table `tape`, whose rows are in the file's order. */
export interface StoredTape {
  readonly fileName: string;
  readonly folder: PrivateFolder;
  readonly database: Database;
  readonly columns: readonly StoredColumn[];
  readonly rowCount: number;
  readonly numbers: RowNumbers;
  readonly refused: readonly RefusedCell[];
}
