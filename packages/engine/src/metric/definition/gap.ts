import { atDate, type MeasureDefinition } from '../measure.js';

const SIGN = 'positive: more assets than liabilities reprice there';
const LIMITS =
  'Principal and balances, no interest; along the behaviour of the base scenario; basis and ' +
  'optionality are not in a gap.';

function gap(id: string, title: string, definition: string, source: string): MeasureDefinition {
  return {
    id: `gap.${id}`,
    title,
    unit: 'USD million',
    sign: SIGN,
    definition,
    source,
    limits: LIMITS,
  };
}

function curvature(id: string, what: string): MeasureDefinition {
  return {
    id: `convexity.${id}`,
    title: `Convexity of ${what}`,
    unit: 'years squared',
    sign: 'positive: falls less than it rises for the same move',
    definition: '(V(+50 bp) + V(-50 bp) - 2 V) / (0.005^2 V), all behaviour live',
    source: 'DUR-5',
    limits: 'A wide bump: an average over 50 bp each way; refused where the value is not positive.',
  };
}

function years(id: string, title: string, definition: string): MeasureDefinition {
  return {
    id: `duration.${id}`,
    title,
    unit: 'years',
    sign: 'positive: loses value as rates rise',
    definition,
    source: 'DUR-4',
    limits: 'Parallel moves of continuous zero rates; swaps are not in it.',
  };
}

export const GAP: readonly MeasureDefinition[] = atDate([
  gap(
    'basel',
    'Repricing gap in the 19 Basel buckets',
    'Assets minus liabilities plus swaps that reprice, by bucket',
    'GAP-1 to GAP-3; Basel SRP31',
  ),
  gap(
    'callReport',
    'Repricing gap in the buckets of the Call Report',
    'The same in the six buckets of Schedules RC-B and RC-C',
    'GAP-1 to GAP-3',
  ),
  gap(
    'cumulative12m',
    'Cumulative repricing gap of twelve months',
    'Sum of the gap from the valuation date to month 12',
    'GAP-4',
  ),
  {
    ...gap(
      'cumulative12m.share',
      'Cumulative repricing gap of twelve months, share of assets',
      'gap.cumulative12m divided by total assets at carrying amounts',
      'GAP-4',
    ),
    unit: 'ratio',
  },
  years('assets', 'Duration of assets', '(V(-50 bp) - V(+50 bp)) / (0.01 V) of all assets'),
  years('liabilities', 'Duration of liabilities', 'The same of all liabilities'),
  years(
    'gap',
    'Duration gap',
    'Duration of assets minus duration of liabilities x liabilities / assets',
  ),
  curvature('afs', 'AFS'),
  curvature('htm', 'HTM'),
  curvature('loans', 'loans'),
  curvature('deposits', 'deposits'),
  curvature('borrowings', 'borrowings'),
  curvature('eve', 'the economic value of equity'),
]);
