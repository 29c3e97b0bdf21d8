import { isRefused, type MeasureResult, type MeasureValue } from '../measure.js';
import type { MeasureInput } from '../view.js';
import { cet1After } from './ratios.js';

/**
 * CET1 in USD at the statutory rate and before tax (rule CAP-2), and in every scenario what 12
 * months of net interest income, taxed, would make of it (rule CAP-14).
 */
export function cet1Measures(
  { capital }: MeasureInput,
  income: readonly MeasureResult[],
): MeasureValue[] {
  const money = (id: string, scenario: string, value: number): MeasureValue => ({
    id,
    scenario,
    unit: 'USD million',
    value,
  });
  const cet1 = cet1After(capital, capital.taxRate);
  return [
    money('capital.cet1', '', cet1),
    money('capital.cet1.beforeTax', '', cet1After(capital, 0)),
    ...income.flatMap((each) =>
      isRefused(each) || each.id !== 'nii.12m'
        ? []
        : [
            money(
              'capital.cet1.afterIncome',
              each.scenario,
              cet1 + (1 - capital.taxRate) * each.value,
            ),
          ],
    ),
  ];
}
