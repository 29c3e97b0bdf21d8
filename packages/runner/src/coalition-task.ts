import {
  applyChange,
  baseRowValues,
  type ChangeGroup,
  type Coalition,
  type CoalitionColumn,
  checkOrder,
  evaluate,
  evaluateCoalitions,
  evaluateFreshly,
  type FamilyName,
  itemAt,
  type OrderPair,
  ok,
  type Result,
  type Study,
} from '@almfes/engine';

/** What is to be evaluated for an attribution on a Study, and the measures wanted. */
export interface CoalitionTask {
  readonly from: Study;
  readonly units: readonly ChangeGroup[];
  /** In walking order. */
  readonly coalitions: readonly Coalition[];
  readonly families: readonly FamilyName[];
  /** Where each piece of that list begins, and after the last its end. */
  readonly bounds: readonly number[];
  /** Orders to compare, a piece each. */
  readonly orders: readonly OrderPair[];
  /** Coalitions to evaluate again outside the lattice, a piece each. */
  readonly checked: readonly Coalition[];
}

/**
 * A piece is a run of consecutive coalitions, then an order, then a coalition outside the lattice:
 * its columns, of which an order has none, or why they cannot be made.
 */
export function startTask(
  task: CoalitionTask,
): (piece: number) => Result<readonly CoalitionColumn[]> {
  const game = { ...engineFor(task.families), from: task.from, units: task.units };
  const runs = task.bounds.length - 1;
  return (piece) => {
    if (piece < runs) {
      const [start, end] = task.bounds.slice(piece, piece + 2);
      return evaluateCoalitions(game, task.coalitions.slice(start, end));
    }
    const order = task.orders[piece - runs];
    if (order !== undefined) {
      const same = checkOrder(game, order);
      return same.ok ? ok([]) : same;
    }
    return evaluateFreshly(game, [itemAt(task.checked, piece - runs - task.orders.length)]);
  };
}

/** The engine for an attribution: some families of measures, and Changes on a Study. */
export function engineFor(families: readonly FamilyName[]) {
  return {
    evaluate: (study: Study) => evaluate(study, families),
    apply: (study: Study, change: ChangeGroup['changes'][number]) =>
      applyChange(study, change, baseRowValues),
  };
}
