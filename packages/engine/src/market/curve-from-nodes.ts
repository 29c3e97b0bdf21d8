import {
  type DayCount,
  fail,
  type Issue,
  issue,
  itemAt,
  log,
  ok,
  type Result,
  yearFraction,
} from '../foundation/index.js';
import { lowestOfPieces } from '../numeric/index.js';
import { CONTINUOUS_365, discountOfRate, type RateConvention } from './compounding.js';
import { type CurveNodes, curveShape } from './curve-shape.js';
import type { CurveExtrapolation, CurveInterpolation, DatedCurve } from './dated-curve.js';

/** Rates outside are per cent given for decimals, or no rates. */
const LOWEST_RATE = -0.5;
const HIGHEST_RATE = 1;

/** What a curve is besides its nodes. */
export interface CurveTerms {
  readonly referenceDay: number;
  /** How days become years; node `times` are counted so already. */
  readonly dayCount: DayCount;
  readonly interpolation: CurveInterpolation;
  /** `flat-forward` when not given. */
  readonly extrapolation?: CurveExtrapolation;
}

/** Where nodes stand: on days, or at times in years; exactly one of the two. */
type NodePlaces = { readonly days: readonly number[] } | { readonly times: readonly number[] };

export type DiscountNodes = CurveTerms &
  NodePlaces & {
    readonly discounts: readonly number[];
    /** Rising discount factors are refused unless this is true (rule CURVE-15). */
    readonly allowsNegativeForwards?: boolean;
  };

export type ZeroRateNodes = CurveTerms &
  NodePlaces & {
    readonly zeroRates: readonly number[];
    /** How the rates are compounded, in the time of the curve; continuous when not given. */
    readonly convention?: RateConvention;
    /** Rates whose discount factors rise are refused if this is false (rule CURVE-15). */
    readonly allowsNegativeForwards?: boolean;
  };

/** Joins nodes that are known to be well ordered. */
export function datedCurve(terms: CurveTerms, nodes: CurveNodes): DatedCurve {
  return {
    referenceDay: terms.referenceDay,
    dayCount: terms.dayCount,
    interpolation: terms.interpolation,
    extrapolation: terms.extrapolation ?? 'flat-forward',
    times: nodes.times,
    values: nodes.logs,
    shape: curveShape(terms.interpolation, nodes),
    shifts: [],
  };
}

/**
 * A curve through given discount factors (rules CURVE-8 to CURVE-10); the origin is implied.
 * Issues (rule CURVE-15): `curve.node`, `curve.order`, `curve.discount`, `curve.crossing`.
 */
export function curveFromDiscounts(terms: DiscountNodes): Result<DatedCurve> {
  const times = nodeTimes(terms);
  const { discounts } = terms;
  const issues = [...orderIssues(times), ...countIssues('discounts', times, discounts)];
  for (const [i, discount] of discounts.entries()) {
    const before = i === 0 ? 1 : itemAt(discounts, i - 1);
    const mayRise = terms.allowsNegativeForwards === true;
    issues.push(...discountIssues(i, discount, mayRise ? undefined : before));
    if (times[i] === 0 && discount !== 1) {
      issues.push(issue('curve.discount', `discounts[${i}]`, '1 at time 0', String(discount)));
    }
  }
  if (issues.length > 0) return fail(...issues);
  const logs = discounts.map(log);
  const skipped = times[0] === 0 ? 1 : 0;
  return finished(terms, { times: times.slice(skipped), logs: logs.slice(skipped) });
}

/**
 * A curve through given zero rates (rules CURVE-8 to CURVE-10); a rate at time 0 is where an
 * interpolated zero rate starts. Issues (rule CURVE-15): `curve.node`, `curve.order`,
 * `curve.rate`, `curve.crossing`.
 */
export function curveFromZeroRates(terms: ZeroRateNodes): Result<DatedCurve> {
  const times = nodeTimes(terms);
  const { zeroRates, convention = CONTINUOUS_365 } = terms;
  const issues = [...orderIssues(times), ...countIssues('zeroRates', times, zeroRates)];
  for (const [i, rate] of zeroRates.entries()) {
    issues.push(...growthIssues(`zeroRates[${i}]`, rate, convention, times[i] ?? 0));
  }
  if (issues.length > 0) return fail(...issues);
  const logs = times.map((time, i) => log(discountOfRate(itemAt(zeroRates, i), convention, time)));
  const rising = terms.allowsNegativeForwards === false ? risingIssues(zeroRates, logs) : [];
  if (rising.length > 0) return fail(...rising);
  if (times[0] !== 0) return finished(terms, { times, logs });
  const nodes = { times: times.slice(1), logs: logs.slice(1) };
  return finished(terms, { ...nodes, startRate: itemAt(zeroRates, 0) });
}

