import type { MeasureDefinition } from '../measure.js';

const LIMITS =
  'Run-off balance sheet on forward rates; one curve; option value of option hedges alone; ' +
  'prepayment at forwards; equity, goodwill and fee income excluded.';

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
  {
    id: 'eve.atPar.value',
    title: 'Economic value of equity with non-maturity deposits at par',
    unit: 'USD million',
    sign: 'positive: assets and hedges are worth more than liabilities',
    definition: 'eve.value minus franchise',
    source: 'EVE-7, NMD-7',
    limits: LIMITS,
  },
  {
    id: 'eve.atPar.change',
    title: 'Change of the economic value of equity with non-maturity deposits at par',
    unit: 'USD million',
    sign: 'positive: the scenario gains value over the base',
    definition: 'eve.change minus franchise.change',
    source: 'EVE-7',
    limits: LIMITS,
  },
  {
    id: 'franchise.change',
    title: 'Change of the deposit franchise',
    unit: 'USD million',
    sign: 'positive: deposits save more in the scenario than in the base',
    definition: 'franchise of the scenario minus franchise of scenario 0',
    source: 'EVE-7, NMD-7',
    limits: LIMITS,
  },
];
