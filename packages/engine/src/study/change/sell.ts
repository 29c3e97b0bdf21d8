import { bookWithRowsScaled, textAt } from '../../balance-sheet/index.js';
import { fail, issue, itemAt, type Result } from '../../foundation/index.js';
import type { Study } from '../study.js';
import { type Recognition, withRecognition } from './capital-effect.js';
import { withCash } from './cash.js';
import type { ChangeOf, ValuesOf } from './context.js';
import { markToMarket, rowsOfGroup, withTaint } from './remeasure.js';

/**
 * Sells `size` x `carryingUsdMillion` of a book, pro rata over its rows, at the rows' discounted
 * value (CHANGE-8). Proceeds go to cash. The gain or loss is realised against the basis: amortised
 * cost for AFS, carrying amount for HTM and loans (whose allowance was charged before). Selling any
 * HTM taints the rest, which moves to AFS at market value (CHANGE-9).
 *
 * Effect on CET1: an opt-out bank loses (1 - tax rate) x (market value - amortised cost) of the AFS
 * sold, and its add-back shrinks by (1 - tax rate) x (carrying - amortised cost), so that CET1
 * without the opt-out does not move; without the opt-out only market value minus carrying is new.
 * Tangible equity moves by (1 - tax rate) x (market value - carrying): nothing for AFS that is
 * carried at its market value.
 *
 * Issues: `unknown-position`, `not-cash`, `oversold`, `pledged`.
 */
export function sell(study: Study, change: ChangeOf<'sell'>, valuesOf: ValuesOf): Result<Study> {
  const amount = change.carryingUsdMillion * change.size;
  const rows = rowsOfGroup(study.book, change.group);
  const holding = rows.reduce((sum, row) => sum + itemAt(study.book.carryingUsdMillion, row), 0);
  const refused = refusal(study, change, amount, holding);
  if (refused !== undefined) return refused;
  if (amount === 0) return { ok: true, value: study };
  const share = Math.min(1, amount / holding);
  const values = valuesOf(study);
  const proceeds = share * rows.reduce((sum, row) => sum + itemAt(values, row), 0);
  const capital = withRecognition(study.capital, recognition(study, change, rows, values, share));
  const book = bookWithRowsScaled(study.book, rows, 1 - share);
  const sold = withCash({ ...study, book, capital }, change.cashPositionId, proceeds);
  if (!sold.ok || change.group !== 'htm') return sold;
  const kept = values.map((value) => value * (1 - share));
  return { ok: true, value: withTaint(markToMarket(sold.value, rows, kept)) };
}

function refusal(
  study: Study,
  change: ChangeOf<'sell'>,
  amount: number,
  holding: number,
): Result<Study> | undefined {
  const { group } = change;
  const path = '/carryingUsdMillion';
  if (!(amount >= 0 && amount <= holding * (1 + 1e-12))) {
    const expected = `0 to ${holding} USD million, the carrying amount of ${group}`;
    return fail(issue('oversold', path, expected, String(amount)));
  }
  const pledged = study.liquidity.sources.reduce(
    (sum, source) =>
      source.kind === 'sale' && source.group === group ? sum + source.pledgedUsdMillion : sum,
    0,
  );
  const free = Math.max(0, holding - pledged);
  if (amount <= free + holding * 1e-12) return undefined;
  const expected = `at most ${free} USD million: ${pledged} of ${group} is pledged`;
  return fail(issue('pledged', path, expected, String(amount)));
}

function recognition(
  study: Study,
  _change: ChangeOf<'sell'>,
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
    realisedUsdMillion: capital.aociOptOut ? gainOnCarrying + inAoci : gainOnCarrying,
    newInEquityUsdMillion: gainOnCarrying,
    aociUsdMillion: -inAoci,
  };
}
