import type { HedgeStructure, Swap } from '../hedge/index.js';
import type { Change } from '../study/index.js';

/** How an amount may be dealt in; absent parts do not bind. Sizes are USD million. */
export interface Dealing {
  /** Whole multiples alone. */
  readonly lotUsdMillion?: number;
  /** Nothing, or at least this. */
  readonly smallestUsdMillion?: number;
  /** Yearly cost of doing it at all, whatever the size. */
  readonly fixedCostUsdMillion?: number;
}

interface LeverHeader {
  readonly id: string;
  readonly title: string;
}

/** A lever that is done in money: notional, balance or proceeds, up to `mostUsdMillion`. */
interface MoneyLever extends LeverHeader {
  readonly mostUsdMillion: number;
  readonly dealing?: Dealing;
}

/** What a swap costs beyond its forwards. */
export interface SwapPricing {
  /** Half the bid-offer, basis points of running rate. */
  readonly halfBidOfferBp: number;
  /** Cost of funding the margin of a 200 bp move, decimal a year. */
  readonly marginFundingSpread: number;
}

/** Where wholesale or brokered money comes from; deposits are gated by the capital category. */
export const FUNDING_SOURCES = [
  'overnight',
  'term',
  'brokered',
  'reciprocal',
  'retail-term',
] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

/**
 * Something the bank can do, as JSON (PLAN-11). Made into a lever over a Study by `leverOf`, which
 * strikes rates on the curve of the Study and counts the costs that no NII shows.
 */
export type LeverTemplate =
  | (MoneyLever & {
      /** Swaps of one structure at the fair rate. */
      readonly kind: 'swaps';
      readonly structure: HedgeStructure;
      readonly model: Swap['model'];
      readonly hedgedGroup: Swap['hedgedGroup'];
    })
  | (MoneyLever & {
      /** Any Changes, written for `unitUsdMillion`; their sizes are scaled together. */
      readonly kind: 'changes';
      readonly changes: readonly Change[];
      readonly unitUsdMillion: number;
      /** Yearly cost of one unit that no NII shows, and what it is. */
      readonly costUsdMillion: number;
      readonly costNote: string;
    })
  | (MoneyLever & {
      readonly kind: 'sell';
      readonly group: 'afs' | 'htm' | 'loans';
      readonly cashPositionId: string;
    })
  | (LeverHeader & {
      /** All of one row, or none of it. */
      readonly kind: 'reclassify';
      readonly positionId: string;
      readonly toGroup: 'afs' | 'htm';
    })
  | (MoneyLever & {
      /** Bullets of one tenor at the fair rate + spread, bought with cash. */
      readonly kind: 'reinvest';
      readonly group: 'afs' | 'htm';
      readonly maturityMonths: number;
      readonly spread: number;
      /** Risk-weighted assets for each dollar; the cash that pays has none. */
      readonly riskWeight: number;
      readonly cashPositionId: string;
    })
  | (MoneyLever & {
      /** More of a loan row, on its terms, at its rate + `rateChange`, paid with cash. */
      readonly kind: 'grow';
      readonly positionId: string;
      readonly rateChange: number;
      readonly riskWeight: number;
      readonly cashPositionId: string;
    })
  | (MoneyLever & {
      /** New money of one tenor at the fair rate + spread; overnight floats. */
      readonly kind: 'fund';
      readonly source: FundingSource;
      readonly maturityMonths: number;
      readonly spread: number;
      readonly useOfProceedsId: string;
    })
  | (LeverHeader & {
      /** A step: `rateChange` more on the whole row, which wins life and balances (PLAN-12). */
      readonly kind: 'deposit-price';
      readonly positionId: string;
      readonly rateChange: number;
      readonly lifeChangeYears: number;
      /** Balances won a step, into cash; 0 = none. */
      readonly balanceChangeUsdMillion: number;
      readonly cashPositionId: string;
      readonly mostSteps: number;
    })
  | (MoneyLever & {
      /** `rateChange` more for the balances that ask for it, which then follow `behaviour`. */
      readonly kind: 'exception-price';
      readonly positionId: string;
      readonly rateChange: number;
      readonly behaviour: string;
    })
  | (MoneyLever & {
      readonly kind: 'raise-capital';
      readonly costOfEquity: number;
      readonly cashPositionId: string;
    })
  | (MoneyLever & {
      /** Cash to the owners, whose cost of equity is saved. */
      readonly kind: 'return-capital';
      readonly form: 'dividend' | 'buyback';
      readonly costOfEquity: number;
      readonly cashPositionId: string;
    })
  | (LeverHeader & {
      /** Doing nothing else, worth `valueUsdMillion` a year for what may be learnt (PLAN-13). */
      readonly kind: 'wait';
      readonly valueUsdMillion: number;
    });

export type LeverKind = LeverTemplate['kind'];
