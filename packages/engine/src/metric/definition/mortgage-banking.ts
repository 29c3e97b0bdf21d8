import type { MeasureDefinition } from '../measure.js';

const LIMITS =
  'Forwards come true; no option value in the lock; forward sales of loans are not in it; no ' +
  'late fees, float or cost of default.';

function money(
  id: string,
  title: string,
  sign: string,
  definition: string,
  source: string,
): MeasureDefinition {
  return {
    id: `mortgageBanking.${id}`,
    title,
    unit: 'USD million',
    sign,
    definition,
    source,
    limits: LIMITS,
  };
}

export const MORTGAGE_BANKING: readonly MeasureDefinition[] = [
  money(
    'rateLocks',
    'Value of rate locks',
    'positive: the locked loans sell above par',
    'Sum of notional x pull-through x (price - 1)',
    'MORTGAGE-3 and MORTGAGE-4',
  ),
  money(
    'servicing',
    'Value of servicing rights',
    'positive: fees are worth more than servicing costs',
    'Present value of fee less cost on the balance that survives',
    'MORTGAGE-1 and MORTGAGE-2',
  ),
  money(
    'value',
    'Value of mortgage banking',
    'positive: an asset',
    'mortgageBanking.rateLocks + mortgageBanking.servicing',
    'MORTGAGE-5',
  ),
  money(
    'value.change',
    'Change of the value of mortgage banking',
    'positive: the scenario gains value over the base',
    'mortgageBanking.value of the scenario minus that of scenario 0',
    'MORTGAGE-5',
  ),
  money(
    'closings',
    'Loans that will close',
    'positive: an amount to fund or to sell',
    'Locks x pull-through at the mortgage rate of the scenario, plus pipeline x its pull-through',
    'MORTGAGE-5',
  ),
  money(
    'cet1Effect',
    'Effect of mortgage banking on CET1',
    'positive: CET1 gains',
    '(1 - tax rate) x change of value, less what the change adds to the threshold deduction',
    'MORTGAGE-6; 12 CFR 217.22',
  ),
];
