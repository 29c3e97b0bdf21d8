import { itemAt } from '../../foundation/index.js';
import {
  type DiscountOf,
  evenLadder,
  type GrowthPlacement,
  type Ladder,
  nextMonth,
} from './ladder.js';

/** A published notional at the end of a month, counted in months from year 0. */
export interface NotionalPoint {
  readonly month: number;
  readonly amount: number;
}

/** One programme of a structural hedge under one set of assumptions. */
export interface LadderTerms {
  readonly lengthMonths: number;
  /** In the order of their months, at least one; of what rolls off, exactly one. */
  readonly points: readonly NotionalPoint[];
  /** Whole months before its one point since when nothing was struck; null: it rolls. */
  readonly stoppedMonths: number | null;
  readonly placed: GrowthPlacement;
}

/** The months whose ladders are wanted, both ends among them. */
export interface MonthSpan {
  readonly from: number;
  readonly to: number;
}

/** The first month whose curve the ladders of a span need (STRUCT-2). */
export function firstCurveMonth(
  { lengthMonths, points }: LadderTerms,
  { from }: MonthSpan,
): number {
  return Math.min(itemAt(points, 0).month, from) - lengthMonths + 1;
}

/**
 * The ladder at the end of each month of a span. Before its first point a programme is an even
 * ladder of that notional (STRUCT-2); between two points the notional moves in equal steps a month;
 * after the last it stays.
 */
export function ladderHistory(
  terms: LadderTerms,
  span: MonthSpan,
  discountOf: DiscountOf,
): readonly Ladder[] {
  const { lengthMonths, points, stoppedMonths, placed } = terms;
  const first = itemAt(points, 0);
  const standing = lengthMonths - (stoppedMonths ?? 0);
  if (!(standing > 0))
    throw new RangeError(`stopped ${stoppedMonths} of ${lengthMonths} months ago`);
  const part = first.amount / standing;
  const even = (month: number): Ladder => {
    const lastStrike = stoppedMonths === null ? month : first.month - stoppedMonths;
    return evenLadder({ lengthMonths, part, month, lastStrike, discountOf });
  };
  const found: Ladder[] = [];
  let now = even(Math.min(first.month, span.to));
  for (let month = Math.min(first.month, span.from); month <= span.to; month += 1) {
    if (month <= first.month || stoppedMonths !== null) now = even(month);
    else {
      const wanted = notionalAt(points, month);
      now = nextMonth(now, { wanted, placed, discount: discountOf(month) });
    }
    if (month >= span.from) found.push(now);
  }
  return found;
}

/** The published notional, in equal steps a month between two points (STRUCT-5). */
export function notionalAt(points: readonly NotionalPoint[], month: number): number {
  const right = points.findIndex((point) => point.month >= month);
  if (right < 0) return itemAt(points, points.length - 1).amount;
  const later = itemAt(points, right);
  if (right === 0) return later.amount;
  const earlier = itemAt(points, right - 1);
  const share = (month - earlier.month) / (later.month - earlier.month);
  return earlier.amount + share * (later.amount - earlier.amount);
}
