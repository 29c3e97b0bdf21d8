import type { MeasureDefinition } from '../measure.js';

const PAIRING =
  'Pairing: transfer rates in the cash flows, the curve without a spread in the discount factors';
const LIMITS =
  'Run-off balance sheet on forward rates; no servicing cost; deposits as a replicating mix with ' +
  'one beta, without lag, floor and migration; rows without cash flows at their carrying amount.';

export const VALUE_WITHOUT_MARGIN: readonly MeasureDefinition[] = [
  {
    id: 'eve.withoutMargin.value',
    title: 'Economic value of equity without commercial margins',
    unit: 'USD million',
    sign: 'positive: assets and hedges are worth more than liabilities',
    definition: `Value of assets minus liabilities plus hedges, margins stripped. ${PAIRING}`,
    source: 'FTP-6; Basel SRP31 and SRP98',
    limits: LIMITS,
  },
  {
    id: 'eve.withoutMargin.change',
    title: 'Change of the economic value of equity without commercial margins',
    unit: 'USD million',
    sign: 'positive: the scenario gains value over the base',
    definition: `eve.withoutMargin.value of the scenario minus that of scenario 0. ${PAIRING}`,
    source: 'FTP-7; Basel SRP31 and SRP98',
    limits: LIMITS,
  },
];
