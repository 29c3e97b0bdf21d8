import {
  fail,
  type Issue,
  isoFromDay,
  issue,
  itemAt,
  log1p,
  ok,
  type Result,
  yearFraction,
} from '../foundation/index.js';
import { brent, newtonSystem, secant } from '../numeric/index.js';
import { betweenIssues, type CurveTerms, datedCurve, rateIssues } from './curve-from-nodes.js';
import { type CurveInstrument, firstDayOf, lastDayOf, modelRate } from './curve-instrument.js';
import { isLocal } from './curve-shape.js';
import { curveTime, type DatedCurve } from './dated-curve.js';

/** Quotes on real days and the curve that they are to make. */
export interface BootstrapTerms extends CurveTerms {
  /** Pillars strictly rising. */
  readonly instruments: readonly CurveInstrument[];
  /** The curve that discounts; without it the solved curve does (rule CURVE-21). */
  readonly discount?: DatedCurve;
  /** The curve of the other rate of basis swaps (rule CURVE-26). */
  readonly reference?: DatedCurve;
}

const LOWEST_FORWARD = -1;
const HIGHEST_FORWARD = 10;
const RESIDUAL_AIM = 1e-15;
/** Quotes must come back within 1e-10; a tenth of that leaves room for readers' rounding. */
const LARGEST_RESIDUAL = 1e-11;

/**
 * The curve with one node a pillar on which every instrument has its quoted rate (rule CURVE-21):
 * node by node where the interpolation is local and no quote reads beyond its node, otherwise all
 * nodes at once by Newton's method.
 * Issues: `curve.too-few-quotes`, `curve.order`, `curve.rate`, `curve.no-discount`,
 * `curve.no-convergence`.
 */
export function bootstrapCurve(terms: BootstrapTerms): Result<DatedCurve> {
  const times = terms.instruments.map(({ pillarDay }) =>
    yearFraction(terms.dayCount, terms.referenceDay, pillarDay),
  );
  const issues = instrumentIssues(terms, times);
  if (issues.length > 0) return fail(...issues);
  const reachesFurther = terms.instruments.some((one) => lastDayOf(one.terms) > one.pillarDay);
  if (isLocal(terms.interpolation) && !reachesFurther) {
    const logs = logsInTurn(terms, times);
    return logs.ok ? checked(terms, times, logs.value) : logs;
  }
  const start = logsInTurn({ ...terms, interpolation: 'log-linear-discount' }, times);
  return start.ok ? solvedAtOnce(terms, times, start.value) : start;
}

function instrumentIssues(terms: BootstrapTerms, times: readonly number[]): Issue[] {
  const { instruments } = terms;
  if (instruments.length === 0) {
    return [issue('curve.too-few-quotes', 'quotes', 'at least 1', '0')];
  }
  return instruments.flatMap((instrument, i) => {
    const { path, rate } = instrument;
    const issues = [...rateIssues(`${path}.rate`, rate), ...reachIssues(terms, instrument)];
    if (instrument.terms.kind === 'basis' && terms.reference === undefined) {
      issues.push(issue('curve.reference', path, 'the curve of its other rate', 'none'));
    }
    const time = itemAt(times, i);
    const before = i === 0 ? 0 : itemAt(times, i - 1);
    if (time > before) return issues;
    const expected = i === 0 ? 'a node after the reference day' : `a node after ${before} years`;
    return [...issues, issue('curve.order', path, expected, `${time} years`)];
  });
}

/** A day that a quote needs and a curve cannot tell: before its start, or past its stated end. */
function reachIssues(terms: BootstrapTerms, { path, terms: of }: CurveInstrument): Issue[] {
  const [firstDay, lastDay] = [firstDayOf(of), lastDayOf(of)];
  const known = [terms.discount, terms.reference].filter((curve) => curve !== undefined);
  const starts = [terms.referenceDay, ...known.map(({ referenceDay }) => referenceDay)];
  const start = Math.max(...starts);
  const issues: Issue[] = [];
  if (firstDay < start) {
    const expected = `no day before ${isoFromDay(start)}, where a curve starts`;
    issues.push(issue('curve.dates', path, expected, isoFromDay(firstDay)));
  }
  for (const curve of known) {
    const end = curve.times.at(-1);
    if (curve.extrapolation !== 'none' || end === undefined || lastDay < curve.referenceDay)
      continue;
    if (curveTime(curve, lastDay) <= end) continue;
    const expected = `no day beyond ${end} years of a curve that is not extrapolated`;
    issues.push(issue('curve.reach', path, expected, isoFromDay(lastDay)));
  }
  return issues;
}

