import { bookWithRowsScaled, textAt } from '../../balance-sheet/index.js';
import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { bookOfTransferred, type Capital, filteredHtmAoci } from '../../metric/index.js';
import type { Study } from '../study.js';
import { type Recognition, withRecognition } from './capital-effect.js';
import { withCash } from './cash.js';
import type { ChangeOf, ValuesOf } from './context.js';
import { markToMarket, rowsOfGroup, withTaint } from './remeasure.js';

/**
 * Sells `size` x `carryingUsdMillion` of a book, pro rata over its rows or those named, at the
 * rows' discounted value (CHANGE-8). Proceeds go to cash. The gain or loss is realised against the
 * basis: amortised cost for AFS, carrying amount for HTM and loans (whose allowance was charged
 * before). Selling any HTM taints the rest, which moves to AFS at market value (CHANGE-9).
 *
 * Effect on CET1: an opt-out bank loses (1 - tax rate) x (market value - amortised cost) of the AFS
 * sold, and its add-back shrinks by (1 - tax rate) x (carrying - amortised cost), so that CET1
 * without the opt-out does not move; without the opt-out only market value minus carrying is new.
 * Tangible equity moves by (1 - tax rate) x (market value - carrying): nothing for AFS that is
 * carried at its market value. What AOCI keeps of securities moved to HTM is realised with its
 * share of them, and the add-back shrinks by it (CAP-16).
 *
 * Issues: `unknown-position`, `not-cash`, `oversold`, `pledged`.
 */
export function sell(study: Study, change: ChangeOf<'sell'>, valuesOf: ValuesOf): Result<Study> {
  const amount = change.carryingUsdMillion * change.size;
  const all = rowsOfGroup(study.book, change.group);
  const named = namedRows(study, change, all);
  if (!named.ok) return named;
  const rows = named.value;
  const holding = heldIn(study, rows);
  const refused = refusal(study, change, amount, { rows: holding, book: heldIn(study, all) });
  if (refused !== undefined) return refused;
  if (amount === 0) return { ok: true, value: study };
  const share = Math.min(1, amount / holding);
  const values = valuesOf(study);
  const proceeds = share * rows.reduce((sum, row) => sum + itemAt(values, row), 0);
  const moved = movedAociSold(study, change, Math.min(1, amount / heldIn(study, all)));
  const recognised = recognition(study, moved, rows, values, share);
  const capital = withoutMovedAoci(withRecognition(study.capital, recognised), moved);
  const book = bookWithRowsScaled(study.book, rows, 1 - share);
  const sold = withCash({ ...study, book, capital }, change.cashPositionId, proceeds);
  if (!sold.ok || change.group !== 'htm') return sold;
  const kept = values.map((value, row) => (rows.includes(row) ? value * (1 - share) : value));
  return { ok: true, value: withTaint(markToMarket(sold.value, all, kept)) };
}

function heldIn({ book }: Study, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + itemAt(book.carryingUsdMillion, row), 0);
}

/** The rows of the group that are sold: those named, or all. */
function namedRows(
  { book }: Study,
  { group, positionIds }: ChangeOf<'sell'>,
  all: readonly number[],
): Result<readonly number[]> {
  if (positionIds === undefined) return ok(all);
  const ids = new Set(positionIds);
  const rows = all.filter((row) => ids.has(itemAt(book.id, row)));
  if (rows.length === ids.size) return ok(rows);
  const missing = [...ids].filter((id) => !rows.some((row) => itemAt(book.id, row) === id));
  const expected = `positions of the book ${group}`;
  return fail(issue('unknown-position', '/positionIds', expected, missing.join(', ')));
}

function refusal(
  study: Study,
  change: ChangeOf<'sell'>,
  amount: number,
  holding: { readonly rows: number; readonly book: number },
): Result<Study> | undefined {
  const { group } = change;
  const path = '/carryingUsdMillion';
  if (!(amount >= 0 && amount <= holding.rows * (1 + 1e-12))) {
    const expected = `0 to ${holding.rows} USD million, the carrying amount of ${group}`;
    return fail(issue('oversold', path, expected, String(amount)));
  }
  const pledged = study.liquidity.sources.reduce(
    (sum, source) =>
      source.kind === 'sale' && source.group === group ? sum + source.pledgedUsdMillion : sum,
    0,
  );
  const free = Math.max(0, holding.book - pledged);
  if (amount <= free + holding.book * 1e-12) return undefined;
  const expected = `at most ${free} USD million: ${pledged} of ${group} is pledged`;
  return fail(issue('pledged', path, expected, String(amount)));
}

function recognition(
  study: Study,
  moved: number,
  rows: readonly number[],
  values: Float64Array,
  share: number,
): Recognition {
  const { book, capital } = study;
  let gainOnCarrying = 0;
  let inAoci = 0;
  for (const row of rows) {
    const carrying = itemAt(book.carryingUsdMillion, row);
    gainOnCarrying += share * (itemAt(values, row) - carrying);
    if (textAt(book.group, row) !== 'afs') continue;
    inAoci += share * (carrying - itemAt(book.notionalUsdMillion, row));
  }
  return {
    realisedUsdMillion: capital.aociOptOut ? gainOnCarrying + inAoci + moved : gainOnCarrying,
    newInEquityUsdMillion: gainOnCarrying,
    aociUsdMillion: -inAoci - moved,
  };
}

/** What is sold of the AOCI on securities moved to HTM: which rows they are is not known. */
function movedAociSold(
  { book, capital }: Study,
  { group }: ChangeOf<'sell'>,
  shareOfBook: number,
): number {
  return group === bookOfTransferred(book) ? shareOfBook * filteredHtmAoci(capital) : 0;
}

function withoutMovedAoci(capital: Capital, moved: number): Capital {
  const { aociOnTransferredHtmUsdMillion: before } = capital;
  if (before === undefined) return capital;
  return { ...capital, aociOnTransferredHtmUsdMillion: before - moved };
}
