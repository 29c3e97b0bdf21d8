import { itemAt, ok, type Result } from '../foundation/index.js';
import {
  type Change,
  type FamilyName,
  familiesOf,
  type Outcome,
  type Study,
} from '../study/index.js';
import { percentileOf } from './dispersion.js';
import { type FlipLimit, limitSlack } from './flip-limit.js';
import type { FlipOptions, FlipPoint } from './flip-point.js';
import type { FlipProblem } from './flip-problem.js';
import type { Move } from './move.js';
import { studyFlip } from './study-flip.js';

/** One move of a joint flip, told in its own unit and beside peers or past years (FLIP-11). */
export interface FlipComponent {
  readonly move: string;
  readonly title: string;
  readonly unit: string;
  readonly kind: Move['kind'];
  readonly amount: number;
  /** Level after the move, in the unit of the percentiles. */
  readonly level: number;
  /** Share of peers, or of past one-year changes, below the level; null: see `beyond`. */
  readonly percentile: number | null;
  /** Beyond the table, or no public percentiles are held at all. */
  readonly beyond: 'below' | 'above' | 'not held' | null;
  /** What the move adds to the squared distance; 1 together. */
  readonly share: number;
}

/** How far a limit is from being breached, or, where it is breached, from holding again. */
export interface LimitFlip {
  readonly limit: FlipLimit;
  readonly direction: 'breach' | 'return';
  /** Slack where things stand, positive while the limit holds. */
  readonly slackNow: number;
  readonly flip: FlipPoint;
  /** Empty when no joint flip was found. */
  readonly components: readonly FlipComponent[];
}

export interface LimitFlipRequest {
  readonly study: Study;
  readonly limit: FlipLimit;
  readonly moves: readonly Move[];
  readonly covariance: FlipProblem['covariance'];
  readonly evaluate: (study: Study, families: readonly FamilyName[]) => Outcome;
  readonly apply: (study: Study, change: Change) => Result<Study>;
}

/**
 * The flip points of a limit of a Study (FLIP-10). Where it is breached already the same search
 * looks for the least move after which it holds again (FLIP-8). Issues as `studyFlip`.
 */
export function limitFlip(request: LimitFlipRequest, options?: FlipOptions): Result<LimitFlip> {
  const { study, limit, moves, covariance, apply } = request;
  const slack = limitSlack(limit, moves);
  const families = familiesOf([limit.measure]);
  const ask = (sign: 1 | -1) =>
    studyFlip(
      {
        studies: [study],
        ...{ moves, covariance, apply },
        scenarios: limit.scenarios,
        slack: (outcomes, amounts) => {
          const found = slack(outcomes, amounts);
          return found.ok ? ok(sign * found.value) : found;
        },
        evaluate: (moved) => request.evaluate(moved, families),
      },
      options,
    );
  const breach = ask(1);
  if (!breach.ok) return breach;
  const { slackNow } = breach.value;
  if (slackNow >= 0) return ok(told(request, 'breach', slackNow, breach.value));
  const back = ask(-1);
  return back.ok ? ok(told(request, 'return', slackNow, back.value)) : back;
}

function told(
  { limit, moves }: LimitFlipRequest,
  direction: LimitFlip['direction'],
  slackNow: number,
  flip: FlipPoint,
): LimitFlip {
  return { limit, direction, slackNow, flip, components: flipComponents(moves, flip) };
}

/** The moves of the joint flip, widest share of the squared distance first (FLIP-11). */
export function flipComponents(moves: readonly Move[], { joint }: FlipPoint): FlipComponent[] {
  if (joint === null) return [];
  return moves
    .map((move, index): FlipComponent => {
      const { id, title, unit, kind, levelNow, percentiles } = move;
      const amount = itemAt(joint.amounts, index);
      const level = levelNow + amount;
      return {
        ...{ move: id, title, unit, kind, amount, level },
        ...standing(percentiles, level),
        share: itemAt(joint.shares, index),
      };
    })
    .toSorted((a, b) => b.share - a.share);
}

function standing(
  points: Move['percentiles'],
  level: number,
): Pick<FlipComponent, 'percentile' | 'beyond'> {
  if (points === null) return { percentile: null, beyond: 'not held' };
  const percentile = percentileOf(points, level);
  if (percentile !== null) return { percentile, beyond: null };
  return { percentile, beyond: level < itemAt(points, 0).value ? 'below' : 'above' };
}
