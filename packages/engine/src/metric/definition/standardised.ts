import type { MeasureDefinition } from '../measure.js';

export const STANDARDISED: readonly MeasureDefinition[] = [
  {
    id: 'standardised.eve.change',
    title: 'Change of economic value on the 19 buckets of the standardised framework',
    unit: 'USD million',
    sign: 'positive: the scenario gains value over the base',
    definition:
      'Repricing cash flows of the scenario on 19 buckets, discounted at the midpoints, minus ' +
      'the same of scenario 0',
    source: 'STANDARD-13; Basel SRP31',
    limits:
      'The Study’s own behaviour in place of the prescribed scalars and caps; no spreads; floors ' +
      'of floating coupons and other options are not valued; positions without cash flows out.',
  },
];
