import type { MeasureDefinition } from '../measure.js';

export const MARKS: readonly MeasureDefinition[] = [
  {
    id: 'unrealised.afs',
    title: 'Unrealised result of available-for-sale securities',
    unit: 'USD million',
    sign: 'negative: a loss',
    definition: 'Fair value minus amortised cost, before tax',
    source: 'MARK-1',
    limits: 'Model value, not a quoted price; hedges stand apart.',
  },
  {
    id: 'unrealised.htm',
    title: 'Unrealised result of held-to-maturity securities',
    unit: 'USD million',
    sign: 'negative: a loss',
    definition: 'Fair value minus amortised cost, before tax',
    source: 'MARK-1',
    limits: 'Model value; cost before any allowance for credit losses.',
  },
  {
    id: 'franchise',
    title: 'Deposit franchise',
    unit: 'USD million',
    sign: 'positive: the deposits are worth less to pay back than their balance',
    definition: 'Non-maturity balance minus value of principal, interest and servicing paid',
    source: 'NMD-7',
    limits: 'Already inside eve.value: a split of it, never an addition to it.',
  },
];
