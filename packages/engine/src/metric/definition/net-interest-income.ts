import type { MeasureDefinition } from '../measure.js';

const LIMITS =
  'Constant balance sheet; new business earns the par rate of the month after the repayment; ' +
  'no fees, no servicing cost, no tax.';

function horizon(months: 12 | 24): readonly MeasureDefinition[] {
  const id = `nii.${months}m`;
  return [
    {
      id,
      title: `Net interest income of ${months} months`,
      unit: 'USD million',
      sign: 'positive: the bank earns more interest than it pays',
      definition: `Interest of months 1 to ${months} on assets, minus on liabilities, plus swaps`,
      source: 'NII-1 to NII-4; Basel SRP31 and SRP98',
      limits: LIMITS,
    },
    {
      id: `${id}.change`,
      title: `Change of the net interest income of ${months} months`,
      unit: 'USD million',
      sign: 'positive: the scenario earns more than the base',
      definition: `${id} of the scenario minus ${id} of scenario 0`,
      source: 'NII-5',
      limits: LIMITS,
    },
  ];
}

export const NET_INTEREST_INCOME: readonly MeasureDefinition[] = [...horizon(12), ...horizon(24)];
