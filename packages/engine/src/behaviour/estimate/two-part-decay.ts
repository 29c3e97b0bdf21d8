import {
  exp,
  expm1,
  fail,
  issue,
  itemAt,
  log,
  ok,
  pow,
  type Result,
} from '../../foundation/index.js';
import {
  fittedCovariance,
  type LeastSquaresFit,
  leastSquares,
  studentHalfWidth,
} from '../../numeric/index.js';
import { type BalanceHistory, balanceIssues, growing } from './balance-history.js';
import { averageLifeSlope, averageLifeYears, estimateConstantDecay } from './constant-decay.js';
import { combination, type Estimate, estimateOf, type Fitted } from './estimate.js';

export interface TwoPartDecay {
  readonly observations: number;
  readonly degreesOfFreedom: number;
  readonly logStart: number;
  /** Share of the first balance that decays slowly. */
  readonly coreShare: Estimate;
  /** Fall of the logarithm of each part, a year. */
  readonly coreHazardAYear: Estimate;
  readonly nonCoreHazardAYear: Estimate;
  /** Of the whole first balance; the interval is symmetric, by the delta method. */
  readonly averageLifeYears: Estimate;
  readonly residualStandardDeviation: number;
  /** Chance of so much better a fit if there were one part only: the F test of EST-10. */
  readonly chanceUnderOnePart: number;
  readonly doubts: readonly string[];
}

export const FEWEST_TWO_PART_BALANCES = 8;
const MONTHS_A_YEAR = 12;
/** Sizes of log balance, share and hazards, for differences. */
const SCALES = [1, 0.1, 0.05, 0.1];
/** A constant hazard that errs by less leaves nothing for a second part to explain. */
const EXACT_RESIDUAL = 1e-9;
/** Where the search begins: core share, and hazards as multiples of the constant one. */
const STARTS = [
  [0.5, 0.3, 3],
  [0.7, 0.5, 6],
  [0.3, 0.2, 2],
  [0.85, 0.6, 12],
] as const;

/**
 * Core and non-core: log balance = a + log(w exp(-c t) + (1 - w) exp(-n t)), c < n, t in years, by
 * non-linear least squares (rule EST-10), errors from the Jacobian. Issues: `balance.*`,
 * `decay.too-few`, `decay.grows`, `decay.one-part` (the data do not tell two parts apart),
 * `least-squares.*`.
 */
export function estimateTwoPartDecay(
  history: BalanceHistory,
  confidence: number,
): Result<TwoPartDecay> {
  const issues = balanceIssues(history, FEWEST_TWO_PART_BALANCES);
  if (issues.length > 0) return fail(...issues);
  const constant = estimateConstantDecay(history, { neweyWestLags: 0, confidence });
  if (!constant.ok) return constant;
  const residuals = residualsOf(history);
  const best = bestFit(residuals, constant.value.logStart, constant.value.hazardAYear.value);
  if (!best.ok) return best;
  const chanceUnderOnePart = chanceOf(constant.value, spreadOf(best.value));
  if (chanceUnderOnePart > 1 - confidence) return onePart('one part that fits as well');
  const parameters = coreFirst(best.value.parameters);
  const [logStart = 0, share = 0, core = 0] = parameters;
  if (!(core > 0)) return growing('the core part', expm1(-core));
  const errors = fittedCovariance(residuals, parameters, SCALES);
  if (!errors.ok || !(share > 0 && share < 1)) return onePart('one part that fits as well');
  const width = studentHalfWidth(confidence, errors.value.degreesOfFreedom);
  if (!width.ok) return width;
  const { covariance, degreesOfFreedom, residualStandardDeviation } = errors.value;
  const fitted: Fitted = { coefficients: parameters, covariance, halfWidth: width.value };
  const coreShare = combination(fitted, [0, 1, 0, 0]);
  const coreHazardAYear = combination(fitted, [0, 0, 1, 0]);
  return ok({
    observations: history.months.length,
    degreesOfFreedom,
    logStart,
    coreShare,
    coreHazardAYear,
    nonCoreHazardAYear: combination(fitted, [0, 0, 0, 1]),
    averageLifeYears: averageLifeOfBoth(fitted),
    residualStandardDeviation,
    chanceUnderOnePart,
    doubts: doubtsOf(coreShare, coreHazardAYear),
  });
}

