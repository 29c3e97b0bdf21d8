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

function afterSales(id: string, title: string, definition: string): MeasureDefinition {
  return {
    id: `capital.afterSales.${id}`,
    title,
    unit: 'USD million',
    sign: 'negative: a loss, or capital that is gone',
    definition,
    source: 'RUN-8',
    limits: 'The stated outflow within 30 days; before tax; sales at model value less bid-offer.',
  };
}

const AFTER_SALES: readonly MeasureDefinition[] = [
  afterSales(
    'cet1',
    'CET1 after the stated sales',
    'CET1 before tax, after the sales that meet the stated outflow',
  ),
  afterSales(
    'afs',
    'What sales of AFS take from CET1',
    'Realised result and bid-offer of AFS sold',
  ),
  afterSales(
    'htm',
    'What sales of HTM take from CET1',
    'Realised result and bid-offer of HTM sold; without the opt-out the mark of the whole book',
  ),
  afterSales(
    'tangible',
    'Tangible equity after the stated sales',
    'Tangible equity with AFS and hedge marks, after the sales that meet the stated outflow',
  ),
  afterSales(
    'taint',
    'Mark that the first sale of HTM brings into tangible equity',
    'Value minus cost of the whole HTM book once any of it is sold, else 0',
  ),
];

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
  ...AFTER_SALES,
];
