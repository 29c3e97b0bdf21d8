import { readFileSync } from 'node:fs';

interface SideVector {
  readonly beta: number;
  readonly standardError: number;
  readonly high: number;
  readonly neweyWestError: number;
  readonly meanLagMonths: number;
  readonly meanLagError: number;
  readonly byLag: readonly number[];
}

interface EstimationVectors {
  readonly confidence: number;
  readonly lags: readonly {
    readonly policyRate: readonly number[];
    readonly depositRate: readonly (number | null)[];
    readonly lags: number;
    readonly apart: boolean;
    readonly neweyWestLags: number;
    readonly constant: number;
    readonly residualStandardDeviation: number;
    readonly sides: readonly SideVector[];
    readonly outOfSample: {
      readonly horizon: number;
      readonly forecasts: number;
      readonly rootMeanSquare: readonly number[];
      readonly meanAbsolute: readonly number[];
    };
  }[];
  readonly constant: readonly {
    readonly months: readonly number[];
    readonly balances: readonly number[];
    readonly neweyWestLags: number;
    readonly hazardAYear: number;
    readonly standardError: number;
    readonly neweyWestError: number;
    readonly averageLifeYears: number;
    readonly averageLifeError: number;
    readonly fromChanges: number;
    readonly fromChangesError: number;
    readonly lowYears: number;
  }[];
  readonly twoPart: readonly {
    readonly months: readonly number[];
    readonly balances: readonly number[];
    readonly parameters: readonly number[];
    readonly standardErrors: readonly number[];
    readonly chanceUnderOnePart: number;
    readonly averageLifeYears: number;
    readonly averageLifeError: number;
  }[];
}

/** Values of statsmodels and scipy, made by tools/vectors/estimation.py. */
export const estimationVectors: EstimationVectors = JSON.parse(
  readFileSync(new URL('../../../../../tools/vectors/estimation.json', import.meta.url), 'utf8'),
);

/** Names for quarters that only tests need. */
export function quarterNames(count: number): readonly string[] {
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  return Array.from({ length: count }, (_, i) => `${2000 + Math.floor(i / 4)}-${ends[i % 4]}`);
}
