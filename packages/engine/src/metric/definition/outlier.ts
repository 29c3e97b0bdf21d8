import type { MeasureDefinition } from '../measure.js';

const LIMITS =
  'A benchmark on US banks: no US rule asks for it. Each scenario is tested as if it were the ' +
  'worst; the rules take the worst of the prescribed six (value) or two (income).';

const WORST_LIMITS =
  'A benchmark on US banks: no US rule asks for it. Full revaluation of one currency; refused ' +
  'where the Study lacks a prescribed shape.';

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
  {
    id: 'outlier.eve.worst',
    title: 'Headroom in the outlier test of economic value, worst prescribed scenario',
    unit: 'ratio',
    sign: 'positive: passes; negative: an outlier',
    definition:
      'The least outlier.eve of the six prescribed shapes; parts: threshold, and the loss under ' +
      'the name of the worst shape',
    source: 'STANDARD-10, STANDARD-14; Basel SRP31; Directive 2013/36/EU Article 98(5)',
    limits: WORST_LIMITS,
    ofDate: true,
  },
  {
    id: 'outlier.nii.worst',
    title: 'Headroom in the outlier test of net interest income, worst parallel scenario',
    unit: 'ratio',
    sign: 'positive: passes; negative: an outlier',
    definition:
      'The lesser outlier.nii of the two prescribed parallel shapes; parts: threshold, and the ' +
      'loss under the name of the worse shape',
    source: 'STANDARD-10, STANDARD-14; Regulation (EU) 2024/856 Article 5',
    limits: WORST_LIMITS,
    ofDate: true,
  },
];