/** A curve of the first nodes; a solved zero rate starts level with its first node. */
function partial(terms: CurveTerms, times: readonly number[], logs: readonly number[]): DatedCurve {
  const startRate = -itemAt(logs, 0) / itemAt(times, 0);
  return datedCurve({ ...terms, extrapolation: 'flat-forward' }, { times, logs, startRate });
}

function residualOf(terms: BootstrapTerms, instrument: CurveInstrument, curve: DatedCurve): number {
  const discount = terms.discount ?? curve;
  const { reference } = terms;
  const curves = { projection: curve, discount };
  const all = reference === undefined ? curves : { ...curves, reference };
  return modelRate(instrument.terms, all) - instrument.rate;
}

/** ln D at the nodes, each solved on the ones before it. */
function logsInTurn(terms: BootstrapTerms, times: readonly number[]): Result<readonly number[]> {
  const logs: number[] = [];
  for (const [i, instrument] of terms.instruments.entries()) {
    const known = times.slice(0, i + 1);
    const before = i === 0 ? 0 : itemAt(times, i - 1);
    const logBefore = i === 0 ? 0 : itemAt(logs, i - 1);
    const logAt = (forward: number): number => logBefore - forward * (itemAt(times, i) - before);
    const residual = (forward: number): number =>
      residualOf(terms, instrument, partial(terms, known, [...logs, logAt(forward)]));
    const forward = forwardRoot(residual, log1p(instrument.rate));
    if (forward === undefined) return fail(noDiscount(instrument));
    logs.push(logAt(forward));
  }
  return ok(logs);
}

function forwardRoot(residual: (forward: number) => number, guess: number): number | undefined {
  const start = { first: guess, second: guess + 1e-4, tolerance: RESIDUAL_AIM };
  const quick = secant(residual, start);
  if (quick.ok && quick.value > LOWEST_FORWARD && quick.value < HIGHEST_FORWARD) return quick.value;
  const safe = brent(residual, LOWEST_FORWARD, HIGHEST_FORWARD, RESIDUAL_AIM);
  return safe.ok ? safe.value : undefined;
}

/** Newton's method on the zero rates of all nodes, from those of the start. */
function solvedAtOnce(
  terms: BootstrapTerms,
  times: readonly number[],
  start: readonly number[],
): Result<DatedCurve> {
  const logsOf = (rates: readonly number[]): number[] =>
    rates.map((rate, i) => -rate * itemAt(times, i));
  const residuals = (rates: readonly number[]): number[] => {
    const curve = partial(terms, times, logsOf(rates));
    return terms.instruments.map((instrument) => residualOf(terms, instrument, curve));
  };
  const tolerance = { aim: RESIDUAL_AIM, acceptable: LARGEST_RESIDUAL };
  const guess = start.map((value, i) => -value / itemAt(times, i));
  const rates = newtonSystem(residuals, guess, tolerance);
  if (rates.ok) return checked(terms, times, logsOf(rates.value));
  const got = rates.issues.map((one) => one.message).join('; ');
  const expected = `all repriced by ${terms.interpolation}`;
  return fail(issue('curve.no-convergence', 'quotes', expected, got));
}

/** Nothing leaves that does not reprice: the last look at every quote. */
function checked(
  terms: BootstrapTerms,
  times: readonly number[],
  logs: readonly number[],
): Result<DatedCurve> {
  const curve = partial(terms, times, logs);
  const issues = terms.instruments.flatMap((instrument) => {
    const residual = residualOf(terms, instrument, curve);
    if (Math.abs(residual) <= LARGEST_RESIDUAL) return [];
    const expected = `repriced within ${LARGEST_RESIDUAL}`;
    return [issue('curve.no-convergence', instrument.path, expected, `off by ${residual}`)];
  });
  issues.push(...betweenIssues(curve, 'quotes'));
  if (issues.length > 0) return fail(...issues);
  return ok({ ...curve, extrapolation: terms.extrapolation ?? 'flat-forward' });
}

function noDiscount({ path, rate, pillarDay }: CurveInstrument): Issue {
  const expected = 'a rate that some positive discount factor reprices';
  return issue('curve.no-discount', path, expected, `${rate} at ${isoFromDay(pillarDay)}`);
}