function finished(terms: CurveTerms, nodes: CurveNodes): Result<DatedCurve> {
  if (nodes.times.length === 0) {
    return fail(issue('curve.node', 'nodes', 'a node after the reference day', 'none'));
  }
  const curve = datedCurve(terms, nodes);
  const issues = betweenIssues(curve, 'nodes');
  return issues.length === 0 ? ok(curve) : fail(...issues);
}

/** A cubic in discount factors may pass below 0 between nodes that stand above it. */
export function betweenIssues({ shape }: DatedCurve, path: string): Issue[] {
  if (shape.kind !== 'pieces' || shape.quantity !== 'discount') return [];
  const { x, value } = lowestOfPieces(shape.pieces);
  if (value > 0) return [];
  const expected = 'discount factors above 0 between the nodes as well';
  return [issue('curve.discount', path, expected, `${value} at ${x} years`)];
}

function nodeTimes(terms: CurveTerms & NodePlaces): readonly number[] {
  if ('times' in terms) return terms.times;
  return terms.days.map((day) => yearFraction(terms.dayCount, terms.referenceDay, day));
}

function countIssues(what: string, times: readonly number[], values: readonly number[]): Issue[] {
  if (times.length === values.length) return [];
  const got = `${values.length} for ${times.length} nodes`;
  return [issue('curve.node', what, 'one for each node', got)];
}

function orderIssues(times: readonly number[]): Issue[] {
  return times.flatMap((time, i) => {
    const before = i === 0 ? undefined : times[i - 1];
    if (Number.isFinite(time) && (before === undefined ? time >= 0 : time > before)) return [];
    const expected =
      before === undefined
        ? 'a finite time at or after the reference day'
        : `a finite time above ${before} years`;
    return [issue('curve.order', `nodes[${i}]`, expected, `${time} years`)];
  });
}

function discountIssues(i: number, discount: number, before: number | undefined): Issue[] {
  const path = `discounts[${i}]`;
  if (!(discount > 0 && Number.isFinite(discount))) {
    const expected = 'a finite discount factor above 0';
    return [issue('curve.discount', path, expected, String(discount))];
  }
  if (before === undefined || !(discount > before)) return [];
  const expected = `at most the ${before} before it, or negative forward rates allowed`;
  return [issue('curve.crossing', path, expected, String(discount))];
}

function risingIssues(zeroRates: readonly number[], logs: readonly number[]): Issue[] {
  return logs.flatMap((here, i) => {
    if (here <= (i === 0 ? 0 : itemAt(logs, i - 1))) return [];
    const expected = 'discount factors that do not rise, or negative forward rates allowed';
    return [issue('curve.crossing', `zeroRates[${i}]`, expected, String(zeroRates[i]))];
  });
}

/** Also refuses a rate that would leave nothing, which its compounding decides. */
function growthIssues(
  path: string,
  rate: number,
  convention: RateConvention,
  years: number,
): Issue[] {
  if (!leavesNothing(rate, convention, years)) return rateIssues(path, rate);
  const expected = `a rate that leaves something after ${years} years`;
  return [issue('curve.rate', path, expected, String(rate))];
}

/** The mixed forms are taken as simple, which is the stricter of their two parts. */
function leavesNothing(rate: number, convention: RateConvention, years: number): boolean {
  if (convention.compounding === 'continuous') return false;
  if (convention.compounding === 'compounded') return rate <= -convention.frequencyPerYear;
  return rate * years <= -1;
}

/** A decimal rate within -0.5 to 1 (rules CURVE-7, CURVE-15). */
export function rateIssues(path: string, rate: number): Issue[] {
  if (rate > LOWEST_RATE && rate < HIGHEST_RATE) return [];
  const expected = `a decimal rate between ${LOWEST_RATE} and ${HIGHEST_RATE}`;
  return [issue('curve.rate', path, expected, String(rate))];
}
