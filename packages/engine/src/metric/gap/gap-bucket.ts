import { TIME_BUCKETS } from '../standardised/index.js';

/** A repricing bucket: later than the one before, up to `toMonths` (0 = overnight). */
export interface GapBucket {
  readonly label: string;
  readonly toMonths: number;
}

/** The 19 buckets of the standardised framework (rule STANDARD-1). */
export const BASEL_BUCKETS: readonly GapBucket[] = TIME_BUCKETS;

/**
 * Buckets of remaining maturity or next repricing in the US Call Report (FFIEC 031/041, Schedule
 * RC-B memoranda item 2 and Schedule RC-C memoranda item 2).
 */
export const CALL_REPORT_BUCKETS: readonly GapBucket[] = [
  { label: 'three months or less', toMonths: 3 },
  { label: 'over 3 months to 12 months', toMonths: 12 },
  { label: 'over 1 year to 3 years', toMonths: 36 },
  { label: 'over 3 years to 5 years', toMonths: 60 },
  { label: 'over 5 years to 15 years', toMonths: 180 },
  { label: 'over 15 years', toMonths: Number.POSITIVE_INFINITY },
];
