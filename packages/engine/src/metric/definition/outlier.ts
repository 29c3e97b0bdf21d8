import type { MeasureDefinition } from '../measure.js';

const LIMITS =
  'A benchmark on US banks: no US rule asks for it. Each scenario is tested as if it were the ' +
  'worst; the rules take the worst of the prescribed six (value) or two (income).';

export const OUTLIER: readonly MeasureDefinition[] = [
  {
    id: 'eve.tier1Share',
    title: 'Change of the economic value of equity, share of Tier 1',
    unit: 'ratio',
    sign: 'positive: the scenario gains value over the base',
    definition: 'eve.change divided by Tier 1',
    source: 'STANDARD-12; Basel SRP31',
    limits: LIMITS,
  },
  {
    id: 'outlier.eve',
    title: 'Headroom in the outlier test of economic value',
    unit: 'ratio',
    sign: 'positive: passes; negative: an outlier',
    definition: '15% less the loss of eve.change over Tier 1; parts: threshold and loss',
    source: 'STANDARD-10, STANDARD-12; Basel SRP31; Directive 2013/36/EU Article 98(5)',
    limits: LIMITS,
  },
  {
    id: 'outlier.nii',
    title: 'Headroom in the outlier test of net interest income',
    unit: 'ratio',
    sign: 'positive: passes; negative: an outlier',
    definition: '5% less the loss of nii.12m.change over Tier 1; parts: threshold and loss',
    source: 'STANDARD-10, STANDARD-12; Regulation (EU) 2024/856 Article 5',
    limits: LIMITS,
  },
];
