import { floatAt } from '../foundation/index.js';
import { type MeasureResult, quotient } from './measure.js';
import {
  type MeasureInput,
  minus,
  type ScenarioView,
  type Split,
  sum,
  sumByGroup,
  total,
} from './view.js';

/** Economic value of equity split by book: assets plus, liabilities minus, hedges as they are. */
export function economicValue(
  input: Pick<MeasureInput, 'program'>,
  view: Pick<ScenarioView, 'rowValues' | 'swapValues'>,
): Split {
  const split = sumByGroup(input.program, (row) => floatAt(view.rowValues, row), 'by side');
  return { ...split, hedges: sum(view.swapValues) };
}

/** eve.value, eve.change and eve.changeShare of every scenario (rules EVE-1 to EVE-5). */
export function economicValueMeasures(input: MeasureInput): MeasureResult[] {
  const base = economicValue(input, input.base);
  return input.scenarios.flatMap((view): MeasureResult[] => {
    const value = economicValue(input, view);
    const change = minus(value, base);
    const scenario = view.id;
    return [
      { id: 'eve.value', scenario, unit: 'USD million', value: total(value), by: value },
      { id: 'eve.change', scenario, unit: 'USD million', value: total(change), by: change },
      quotient({ id: 'eve.changeShare', scenario }, total(change), {
        value: total(base),
        what: 'base EVE',
      }),
    ];
  });
}
