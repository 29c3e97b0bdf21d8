import type { Confidence } from '../../../foundation/index.js';
import type { RuleFactor } from './factor.js';

/**
 * Basel NSF30 (d295, October 2014, tables 1 and 2), read in the prudential returns of Saudi Arabia
 * that copy the tables; rows past the excerpt are recalled. Derivatives are left out.
 */
type Row = readonly [string, string, number, Confidence];

const AVAILABLE: readonly Row[] = [
  ['capital', 'Regulatory capital', 1, 'seen-secondary'],
  ['due-year', 'Liabilities due in a year or more', 1, 'seen-secondary'],
  ['retail-stable', 'Stable retail and small business, under a year', 0.95, 'seen-secondary'],
  ['retail-other', 'Less stable retail, under a year', 0.9, 'seen-secondary'],
  ['nonfinancial', 'Non-financial corporates, under a year', 0.5, 'seen-secondary'],
  ['operational', 'Operational deposits', 0.5, 'seen-secondary'],
  ['public', 'Sovereigns, PSE, MDB, under a year', 0.5, 'seen-secondary'],
  ['half-year', 'Other funding, 6 to 12 months', 0.5, 'seen-secondary'],
  ['other', 'All other liabilities and equity', 0, 'seen-secondary'],
];

const REQUIRED: readonly Row[] = [
  ['cash', 'Coins and banknotes', 0, 'seen-secondary'],
  ['central-bank', 'Central bank reserves; claims under 6 months', 0, 'seen-secondary'],
  ['level-1', 'Other level 1', 0.05, 'seen-secondary'],
  ['lending-level-1', 'Financial, under 6 months, level 1', 0.1, 'seen-secondary'],
  ['financial-short', 'Other financial, under 6 months', 0.15, 'seen-secondary'],
  ['level-2a', 'Level 2A', 0.15, 'seen-secondary'],
  ['level-2b', 'Level 2B', 0.5, 'seen-secondary'],
  ['encumbered-half-year', 'HQLA encumbered 6 to 12 months', 0.5, 'seen-secondary'],
  ['financial-half-year', 'Financial, 6 to 12 months', 0.5, 'seen-secondary'],
  ['operational-placed', 'Operational deposits placed', 0.5, 'recalled'],
  ['other-short', 'Other, under a year', 0.5, 'recalled'],
  ['mortgage', 'Residential mortgages, weight to 35%', 0.65, 'recalled'],
  ['loan-35', 'Other loans, weight to 35%', 0.65, 'recalled'],
  ['loan', 'Other performing loans', 0.85, 'recalled'],
  ['security', 'Securities not HQLA; equity; gold', 0.85, 'recalled'],
  ['other', 'All other assets', 1, 'recalled'],
  ['encumbered-year', 'Encumbered a year or more', 1, 'recalled'],
  ['undrawn', 'Undrawn committed facilities', 0.05, 'recalled'],
];

function ruleFactor([id, title, factor, evidence]: Row, table: 1 | 2): RuleFactor {
  return { id, title, factor, paragraph: `NSF30; d295 table ${table}`, evidence };
}

export const BASEL_AVAILABLE_FUNDING: readonly RuleFactor[] = AVAILABLE.map((row) =>
  ruleFactor(row, 1),
);
export const BASEL_REQUIRED_FUNDING: readonly RuleFactor[] = REQUIRED.map((row) =>
  ruleFactor(row, 2),
);
