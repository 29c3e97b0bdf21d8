import type { MeasureDefinition } from '../measure.js';

const BREACHES = [
  ['liquidity', 'cash runs out', 'RUN-1, RUN-2 and RUN-6'],
  ['cet1', 'CET1 falls below 4.5% of risk-weighted assets', 'RUN-3 and RUN-6; 12 CFR 217.10'],
  ['tce', 'tangible equity falls to 2% of assets', 'RUN-4 to RUN-6; 12 CFR 6.4'],
] as const;

const DAYS = [1, 2, 30] as const;

const THRESHOLDS: readonly MeasureDefinition[] = DAYS.flatMap((days) =>
  BREACHES.map(([id, what, source]) => ({
    id: `runThreshold.${id}.${days}d`,
    title: `Share of uninsured deposits whose outflow by day ${days} is one too many: ${what}`,
    unit: 'ratio',
    sign: 'smaller: more fragile; 1 stands for none up to 100%',
    definition: `Smallest share of uninsured deposits, met by day ${days}, at which ${what}`,
    source,
    limits:
      'Before tax; risk-weighted assets unchanged; the first breach, also where more heals it.',
  })),
);

export const LIQUIDITY: readonly MeasureDefinition[] = [
  {
    id: 'liquidity.coverage',
    title: 'Coverage of a stated outflow',
    unit: 'ratio',
    sign: 'above 1: the sources of 30 days cover the outflow',
    definition:
      'Cash, committed lines and saleable securities / stated share of uninsured deposits',
    source: 'LIQ-1',
    limits: 'Not the liquidity coverage ratio of 12 CFR 249.',
  },
  ...THRESHOLDS,
];
