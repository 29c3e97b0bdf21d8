import { economicCapitalMeasures } from './capital/economic.js';
import { capitalRatioMeasures } from './capital/ratios.js';
import { durationMeasures } from './duration.js';
import { economicValueMeasures } from './economic-value.js';
import { liquidityMeasures } from './liquidity/run-threshold.js';
import { markMeasures } from './marks.js';
import type { MeasureValue } from './measure.js';
import { netInterestIncomeMeasures } from './net-interest-income.js';
import type { MeasureInput } from './view.js';

/** Every registered measure of one set of projections, in registry order. */
export function measures(input: MeasureInput): MeasureValue[] {
  return [
    ...economicValueMeasures(input),
    ...netInterestIncomeMeasures(input),
    ...durationMeasures(input),
    ...markMeasures(input),
    ...capitalRatioMeasures(input.capital),
    ...economicCapitalMeasures(input),
    ...liquidityMeasures(input),
  ];
}
