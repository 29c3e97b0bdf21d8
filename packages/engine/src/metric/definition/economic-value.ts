import type { MeasureDefinition } from '../measure.js';

const LIMITS =
  'Run-off balance sheet on forward rates; one curve; no option value beyond prepayment at ' +
  'forwards; equity, goodwill and fee income excluded.';

export const ECONOMIC_VALUE: readonly MeasureDefinition[] = [
  {
    id: 'eve.value',
    title: 'Economic value of equity',
    unit: 'USD million',
    sign: 'positive: assets and hedges are worth more than liabilities',
    definition: 'Value of assets minus value of liabilities plus value of hedges',
    source: 'EVE-1 to EVE-4; Basel SRP31 and SRP98',
    limits: LIMITS,
  },
  {
    id: 'eve.change',
    title: 'Change of the economic value of equity',
    unit: 'USD million',
    sign: 'positive: the scenario gains value over the base',
    definition: 'eve.value of the scenario minus eve.value of scenario 0',
    source: 'EVE-5; Basel SRP31 and SRP98',
    limits: LIMITS,
  },
  {
    id: 'eve.changeShare',
    title: 'Change of the economic value of equity, share of base value',
    unit: 'ratio',
    sign: 'positive: a gain, where the base value is positive',
    definition: 'eve.change divided by eve.value of scenario 0',
    source: 'EVE-5',
    limits:
      'Has no meaning where base EVE is near zero; its sign turns where base EVE is negative.',
  },
];
