import { type Issue, issue, type Read, read } from '../foundation/index.js';
import type { DepositSegment, LiquidityStress, OutflowPoint } from '../metric/index.js';
import { sourced } from './parse-sourced.js';

const { flag, identifier, list, nullable, number, object, pointer, title } = read;

const MOST_DAYS = 360;
const amount = sourced({ min: 0, max: 1e12, what: 'USD million' });
const share = sourced({ min: 0, max: 1, what: 'a share' });
const horizon = sourced({ min: 1, max: MOST_DAYS, integer: true, what: 'days' });

const readPoint: Read<OutflowPoint> = object<OutflowPoint>({
  byDay: number({ min: 1, max: MOST_DAYS, integer: true, what: 'a day' }),
  share,
});

const readPoints: Read<OutflowPoint[]> = (value, path, issues) => {
  const points = list(readPoint, MOST_DAYS, 1)(value, path, issues);
  const broken = points?.flatMap((point, index) => orderIssues(points, point, index, path)) ?? [];
  for (const each of broken) issues.push(each);
  return broken.length === 0 ? points : undefined;
};

/** Days rise from point to point, and what has left does not come back (SURV-6). */
function orderIssues(
  points: readonly OutflowPoint[],
  point: OutflowPoint,
  index: number,
  path: string,
): Issue[] {
  const before = points[index - 1];
  if (before === undefined) return [];
  const at = pointer(path, index);
  if (point.byDay <= before.byDay) {
    return [issue('order', `${at}/byDay`, `after day ${before.byDay}`, String(point.byDay))];
  }
  if (point.share.value >= before.share.value) return [];
  const expected = `at least ${before.share.value}, what has left by then`;
  return [issue('order', `${at}/share/value`, expected, String(point.share.value))];
}

const readSegment: Read<DepositSegment> = object<DepositSegment>({
  id: identifier,
  title,
  insured: flag,
  balanceUsdMillion: amount,
  outflow: readPoints,
});

/** A stated liquidity stress (rules SURV-1 to SURV-6). */
export const readLiquidityStress: Read<LiquidityStress> = object<LiquidityStress>({
  segments: list(readSegment, 1000),
  loanInflowShare: share,
  rolloverShare: share,
  horizonDays: horizon,
  hourlyRequests: nullable(list(amount, 24, 1)),
});
