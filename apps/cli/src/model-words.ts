import type { Parameter, ShortRateModelParameters } from '@almfes/engine';

/** What may be said of a model of rates on the command line; absent words take the defaults. */
export interface ModelWords {
  readonly model?: 'one-factor' | 'two-factor';
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

/** The model of the words: every parameter is an assumption, and says whose. */
export function modelOfWords(words: ModelWords): ShortRateModelParameters {
  const { reversion, volatility, secondReversion, secondVolatility, correlation } = words;
  if (words.model !== 'two-factor') {
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

/** The first word of a model, as it is typed; undefined where none was said. */
export function saidOfModel(words: ModelWords): string | undefined {
  if (words.model !== undefined) return 'model';
  if (words.reversion !== undefined) return 'reversion';
  return words.volatility === undefined ? saidOfSecond(words) : 'volatility';
}

/** The first word that needs a second factor; undefined where none was said. */
export function saidOfSecond(words: ModelWords): string | undefined {
  if (words.secondReversion !== undefined) return 'second-reversion';
  if (words.secondVolatility !== undefined) return 'second-volatility';
  return words.correlation === undefined ? undefined : 'correlation';
}
