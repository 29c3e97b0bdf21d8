import { floatAt, itemAt } from '../../foundation/index.js';
import { type MeasureValue, PATH_MEASURES, PERCENTILES, SIMULATED } from '../../metric/index.js';
import { type Moments, quantile } from '../../numeric/index.js';

const UNIT = 'USD million';

export interface SimulatedValues {
  /** PATH_MEASURES in the base. */
  readonly base: Float64Array;
  /** PATH_MEASURES path by path. */
  readonly values: readonly Float64Array[];
  readonly moments: Moments;
  readonly optionCost: number;
  readonly optionCostError: number;
}

/** The measures of the base beside which those of the paths stand. */
export function baseMeasures(base: Float64Array): MeasureValue[] {
  return PATH_MEASURES.map((id, at) => ({
    id,
    scenario: '0',
    unit: UNIT,
    value: floatAt(base, at),
  }));
}

/** All of SIMULATION_MEASURES in its order (rules PATH-10 to PATH-13). */
export function simulatedMeasures(found: SimulatedValues): MeasureValue[] {
  const measure = (id: string, value: number): MeasureValue => {
    return { id, scenario: 'paths', unit: UNIT, value };
  };
  const { base, values, moments } = found;
  return [
    ...SIMULATED.flatMap(({ id }, at) => {
      const ofPaths = [...itemAt(values, at)];
      const percentiles = PERCENTILES.map((percent) => percentile(ofPaths, percent));
      return [
        measure(`${id}.paths.mean`, floatAt(moments.mean, at)),
        measure(`${id}.paths.standardError`, floatAt(moments.standardError, at)),
        ...PERCENTILES.map((percent, index) =>
          measure(`${id}.paths.p${percent}`, itemAt(percentiles, index)),
        ),
        measure(`${id}.atRisk`, floatAt(base, at) - itemAt(percentiles, 0)),
      ];
    }),
    measure('eve.optionCost', found.optionCost),
    measure('eve.optionCost.standardError', found.optionCostError),
  ];
}

/** STAT-3; there are paths, so that there is a percentile. */
function percentile(values: readonly number[], percent: number): number {
  const found = quantile(values, percent / 100);
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value;
}
