import type { Issue, Result } from '../foundation/index.js';

/** How far one move may go either way of where things stand, in its own unit: low <= 0 <= high. */
export interface MoveRange {
  readonly id: string;
  readonly low: number;
  readonly high: number;
}

/** A limit, or one plan against another, as a function of moves (FLIP-1). */
export interface FlipProblem {
  readonly moves: readonly MoveRange[];
  /** S: of the moves in their units, symmetric and positive definite. */
  readonly covariance: readonly (readonly number[])[];
  /** Positive while the limit holds or the plan is the better one; one amount a move. */
  readonly slackAt: (amounts: readonly number[]) => Result<number>;
}

/** The slack, counted and remembered; a misfit makes it NaN and is kept to be reported. */
export interface Probe {
  readonly slack: (amounts: readonly number[]) => number;
  readonly evaluations: () => number;
  readonly misfit: () => readonly Issue[];
}

/** Searches ask for the same point more than once: it is evaluated once. */
export function probeOf(slackAt: FlipProblem['slackAt']): Probe {
  const known = new Map<string, number>();
  let misfit: readonly Issue[] = [];
  return {
    slack: (amounts) => {
      const key = amounts.join(' ');
      const found = known.get(key);
      if (found !== undefined) return found;
      const slack = slackAt(amounts);
      if (!slack.ok) misfit = slack.issues;
      const value = slack.ok ? slack.value : Number.NaN;
      known.set(key, value);
      return value;
    },
    evaluations: () => known.size,
    misfit: () => misfit,
  };
}
