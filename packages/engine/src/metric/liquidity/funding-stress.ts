import { textAt } from '../../balance-sheet/index.js';
import { itemAt } from '../../foundation/index.js';
import { filteredHtmAoci } from '../capital/filtered-htm.js';
import { cet1After } from '../capital/ratios.js';
import { keptByRows } from '../kept-by-rows.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import type { LiquiditySource } from './input.js';

/** What an outflow leaves behind (rules RUN-1 to RUN-5). Amounts in USD million. */
export interface FundingState {
  /** Outflow that no source could meet by then; 0 = met. */
  readonly unmet: number;
  readonly cet1Ratio: number;
  readonly tceRatio: number;
  readonly sales: AfterSales;
}

/** What marks and forced sales leave of capital before tax, and what each sale took of it. */
export interface AfterSales {
  readonly cet1: number;
  readonly tangible: number;
  /** What sales of a book took from CET1 (negative). */
  readonly soldOfCet1: Readonly<Record<Sale['group'], number>>;
  /** The mark of the whole HTM book, which its first sale brings into tangible equity. */
  readonly taint: number;
}

/** A securities book as a seller sees it: market value and cost of its rows. */
interface SaleableBook {
  readonly marketValue: number;
  readonly cost: number;
  readonly carrying: number;
}

type Sale = Extract<LiquiditySource, { kind: 'sale' }>;

/** Both securities books and the hedges in one scenario: read once, asked often. */
export interface StressedBooks {
  readonly afs: SaleableBook;
  readonly htm: SaleableBook;
  /** Change of all hedges' value since the base scenario. */
  readonly hedgeGain: number;
  /** The part of it that goes to earnings: undesignated hedges. */
  readonly earningsGain: number;
}

export function stressedBooks(
  input: Pick<MeasureInput, 'program' | 'base'>,
  view: ScenarioView,
): StressedBooks {
  const gains = { hedgeGain: 0, earningsGain: 0 };
  input.program.hedges.forEach((hedge, index) => {
    const gain = itemAt(view.hedgeValues, index) - itemAt(input.base.hedgeValues, index);
    gains.hedgeGain += gain;
    if (hedge.model === 'undesignated') gains.earningsGain += gain;
  });
  return {
    ...booksOfRows(input.program, view, () => ({
      afs: saleableBook(input.program, view, 'afs'),
      htm: saleableBook(input.program, view, 'htm'),
    })),
    ...gains,
  };
}

const booksOfRows = keptByRows<Pick<StressedBooks, 'afs' | 'htm'>>();

function saleableBook(
  { book }: MeasureInput['program'],
  view: ScenarioView,
  group: 'afs' | 'htm',
): SaleableBook {
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
export function availableBy(books: StressedBooks, source: LiquiditySource, days: number): number {
  if (source.daysToCash > days) return 0;
  if (source.kind !== 'sale') return source.committed ? source.amountUsdMillion : 0;
  const book = books[source.group];
  return freeShare(source, book) * book.marketValue * (1 - source.bidOffer);
}

/**
 * Meets an outflow from the sources in their order, sells what must be sold, and carries the
 * losses to capital before tax (RUN-3 to RUN-5). Risk-weighted assets are held unchanged. The
 * scenario's AFS mark and swap gains stand in tangible equity before anything is sold; a first
 * sale of HTM taints the rest, whose mark then leaves it as well (METHOD section 2). What AOCI
 * keeps of securities moved to HTM is realised with a share of them; it is in tangible equity
 * already (CAP-16).
 */
export function fundingState(
  { capital, liquidity }: Pick<MeasureInput, 'capital' | 'liquidity'>,
  books: StressedBooks,
  outflowUsdMillion: number,
  days: number,
): FundingState {
  const afsMark = books.afs.marketValue - books.afs.carrying;
  let need = outflowUsdMillion;
  let tangible = afsMark + books.hedgeGain;
  let cet1 = capital.aociOptOut ? books.earningsGain : tangible;
  const soldOfCet1 = { afs: 0, htm: 0 };
  let taint = 0;
  const filtered = filteredHtmAoci(capital);
  const filteredIn = books.htm.cost === 0 ? 'afs' : 'htm';
  for (const source of liquidity.sources) {
    const used = Math.min(need, availableBy(books, source, days));
    if (used <= 0) continue;
    need -= used;
    if (source.kind !== 'sale') continue;
    const inAoci = source.group === filteredIn ? filtered : 0;
    const loss = lossOnSale(books[source.group], source, used, inAoci);
    tangible += loss.tangible;
    taint += loss.taint;
    const ofCet1 = capital.aociOptOut ? loss.realised : loss.tangible;
    cet1 += ofCet1;
    soldOfCet1[source.group] += ofCet1;
  }
  const paid = outflowUsdMillion - need;
  const cet1Left = cet1After(capital, 0) + cet1;
  return {
    unmet: need,
    cet1Ratio: cet1Left / capital.riskWeightedAssetsUsdMillion,
    tceRatio:
      (capital.tangibleCommonEquityUsdMillion + tangible) /
      (capital.tangibleAssetsUsdMillion + tangible - paid),
    sales: {
      cet1: cet1Left,
      tangible: capital.tangibleCommonEquityUsdMillion + tangible,
      soldOfCet1,
      taint,
    },
  };
}

/**
 * Losses (negative) of raising `cash` from a book: what is realised, and what tangible equity
 * loses (AFS stands at fair value there already; HTM brings the mark of the whole book).
 * @param inAoci loss of the whole book that AOCI holds beside its rows, negative
 */
function lossOnSale(book: SaleableBook, source: Sale, cash: number, inAoci: number) {
  const soldShare = cash / (book.marketValue * (1 - source.bidOffer));
  const dealingCost = -soldShare * book.marketValue * source.bidOffer;
  const realised = soldShare * (book.marketValue - book.cost + inAoci) + dealingCost;
  const taint = source.group === 'htm' ? book.marketValue - book.cost : 0;
  return { realised, tangible: taint + dealingCost, taint };
}
