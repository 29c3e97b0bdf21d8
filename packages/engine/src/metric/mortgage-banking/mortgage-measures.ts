import { cet1After } from '../capital/ratios.js';
import { REGIMES } from '../capital/regime.js';
import { cet1BeforeDeduction, thresholdDeduction } from '../capital/threshold-deduction.js';
import { type MeasureResult, type MeasureValue, refusedWithout } from '../measure.js';
import type { MeasureInput } from '../view.js';
import { type MortgageBankingValue, mortgageBankingValue } from './book-value.js';

const VALUE_IDS = ['rateLocks', 'servicing', 'value', 'value.change', 'closings'].map(
  (name) => `mortgageBanking.${name}`,
);
const CAPITAL_ID = 'mortgageBanking.cet1Effect';

/** mortgageBanking.* of every scenario (rules MORTGAGE-1 to MORTGAGE-6). */
export function mortgageBankingMeasures(input: MeasureInput): MeasureResult[] {
  const { mortgageBanking } = input.blocks;
  if (mortgageBanking === undefined) {
    return refusedWithout('/mortgageBanking', [...VALUE_IDS, CAPITAL_ID]);
  }
  const base = mortgageBankingValue(mortgageBanking, input.base.rates);
  const found = input.scenarios.map((view) => ({
    scenario: view.id,
    value: mortgageBankingValue(mortgageBanking, view.rates),
  }));
  return [
    ...found.flatMap(({ scenario, value }) => values(scenario, value, base)),
    ...capitalEffects(input, found, base),
  ];
}

const money = (id: string, scenario: string, value: number): MeasureValue => ({
  id,
  scenario,
  unit: 'USD million',
  value,
});

const worth = ({ rateLocks, servicing }: MortgageBankingValue): number => rateLocks + servicing;

function values(
  scenario: string,
  value: MortgageBankingValue,
  base: MortgageBankingValue,
): MeasureValue[] {
  const amounts = [
    value.rateLocks,
    value.servicing,
    worth(value),
    worth(value) - worth(base),
    value.closings,
  ];
  return VALUE_IDS.map((id, at) => money(id, scenario, amounts[at] ?? Number.NaN));
}

/** Change of value after tax, less what the change adds to the deduction (rule MORTGAGE-6). */
function capitalEffects(
  { capital, blocks }: MeasureInput,
  found: readonly { readonly scenario: string; readonly value: MortgageBankingValue }[],
  base: MortgageBankingValue,
): MeasureResult[] {
  if (blocks.capitalRegime === undefined) return refusedWithout('/capitalRegime', [CAPITAL_ID]);
  const { thresholdShare } = REGIMES[blocks.capitalRegime.regime];
  const cet1 = cet1After(capital, capital.taxRate);
  const before = cet1BeforeDeduction(cet1, [base.servicing], thresholdShare);
  return found.map(({ scenario, value }) => {
    const after = before + (1 - capital.taxRate) * (worth(value) - worth(base));
    const deducted = thresholdDeduction(after, [value.servicing], thresholdShare);
    return money(CAPITAL_ID, scenario, after - deducted - cet1);
  });
}
