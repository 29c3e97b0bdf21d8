import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { FAILURE_PARAMETERS } from './failure-parameters.js';

/** How many uninsured depositors leave, by what capital ratio they see. */
export interface RunResponse {
  /** By falling ratio; between two points the share is read off the straight line. */
  readonly points: readonly {
    readonly capitalRatio: number;
    /** Share of uninsured deposits gone by the day of the run, 0 to 1. */
    readonly outflowShare: number;
  }[];
  /** What the points rest on. */
  readonly anchors: readonly string[];
}

/** Well capitalised, 12 CFR 208.43(b)(1)(i)(C): nobody runs for capital alone above it. */
const WELL_CAPITALISED = 0.065;

/** CET1 minimum: 12 CFR 217.10(a)(1)(i). */
const MINIMUM = 0.045;

const { moderate, severe } = FAILURE_PARAMETERS;

const ANCHORS: readonly string[] = [
  'Shares: digital disruption, moderate and severe (Signature, First Republic, SVB)',
  'Ratios: well capitalised 6.5% (12 CFR 208.43), minimum 4.5% (12 CFR 217.10), zero',
  'That the moderate share leaves at the minimum and the severe one at zero is a judgement',
];

/** Outflow by day 1 and by day 2 (SPIRAL-2). Every number is a parameter. */
export const RUN_RESPONSES: Readonly<Record<1 | 2, RunResponse>> = {
  1: responseOf(moderate.uninsuredOutflowDayOne, severe.uninsuredOutflowDayOne),
  2: responseOf(moderate.uninsuredOutflowDayTwo, severe.uninsuredOutflowDayTwo),
};

function responseOf(atMinimum: number, atZero: number): RunResponse {
  return {
    points: [
      { capitalRatio: WELL_CAPITALISED, outflowShare: 0 },
      { capitalRatio: MINIMUM, outflowShare: atMinimum },
      { capitalRatio: 0, outflowShare: atZero },
    ],
    anchors: ANCHORS,
  };
}

/** Issues: `run.response` when it has no point, does not fall with the ratio, or is no share. */
export function checkResponse({ points }: RunResponse): Result<null> {
  if (points.length === 0) {
    return fail(issue('run.response', 'points', 'at least one point', 'none'));
  }
  for (const [index, { capitalRatio, outflowShare }] of points.entries()) {
    const path = `points/${index}`;
    if (!Number.isFinite(capitalRatio) || !(outflowShare >= 0 && outflowShare <= 1)) {
      const got = `${outflowShare} at ${capitalRatio}`;
      return fail(issue('run.response', path, 'a share from 0 to 1 at a ratio', got));
    }
    const before = points[index - 1];
    if (before === undefined) continue;
    if (capitalRatio >= before.capitalRatio || outflowShare < before.outflowShare) {
      const got = `${outflowShare} at ${capitalRatio}`;
      const expected = `a lower ratio than ${before.capitalRatio}, and no smaller share`;
      return fail(issue('run.response', path, expected, got));
    }
  }
  return ok(null);
}

/** Share of uninsured deposits that leaves at a capital ratio; beyond the ends it is flat. */
export function outflowAt({ points }: RunResponse, ratio: number): number {
  const below = points.findIndex(({ capitalRatio }) => ratio >= capitalRatio);
  if (below === -1) return itemAt(points, points.length - 1).outflowShare;
  const low = itemAt(points, below);
  const high = points[below - 1];
  if (high === undefined) return low.outflowShare;
  const part = (ratio - low.capitalRatio) / (high.capitalRatio - low.capitalRatio);
  return low.outflowShare + part * (high.outflowShare - low.outflowShare);
}
