import { bookTotals, type Swap } from '../balance-sheet/index.js';
import { type Issue, issue } from '../foundation/index.js';
import type { Study } from './study.js';

/** Authority for the refusal, in the words a reader of the issue needs. */
export const INELIGIBLE_HTM =
  'held-to-maturity securities are not eligible for interest rate hedging under US GAAP ' +
  '(ASC 815-20-25); use an undesignated swap, or hedge the funding';

/**
 * Issues of one swap taken alone (CHANGE-4): HTM is never a hedged item, a designated swap names
 * the hedged book, an undesignated one names none, and it starts before it ends.
 */
export function designationIssues(swap: Swap, path: string): Issue[] {
  const issues: Issue[] = [];
  const group: string = swap.hedgedGroup;
  const at = `${path}/hedgedGroup`;
  if (group === 'htm') {
    issues.push(issue('ineligible-hedged-item', at, 'another book', 'htm', INELIGIBLE_HTM));
  }
  const designated = swap.model !== 'undesignated';
  if (designated && group === 'none') {
    issues.push(issue('designation', at, `the book of the ${swap.model} hedge`, group));
  }
  if (!designated && group !== 'none') {
    issues.push(issue('designation', at, 'none for an undesignated swap', group));
  }
  if (swap.startMonth >= swap.maturityMonth) {
    const expected = `before maturity month ${swap.maturityMonth}`;
    issues.push(issue('order', `${path}/startMonth`, expected, String(swap.startMonth)));
  }
  return issues;
}

/**
 * Fair value hedges of a book may not exceed its carrying amount (CHANGE-5): a layer larger than
 * the closed portfolio cannot be designated (ASC 815-20-25, portfolio layer method).
 */
export function overHedgeIssues(study: Pick<Study, 'book' | 'hedges'>, path: string): Issue[] {
  const fairValue = study.hedges.filter((swap) => swap.model === 'fair-value');
  const totals = bookTotals(study.book).byGroup;
  const issues: Issue[] = [];
  for (const group of ['afs', 'loans', 'deposits', 'borrowings'] as const) {
    const hedged = fairValue
      .filter((swap) => swap.hedgedGroup === group)
      .reduce((sum, swap) => sum + Math.abs(swap.notionalUsdMillion), 0);
    const { assetsUsdMillion, liabilitiesUsdMillion } = totals[group];
    const carrying = assetsUsdMillion + liabilitiesUsdMillion;
    if (hedged <= carrying * (1 + 1e-12)) continue;
    const expected = `fair value hedges of ${group} up to its carrying amount ${carrying}`;
    issues.push(issue('over-hedged', path, expected, String(hedged)));
  }
  return issues;
}
