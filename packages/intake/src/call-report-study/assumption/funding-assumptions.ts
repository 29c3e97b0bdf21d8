import { type Assumption, always } from './assumption.js';

/** What a Call Report does not tell about borrowings, derivatives and capital. */
export const FUNDING_ASSUMPTIONS = {
  borrowingPlace: {
    title: 'Place of borrowings inside their bucket',
    unit: 'share of the bucket',
    drives: 'months to repricing of borrowings',
    ranges: always([0.25, 0.5, 0.75], 'bucket ends of RC-M 5; even inside: 0.5'),
  },
  payFixedMonths: {
    title: 'Remaining life of the swaps on which the bank pays fixed; 0 counts none',
    unit: 'months',
    drives: 'value of the notional of RC-L 14, struck at the fair rate of the date',
    ranges: always([0, 36, 84], 'judgement: notional alone is reported; low counts none'),
  },
  receiveFixedShare: {
    title: 'Part of the other derivatives outside trading on which the bank receives fixed',
    unit: 'share',
    drives: 'value of the notional of RC-L 13 less RC-L 14, three years at the fair rate',
    ranges: always([0, 0, 1], 'judgement: neither kind nor direction is reported; low counts none'),
  },
  riskWeightDensity: {
    title: 'Risk-weighted assets over total assets of a community bank leverage ratio filer',
    unit: 'ratio',
    drives: 'economic capital ratios and the run threshold of banks that report no such assets',
    ranges: always([0.5, 0.65, 0.8], 'judgement, around banks that report both'),
  },
} as const satisfies Readonly<Record<string, Assumption>>;
