import type { ClaimBeside, Origin } from '@almfes/engine';
import type { DocumentTable, Section } from '../document.js';
import { formatNumber } from '../format.js';
import { withNumbers } from './cell-numbers.js';

/** Published claims of the laboratory beside our figures: labelled as claims, never targets. */
export function claimSection(claims: readonly ClaimBeside[]): Section {
  const table: DocumentTable = {
    id: 'claim-table',
    title: 'Claims beside the figures of this Study',
    columns: [
      { title: 'Claim', unit: '', align: 'start' },
      { title: 'Unit', unit: '', align: 'start' },
      { title: 'Claimed', unit: '', align: 'end' },
      { title: 'Ours', unit: '', align: 'end' },
      { title: 'Explanation', unit: '', align: 'start' },
    ],
    rows: claims.map((row) => [
      row.claim,
      row.unit,
      `claim: ${formatNumber(row.claimed, row.unit)}`,
      formatNumber(row.ours, row.unit),
      row.explanation,
    ]),
    notes: ['A claim is what was published elsewhere; nothing here is fitted to it.'],
  };
  const originOf = (row: number, column: number): Origin | undefined => {
    const claim = claims[row];
    if (column === OURS || claim === undefined) return claim?.origin;
    return claimed(claim);
  };
  return {
    id: 'claims',
    title: 'Claims, and what this Study gives',
    blocks: claims.length === 0 ? [] : [{ kind: 'table', table: withNumbers(table, originOf) }],
  };
}

const OURS = 3;

/** A claim has no figure of its own: what it is stands beside it in words (REPORT-8). */
function claimed({ claim, explanation }: ClaimBeside): Origin {
  return { title: `Claim: ${claim}`, rule: 'REPORT-8', measures: [], applied: [explanation] };
}
