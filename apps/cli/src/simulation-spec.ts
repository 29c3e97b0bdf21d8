import type { Parameter, SimulationSpec } from '@almfes/engine';

/** What may be said of a simulation on the command line; absent words take the defaults. */
export interface SimulationWords {
  readonly paths: number;
  readonly seed: number;
  readonly sampling: 'sobol' | 'pseudo-random';
  readonly antithetic: boolean;
  readonly model: 'one-factor' | 'two-factor';
  readonly reversion?: number;
  readonly volatility?: number;
  readonly secondReversion?: number;
  readonly secondVolatility?: number;
  readonly correlation?: number;
}

const JUDGEMENT = 'judgement: usual for dollar rates, fitted to no quote';
const A_YEAR = 'a year';
const RATE_UNITS = 'rate units a root year';

/** A number of the command line, or the default as the judgement that it is. */
function parameter(given: number | undefined, assumed: number, unit: string): Parameter {
  const value = given ?? assumed;
  const note = given === undefined ? JUDGEMENT : 'given on the command line';
  return { value, unit, basis: 'assumed', source: [], note };
}

/** The spec of the words: every parameter is an assumption, and says whose. */
export function simulationSpec(words: SimulationWords): SimulationSpec {
  const { paths, seed, sampling, antithetic } = words;
  return { model: modelOf(words), sampling: { paths, seed, method: sampling, antithetic } };
}

function modelOf(words: SimulationWords): SimulationSpec['model'] {
  const { reversion, volatility, secondReversion, secondVolatility, correlation } = words;
  if (words.model === 'one-factor') {
    return {
      kind: 'one-factor',
      factor: {
        reversion: parameter(reversion, 0.03, A_YEAR),
        volatility: parameter(volatility, 0.01, RATE_UNITS),
      },
    };
  }
  return {
    kind: 'two-factor',
    first: {
      reversion: parameter(reversion, 0.5, A_YEAR),
      volatility: parameter(volatility, 0.01, RATE_UNITS),
    },
    second: {
      reversion: parameter(secondReversion, 0.03, A_YEAR),
      volatility: parameter(secondVolatility, 0.01, RATE_UNITS),
    },
    correlation: parameter(correlation, -0.5, ''),
  };
}
