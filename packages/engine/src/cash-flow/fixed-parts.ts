import { type Book, textAt } from '../balance-sheet/index.js';
import { exp, floatAt, itemAt } from '../foundation/index.js';
import { type FixedParts, HORIZON_MONTHS, type Program } from './program.js';
import { principalAnswersToRates, rowPrincipal } from './row-principal.js';
import { redemptionOfRow } from './row-redemption.js';
import type { RowVariants } from './row-variants.js';

type Unfixed = Omit<Program, 'fixed' | 'rows'>;

const NOTHING = new Float64Array(HORIZON_MONTHS);

/** What of every row does not answer to rates (rules CF-5, CF-6, NMD-1): computed once. */
export function fixedParts(program: Unfixed, variants: RowVariants): FixedParts[] {
  return program.book.id.map((_, row) => variants(program, row, () => fixedPart(program, row)));
}

function fixedPart(program: Unfixed, row: number): FixedParts {
  const lastMonth = lastMonthOf(program.book, row);
  const spread = { spreadFactor: spreadFactors(spreadOf(program, row)), lastMonth };
  if (!hasCashFlow(program.book, row)) {
    const none = { principal: NOTHING, interest: NOTHING, servicing: NOTHING };
    return { ...none, ...spread, rate: NOTHING, weighted: NOTHING };
  }
  const rate = paysCoupon(program, row)
    ? new Float64Array(HORIZON_MONTHS).fill(floatAt(program.book.rate, row))
    : null;
  const servicingRate = program.depositOf[row]?.servicingRate.value ?? 0;
  if (principalAnswersToRates(program, row)) {
    const servicing = servicingRate === 0 ? NOTHING : null;
    return { principal: null, interest: null, servicing, rate, weighted: null, ...spread };
  }
  const par = parOf(program.book, row);
  const balance = { opening: openingOf(program.book, row), lastMonth };
  const principal = rowPrincipal(program, null, row).map((part) => part * par);
  const servicing = servicingRate === 0 ? NOTHING : interestAt(balance, principal, servicingRate);
  if (!paysCoupon(program, row)) {
    return { principal, interest: null, servicing, rate, weighted: null, ...spread };
  }
  const interest = interestAt(balance, principal, floatAt(program.book.couponRate, row));
  const weighted = principal.map(
    (repaid, t) =>
      (repaid + floatAt(interest, t) + floatAt(servicing, t)) * floatAt(spread.spreadFactor, t),
  );
  return { principal, interest, servicing, rate, weighted, ...spread };
}

/** Non-maturity balances pay to the end of the projection, all others to their maturity (CF-7). */
function lastMonthOf(book: Book, row: number): number {
  if (textAt(book.principal, row) === 'decay') return HORIZON_MONTHS;
  return Math.min(floatAt(book.maturityMonth, row), HORIZON_MONTHS);
}

/** A position without cash flows stands at its carrying amount (EVE-2). */
export function hasCashFlow(book: Book, row: number): boolean {
  return textAt(book.principal, row) !== 'none' && floatAt(book.notionalUsdMillion, row) !== 0;
}

/** Amortised cost over one plus the premium: what principal and cash interest are on (CF-1). */
export function parOf(book: Book, row: number): number {
  return floatAt(book.notionalUsdMillion, row) / (1 + floatAt(book.premium, row));
}

/** Amortised cost at the valuation date: nothing of a line is drawn yet (DRAW-3). */
export function costOf(book: Book, row: number): number {
  return textAt(book.principal, row) === 'line' ? 0 : floatAt(book.notionalUsdMillion, row);
}

/** Par that bears interest in the first month. */
export function openingOf(book: Book, row: number): number {
  return textAt(book.principal, row) === 'line' ? 0 : parOf(book, row);
}

/**
 * True for a fixed coupon on par; false for a floating rate, a deposit (CF-3) and a time deposit
 * whose penalties stand in its rate (REDEEM-4).
 */
export function paysCoupon(program: Unfixed, row: number): boolean {
  const { book } = program;
  const fixed = itemAt(book.floats, row) === 0 && textAt(book.principal, row) !== 'decay';
  return fixed && redemptionOfRow(program, row) === null;
}

/** Interest of each month at one rate on what is left of the `opening` balance. */
export function interestAt(
  { opening, lastMonth }: RunningBalance,
  principal: Float64Array,
  rate: number,
): Float64Array {
  const interest = new Float64Array(HORIZON_MONTHS);
  let balance = opening;
  for (let t = 0; t < lastMonth; t += 1) {
    interest[t] = (balance * rate) / 12;
    balance -= floatAt(principal, t);
  }
  return interest;
}

/** Par that bears interest in the first month, and the last month in which it may. */
export interface RunningBalance {
  readonly opening: number;
  readonly lastMonth: number;
}

/** Spread over the zero curve at which a row is discounted (EVE-3, NMD-4). */
function spreadOf(program: Unfixed, row: number): number {
  const model = program.depositOf[row];
  return floatAt(program.book.discountSpread, row) + (model?.valuationSpread.value ?? 0);
}

function spreadFactors(spread: number): Float64Array {
  const monthly = exp(-spread / 12);
  const factors = new Float64Array(HORIZON_MONTHS);
  let factor = 1;
  for (let t = 0; t < HORIZON_MONTHS; t += 1) {
    factor *= monthly;
    factors[t] = factor;
  }
  return factors;
}
