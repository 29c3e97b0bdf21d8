import type { RowFlow } from './program.js';
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
