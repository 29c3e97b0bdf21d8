import type { ClaimBeside } from '@almfes/engine';
import type { Section } from '../document.js';
import { formatNumber } from '../format.js';

/** Published claims of the laboratory beside our figures: labelled as claims, never targets. */
export function claimSection(claims: readonly ClaimBeside[]): Section {
  const table = {
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
  } as const;
  return {
    id: 'claims',
    title: 'Claims, and what this Study gives',
    blocks: claims.length === 0 ? [] : [{ kind: 'table', table }],
  };
}
