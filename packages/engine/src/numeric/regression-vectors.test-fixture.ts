import { readFileSync } from 'node:fs';

interface RegressionVectors {
  readonly linear: readonly {
    readonly rows: readonly (readonly number[])[];
    readonly y: readonly number[];
    readonly lags: number;
    readonly coefficients: readonly number[];
    readonly standardErrors: readonly number[];
    readonly residualStandardDeviation: number;
    readonly neweyWest: readonly (readonly number[])[];
  }[];
  readonly student: readonly {
    readonly degrees: number;
    readonly confidence: number;
    readonly halfWidth: number;
  }[];
}

/** Values of statsmodels and scipy, made by tools/vectors/regression.py. */
export const regressionVectors: RegressionVectors = JSON.parse(
  readFileSync(new URL('../../../../tools/vectors/regression.json', import.meta.url), 'utf8'),
);
