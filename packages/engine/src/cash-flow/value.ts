import { textAt } from '../balance-sheet/index.js';
import { floatAt, itemAt } from '../foundation/index.js';
import type { FixedParts, Program, RowFlow, RowFlows } from './program.js';
import type { ScenarioRates } from './scenario-rates.js';

/**
 * Value of every row, USD million, positive for assets and liabilities alike (rule EVE-2): its
 * cash flows discounted at the scenario's zero rate plus the row's spread; rows without cash
 * flows stand at their carrying amount.
 */
export function rowValues(program: Program, rates: ScenarioRates, flows: RowFlows): Float64Array {
  const { book } = program;
  const values = new Float64Array(book.id.length);
  for (let row = 0; row < values.length; row += 1) {
    values[row] = rowValue(program, rates, { flow: itemAt(flows.byRow, row), row });
  }
  return values;
}

/** Value of one row from its flow. */
export function rowValue(
  program: Program,
  { discount }: ScenarioRates,
  { flow, row }: { readonly flow: RowFlow; readonly row: number },
): number {
  const { book } = program;
  if (textAt(book.principal, row) === 'none') return floatAt(book.carryingUsdMillion, row);
  const fixed = itemAt(program.fixed, row);
  return fixed.weighted === null
    ? discounted(flow, fixed, discount)
    : weightedSum(fixed.weighted, discount, fixed.lastMonth);
}

function discounted(
  { principal, interest, servicing }: RowFlow,
  { spreadFactor, lastMonth }: FixedParts,
  discount: Float64Array,
): number {
  let value = 0;
  for (let t = 0; t < lastMonth; t += 1) {
    const paid = floatAt(principal, t) + floatAt(interest, t) + floatAt(servicing, t);
    value += paid * floatAt(spreadFactor, t) * floatAt(discount, t + 1);
  }
  return value;
}

function weightedSum(weighted: Float64Array, discount: Float64Array, lastMonth: number): number {
  let value = 0;
  for (let t = 0; t < lastMonth; t += 1) {
    value += floatAt(weighted, t) * floatAt(discount, t + 1);
  }
  return value;
}
