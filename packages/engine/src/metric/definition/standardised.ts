import type { MeasureDefinition } from '../measure.js';

const OPTION_LIMITS =
  'Not in eve.*, which stays without options. One curve forecasts and discounts; the volatility ' +
  'of an option has no smile and does not move with the scenario.';
const RULE_LIMITS =
  'One currency; commitments and floating positions as in standardised.eve.change; no spreads; ' +
  'positions without cash flows out; only deposit models with a category and a core.';

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
  {
    id: 'options.value',
    title: 'Value of the automatic options',
    unit: 'USD million',
    sign: 'positive: worth something to the bank',
    definition:
      'Caps, floors and swaptions on the scenario’s curve at their stated volatility, bought ' +
      'less sold; parts: by option',
    source: 'STANDARD-15; OPTION-6 to OPTION-9',
    limits: OPTION_LIMITS,
  },
  {
    id: 'options.change',
    title: 'Change of the value of the automatic options',
    unit: 'USD million',
    sign: 'positive: the scenario gains value over the base',
    definition: 'options.value of the scenario minus that of scenario 0; parts: by option',
    source: 'STANDARD-15; OPTION-6 to OPTION-9',
    limits: OPTION_LIMITS,
  },
  {
    id: 'standardised.eve.addOn',
    title: 'Add-on for automatic options (KAO)',
    unit: 'USD million',
    sign: 'positive: a loss',
    definition:
      'options.value of scenario 0 minus that of the prescribed scenario with volatility a ' +
      'quarter higher; parts: by option',
    source: 'STANDARD-8, STANDARD-17; Basel SRP31; Regulation (EU) 2024/857 Article 13',
    limits: 'Prescribed scenarios that come at once. Every option of the part counts.',
  },
  {
    id: 'standardised.rule.eve.change',
    title: 'Change of economic value by the standardised rule',
    unit: 'USD million',
    sign: 'positive: the scenario gains value over the base',
    definition:
      'Repricing flows with the prescribed scalars of prepayment and redemption and the caps on ' +
      'core deposits, on 19 buckets, scenario minus base, less the add-on; parts: flows, options',
    source: 'STANDARD-16; Basel SRP31; Regulation (EU) 2024/857',
    limits: RULE_LIMITS,
  },
  {
    id: 'standardised.rule.worst',
    title: 'Greatest loss of economic value by the standardised rule, share of Tier 1',
    unit: 'ratio',
    sign: 'positive: a loss; 0: no prescribed scenario loses',
    definition:
      'The greatest loss of standardised.rule.eve.change over the six prescribed shapes, divided ' +
      'by Tier 1; parts: under the name of the worst shape',
    source: 'STANDARD-18; Basel SRP31',
    limits: RULE_LIMITS,
    ofDate: true,
  },
];
