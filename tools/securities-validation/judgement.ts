import type { JudgedBank } from './judged-banks.js';
import { rankCorrelation } from './rank-correlation.js';

/** How a loss foreseen for each bank stands beside another, over some banks. */
export interface Judgement {
  readonly banks: number;
  /** USD million. */
  readonly foreseen: number;
  readonly came: number;
  /** Spearman's, of loss over amortised cost. */
  readonly rank: number;
}

/** A loss and the cost it is set against, USD million. */
interface LossOf {
  readonly loss: (bank: JudgedBank) => number;
  readonly cost: (bank: JudgedBank) => number;
}

/** The prediction, on its own cost: no figure of 2022 is in it but the curves. */
export const PREDICTED: LossOf = {
  loss: ({ predicted }) => predicted.loss,
  cost: ({ predicted }) => predicted.cost,
};

/** The floor: durations by bucket on the cost of 2021. */
export const NAIVE: LossOf = {
  loss: ({ naiveLoss }) => naiveLoss,
  cost: ({ before }) => before.cost,
};

/** What was reported at the end. */
export const REPORTED: LossOf = {
  loss: ({ reported }) => reported.loss,
  cost: ({ reported }) => reported.cost,
};

/** The same with what a move to HTM took out of the loss and out of the cost put back. */
export const BEFORE_MOVES: LossOf = {
  loss: ({ reported, movedLoss }) => reported.loss + movedLoss,
  cost: ({ reported, movedLoss }) => reported.cost + movedLoss,
};

/** Judges one against the other (rule CALL-72). */
export function judgement(
  banks: readonly JudgedBank[],
  foreseen: LossOf,
  came: LossOf = REPORTED,
): Judgement {
  const total = (of: LossOf) => banks.reduce((sum, bank) => sum + of.loss(bank), 0);
  const ratios = (of: LossOf) => banks.map((bank) => of.loss(bank) / of.cost(bank));
  return {
    banks: banks.length,
    foreseen: total(foreseen),
    came: total(came),
    rank: rankCorrelation(ratios(foreseen), ratios(came)),
  };
}
