import { type Assumption, always } from './assumption.js';

/** What a Call Report does not tell about securities. */
export const SECURITY_ASSUMPTIONS = {
  securityPlace: {
    title: 'Place of securities inside their bucket',
    unit: 'share of the bucket',
    drives: 'months to maturity of debt securities',
    ranges: always([0.25, 0.5, 0.75], 'bucket ends of RC-B memorandum 2; even inside: 0.5'),
  },
  poolSpeed: {
    title: 'Prepayment of mortgage pools, as a multiple of the curve',
    unit: 'times',
    drives: 'prepayment of mortgage-backed securities',
    ranges: always([0.6, 1, 1.4], 'judgement, around the arctangent curve (PREPAY-2)'),
  },
  municipalTaxRate: {
    title: 'Tax rate of those whose purchases set municipal yields',
    unit: 'share',
    drives: 'how far tax-exempt yields follow the curve',
    ranges: always(
      [0.21, 0.37, 0.408],
      'corporations (26 USC 11(b)); individuals, top bracket (26 USC 1(j)); and with 3.8% on ' +
        'investment income (26 USC 1411)',
    ),
  },
} as const satisfies Readonly<Record<string, Assumption>>;
