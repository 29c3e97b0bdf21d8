import { floatAt, log } from '../../foundation/index.js';
import type { MeasureValue } from '../measure.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import { fixedRepricing, scenarioRepricing } from './repricing-flows.js';
import { bucketValue } from './standardised-value.js';
import { slotMonths, TIME_BUCKETS } from './time-bucket.js';

/**
 * standardised.eve.change of every scenario (rule STANDARD-13): the repricing flows of the Study on
 * 19 buckets, discounted at the midpoints on the scenario's own curve, minus the same of the base.
 */
export function standardisedMeasures(input: MeasureInput): MeasureValue[] {
  const { program, base } = input;
  const fixed = fixedRepricing(program, base.flows);
  const valueIn = (view: ScenarioView): number => {
    const flows = slotMonths(scenarioRepricing(fixed, program, view.flows));
    return bucketValue(flows, midpointRates(view.rates.discount));
  };
  const baseValue = valueIn(base);
  return input.scenarios.map((view) => ({
    id: 'standardised.eve.change',
    scenario: view.id,
    unit: 'USD million',
    value: valueIn(view) - baseValue,
  }));
}

/** Continuous zero rates at the 19 midpoints, the logarithm linear between months. */
export function midpointRates(discount: Float64Array): Float64Array {
  const rates = keptRates.get(discount) ?? newMidpointRates(discount);
  keptRates.set(discount, rates);
  return rates;
}

/** By the discount factors of a scenario, which nobody changes. */
const keptRates = new WeakMap<Float64Array, Float64Array>();

function newMidpointRates(discount: Float64Array): Float64Array {
  return Float64Array.from(TIME_BUCKETS, ({ midpointYears }) => {
    const months = midpointYears * 12;
    const before = Math.floor(months);
    const lower = log(floatAt(discount, before));
    const upper = log(floatAt(discount, before + 1));
    return -(lower + (months - before) * (upper - lower)) / midpointYears;
  });
}
