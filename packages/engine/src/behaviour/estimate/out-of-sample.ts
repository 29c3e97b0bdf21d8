import {
  collect,
  fail,
  type Issue,
  issue,
  itemAt,
  ok,
  type Result,
} from '../../foundation/index.js';

/** Foretells the value at the end of `ahead` from the history alone and what is given of ahead. */
export interface Forecaster<Row> {
  readonly id: string;
  readonly title: string;
  readonly forecast: (history: readonly Row[], ahead: readonly Row[]) => Result<number>;
}

export interface OutOfSampleTest<Row> {
  readonly rows: readonly Row[];
  /** Rows of the first fit. */
  readonly firstFit: number;
  /** Rows ahead that a forecast reaches. */
  readonly horizon: number;
  /** Error of a forecast: forecast against what came at the end of `ahead`. */
  readonly errorOf: (forecast: number, ahead: readonly Row[]) => number;
  /** False for rows ahead that do not follow one another without a gap. */
  readonly isWhole: (last: Row, ahead: readonly Row[]) => boolean;
  readonly model: Forecaster<Row>;
  readonly linear: Forecaster<Row>;
  readonly noChange: Forecaster<Row>;
}

export interface ForecastScore {
  readonly id: string;
  readonly title: string;
  readonly rootMeanSquare: number;
  readonly meanAbsolute: number;
}

export interface OutOfSample {
  readonly horizon: number;
  /** Origins from which all three could be scored. */
  readonly forecasts: number;
  /** Origins from which one of the three had no forecast. */
  readonly refused: number;
  /** Of the model, the linear benchmark and no change, in this order. */
  readonly scores: readonly ForecastScore[];
  readonly beatsLinear: boolean;
  readonly beatsNoChange: boolean;
  /** One sentence: whether the model beats the plain linear benchmark, and no change. */
  readonly finding: string;
}

const FEWEST_FORECASTS = 3;
/** A larger error is no forecast, and its square no number. */
const LARGEST_ERROR = 1e100;

/**
 * Rolling origin (rule EST-11): the model and two benchmarks are fitted again on the rows before
 * each origin, none after it, and foretell what came. Issues: `out-of-sample.too-few`, those of a
 * benchmark.
 */
export function outOfSample<Row>(test: OutOfSampleTest<Row>): Result<OutOfSample> {
  const { rows, firstFit, horizon, model, linear, noChange } = test;
  const forecasters = [model, linear, noChange];
  const errors: number[][] = [];
  const refusals: Issue[] = [];
  for (let origin = firstFit; origin + horizon <= rows.length; origin += 1) {
    const ahead = rows.slice(origin, origin + horizon);
    if (!test.isWhole(itemAt(rows, origin - 1), ahead)) continue;
    const made = forecasters.map(({ forecast }) => forecast(rows.slice(0, origin), ahead));
    const row = collect(made.map((one) => errorOf(test, one, ahead)));
    if (row.ok) errors.push(row.value);
    else refusals.push(...row.issues.slice(0, 1));
  }
  if (errors.length < FEWEST_FORECASTS) {
    const why = refusals[0] === undefined ? '' : `; ${refusals[0].message}`;
    const got = `${errors.length}${why}`;
    const expected = `at least ${FEWEST_FORECASTS} forecasts`;
    return fail(issue('out-of-sample.too-few', 'history', expected, got));
  }
  const scores = forecasters.map((one, i) =>
    scoreOf(
      one,
      errors.map((row) => itemAt(row, i)),
    ),
  );
  return ok(answer(scores, errors.length, refusals.length, horizon));
}

function errorOf<Row>(
  test: OutOfSampleTest<Row>,
  forecast: Result<number>,
  ahead: readonly Row[],
): Result<number> {
  if (!forecast.ok) return forecast;
  const error = test.errorOf(forecast.value, ahead);
  if (Math.abs(error) <= LARGEST_ERROR) return ok(error);
  return fail(issue('out-of-sample.error', 'history', 'an error of any size', String(error)));
}

function scoreOf<Row>({ id, title }: Forecaster<Row>, errors: readonly number[]): ForecastScore {
  const squares = errors.reduce((sum, error) => sum + error * error, 0);
  const sizes = errors.reduce((sum, error) => sum + Math.abs(error), 0);
  const count = errors.length;
  return { id, title, rootMeanSquare: Math.sqrt(squares / count), meanAbsolute: sizes / count };
}

function answer(
  scores: readonly ForecastScore[],
  forecasts: number,
  refused: number,
  horizon: number,
): OutOfSample {
  const [model, linear, noChange] = [itemAt(scores, 0), itemAt(scores, 1), itemAt(scores, 2)];
  const beatsLinear = model.rootMeanSquare < linear.rootMeanSquare;
  const beatsNoChange = model.rootMeanSquare < noChange.rootMeanSquare;
  const verb = beatsLinear ? 'beats' : 'does not beat';
  const still = beatsNoChange ? '' : '; it does not beat no change';
  return {
    horizon,
    forecasts,
    refused,
    scores,
    beatsLinear,
    beatsNoChange,
    finding:
      `${model.title} ${verb} the plain linear benchmark (${linear.title}) out of sample, ` +
      `by root mean square error of ${forecasts} forecasts${still}`,
  };
}
