import { floatAt } from '../../foundation/index.js';
import { fairSwapRate } from '../fair-rate.js';

/**
 * Fixed receipts that stand, by whole months left: index 0 is what ends in one month. Money in the
 * unit of the notional that it was made from (rule STRUCT-1).
 */
export interface Ladder {
  readonly notional: Float64Array;
  /** Notional x fixed rate: what each pays in a year. */
  readonly annualIncome: Float64Array;
}

/** Where new notional goes: over all terms up to the length, or all at the length (STRUCT-4). */
export type GrowthPlacement = 'even' | 'long';

/** Discount factors at 0, 1, … months of the end of a month, counted in months from year 0. */
export type DiscountOf = (month: number) => Float64Array;

/** What a ladder of equal monthly parts looks like at the end of a month. */
export interface EvenLadderTerms {
  readonly lengthMonths: number;
  /** Notional of each part, struck at the fair rate of its length. */
  readonly part: number;
  readonly month: number;
  /** No part was struck after this month: the ladder rolls off (STRUCT-3). */
  readonly lastStrike: number;
  readonly discountOf: DiscountOf;
}

/** Parts of one size struck in each of the months before, as far as they still stand (STRUCT-2). */
export function evenLadder(terms: EvenLadderTerms): Ladder {
  const { lengthMonths, part, month, lastStrike, discountOf } = terms;
  const notional = new Float64Array(lengthMonths);
  const annualIncome = new Float64Array(lengthMonths);
  for (let left = 1; left <= lengthMonths; left += 1) {
    const struck = month - lengthMonths + left;
    if (struck > lastStrike) break;
    notional[left - 1] = part;
    annualIncome[left - 1] = part * fairSwapRate(discountOf(struck), 0, lengthMonths);
  }
  return { notional, annualIncome };
}

export interface NextMonthTerms {
  /** Notional wanted at the end of the next month. */
  readonly wanted: number;
  readonly placed: GrowthPlacement;
  /** Discount factors of the end of that month. */
  readonly discount: Float64Array;
}

/**
 * The ladder a month later (STRUCT-3 to STRUCT-5): what ended is renewed at the full length at the
 * fair rate of the day, growth is placed as told, and a fall is met first by not renewing, then
 * by cutting every part in proportion at its own rate.
 */
export function nextMonth(ladder: Ladder, { wanted, placed, discount }: NextMonthTerms): Ladder {
  const length = ladder.notional.length;
  const ended = floatAt(ladder.notional, 0);
  const before = sumOf(ladder.notional);
  const growth = Math.max(0, wanted - before);
  const fall = Math.max(0, before - wanted);
  const renewed = Math.max(0, ended - fall);
  const standing = before - ended;
  const kept = standing > 0 ? 1 - Math.max(0, fall - ended) / standing : 1;
  const next = { notional: new Float64Array(length), annualIncome: new Float64Array(length) };
  for (let left = 1; left < length; left += 1) {
    next.notional[left - 1] = kept * floatAt(ladder.notional, left);
    next.annualIncome[left - 1] = kept * floatAt(ladder.annualIncome, left);
  }
  const add = (amount: number, months: number): void => {
    const at = months - 1;
    const paid = amount === 0 ? 0 : amount * fairSwapRate(discount, 0, months);
    next.notional[at] = floatAt(next.notional, at) + amount;
    next.annualIncome[at] = floatAt(next.annualIncome, at) + paid;
  };
  add(renewed + (placed === 'long' ? growth : 0), length);
  if (placed === 'even' && growth > 0) {
    for (let months = 1; months <= length; months += 1) add(growth / length, months);
  }
  return next;
}

/** The ladder a month later when nothing is renewed. */
export function rolledOff({ notional, annualIncome }: Ladder): Ladder {
  const later = (from: Float64Array): Float64Array => {
    const left = new Float64Array(from.length);
    left.set(from.subarray(1));
    return left;
  };
  return { notional: later(notional), annualIncome: later(annualIncome) };
}

/** What stands. */
export function ladderNotional({ notional }: Ladder): number {
  return sumOf(notional);
}

/** What it pays in a year at the rates at which it was struck. */
export function ladderIncome({ annualIncome }: Ladder): number {
  return sumOf(annualIncome);
}

/** Sum of notional x years left / notional; throws RangeError of an empty ladder (STRUCT-7). */
export function averageLifeYears({ notional }: Ladder): number {
  const total = sumOf(notional);
  if (!(total > 0)) throw new RangeError('an empty ladder has no average life');
  let months = 0;
  for (let left = 1; left <= notional.length; left += 1) {
    months += left * floatAt(notional, left - 1);
  }
  return months / total / 12;
}

/** In a fixed order: addition of floats is not associative. */
function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += floatAt(values, at);
  return sum;
}
