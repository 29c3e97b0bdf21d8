import { textAt } from '../../balance-sheet/index.js';
import { itemAt } from '../../foundation/index.js';
import { cet1After } from '../capital/ratios.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import type { LiquiditySource } from './input.js';

/** What an outflow leaves behind (rules RUN-1 to RUN-5). Amounts in USD million. */
export interface FundingState {
  /** Outflow that no source could meet by then; 0 = met. */
  readonly unmet: number;
  readonly cet1Ratio: number;
  readonly tceRatio: number;
}

/** A securities book as a seller sees it: market value and cost of its rows. */
interface SaleableBook {
  readonly marketValue: number;
  readonly cost: number;
  readonly carrying: number;
}

type Sale = Extract<LiquiditySource, { kind: 'sale' }>;

export type SaleableBooks = Readonly<Record<'afs' | 'htm', SaleableBook>>;

/** Both securities books in one scenario: read once, asked often. */
export function saleableBooks(input: MeasureInput, view: ScenarioView): SaleableBooks {
  return { afs: saleableBook(input, view, 'afs'), htm: saleableBook(input, view, 'htm') };
}

function saleableBook(input: MeasureInput, view: ScenarioView, group: 'afs' | 'htm'): SaleableBook {
  const { book } = input.program;
  const sums = { marketValue: 0, cost: 0, carrying: 0 };
  for (let row = 0; row < book.id.length; row += 1) {
    if (textAt(book.group, row) !== group) continue;
    sums.marketValue += itemAt(view.rowValues, row);
    sums.cost += itemAt(book.notionalUsdMillion, row);
    sums.carrying += itemAt(book.carryingUsdMillion, row);
  }
  return sums;
}

/** Share of a book that is not pledged: a pool is sold or pledged, never both (RUN-2). */
function freeShare(source: Sale, book: SaleableBook): number {
  if (book.carrying === 0) return 0;
  return Math.max(0, 1 - source.pledgedUsdMillion / book.carrying);
}

/** Cash that a source gives by `days`, USD million. */
export function availableBy(books: SaleableBooks, source: LiquiditySource, days: number): number {
  if (source.daysToCash > days) return 0;
  if (source.kind !== 'sale') return source.committed ? source.amountUsdMillion : 0;
  const book = books[source.group];
  return freeShare(source, book) * book.marketValue * (1 - source.bidOffer);
}

/**
 * Meets an outflow from the sources in their order, sells what must be sold, and carries the
 * realised losses to capital before tax. Risk-weighted assets are held unchanged. A first sale of
 * HTM taints the rest, whose mark then leaves tangible equity as well (METHOD section 2).
 */
export function fundingState(
  { capital, liquidity }: Pick<MeasureInput, 'capital' | 'liquidity'>,
  books: SaleableBooks,
  outflowUsdMillion: number,
  days: number,
): FundingState {
  let need = outflowUsdMillion;
  let realised = 0;
  let tangibleLoss = 0;
  for (const source of liquidity.sources) {
    const used = Math.min(need, availableBy(books, source, days));
    if (used <= 0) continue;
    need -= used;
    if (source.kind !== 'sale') continue;
    const loss = lossOnSale(books[source.group], source, used);
    const counts = source.group === 'htm' || capital.aociOptOut;
    realised += counts ? loss.realised : 0;
    tangibleLoss += loss.tangible;
  }
  const paid = outflowUsdMillion - need;
  return {
    unmet: need,
    cet1Ratio: (cet1After(capital, 0) + realised) / capital.riskWeightedAssetsUsdMillion,
    tceRatio:
      (capital.tangibleCommonEquityUsdMillion + tangibleLoss) /
      (capital.tangibleAssetsUsdMillion + tangibleLoss - paid),
  };
}

/** Losses (negative) of raising `cash` from a book, and what they do to tangible equity. */
function lossOnSale(book: SaleableBook, source: Sale, cash: number) {
  const soldShare = cash / (book.marketValue * (1 - source.bidOffer));
  const dealingCost = -soldShare * book.marketValue * source.bidOffer;
  const realised = soldShare * (book.marketValue - book.cost) + dealingCost;
  const tangible =
    source.group === 'htm' ? book.marketValue - book.cost + dealingCost : dealingCost;
  return { realised, tangible };
}
