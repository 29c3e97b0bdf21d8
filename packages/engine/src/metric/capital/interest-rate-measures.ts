import { type Issue, issue } from '../../foundation/index.js';
import {
  isRefused,
  type MeasureResult,
  type MeasureValue,
  quotient,
  refusedWithout,
} from '../measure.js';
import type { MeasureInput } from '../view.js';
import { cet1After } from './ratios.js';

const IDS = ['value', 'income', 'total', 'toCet1'].map((name) => `capital.interestRate.${name}`);

/**
 * capital.interestRate.* at the date (rule CAP-12), from measures that are already made.
 * @param known eve.change and nii.12m.change of every scenario
 */
export function interestRateCapitalMeasures(
  input: MeasureInput,
  known: readonly MeasureResult[],
): MeasureResult[] {
  const block = input.blocks.interestRateCapital;
  if (block === undefined) return refusedWithout('/interestRateCapital', IDS);
  const worstValue = worstLoss(known, 'eve.change', block.scenarios);
  const worstIncome = worstLoss(known, 'nii.12m.change', block.scenarios);
  if (typeof worstValue !== 'number') return refused(worstValue);
  if (typeof worstIncome !== 'number') return refused(worstIncome);
  const valueLoss = Math.max(worstValue, block.stochasticValueLossUsdMillion?.value ?? 0);
  const incomeLoss = Math.max(worstIncome, block.stochasticIncomeLossUsdMillion?.value ?? 0);
  const total = combined(valueLoss, incomeLoss, block.correlation.value);
  const cet1 = cet1After(input.capital, input.capital.taxRate);
  const money = (name: string, amount: number): MeasureValue => ({
    id: `capital.interestRate.${name}`,
    scenario: '',
    unit: 'USD million',
    value: amount,
  });
  return [
    money('value', valueLoss),
    money('income', incomeLoss),
    money('total', total),
    quotient({ id: 'capital.interestRate.toCet1', scenario: '' }, total, {
      value: cet1,
      what: 'CET1',
    }),
  ];
}

const refused = (reason: Issue): MeasureResult[] =>
  IDS.map((id) => ({ id, scenario: '', issue: reason }));

/** The greatest loss over the named scenarios, positive; 0 where every one is a gain. */
function worstLoss(
  known: readonly MeasureResult[],
  id: string,
  scenarios: readonly string[],
): number | Issue {
  let worst = 0;
  for (const scenario of scenarios) {
    const found = known.find((each) => each.id === id && each.scenario === scenario);
    if (found === undefined || isRefused(found)) {
      const path = '/interestRateCapital/scenarios';
      return issue('measure.no-input', path, `${id} in scenario "${scenario}"`, 'none');
    }
    worst = Math.max(worst, -found.value);
  }
  return worst;
}

/** Square root of a² + b² + 2 r a b. */
function combined(value: number, income: number, correlation: number): number {
  return Math.sqrt(value * value + income * income + 2 * correlation * value * income);
}
