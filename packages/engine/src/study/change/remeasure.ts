import {
  type Book,
  bookWithNumbers,
  bookWithTexts,
  type Group,
  textAt,
} from '../../balance-sheet/index.js';
import { itemAt } from '../../foundation/index.js';
import type { Liquidity, LiquiditySource } from '../../metric/index.js';
import type { Study } from '../study.js';
import { withRecognition } from './capital-effect.js';

/** Rows of one book, in row order. */
export function rowsOfGroup(book: Book, group: Group): number[] {
  return [...book.id.keys()].filter((row) => textAt(book.group, row) === group);
}

/**
 * HTM rows moved to AFS at market value (CHANGE-9): the mark is recognised in AOCI, so tangible
 * equity moves by (1 - tax rate) x (market value - carrying); the add-back of an opt-out bank
 * offsets it in CET1, and without the opt-out it enters CET1, carried in `realisedLossUsdMillion`.
 */
export function markToMarket(study: Study, rows: readonly number[], values: Float64Array): Study {
  const { book, capital } = study;
  const mark = rows.reduce(
    (sum, row) => sum + itemAt(values, row) - itemAt(book.carryingUsdMillion, row),
    0,
  );
  const atMarket = new Map(rows.map((row) => [row, itemAt(values, row)]));
  const marked = bookWithNumbers(book, 'carryingUsdMillion', atMarket);
  return {
    ...study,
    book: withSecuritiesBook(marked, rows, 'afs'),
    capital: withRecognition(capital, {
      realisedUsdMillion: capital.aociOptOut ? 0 : mark,
      newInEquityUsdMillion: mark,
      aociUsdMillion: mark,
    }),
  };
}

/** Rows with group and accounting class of a securities book. */
export function withSecuritiesBook(
  book: Book,
  rows: readonly number[],
  group: 'afs' | 'htm',
): Book {
  const accountingClass = group === 'afs' ? 'available-for-sale' : 'held-to-maturity';
  const moved = bookWithTexts(book, 'group', new Map(rows.map((row) => [row, group])));
  const cells = new Map(rows.map((row) => [row, accountingClass]));
  return bookWithTexts(moved, 'accountingClass', cells);
}

/** After the taint the pledged part of HTM is a pledged part of AFS: it is not set free. */
export function withTaint(study: Study): Study {
  return { ...study, liquidity: mergedSales(study.liquidity) };
}

function mergedSales(liquidity: Liquidity): Liquidity {
  const { sources } = liquidity;
  const pledged = sources.reduce(
    (sum, source) =>
      source.kind === 'sale' && source.group === 'htm' ? sum + source.pledgedUsdMillion : sum,
    0,
  );
  const kept = sources.findIndex((source) => source.kind === 'sale' && source.group === 'afs');
  const heir =
    kept === -1
      ? sources.findIndex((source) => source.kind === 'sale' && source.group === 'htm')
      : kept;
  const merged = sources.flatMap((source, index): LiquiditySource[] => {
    if (source.kind !== 'sale') return [source];
    if (index !== heir) return source.group === 'htm' ? [] : [source];
    const before = source.group === 'afs' ? source.pledgedUsdMillion : 0;
    return [{ ...source, group: 'afs', pledgedUsdMillion: before + pledged }];
  });
  return { ...liquidity, sources: merged };
}
