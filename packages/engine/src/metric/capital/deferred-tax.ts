import { type MeasureResult, type MeasureValue, refusedWithout } from '../measure.js';
import type { MeasureInput } from '../view.js';
import { REGIMES } from './regime.js';
import { thresholdDeduction } from './threshold-deduction.js';

const ID = 'capital.economic.e0.limited';

/**
 * Economic CET1 after tax with the deferred tax of its marks deducted as far as the regime deducts
 * temporary differences (rule CAP-15). `economic` holds capital.economic.e0 at both tax rates.
 */
export function limitedCapitalMeasures(
  { blocks, scenarios }: MeasureInput,
  economic: readonly MeasureValue[],
): MeasureResult[] {
  const { capitalRegime } = blocks;
  if (capitalRegime === undefined) return refusedWithout('/capitalRegime', [ID]);
  const { thresholdShare } = REGIMES[capitalRegime.regime];
  const amountOf = (id: string, scenario: string): number => {
    const found = economic.find((each) => each.id === id && each.scenario === scenario);
    if (found === undefined) throw new Error(`no ${id} in ${scenario}`);
    return found.value;
  };
  return scenarios.map(({ id: scenario }) => {
    const afterTax = amountOf('capital.economic.e0.afterTax', scenario);
    const relief = Math.max(0, afterTax - amountOf('capital.economic.e0', scenario));
    const value = afterTax - thresholdDeduction(afterTax, [relief], thresholdShare);
    return { id: ID, scenario, unit: 'USD million', value };
  });
}
