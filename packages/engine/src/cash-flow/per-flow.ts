import { hasCashFlow } from './fixed-parts.js';
import type { Program, RowFlow, RowFlows } from './program.js';
import type { ScenarioRates } from './scenario-rates.js';

/**
 * What is made from one row in one scenario, kept with the row's flow: a flow of `knownRows` was
 * made from one row's terms and one scenario's rates, and so is all that is made from it
 * (rule EVAL-10). On other rates than the first it is made anew. Not for rows without cash flow,
 * which share one flow.
 */
export function perFlow<V>(): (flow: RowFlow, rates: ScenarioRates, make: () => V) => V {
  const kept = new WeakMap<RowFlow, { readonly rates: ScenarioRates; readonly value: V }>();
  return (flow, rates, make) => {
    const known = kept.get(flow);
    if (known !== undefined && known.rates === rates) return known.value;
    const value = make();
    kept.set(flow, { rates, value });
    return value;
  };
}

/**
 * The same of every row with cash flow, null of those without. Most rows of a list stand in the
 * same place of the last one on these rates: they are not looked up.
 */
export function perFlows<V>(): (
  program: Program,
  view: { readonly rates: ScenarioRates; readonly flows: Pick<RowFlows, 'byRow'> },
  make: (row: number) => V,
) => readonly (V | null)[] {
  const ofFlow = perFlow<V>();
  const last = new WeakMap<ScenarioRates, LastFlows<V>>();
  return ({ book }, { rates, flows: { byRow } }, make) => {
    const before = last.get(rates);
    const values = byRow.map((flow, row) => {
      if (!hasCashFlow(book, row)) return null;
      const found = before?.byRow[row] === flow ? before.values[row] : null;
      return found ?? ofFlow(flow, rates, () => make(row));
    });
    last.set(rates, { byRow, values });
    return values;
  };
}

interface LastFlows<V> {
  readonly byRow: readonly RowFlow[];
  readonly values: readonly (V | null)[];
}
