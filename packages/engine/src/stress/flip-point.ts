import { fail, issue, ok, type Result } from '../foundation/index.js';
import { anyBreach, breachBeside, nearerBreach, pointsBeside } from './confirm-nearest.js';
import type { Crossing } from './flip-boundary.js';
import { checkFlip, type FlipCertificate } from './flip-certificate.js';
import { type FlipProblem, probeOf } from './flip-problem.js';
import { distanceOf, type FlipSpace, firstCrossing, walkToNearest } from './joint-flip.js';
import { type SingleFlip, singleFlips } from './single-flip.js';
import { standardDistance } from './standard-distance.js';

/** The nearest joint move that flips, amounts in the order and units of the moves. */
export interface JointFlip {
  /** First amounts at which the limit is breached. */
  readonly amounts: readonly number[];
  /** sqrt(d' S^-1 d), in standard moves. */
  readonly distance: number;
  /** What each move adds to the squared distance; 1 together. */
  readonly shares: readonly number[];
  readonly certificate: FlipCertificate;
}

/** What `flipPoint` found. */
export interface FlipPoint {
  /** Slack where things stand; not positive: breached already, and nothing is sought. */
  readonly slackNow: number;
  readonly singles: readonly SingleFlip[];
  /** Null: already breached, or no breach found within the ranges. */
  readonly joint: JointFlip | null;
  /** Quasi-random points looked at in the last round, none of them a nearer breach. */
  readonly pointsChecked: number;
  /** How often the points found a nearer breach than the search before it. */
  readonly restarts: number;
  /** False when the last round still found a nearer one. */
  readonly confirmed: boolean;
  readonly evaluations: number;
}

export interface FlipOptions {
  /** Points of one round; 256 when not given. */
  readonly points?: number;
}

const POINTS = 256;
const MOST_RESTARTS = 12;

/**
 * The smallest moves that breach a limit or turn a decision: each alone, and all jointly in
 * standard distance (FLIP-1 to FLIP-8). Deterministic. Both sides of every flip are evaluated.
 * Issues: `flip.moves` (no moves, or a range that does not hold 0), those of S, and those of the
 * slack.
 */
export function flipPoint(problem: FlipProblem, options: FlipOptions = {}): Result<FlipPoint> {
  const wrong = problem.moves.find(({ low, high }) => !(low <= 0 && high >= 0 && high > low));
  if (problem.moves.length === 0 || wrong !== undefined) {
    const got = wrong === undefined ? 'none' : `${wrong.id} from ${wrong.low} to ${wrong.high}`;
    return fail(issue('flip.moves', 'moves', 'moves with ranges that hold 0', got));
  }
  const distance = standardDistance(problem.covariance);
  if (!distance.ok) return distance;
  const probe = probeOf(problem.slackAt);
  const found = search({ problem, probe, distance: distance.value }, options.points ?? POINTS);
  const misfit = probe.misfit();
  if (misfit.length > 0) return fail(...misfit);
  return found;
}

function search(space: FlipSpace, points: number): Result<FlipPoint> {
  const { problem, probe } = space;
  const slackNow = probe.slack(problem.moves.map(() => 0));
  const nothing = { slackNow, singles: [], joint: null, pointsChecked: 0, restarts: 0 };
  if (!(slackNow > 0)) {
    return ok({ ...nothing, confirmed: true, evaluations: probe.evaluations() });
  }
  const singles = singleFlips(probe, problem.moves);
  const starts = [firstCrossing(space), ...singles.map(({ crossing }) => crossing)];
  const start = nearest(space, starts) ?? anyBreach(space, points);
  if (start === null) {
    const evaluations = probe.evaluations();
    return ok({ ...nothing, singles, pointsChecked: points, confirmed: true, evaluations });
  }
  const walked = confirmedFrom(space, start, points);
  const joint = jointFlip(space, walked.crossing);
  if (!joint.ok) return joint;
  const { restarts, confirmed } = walked;
  const pointsChecked = points + pointsBeside(points);
  const counted = { pointsChecked, evaluations: probe.evaluations() };
  return ok({ slackNow, singles, joint: joint.value, restarts, confirmed, ...counted });
}

interface Walked {
  readonly crossing: Crossing;
  readonly restarts: number;
  readonly confirmed: boolean;
}

/** Walks, looks for a nearer breach, and walks on from it until none is found (FLIP-7). */
function confirmedFrom(space: FlipSpace, start: Crossing, points: number): Walked {
  let crossing = walkToNearest(space, start);
  for (let restarts = 0; restarts < MOST_RESTARTS; restarts += 1) {
    const nearer =
      nearerBreach(space, distanceOf(space, crossing), points) ??
      breachBeside(space, crossing, points);
    if (nearer === null) return { crossing, restarts, confirmed: true };
    crossing = walkToNearest(space, nearer);
  }
  return { crossing, restarts: MOST_RESTARTS, confirmed: false };
}

function nearest(space: FlipSpace, crossings: readonly (Crossing | null)[]): Crossing | null {
  let best: Crossing | null = null;
  for (const each of crossings) {
    if (each === null) continue;
    if (best === null || distanceOf(space, each) < distanceOf(space, best)) best = each;
  }
  return best;
}

function jointFlip({ problem, probe, distance }: FlipSpace, crossing: Crossing): Result<JointFlip> {
  const certificate = {
    ...crossing,
    holdsSlack: probe.slack(crossing.holdsAt),
    breachedSlack: probe.slack(crossing.breachedAt),
  };
  const checked = checkFlip(problem, certificate);
  if (!checked.ok) return checked;
  const amounts = crossing.breachedAt;
  const shares = distance.sharesOf(amounts);
  return ok({ amounts, distance: distance.of(amounts), shares, certificate: checked.value });
}
