import { atDate, type MeasureDefinition } from '../measure.js';

const LIMITS =
  'Credit unions alone. All but non-maturity shares at the values of full revaluation; shares at ' +
  'the prices of the test.';
const SOURCE = 'STANDARD-11, STANDARD-19; NCUA letter SL 22-01';

export const CREDIT_UNION: readonly MeasureDefinition[] = atDate([
  {
    id: 'nev.ratio.base',
    title: 'Net economic value over asset value',
    unit: 'ratio',
    sign: 'positive: assets are worth more than liabilities',
    definition: 'Asset value less liability value, non-maturity shares at 99.00, over asset value',
    source: SOURCE,
    limits: LIMITS,
  },
  {
    id: 'nev.ratio.shocked',
    title: 'Net economic value over asset value at +300 bp',
    unit: 'ratio',
    sign: 'positive: assets are worth more than liabilities',
    definition: 'The same in the scenario of +300 bp, non-maturity shares at 95.04',
    source: SOURCE,
    limits: LIMITS,
  },
  {
    id: 'nev.sensitivity',
    title: 'Relative change of net economic value at +300 bp',
    unit: 'ratio',
    sign: 'positive: the shock gains value over the base',
    definition: 'Net economic value at +300 bp over that of the base, less 1',
    source: SOURCE,
    limits: LIMITS,
  },
  {
    id: 'nev.level',
    title: 'Risk level of the credit unions’ test',
    unit: 'level',
    sign: '0 low, 1 moderate, 2 high',
    definition: 'The worse of the levels of nev.ratio.shocked and nev.sensitivity',
    source: SOURCE,
    limits: LIMITS,
  },
]);
