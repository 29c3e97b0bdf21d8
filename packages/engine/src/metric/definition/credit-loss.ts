import { atDate, type MeasureDefinition } from '../measure.js';

const LIMITS =
  'Constant balances; losses are the stated assumptions moved by rates alone; drivers are ' +
  'judged, not estimated.';

function money(
  id: string,
  title: string,
  definition: string,
  source: string,
  sign = 'positive: a loss that is expected',
): MeasureDefinition {
  return {
    id: `creditLoss.${id}`,
    title,
    unit: 'USD million',
    sign,
    definition,
    source,
    limits: LIMITS,
  };
}

const AT_DATE = atDate([
  money(
    'allowance',
    'Allowance at the rates of the date',
    'Sum over segments of balance x lifetime loss rate, with refinancing',
    'CREDIT-1',
  ),
  money(
    'allowance.difference',
    'Modelled minus reported allowance',
    'creditLoss.allowance minus the reported one; nothing is plugged',
    'CREDIT-7',
    'positive: the model holds more than the accounts',
  ),
]);

export const CREDIT_LOSS: readonly MeasureDefinition[] = [
  ...AT_DATE,
  money(
    'allowance.12m',
    'Allowance in 12 months',
    'Sum over segments of expected, collateral and refinancing losses',
    'CREDIT-1',
  ),
  money(
    'expected.12m',
    'Allowance in 12 months: expected losses',
    'Balance x lifetime loss rate x macro multiplier',
    'CREDIT-1',
  ),
  money(
    'collateral.12m',
    'Allowance in 12 months: collateral values',
    'Expected losses x (loss given default / the one of the date - 1)',
    'CREDIT-2 and CREDIT-3',
  ),
  money(
    'refinancing.12m',
    'Allowance in 12 months: refinancing',
    'Balance x maturing share x default on refinancing x loss given default',
    'CREDIT-4',
  ),
  money(
    'provision.12m',
    'Provisions of 12 months',
    'Change of the allowance plus charge-offs, quarters 1 to 4',
    'CREDIT-5',
    'positive: a charge to income',
  ),
  money(
    'provision.24m',
    'Provisions of 24 months',
    'Change of the allowance plus charge-offs, quarters 1 to 8',
    'CREDIT-5',
    'positive: a charge to income',
  ),
];
