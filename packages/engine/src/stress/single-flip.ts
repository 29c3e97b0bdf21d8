import { itemAt } from '../foundation/index.js';
import { type Crossing, flipBoundary, SIDE_TOLERANCE } from './flip-boundary.js';
import type { MoveRange, Probe } from './flip-problem.js';

/** One assumption moved alone, one way (FLIP-3). */
export interface SingleFlip {
  readonly move: string;
  /** The end of the range looked at, in the unit of the move. */
  readonly range: number;
  /** Null: no flip within the range, at any of the points looked at. */
  readonly crossing: Crossing | null;
  /** First amount at which the limit is breached, in the unit of the move. */
  readonly amount: number | null;
  /** Slack at the end of the range. */
  readonly slackAtRange: number;
}

/** A range is looked at in this many equal parts: a breach that heals within one is not seen. */
export const SCAN_PARTS = 8;

/** Every move alone, down and up; a way in which a move cannot go is left out. */
export function singleFlips(probe: Probe, moves: readonly MoveRange[]): SingleFlip[] {
  return moves.flatMap((move, at) =>
    [move.low, move.high]
      .filter((range) => range !== 0)
      .map((range) => oneWay(probe, { moves, at, range })),
  );
}

interface Way {
  readonly moves: readonly MoveRange[];
  readonly at: number;
  readonly range: number;
}

function oneWay(probe: Probe, { moves, at, range }: Way): SingleFlip {
  const amounts = (amount: number) => moves.map((_, index) => (index === at ? amount : 0));
  const slack = (amount: number) => probe.slack(amounts(amount));
  const points = Array.from({ length: SCAN_PARTS + 1 }, (_, part) => (range * part) / SCAN_PARTS);
  const first = points.findIndex((amount, part) => part > 0 && slack(amount) <= 0);
  const slackAtRange = slack(range);
  const move = itemAt(moves, at).id;
  if (first === -1) return { move, range, crossing: null, amount: null, slackAtRange };
  const ends = { holds: itemAt(points, first - 1), breached: itemAt(points, first) };
  const found = flipBoundary(slack, ends, SIDE_TOLERANCE * Math.abs(range));
  const crossing = { holdsAt: amounts(found.holds), breachedAt: amounts(found.breached) };
  return { move, range, crossing, amount: found.breached, slackAtRange };
}
