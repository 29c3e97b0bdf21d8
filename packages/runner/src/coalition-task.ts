import {
  applyChange,
  baseRowValues,
  type ChangeGroup,
  type Coalition,
  type CoalitionColumn,
  evaluate,
  evaluateCoalitions,
  type FamilyName,
  type Result,
  type Study,
} from '@almfes/engine';

/** Coalitions of units on a Study, in walking order, and the measures wanted of them. */
export interface CoalitionTask {
  readonly from: Study;
  readonly units: readonly ChangeGroup[];
  readonly coalitions: readonly Coalition[];
  readonly families: readonly FamilyName[];
  /** Where each piece of the list begins, and after the last its end. */
  readonly bounds: readonly number[];
}

/** A piece is a run of consecutive coalitions: its columns, or why they cannot be made. */
export function startTask(
  task: CoalitionTask,
): (piece: number) => Result<readonly CoalitionColumn[]> {
  const game = { ...engineFor(task.families), from: task.from, units: task.units };
  return (piece) =>
    evaluateCoalitions(game, task.coalitions.slice(task.bounds[piece], task.bounds[piece + 1]));
}

/** The engine for an attribution: some families of measures, and Changes on a Study. */
export function engineFor(families: readonly FamilyName[]) {
  return {
    evaluate: (study: Study) => evaluate(study, families),
    apply: (study: Study, change: ChangeGroup['changes'][number]) =>
      applyChange(study, change, baseRowValues),
  };
}
