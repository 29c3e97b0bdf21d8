import {
  bookWithAmountAdded,
  bookWithTerms,
  positionAt,
  rowOf,
  swapNotionalAt,
} from '../../balance-sheet/index.js';
import { HORIZON_MONTHS } from '../../cash-flow/index.js';
import {
  addMonths,
  dayFromIso,
  fail,
  floatAt,
  isoFromDay,
  itemAt,
  ok,
  type Result,
} from '../../foundation/index.js';
import { BASE } from '../evaluate.js';
import { viewer } from '../scenario-view.js';
import type { Study } from '../study.js';
import { withCash } from './cash.js';
import type { ChangeOf } from './context.js';
import { liabilityRow } from './liability.js';
import { rollIssues } from './roll-issues.js';
import { rolledMarket } from './roll-market.js';
import { rolledRows } from './roll-rows.js';

type Swap = Study['hedges'][number];

/**
 * The Study as it stands `months` on when forwards come true (CHANGE-30 to CHANGE-32): rows repay
 * what the base scenario projects, the rest is older; the curve is the forward curve; swaps are
 * shorter; what was paid and received meanwhile, with interest at the forwards, is in cash.
 * Capital and liquidity facts stay, but for cash (CHANGE-3). Issues: `roll.*` for what has a memory
 * that a Study cannot hold, `size`, and those of cash that runs short.
 */
export function rollForward(study: Study, change: ChangeOf<'roll-forward'>): Result<Study> {
  const issues = rollIssues(study, change);
  if (issues.length > 0) return fail(...issues);
  const { months } = change;
  const { program, viewIn } = viewer(study);
  const view = viewIn(BASE);
  const rows = rolledRows({ program, view, months });
  const valuationDate = monthsLater(study.valuationDate, months);
  const rolled: Study = {
    ...study,
    valuationDate,
    decisionDate: itemAt([study.decisionDate, valuationDate].sort(), 1),
    market: {
      ...rolledMarket(study.market, view.rates, months),
      curveDate: monthsLater(study.market.curveDate, months),
    },
    book: rows.book,
    hedges: study.hedges.flatMap((swap) => rolledSwap(swap, months)),
  };
  let cash = rows.cashUsdMillion;
  study.hedges.forEach((_, hedge) => {
    const from = hedge * HORIZON_MONTHS;
    for (let t = 0; t < months; t += 1) {
      const grown = floatAt(view.rates.discount, t + 1) / floatAt(view.rates.discount, months);
      cash += floatAt(view.flows.hedgeCash, from + t) * grown;
    }
  });
  return withNewCash(study, rolled, change, cash);
}

/**
 * Adds what was paid to the cash row. The row may have been repaid itself: its liquidity source
 * moves by the difference to what the row held before.
 */
function withNewCash(
  before: Study,
  rolled: Study,
  { cashPositionId, shortfallPositionId }: ChangeOf<'roll-forward'>,
  paid: number,
): Result<Study> {
  const row = rowOf(before.book, cashPositionId);
  if (row === undefined) throw new Error(`no cash row ${cashPositionId}`);
  const { notionalUsdMillion, carryingUsdMillion } = positionAt(before.book, row);
  const left = itemAt(rolled.book.carryingUsdMillion, row);
  const short = shortfallPositionId === null ? 0 : Math.max(0, -(left + paid));
  const terms = { notionalUsdMillion, carryingUsdMillion };
  const book = bookWithTerms(rolled.book, new Map([[row, terms]]));
  const funded = withShortfall({ ...rolled, book }, shortfallPositionId, short);
  if (!funded.ok) return funded;
  return withCash(funded.value, cashPositionId, left + paid + short - carryingUsdMillion);
}

function withShortfall(study: Study, id: string | null, short: number): Result<Study> {
  if (id === null || short === 0) return ok(study);
  const row = liabilityRow(study, id, '/shortfallPositionId');
  if (!row.ok) return row;
  return ok({ ...study, book: bookWithAmountAdded(study.book, row.value, short) });
}

/** The same day of a later month, the last of its month where there is none. */
function monthsLater(iso: string, months: number): string {
  const day = dayFromIso(iso);
  if (!day.ok) throw new Error(`a Study has dates: ${iso}`);
  return isoFromDay(addMonths(day.value, months));
}

/** A swap that has ended, or whose notional has, is gone. */
function rolledSwap(swap: Swap, months: number): Swap[] {
  const { amortisation, ...terms } = swap;
  if (swap.maturityMonth <= months) return [];
  const started = swap.startMonth < months;
  const notionalUsdMillion = started ? swapNotionalAt(swap, months) : swap.notionalUsdMillion;
  if (notionalUsdMillion === 0) return [];
  const rolled: Swap = {
    ...terms,
    notionalUsdMillion,
    startMonth: Math.max(0, swap.startMonth - months),
    maturityMonth: swap.maturityMonth - months,
  };
  return [amortisation === undefined ? rolled : { ...rolled, amortisation }];
}
