import { describe, expect, it } from 'vitest';
import { fittedCovariance } from './fitted-covariance.js';
import { leastSquares } from './least-squares.js';
import { neweyWestCovariance } from './newey-west.js';
import { type Certified, longley, mgh17, misra1a, norris } from './nist-regression.test-fixture.js';
import { type LinearFit, ordinaryLeastSquares } from './ordinary-least-squares.js';
import { quadraticForm } from './quadratic-form.js';
import { regressionVectors } from './regression-vectors.test-fixture.js';

function fitOf(rows: readonly (readonly number[])[], y: readonly number[]): LinearFit {
  const found = ordinaryLeastSquares(rows, y);
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join());
  return found.value;
}

/** Largest relative difference of two lists. */
function apart(found: readonly number[], expected: readonly number[]): number {
  expect(found).toHaveLength(expected.length);
  const each = expected.map((value, i) => Math.abs((found[i] ?? Number.NaN) / value - 1));
  return Math.max(...each);
}

function certify(fit: LinearFit, certified: Certified, tolerance: number): void {
  const { coefficients, standardErrors, residualStandardDeviation } = certified;
  expect(apart(fit.coefficients, coefficients)).toBeLessThan(tolerance);
  expect(apart(fit.standardErrors, standardErrors)).toBeLessThan(tolerance);
  const deviations = [fit.residualStandardDeviation];
  expect(apart(deviations, [residualStandardDeviation])).toBeLessThan(tolerance);
}

describe('ordinary least squares', () => {
  it('LEAST-2: y on x = 1..5 for 2, 4, 5, 4, 5 by hand', () => {
    // Sxx 10, Sxy 6: slope 0.6, constant 2.2; squares of residuals 2.4 over 3 are 0.8.
    // Errors: slope sqrt(0.8 / 10), constant sqrt(0.8 (1/5 + 9/10)).
    const fit = fitOf(
      [1, 2, 3, 4, 5].map((x) => [1, x]),
      [2, 4, 5, 4, 5],
    );
    expect(apart(fit.coefficients, [2.2, 0.6])).toBeLessThan(1e-13);
    expect(apart(fit.standardErrors, [Math.sqrt(0.88), Math.sqrt(0.08)])).toBeLessThan(1e-13);
    expect(fit.degreesOfFreedom).toBe(3);
  });

  it('LEAST-2: certified values of NIST, Norris', () => {
    const rows = norris.x.map((x) => [1, x]);
    certify(fitOf(rows, norris.y), norris.certified, 1e-11);
  });

  it('LEAST-2: certified values of NIST, Longley', () => {
    const rows = longley.x.map((row) => [1, ...row]);
    certify(fitOf(rows, longley.y), longley.certified, 1e-8);
  });

  it.each(regressionVectors.linear)('LEAST-2: as statsmodels with $lags lags', (vector) => {
    certify(fitOf(vector.rows, vector.y), vector, 1e-11);
  });

  it.each([
    ['ols.shape', [[1], [1, 2]], [1, 2]],
    ['ols.shape', [[1], [1]], [1]],
    ['ols.shape', [], []],
    [
      'ols.too-few',
      [
        [1, 2],
        [1, 3],
      ],
      [1, 2],
    ],
    ['ols.not-finite', [[1], [Number.NaN]], [1, 2]],
    [
      'ols.collinear',
      [
        [1, 2, 3],
        [1, 3, 4],
        [1, 5, 6],
        [1, 7, 8],
      ],
      [1, 2, 3, 4],
    ],
  ])('LEAST-2: %s is an issue', (code, rows, y) => {
    const found = ordinaryLeastSquares(rows, y);
    expect(found.ok ? [] : found.issues.map((one) => one.code)).toEqual([code]);
  });
});

describe('Newey-West', () => {
  it.each(regressionVectors.linear)('LEAST-3: as statsmodels HAC with $lags lags', (vector) => {
    const fit = fitOf(vector.rows, vector.y);
    const found = neweyWestCovariance(vector.rows, fit, vector.lags);
    const size = Math.max(...vector.neweyWest.flat().map(Math.abs));
    const gaps = found.flat().map((v, i) => Math.abs(v - (vector.neweyWest.flat()[i] ?? 9)) / size);
    expect(Math.max(...gaps)).toBeLessThan(1e-11);
  });

  it('LEAST-3: a mean of 1, 3, 2, 6 with one lag by hand', () => {
    // Residuals -2, 0, -1, 3: squares 14; products with the one before 0, 0, -3 at weight 1/2
    // twice: 14 - 3 = 11; times (1/4)^2 and 4/3.
    const rows = [[1], [1], [1], [1]];
    const found = neweyWestCovariance(rows, fitOf(rows, [1, 3, 2, 6]), 1);
    expect(found[0]?.[0]).toBeCloseTo((11 / 16) * (4 / 3), 13);
  });

  it('LEAST-3: as many lags as observations are refused', () => {
    const rows = [[1], [1]];
    expect(() => neweyWestCovariance(rows, fitOf(rows, [1, 2]), 2)).toThrow(RangeError);
  });

  it('LEAST-5: the variance of 2a - b with variances 4 and 9 and covariance 1 is 21', () => {
    expect(
      quadraticForm(
        [2, -1],
        [
          [4, 1],
          [1, 9],
        ],
      ),
    ).toBe(21); // 16 + 9 - 4
  });
});

describe('errors of a non-linear fit', () => {
  const cases = [
    {
      name: 'Misra1a',
      f: ([a = 0, b = 0]: readonly number[]) =>
        misra1a.x.map((x, i) => a * (1 - Math.exp(-b * x)) - (misra1a.y[i] ?? 0)),
      ...misra1a,
    },
    {
      name: 'MGH17',
      f: ([a = 0, b = 0, c = 0, d = 0, e = 0]: readonly number[]) =>
        mgh17.y.map((y, i) => a + b * Math.exp(-10 * i * d) + c * Math.exp(-10 * i * e) - y),
      ...mgh17,
    },
  ];
  it.each(cases)('LEAST-4: certified values of NIST, $name', ({ f, start, certified }) => {
    const fit = leastSquares(f, start, start.map(Math.abs));
    if (!fit.ok) throw new Error('no fit');
    expect(apart(fit.value.parameters, certified.coefficients)).toBeLessThan(1e-7);
    const found = fittedCovariance(f, fit.value.parameters, start.map(Math.abs));
    if (!found.ok) throw new Error('no errors');
    expect(apart(found.value.standardErrors, certified.standardErrors)).toBeLessThan(1e-6);
    const { residualStandardDeviation } = found.value;
    const gap = residualStandardDeviation / certified.residualStandardDeviation - 1;
    expect(Math.abs(gap)).toBeLessThan(1e-8);
  });

  it('LEAST-4: two parameters that only act together are an issue', () => {
    const f = ([a = 0, b = 0]: readonly number[]) => [1, 2, 3].map((x) => (a + b) * x - x * x);
    const found = fittedCovariance(f, [1, 1], [1, 1]);
    expect(found.ok ? '' : found.issues[0]?.code).toBe('ols.collinear');
  });
});
