import { atDate, type MeasureDefinition } from '../measure.js';

const VALUE_LIMITS = 'A future has paid its value each day: what stands is what it paid since.';
const MARGIN_LIMITS =
  'Every hedge is margined whole, without threshold; a shock on a ramp counts at once; what ' +
  'meets the need stands in the liquidity measures.';
const EFFECT_LIMITS =
  'After tax at the statutory rate; fully effective; what income carries later is in nii.*.';

export const HEDGE: readonly MeasureDefinition[] = [
  {
    id: 'hedge.value',
    title: 'Value of the hedges',
    unit: 'USD million',
    sign: 'positive: worth something to the bank',
    definition: 'Swaps, options and futures on the scenario’s curve; parts: by hedge',
    source: 'INSTRUMENT-13; EVE-4',
    limits: VALUE_LIMITS,
  },
  {
    id: 'hedge.change',
    title: 'Change of the value of the hedges',
    unit: 'USD million',
    sign: 'positive: the scenario gains value over the base',
    definition: 'hedge.value of the scenario minus that of scenario 0; parts: by hedge',
    source: 'INSTRUMENT-13',
    limits: VALUE_LIMITS,
  },
  {
    id: 'hedge.margin.variation',
    title: 'Variation margin of the hedges',
    unit: 'USD million',
    sign: 'positive: the bank receives it',
    definition: 'Change of value since scenario 0; parts: over the counter, exchange traded',
    source: 'INSTRUMENT-14',
    limits: MARGIN_LIMITS,
  },
  ...atDate([
    {
      id: 'hedge.margin.initial',
      title: 'Initial margin of the hedges',
      unit: 'USD million',
      sign: 'positive: held by others',
      definition: 'Stated shares of the notionals; parts: over the counter, exchange traded',
      source: 'INSTRUMENT-15',
      limits: 'No netting between hedges.',
    },
  ]),
  {
    id: 'hedge.margin.need',
    title: 'Liquidity that margin needs',
    unit: 'USD million',
    sign: 'positive: to be paid or held by others',
    definition:
      'Initial margin plus variation margin to be paid; parts: initial, over the counter, exchange',
    source: 'INSTRUMENT-16',
    limits: MARGIN_LIMITS,
  },
  ...atDate([
    {
      id: 'hedge.margin.worst',
      title: 'Liquidity that margin needs in the worst scenario',
      unit: 'USD million',
      sign: 'positive: to be paid or held by others',
      definition: 'The greatest hedge.margin.need; parts: under the name of its scenario',
      source: 'INSTRUMENT-16',
      limits: MARGIN_LIMITS,
    },
  ]),
  effect('aoci', 'AOCI', 'what hedge accounting sends to AOCI'),
  effect('income', 'net income', 'what goes to income at once'),
  effect('cet1', 'reported CET1', 'what enters CET1 under the bank’s election'),
  effect('tce', 'tangible common equity', 'AOCI and income together'),
  marked('aoci', 'Change of AOCI with the marks of the scenario', 'AFS marks since the accounts'),
  marked('cet1', 'Reported CET1 with the marks of the scenario', 'CET1 of the accounts'),
  marked('tce', 'Tangible common equity with the marks of the scenario', 'TCE of the accounts'),
];

function effect(id: string, what: string, words: string): MeasureDefinition {
  return {
    id: `hedge.${id}`,
    title: `What the hedges do to ${what}`,
    unit: 'USD million',
    sign: `positive: ${what} gains`,
    definition: `Change of value since scenario 0, after tax: ${words}; parts: by hedge`,
    source: 'INSTRUMENT-17; ASC 815 (recalled); 12 CFR 217.22(b) (recalled)',
    limits: EFFECT_LIMITS,
  };
}

function marked(id: string, title: string, words: string): MeasureDefinition {
  return {
    id: `capital.marked.${id}`,
    title,
    unit: 'USD million',
    sign: id === 'aoci' ? 'negative: a loss' : 'positive: capital',
    definition: `${words}, with AFS and hedges by accounting model, after tax; parts: each`,
    source: 'INSTRUMENT-18; CAP-3; MARK-4',
    limits: `${EFFECT_LIMITS} Nothing is sold.`,
  };
}
