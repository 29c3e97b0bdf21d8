export { parseShortRateModel } from './parse-short-rate-model.js';
export { type PathProgress, simulate } from './simulate.js';
export type { PositionOptionCost, Simulation } from './simulation.js';
export type {
  FactorParameters,
  ShortRateModelParameters,
  SimulationSpec,
} from './simulation-spec.js';
