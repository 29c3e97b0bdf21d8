import type { Issue } from '@almfes/engine';
import type { TapeMapping } from '../mapping/index.js';
import type { ReconciliationLine } from './reconcile.js';
import type { Finding } from './rule.js';

/** What became of a tape: every row is loaded, quarantined or left out. */
export interface LoadReport {
  readonly fileName: string;
  readonly valuationDate: string;
  readonly rows: number;
  readonly loadedRows: number;
  readonly quarantinedRows: number;
  readonly leftOut: readonly { readonly reason: string; readonly rows: number }[];
  /** Shares of rows and of absolute balance that are quarantined, beside their limits. */
  readonly quarantinedShare: { readonly rows: number; readonly balance: number };
  readonly limits: TapeMapping['limits'];
  readonly findings: readonly Finding[];
  readonly reconciliation: readonly ReconciliationLine[];
}

/** A load is refused as a whole when at least one issue stands against it (rule TAPE-34). */
export type TapeLoad =
  | { readonly status: 'loaded'; readonly report: LoadReport }
  | { readonly status: 'refused'; readonly report: LoadReport; readonly issues: readonly Issue[] };