interface Spread {
  readonly degreesOfFreedom: number;
  readonly residualStandardDeviation: number;
}

function spreadOf({ residuals, parameters, rootMeanSquare }: LeastSquaresFit): Spread {
  const degreesOfFreedom = residuals.length - parameters.length;
  const ratio = residuals.length / degreesOfFreedom;
  return { degreesOfFreedom, residualStandardDeviation: rootMeanSquare * Math.sqrt(ratio) };
}

/** F test with two numerator degrees of freedom: (squares of two / squares of one)^(df / 2). */
function chanceOf(one: Spread, two: Spread): number {
  if (one.residualStandardDeviation < EXACT_RESIDUAL) return 1;
  const squares = ({ degreesOfFreedom, residualStandardDeviation: deviation }: Spread) =>
    degreesOfFreedom * deviation * deviation;
  return pow(squares(two) / squares(one), two.degreesOfFreedom / 2);
}

function onePart(got: string): Result<never> {
  return fail(issue('decay.one-part', 'balances', 'two parts that can be told apart', got));
}

/** Log balance of the two parts at t years; NaN where the parameters give no balance. */
export function twoPartLogBalance(parameters: readonly number[], years: number): number {
  const [logStart = 0, share = 0, core = 0, nonCore = 0] = parameters;
  if (!(share > 0 && share < 1)) return Number.NaN;
  return logStart + log(share * exp(-core * years) + (1 - share) * exp(-nonCore * years));
}

function residualsOf({ months, balances }: BalanceHistory) {
  const start = itemAt(months, 0);
  const logs = balances.map(log);
  const years = months.map((month) => (month - start) / MONTHS_A_YEAR);
  return (parameters: readonly number[]) =>
    years.map((t, i) => twoPartLogBalance(parameters, t) - itemAt(logs, i));
}

/** The best of the searches from all starts; an issue when none ends. */
function bestFit(
  residuals: (parameters: readonly number[]) => readonly number[],
  logStart: number,
  hazard: number,
): Result<LeastSquaresFit> {
  const found = STARTS.map(([share, core, nonCore]) =>
    leastSquares(residuals, [logStart, share, core * hazard, nonCore * hazard], SCALES),
  );
  const [best] = found
    .flatMap((fit) => (fit.ok ? [fit.value] : []))
    .toSorted((a, b) => a.rootMeanSquare - b.rootMeanSquare);
  return best === undefined ? onePart('no fit that settles') : ok(best);
}

/** The slower part is the core, whichever the search called so. */
function coreFirst(parameters: readonly number[]): readonly number[] {
  const [logStart = 0, share = 0, one = 0, other = 0] = parameters;
  return one <= other ? parameters : [logStart, 1 - share, other, one];
}

/** Share of each part times its average life (rule EST-10). */
function averageLifeOfBoth(fitted: Fitted): Estimate {
  const [, share = 0, core = 0, nonCore = 0] = fitted.coefficients;
  const [coreLife, nonCoreLife] = [averageLifeYears(core), averageLifeYears(nonCore)];
  const slopes = [averageLifeSlope(core), averageLifeSlope(nonCore)] as const;
  const gradient = [0, coreLife - nonCoreLife, share * slopes[0], (1 - share) * slopes[1]];
  const { standardError } = combination(fitted, gradient);
  const value = share * coreLife + (1 - share) * nonCoreLife;
  return estimateOf(value, standardError, fitted.halfWidth);
}

function doubtsOf(coreShare: Estimate, core: Estimate): readonly string[] {
  const doubts: string[] = [];
  if (coreShare.low < 0 || coreShare.high > 1) {
    doubts.push(
      'the interval of the core share leaves 0 to 1: the two parts are hardly told apart',
    );
  }
  if (core.low <= 0) doubts.push('the core may not decay at all within its interval');
  return doubts;
}
