import type { Issue } from '../../foundation/index.js';
import { PRESCRIBED_SHAPES, type PrescribedShape } from '../../scenario/index.js';
import { cet1After } from '../capital/ratios.js';
import { isRefused, type MeasureResult, type MeasureValue, quotient } from '../measure.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import { addOnValues, notPrescribed, sumOfValues } from './option-measures.js';
import { isPrescribed, missingShapes, prescribedOf } from './prescribed.js';
import { ruleRefusal, ruleRepricing } from './rule-flows.js';
import { midpointRates } from './standardised-measures.js';
import { bucketValue } from './standardised-value.js';
import { slotMonths } from './time-bucket.js';

const CHANGE = 'standardised.rule.eve.change';

/** standardised.rule.eve.change by scenario, and the worst (rules STANDARD-16 and -18). */
export function ruleMeasures(input: MeasureInput): MeasureResult[] {
  const reason = ruleRefusal(input);
  const inBase = once(() => valueIn(input, input.base, null));
  const changes = input.scenarios.map((view, at): MeasureResult => {
    const head = { id: CHANGE, scenario: view.id };
    const shock = input.shocks[at];
    if (shock === undefined || !isPrescribed(shock)) {
      return { ...head, issue: notPrescribed(shock) };
    }
    if (reason !== undefined) return { ...head, issue: reason };
    const flows = valueIn(input, view, shock.shape) - inBase();
    return changeOf(input, view, flows);
  });
  return [...changes, worst(input, changes)];
}

/** Value on the buckets at the midpoints of the scenario's own curve. */
function valueIn(input: MeasureInput, view: ScenarioView, shape: PrescribedShape | null): number {
  const flows = slotMonths(ruleRepricing(input, view, shape));
  return bucketValue(flows, midpointRates(view.rates.discount));
}

/** The change of the flows less the add-on, where the Study has automatic options. */
function changeOf(input: MeasureInput, view: ScenarioView, flows: number): MeasureResult {
  const head = { id: CHANGE, scenario: view.id };
  const { automaticOptions: block } = input.blocks;
  if (block === undefined) return { ...head, unit: 'USD million', value: flows, parts: { flows } };
  const addOn = addOnValues(input, block, view);
  if (!addOn.ok) return { ...head, issue: first(addOn.issues) };
  const options = -sumOfValues(addOn.value);
  const parts = { flows, options };
  return { ...head, unit: 'USD million', value: flows + options, parts };
}

/** The greatest loss over Tier 1, under the name of its shape; 0 where no shape loses. */
function worst(input: MeasureInput, changes: readonly MeasureResult[]): MeasureResult {
  const head = { id: 'standardised.rule.worst', scenario: '' };
  const missing = missingShapes(input.shocks, PRESCRIBED_SHAPES);
  if (missing !== undefined) return { ...head, issue: missing };
  let lowest: { readonly shape: PrescribedShape; readonly found: MeasureValue } | undefined;
  for (const { id, shape } of prescribedOf(input.shocks, PRESCRIBED_SHAPES)) {
    const found = changes.find(({ scenario }) => scenario === id);
    if (found === undefined) throw new Error(`no ${CHANGE} in scenario ${id}`);
    if (isRefused(found)) return { ...head, issue: found.issue };
    if (lowest === undefined || found.value < lowest.found.value) lowest = { shape, found };
  }
  if (lowest === undefined) throw new Error(`${head.id} without a scenario`);
  const { capital } = input;
  const tier1 = cet1After(capital, capital.taxRate) + capital.additionalTier1UsdMillion;
  const loss = Math.max(0, -lowest.found.value);
  const share = quotient(head, loss, { value: tier1, what: 'Tier 1' });
  return isRefused(share) ? share : { ...share, parts: { [lowest.shape]: share.value } };
}

function first([found]: readonly Issue[]): Issue {
  if (found === undefined) throw new Error('refused without an issue');
  return found;
}

function once(make: () => number): () => number {
  let made: number | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
