import { floatAt, itemAt } from '../foundation/index.js';
import { brent } from '../numeric/index.js';
import { costOf } from './fixed-parts.js';
import { HORIZON_MONTHS, type Program, type RowFlow, type RowFlows } from './program.js';

const LOWEST = -0.2;
const HIGHEST = 1;
const TOLERANCE = 1e-12;

/** Rate a year, paid monthly, at which a row's cash flows are worth its amortised cost (CF-9). */
export function rowYields(program: Program, flows: RowFlows): Float64Array {
  const { id } = program.book;
  return Float64Array.from({ length: id.length }, (_, row) => {
    const cost = costOf(program.book, row);
    const flow = itemAt(flows.byRow, row);
    if (cost === 0 || valueAt(flow, 0) === 0) return 0;
    const found = brent((rate) => valueAt(flow, rate) / cost - 1, LOWEST, HIGHEST, TOLERANCE);
    if (found.ok) return found.value;
    throw new Error(`row ${id[row]} has no yield: ${found.issues[0]?.message}`);
  });
}

function valueAt(flow: RowFlow, rate: number): number {
  const monthlyFactor = 1 / (1 + rate / 12);
  let factor = 1;
  let value = 0;
  for (let t = 0; t < HORIZON_MONTHS; t += 1) {
    factor *= monthlyFactor;
    value += (floatAt(flow.principal, t) + floatAt(flow.interest, t)) * factor;
  }
  return value;
}
