import { HORIZON_MONTHS, INCOME_MONTHS } from '../cash-flow/index.js';
import { floatAt } from '../foundation/index.js';
import type { MeasureValue } from './measure.js';
import {
  type MeasureInput,
  minus,
  type ScenarioView,
  type Split,
  sumByGroup,
  total,
} from './view.js';

function firstMonths(values: Float64Array, start: number, months: number): number {
  let income = 0;
  for (let month = 0; month < months; month += 1) income += floatAt(values, start + month);
  return income;
}

/** Net interest income of the first `months` months, constant balance sheet, by book. */
function netInterestIncome(input: MeasureInput, view: ScenarioView, months: number): Split {
  const { income, swapNet } = view.flows;
  const split = sumByGroup(
    input.program,
    (row) => firstMonths(income, row * INCOME_MONTHS, months),
    'by side',
  );
  let hedges = 0;
  for (let swap = 0; swap < input.program.swaps.length; swap += 1) {
    hedges += firstMonths(swapNet, swap * HORIZON_MONTHS, months);
  }
  return { ...split, hedges };
}

/** nii.12m and nii.24m with their changes, every scenario (rules NII-1 to NII-5). */
export function netInterestIncomeMeasures(input: MeasureInput): MeasureValue[] {
  return [12, 24].flatMap((months) => {
    const id = `nii.${months}m`;
    const base = netInterestIncome(input, input.base, months);
    return input.scenarios.flatMap((view): MeasureValue[] => {
      const value = netInterestIncome(input, view, months);
      const change = minus(value, base);
      const scenario = view.id;
      return [
        { id, scenario, unit: 'USD million', value: total(value), by: value },
        { id: `${id}.change`, scenario, unit: 'USD million', value: total(change), by: change },
      ];
    });
  });
}
