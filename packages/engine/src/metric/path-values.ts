import type { Flows, Program, ScenarioRates } from '../cash-flow/index.js';
import { itemAt } from '../foundation/index.js';
import { economicValue } from './economic-value.js';
import { hedgeIncome } from './income/hedge-income.js';
import { incomeParts } from './income/income-parts.js';
import { total } from './view.js';

/** Measures that a simulation takes on every path, in the order of `pathValues`. */
export const PATH_MEASURES = ['eve.value', 'nii.12m', 'nii.24m'] as const;

const HORIZONS = [12, 24];

/** A path of rates with the cash flows and values made on it. */
export interface PathView {
  readonly rates: ScenarioRates;
  readonly flows: Flows;
  readonly rowValues: Float64Array;
  readonly hedgeValues: Float64Array;
}

/** The PATH_MEASURES of one path, USD million: EVE-1 and NII-1 on a constant balance sheet. */
export function pathValues(program: Program, view: PathView): Float64Array {
  const { book } = program;
  const { rates, flows } = view;
  const incomes = HORIZONS.map((months) => hedgeIncome({ program }, view, months).total);
  for (let row = 0; row < book.id.length; row += 1) {
    const ofRow = incomeParts({ program, rates, table: flows.income, row }, HORIZONS);
    ofRow.forEach((income, at) => {
      incomes[at] = itemAt(incomes, at) + itemAt(book.side, row) * income.total;
    });
  }
  return Float64Array.of(total(economicValue({ program }, view)), ...incomes);
}
