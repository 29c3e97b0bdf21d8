import type { TapeColumn } from '../tape.js';

/** A column of the private copy: `id` is the name it is stored under, chosen by us. */
export interface StoredColumn extends TapeColumn {
  readonly id: string;
  /** The reader's own word for the type. */
  readonly storedAs: string;
}
