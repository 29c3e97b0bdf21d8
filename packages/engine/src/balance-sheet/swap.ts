/** Accounting model of a hedge (US GAAP, ASC 815): it decides AOCI and CET1, not cash flows. */
export type HedgeModel = 'fair-value' | 'cash-flow' | 'undesignated';

/**
 * An interest rate swap of the bank: it pays `fixedRate` and receives the one-month rate plus
 * `floatSpread` on `notionalUsdMillion` from `startMonth` to `maturityMonth`, settled monthly
 * (a receive-fixed swap has a negative notional).
 */
export interface Swap {
  readonly id: string;
  readonly notionalUsdMillion: number;
  readonly fixedRate: number;
  readonly floatSpread: number;
  readonly startMonth: number;
  readonly maturityMonth: number;
  readonly model: HedgeModel;
  /** Group of the hedged items; `none` when undesignated. HTM is refused by applyChange. */
  readonly hedgedGroup: 'afs' | 'loans' | 'deposits' | 'borrowings' | 'none';
}
