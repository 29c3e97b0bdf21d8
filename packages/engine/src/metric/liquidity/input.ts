/**
 * A source of cash under stress. `line` gives `amountUsdMillion` (already net of haircut and of
 * what is drawn) after `daysToCash`; an uncommitted line counts zero. `sale` sells the unpledged
 * part of a securities book at the scenario's market value less `bidOffer`.
 */
export type LiquiditySource =
  | {
      readonly id: string;
      readonly title: string;
      readonly kind: 'cash' | 'line';
      readonly amountUsdMillion: number;
      readonly committed: boolean;
      readonly daysToCash: number;
    }
  | {
      readonly id: string;
      readonly title: string;
      readonly kind: 'sale';
      readonly group: 'afs' | 'htm';
      /** Carrying amount of the book that secures drawn or counted lines, hence not for sale. */
      readonly pledgedUsdMillion: number;
      readonly bidOffer: number;
      readonly daysToCash: number;
    };

export interface Liquidity {
  /** Used in this order. */
  readonly sources: readonly LiquiditySource[];
  /** Uninsured deposits, excluding collateralised and intragroup. */
  readonly uninsuredUsdMillion: number;
  /** Outflow against which coverage is measured, as a share of uninsured deposits. */
  readonly outflowShare: number;
}
