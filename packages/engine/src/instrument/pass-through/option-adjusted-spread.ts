import { exp, fail, floatAt, issue, itemAt, log, type Result } from '../../foundation/index.js';
import { brent } from '../../numeric/index.js';
import type { MortgageRatePath } from './incentive-prepayment.js';
import type { MonthlyFlow } from './mortgage-yield.js';
import type { RatePath } from './rate-paths.js';

/** The holder's flows when mortgage rates take a path. */
export type FlowsOnPath = (path: MortgageRatePath) => readonly MonthlyFlow[];

/** Present values of all flows of a path before any spread. */
interface PathValue {
  readonly years: Float64Array;
  readonly present: Float64Array;
}

/** Average worth over paths at a spread (continuous, on every discount factor). */
export interface PathValues {
  readonly values: readonly PathValue[];
}

/** The flows of every path, discounted along it (rule PASSTHROUGH-12). */
export function valuesOnPaths(flowsOn: FlowsOnPath, paths: readonly RatePath[]): PathValues {
  return { values: paths.map((path) => valueOnPath(flowsOn(path.mortgageRate), path)) };
}

function valueOnPath(flows: readonly MonthlyFlow[], path: RatePath): PathValue {
  const years = new Float64Array(flows.length);
  const present = new Float64Array(flows.length);
  flows.forEach((flow, at) => {
    years[at] = flow.months / 12;
    present[at] = (flow.interest + flow.principal) * discountBetween(path.discount, flow.months);
  });
  return { years, present };
}

/** Log-linear between months; past the end the last month's rate goes on. */
function discountBetween(discount: Float64Array, months: number): number {
  const left = Math.min(Math.floor(months), discount.length - 2);
  const [from, to] = [floatAt(discount, left), floatAt(discount, left + 1)];
  return from * exp((months - left) * log(to / from));
}

/** Average present value over the paths with `spread` added to their rates. */
export function worthAtSpread({ values }: PathValues, spread: number): number {
  return values.reduce((total, path) => total + pathWorth(path, spread), 0) / values.length;
}

function pathWorth({ years, present }: PathValue, spread: number): number {
  let worth = 0;
  for (let at = 0; at < present.length; at += 1) {
    worth += floatAt(present, at) * exp(-spread * floatAt(years, at));
  }
  return worth;
}

/**
 * The standard error of the spread from the number of paths (rule PASSTHROUGH-12): that of the
 * average worth of mirrored pairs over the slope of the worth in the spread; undefined for one
 * pair.
 */
export function spreadStandardError(paths: PathValues, spread: number): number | undefined {
  const { values } = paths;
  const pairs = values.length / 2;
  if (pairs < 2) return undefined;
  const worths = Array.from({ length: pairs }, (_, pair) => {
    const [first, mirrored] = [itemAt(values, 2 * pair), itemAt(values, 2 * pair + 1)];
    return (pathWorth(first, spread) + pathWorth(mirrored, spread)) / 2;
  });
  const mean = worths.reduce((sum, worth) => sum + worth, 0) / pairs;
  const squares = worths.reduce((sum, worth) => sum + (worth - mean) * (worth - mean), 0);
  const slope =
    (worthAtSpread(paths, spread + ONE_BP) - worthAtSpread(paths, spread - ONE_BP)) / (2 * ONE_BP);
  return Math.sqrt(squares / (pairs - 1) / pairs) / Math.abs(slope);
}

const ONE_BP = 1e-4;

/**
 * The option-adjusted spread: the constant added to the rates of every path at which the average
 * worth is `dirtyValue` (rule PASSTHROUGH-12). Issue `spread.none` where none within 50% is.
 */
export function optionAdjustedSpread(values: PathValues, dirtyValue: number): Result<number> {
  itemAt(values.values, 0);
  const miss = (spread: number): number => worthAtSpread(values, spread) / dirtyValue - 1;
  const [high, low] = [miss(-WIDEST_SPREAD), miss(WIDEST_SPREAD)];
  if (!(dirtyValue > 0) || !(high >= 0) || !(low <= 0)) {
    return fail(issue('spread.none', 'price', 'a price some spread gives', String(dirtyValue)));
  }
  return brent(miss, -WIDEST_SPREAD, WIDEST_SPREAD, 1e-14);
}

const WIDEST_SPREAD = 0.5;
