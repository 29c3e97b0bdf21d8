import type { Parameter } from '../../../foundation/index.js';

export const FACILITIES = [
  'cash',
  'fhlb',
  'discount-window',
  'repo',
  'fed-funds',
  'sale',
  'bank-term-funding-program',
  'other',
] as const;
export type Facility = (typeof FACILITIES)[number];

/** First day of the Bank Term Funding Program of the Federal Reserve. */
export const BANK_TERM_FUNDING_FROM = '2023-03-12';

/** One source of the plan. */
export interface ContingencyLine {
  readonly id: string;
  readonly title: string;
  readonly facility: Facility;
  readonly limitUsdMillion: Parameter;
  /** An uncommitted line counts zero under stress. */
  readonly committed: boolean;
  readonly hoursToCash: Parameter;
  /** Day of the last test draw, YYYY-MM-DD; null = never tested. */
  readonly testedDate: string | null;
  /** Pledge, or pool whose sale, of the collateral register stands behind it; null = none. */
  readonly backing: string | null;
}

/** A level of a measure at which the plan is to be opened. */
export interface ContingencyTrigger {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly comparison: 'below' | 'above';
  readonly level: Parameter;
}

/** The contingency funding plan of a bank (rules CFP-1 to CFP-5). */
export interface ContingencyPlan {
  /** Days after which a test no longer counts as recent. */
  readonly maxTestAgeDays: Parameter;
  readonly lines: readonly ContingencyLine[];
  readonly triggers: readonly ContingencyTrigger[];
}
