import { exp, expm1, fail, itemAt, log, ok, type Result } from '../../foundation/index.js';
import {
  neweyWestCovariance,
  ordinaryLeastSquares,
  studentHalfWidth,
} from '../../numeric/index.js';
import { type BalanceHistory, balanceIssues, growing } from './balance-history.js';
import { type Estimate, estimateOf } from './estimate.js';

export interface DecayTerms {
  readonly neweyWestLags: number;
  readonly confidence: number;
}

export interface AverageLife {
  readonly valueYears: number;
  /** By the delta method. */
  readonly standardErrorYears: number;
  /** From the ends of the decay's interval; null: the decay may be zero, the life without end. */
  readonly lowYears: number;
  readonly highYears: number | null;
}

export interface ConstantDecay {
  readonly observations: number;
  readonly months: number;
  readonly degreesOfFreedom: number;
  /** Logarithm of the balance at the first date, as fitted. */
  readonly logStart: number;
  /** Fall of the logarithm of the balance, a year. */
  readonly hazardAYear: Estimate;
  readonly neweyWestErrorAYear: number;
  /** From the changes: its error also holds for balances that wander (rule EST-15). */
  readonly hazardFromChangesAYear: Estimate;
  /** As the parameter of NMD-1. */
  readonly averageLife: AverageLife;
  /** Of the logarithms: about a share of the balance. */
  readonly residualStandardDeviation: number;
  readonly doubts: readonly string[];
}

export const FEWEST_BALANCES = 6;
const MONTHS_A_YEAR = 12;
/** Of the logarithm of the balance over the whole history: a smaller fall is rounding. */
const LEAST_FALL = 1e-9;
/** An error from changes so many times that of the level tells of balances that wander. */
const WANDERING = 2;

/**
 * A constant hazard from the fall of log balances by least squares (rules EST-7 to EST-9).
 * Issues: `balance.*`, `decay.too-few`, `decay.grows`, and those of `ordinaryLeastSquares`.
 */
export function estimateConstantDecay(
  history: BalanceHistory,
  { neweyWestLags, confidence }: DecayTerms,
): Result<ConstantDecay> {
  const issues = balanceIssues(history, FEWEST_BALANCES);
  if (issues.length > 0) return fail(...issues);
  const start = itemAt(history.months, 0);
  const rows = history.months.map((month) => [1, (start - month) / MONTHS_A_YEAR]);
  const fit = ordinaryLeastSquares(rows, history.balances.map(log));
  if (!fit.ok) return fit;
  const { coefficients, standardErrors, degreesOfFreedom } = fit.value;
  const hazard = itemAt(coefficients, 1);
  const fall = -hazard * itemAt(itemAt(rows, rows.length - 1), 1);
  if (!(fall > LEAST_FALL))
    return growing('balances', Math.abs(fall) > LEAST_FALL ? expm1(-hazard) : 0);
  const width = studentHalfWidth(confidence, degreesOfFreedom);
  if (!width.ok) return width;
  const hazardAYear = estimateOf(hazard, itemAt(standardErrors, 1), width.value);
  const fromChanges = hazardFromChanges(history, confidence);
  if (!fromChanges.ok) return fromChanges;
  const neweyWest = neweyWestCovariance(rows, fit.value, neweyWestLags);
  const averageLife = averageLifeOf(hazardAYear);
  return ok({
    observations: rows.length,
    months: itemAt(history.months, rows.length - 1) - start,
    degreesOfFreedom,
    logStart: itemAt(coefficients, 0),
    hazardAYear,
    hazardFromChangesAYear: fromChanges.value,
    neweyWestErrorAYear: Math.sqrt(itemAt(itemAt(neweyWest, 1), 1)),
    averageLife,
    residualStandardDeviation: fit.value.residualStandardDeviation,
    doubts: doubtsOf(averageLife, hazardAYear, fromChanges.value),
  });
}

function doubtsOf(life: AverageLife, level: Estimate, changes: Estimate): readonly string[] {
  const doubts: string[] = [];
  if (life.highYears === null) {
    doubts.push('the decay may be zero within its interval: the average life has no upper end');
  }
  const times = changes.standardError / level.standardError;
  if (times > WANDERING) {
    doubts.push(
      `balances wander: the error from changes is ${times.toFixed(1)} times that of the level`,
    );
  }
  return doubts;
}

/**
 * Total fall of log balance over total time, with the error of changes that are independent and
 * whose variance grows with the time between them (rule EST-15).
 */
function hazardFromChanges(
  { months, balances }: BalanceHistory,
  confidence: number,
): Result<Estimate> {
  const roots = months.slice(1).map((month, i) => {
    return Math.sqrt((month - itemAt(months, i)) / MONTHS_A_YEAR);
  });
  const falls = roots.map((root, i) => log(itemAt(balances, i) / itemAt(balances, i + 1)) / root);
  const fit = ordinaryLeastSquares(
    roots.map((root) => [root]),
    falls,
  );
  if (!fit.ok) return fit;
  const { coefficients, standardErrors, degreesOfFreedom } = fit.value;
  const width = studentHalfWidth(confidence, degreesOfFreedom);
  if (!width.ok) return width;
  return ok(estimateOf(itemAt(coefficients, 0), itemAt(standardErrors, 0), width.value));
}

/**
 * Average life in years at a hazard a year: 1 / (12 s) with s = 1 - exp(-hazard / 12) the share
 * that leaves in a month (rules EST-9 and NMD-1).
 */
export function averageLifeYears(hazardAYear: number): number {
  return -1 / (MONTHS_A_YEAR * expm1(-hazardAYear / MONTHS_A_YEAR));
}

/** Derivative of the average life in the hazard: -(1 - s) / (12 s)^2. */
export function averageLifeSlope(hazardAYear: number): number {
  const life = averageLifeYears(hazardAYear);
  return -exp(-hazardAYear / MONTHS_A_YEAR) * life * life;
}

function averageLifeOf({ value, standardError, low, high }: Estimate): AverageLife {
  return {
    valueYears: averageLifeYears(value),
    standardErrorYears: Math.abs(averageLifeSlope(value)) * standardError,
    lowYears: averageLifeYears(high),
    highYears: low > 0 ? averageLifeYears(low) : null,
  };
}
