import { floatAt } from '../foundation/index.js';
import { brent } from '../numeric/index.js';
import { type Flows, HORIZON_MONTHS, type Program } from './program.js';

const LOWEST = -0.2;
const HIGHEST = 1;
const TOLERANCE = 1e-12;

/** Rate a year, paid monthly, at which a row's cash flows are worth its amortised cost (CF-9). */
export function rowYields(program: Program, flows: Flows): Float64Array {
  const { notionalUsdMillion, id } = program.book;
  return Float64Array.from({ length: id.length }, (_, row) => {
    const cost = floatAt(notionalUsdMillion, row);
    const start = row * HORIZON_MONTHS;
    if (cost === 0 || valueAt(flows, start, 0) === 0) return 0;
    const found = brent(
      (rate) => valueAt(flows, start, rate) / cost - 1,
      LOWEST,
      HIGHEST,
      TOLERANCE,
    );
    if (found.ok) return found.value;
    throw new Error(`row ${id[row]} has no yield: ${found.issues[0]?.message}`);
  });
}

function valueAt(flows: Flows, start: number, rate: number): number {
  const monthlyFactor = 1 / (1 + rate / 12);
  let factor = 1;
  let value = 0;
  for (let t = start; t < start + HORIZON_MONTHS; t += 1) {
    factor *= monthlyFactor;
    value += (floatAt(flows.principal, t) + floatAt(flows.interest, t)) * factor;
  }
  return value;
}
