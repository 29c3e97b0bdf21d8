import { type EvaluatedHedge, hedgeRows } from '../case/index.js';
import { type Expected, expectedRows } from './expected.js';

/** Every number of a structural hedge, with both ends of its range (rule STRUCT-14). */
export function expectedOfHedge(slug: string, hedge: EvaluatedHedge): Expected {
  const rows = hedgeRows(hedge).map(({ id, scenario, unit, value }) => ({
    measure: id,
    scenario,
    unit,
    value,
  }));
  return expectedRows(slug, rows);
}
