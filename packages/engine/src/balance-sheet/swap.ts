/** Accounting model of a hedge (US GAAP, ASC 815): it decides AOCI and CET1, not cash flows. */
export type HedgeModel = 'fair-value' | 'cash-flow' | 'undesignated';

/** What hedge accounting asks of every hedge. */
export interface Designation {
  readonly id: string;
  readonly model: HedgeModel;
  /** Group of the hedged items; `none` when undesignated. HTM is refused by applyChange. */
  readonly hedgedGroup: 'afs' | 'loans' | 'deposits' | 'borrowings' | 'none';
}

/** From the start of month `fromMonth` (0 = the first) on, this share of the notional is left. */
export interface NotionalStep {
  readonly fromMonth: number;
  readonly remainingShare: number;
}

/** How a notional falls: in equal steps each month of its life, or by a schedule. */
export type Amortisation =
  | { readonly kind: 'linear' }
  | { readonly kind: 'schedule'; readonly steps: readonly NotionalStep[] };

/**
 * An interest rate swap of the bank: it pays `fixedRate` and receives the one-month rate plus
 * `floatSpread` on `notionalUsdMillion` from `startMonth` to `maturityMonth`, settled monthly
 * (a receive-fixed swap has a negative notional).
 */
export interface Swap extends Designation {
  readonly notionalUsdMillion: number;
  readonly fixedRate: number;
  readonly floatSpread: number;
  readonly startMonth: number;
  readonly maturityMonth: number;
  /** Absent: the notional stays whole to the end. */
  readonly amortisation?: Amortisation;
}

/** Notional of the month from `month` to `month` + 1 while the swap runs (rule INSTRUMENT-1). */
export function swapNotionalAt(swap: Swap, month: number): number {
  const { notionalUsdMillion, startMonth, maturityMonth, amortisation } = swap;
  if (amortisation === undefined) return notionalUsdMillion;
  if (amortisation.kind === 'linear') {
    return (notionalUsdMillion * (maturityMonth - month)) / (maturityMonth - startMonth);
  }
  let share = 1;
  for (const step of amortisation.steps) {
    if (step.fromMonth <= month) share = step.remainingShare;
  }
  return notionalUsdMillion * share;
}
