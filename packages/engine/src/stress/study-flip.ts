import { ok, type Result } from '../foundation/index.js';
import { type Change, type Outcome, type Study, whyNot } from '../study/index.js';
import { applyMoves, movedScenario } from './apply-moves.js';
import { type FlipOptions, type FlipPoint, flipPoint } from './flip-point.js';
import type { FlipProblem } from './flip-problem.js';
import type { Move } from './move.js';

/** A limit of one Study, or a plan against its runner-up, under moves of the standard kind. */
export interface StudyFlipRequest {
  /** One Study; or the plan's and the runner-up's, each frozen: all take the same moves. */
  readonly studies: readonly [Study, ...Study[]];
  readonly moves: readonly Move[];
  readonly covariance: FlipProblem['covariance'];
  /** Scenarios that the slack reads; only these and the base are made. */
  readonly scenarios: readonly string[];
  /**
   * Positive while the limit holds, or while the first Study is the better one; Outcomes in the
   * order of the Studies. Read measures with `movedMeasure`.
   */
  readonly slack: (outcomes: readonly Outcome[], amounts: readonly number[]) => Result<number>;
  /** Should make only the families that the slack reads. */
  readonly evaluate: (study: Study) => Outcome;
  readonly apply: (study: Study, change: Change) => Result<Study>;
}

/** `flipPoint` on Studies. Issues: those of `flipPoint`, of the moves and of the slack. */
export function studyFlip(request: StudyFlipRequest, options?: FlipOptions): Result<FlipPoint> {
  return flipPoint(studyProblem(request), options);
}

/** The same as a problem of plain numbers. */
export function studyProblem(request: StudyFlipRequest): FlipProblem {
  const { moves, covariance, scenarios, apply } = request;
  const kept = ['0', ...scenarios];
  const studies = request.studies.map((study) => ({
    ...study,
    scenarios: study.scenarios.filter(({ id }) => kept.includes(id)),
  }));
  return {
    moves,
    covariance,
    slackAt: (amounts) => {
      const outcomes: Outcome[] = [];
      for (const study of studies) {
        const moved = applyMoves(study, { moves, amounts, scenarios, apply });
        if (!moved.ok) return moved;
        outcomes.push(request.evaluate(moved.value));
      }
      return request.slack(outcomes, amounts);
    },
  };
}

/** A measure of a scenario after the moves; the reason where it has no value. */
export function movedMeasure(
  outcome: Outcome,
  {
    moves,
    measure,
    scenario,
  }: {
    readonly moves: readonly Move[];
    readonly measure: string;
    readonly scenario: string;
  },
): Result<number> {
  const id = movedScenario(moves, scenario);
  const found = outcome.measures.find((each) => each.id === measure && each.scenario === id);
  if (found !== undefined) return ok(found.value);
  return { ok: false, issues: [whyNot(outcome, measure, id)] };
}
