import {
  type Parameter,
  type Simulation,
  type Study,
  simulate,
} from '../packages/engine/src/index.js';

const PATHS = 512;

function assumed(value: number): Parameter {
  return { value, unit: '', basis: 'assumed', source: [], note: 'for timing only' };
}

/** One simulation of the size of the command's default; throws when it is refused. */
export function simulatePaths(study: Study): Simulation {
  const found = simulate(study, {
    model: {
      kind: 'one-factor',
      factor: { reversion: assumed(0.03), volatility: assumed(0.01) },
    },
    sampling: { paths: PATHS, seed: 1, method: 'sobol', antithetic: true },
  });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}
