import { type Book, textAt } from '../../balance-sheet/index.js';
import type { Capital } from './input.js';

/**
 * AOCI of securities moved to HTM that CET1 leaves out and no row shows, before tax, USD million,
 * a loss negative (rule CAP-16); 0 without the opt-out, where CET1 holds it.
 */
export function filteredHtmAoci(capital: Capital): number {
  return capital.aociOptOut ? (capital.aociOnTransferredHtmUsdMillion ?? 0) : 0;
}

/** The book that the securities moved to HTM stand in: AFS once a taint has emptied HTM. */
export function bookOfTransferred({ group }: Pick<Book, 'group'>): 'afs' | 'htm' {
  for (let row = 0; row < group.codes.length; row += 1) {
    if (textAt(group, row) === 'htm') return 'htm';
  }
  return 'afs';
}
