import { type Book, bookWithTerms, type Position, textAt } from '../../balance-sheet/index.js';
import { type Program, parOf, type RowFlow } from '../../cash-flow/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import type { ScenarioView } from '../../metric/index.js';

interface Roll {
  readonly program: Program;
  readonly view: Pick<ScenarioView, 'flows' | 'rates'>;
  readonly months: number;
}

export interface RolledRows {
  readonly book: Book;
  /** Received less paid, with interest at the forwards to the later date. */
  readonly cashUsdMillion: number;
}

/** Every row as it stands later (CHANGE-30). A row that has ended keeps its place, at zero. */
export function rolledRows(roll: Roll): RolledRows {
  const { book } = roll.program;
  const terms = new Map<number, Partial<Omit<Position, 'id'>>>();
  let cashUsdMillion = 0;
  for (const row of book.id.keys()) {
    if (textAt(book.principal, row) === 'none' || parOf(book, row) === 0) continue;
    const flow = itemAt(roll.view.flows.byRow, row);
    cashUsdMillion += itemAt(book.side, row) * paidBy(roll, flow);
    terms.set(row, rolledTerms(roll, flow, row));
  }
  return { book: bookWithTerms(book, terms), cashUsdMillion };
}

/** Everything paid up to the later date, carried there at the forwards. */
function paidBy({ view, months }: Roll, { principal, interest, servicing }: RowFlow): number {
  const { discount } = view.rates;
  let paid = 0;
  for (let t = 0; t < months; t += 1) {
    const amount = floatAt(principal, t) + floatAt(interest, t) + floatAt(servicing, t);
    paid += (amount * floatAt(discount, t + 1)) / floatAt(discount, months);
  }
  return paid;
}

function rolledTerms(roll: Roll, flow: RowFlow, row: number): Partial<Omit<Position, 'id'>> {
  const { book } = roll.program;
  const { months } = roll;
  const decays = textAt(book.principal, row) === 'decay';
  const maturity = floatAt(book.maturityMonth, row);
  const par = parOf(book, row);
  let left = par;
  for (let t = 0; t < months; t += 1) left -= floatAt(flow.principal, t);
  const rate = decays ? (12 * floatAt(flow.interest, months)) / left : contractRate(roll, row);
  const rates = rate === floatAt(book.rate, row) ? {} : { rate, couponRate: rate };
  if (!decays && maturity <= months) {
    return { notionalUsdMillion: 0, carryingUsdMillion: 0, ...rates };
  }
  const share = left / par;
  const later = (month: number, least: number) => Math.max(least, month - months);
  return {
    notionalUsdMillion: floatAt(book.notionalUsdMillion, row) * share,
    carryingUsdMillion: laterCarrying(roll, flow, row, share),
    ...rates,
    resetMonth: later(floatAt(book.resetMonth, row), 0),
    ...(!decays && { maturityMonth: maturity - months }),
    ...(textAt(book.principal, row) === 'even' && {
      firstPrincipalMonth: later(floatAt(book.firstPrincipalMonth, row), 1),
    }),
    ...(textAt(book.principal, row) === 'level' && {
      firstPrincipalMonth: later(floatAt(book.firstPrincipalMonth, row), 0),
      ageMonths: floatAt(book.ageMonths, row) + months,
    }),
  };
}

/** The fixed rate, or what a floating one has become at the forwards (CF-4). */
function contractRate({ program, view, months }: Roll, row: number): number {
  const { book, floatingMargin } = program;
  const now = floatAt(book.rate, row);
  if (itemAt(book.floats, row) === 0 || floatAt(book.resetMonth, row) > months) return now;
  return Math.max(0, floatAt(floatingMargin, row) + floatAt(view.rates.oneMonth, months));
}

/** AFS at what it is worth then; everything else in proportion to what is left of it. */
function laterCarrying(roll: Roll, flow: RowFlow, row: number, share: number): number {
  const { book, fixed } = roll.program;
  if (textAt(book.group, row) !== 'afs') return floatAt(book.carryingUsdMillion, row) * share;
  const { discount } = roll.view.rates;
  const { spreadFactor, lastMonth } = itemAt(fixed, row);
  const now = floatAt(discount, roll.months) * floatAt(spreadFactor, roll.months - 1);
  let value = 0;
  for (let t = roll.months; t < lastMonth; t += 1) {
    const paid = floatAt(flow.principal, t) + floatAt(flow.interest, t);
    value += (paid * floatAt(spreadFactor, t) * floatAt(discount, t + 1)) / now;
  }
  return value;
}
