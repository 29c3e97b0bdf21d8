import type { Book, Swap } from '../balance-sheet/index.js';
import type { Behaviour } from '../behaviour/index.js';
import type { Figure, Parameter } from '../foundation/index.js';
import type { Capital, Liquidity, StudyBlocks } from '../metric/index.js';
import type { Scenario } from '../scenario/index.js';

/** A quote of the par yield curve: decimal, semi-annual bond basis. */
export interface ParQuoteInput {
  readonly tenorMonths: number;
  readonly rate: number;
}

/** What the market said on the curve date. */
export interface Market {
  readonly curveDate: string;
  readonly curveSource: string;
  readonly parQuotes: readonly ParQuoteInput[];
  /** Thirty-year mortgage survey rate of the date. */
  readonly mortgageRate: Parameter;
  /** Swap rate minus Treasury par yield of the same tenor, with the range it may lie in. */
  readonly swapSpread: Parameter;
}

/**
 * Everything needed to make an Outcome: immutable plain data, content-addressed by
 * `studyHash`. The book stands in the hash as the hash of its canonical columns.
 */
export interface Study extends Partial<StudyBlocks> {
  readonly schema: 'almfes/study/1';
  readonly title: string;
  readonly institution: string;
  readonly valuationDate: string;
  readonly decisionDate: string;
  readonly currency: 'USD';
  readonly book: Book;
  readonly market: Market;
  readonly behaviour: Behaviour;
  readonly hedges: readonly Swap[];
  readonly capital: Capital;
  readonly liquidity: Liquidity;
  readonly scenarios: readonly Scenario[];
  readonly figures: Readonly<Record<string, Figure>>;
}
