import { type Assumption, always } from './assumption.js';

/** What a Call Report does not tell about loans. */
export const LOAN_ASSUMPTIONS = {
  loanPlace: {
    title: 'Place of loans inside their bucket',
    unit: 'share of the bucket',
    drives: 'months to maturity or repricing of loans',
    ranges: always([0.25, 0.5, 0.75], 'bucket ends of RC-C memorandum 2; even inside: 0.5'),
  },
  loanBalloon: {
    title: 'Part of the term of other loans before principal is paid',
    unit: 'share of the term',
    drives: 'average life of other loans up to five years; 1 is a bullet, 0 even principal',
    ranges: always([0, 0.5, 1], 'judgement: the two ends are the two possible schedules'),
  },
  loanMargin: {
    title: 'Change of the margin of new loans over the curve',
    unit: 'a year',
    drives: 'value of loans: the margin at which they are discounted, and new business',
    ranges: always([-0.005, 0, 0.005], 'judgement, around the bank’s own margin'),
  },
  otherLoanSpeed: {
    title: 'Prepayment of other loans over five years',
    unit: 'CPR a year',
    drives: 'average life of loans other than first mortgages that run over five years',
    ranges: always([0, 0.08, 0.16], 'judgement: no public survey of commercial loans'),
  },
  mortgageSpeed: {
    title: 'Prepayment of mortgages, as a multiple of the curve',
    unit: 'times',
    drives: 'prepayment of mortgage loans',
    ranges: always([0.6, 1, 1.4], 'judgement, around the arctangent curve (PREPAY-2)'),
  },
} as const satisfies Readonly<Record<string, Assumption>>;
