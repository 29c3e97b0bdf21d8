import type { Group } from '../../balance-sheet/index.js';
import type { MeasureValue } from '../../metric/index.js';
import type { SimulationSpec } from './simulation-spec.js';

/** What options cost in one position or swap (rule PATH-13), USD million. */
export interface PositionOptionCost {
  readonly id: string;
  readonly group: Group | 'hedges';
  /** Positive: a cost to the bank, whatever the side of the position. */
  readonly optionCostUsdMillion: number;
  readonly standardErrorUsdMillion: number;
}

/** Measures of a Study over paths of rates, with all that they depend on. */
export interface Simulation {
  readonly schema: 'almfes/simulation/1';
  readonly spec: SimulationSpec;
  /** The measures of the base that the paths stand around: scenario '0'. */
  readonly base: readonly MeasureValue[];
  /** Every measure of SIMULATION_MEASURES, in its order; scenario 'paths'. */
  readonly measures: readonly MeasureValue[];
  readonly positions: readonly PositionOptionCost[];
}
