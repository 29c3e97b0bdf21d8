import type { Position } from '@almfes/engine';

type RequiredTerm =
  | ('id' | 'side' | 'group' | 'accountingClass')
  | ('notionalUsdMillion' | 'carryingUsdMillion');

/** What every row states; the terms it leaves out are those of a row without cash flows. */
export type RowTerms = Pick<Position, RequiredTerm> & Partial<Position>;

/** Terms of a row without cash flows, index or behaviour. */
export const RESTING: Omit<Position, RequiredTerm | 'product' | 'rate' | 'couponRate'> = {
  principal: 'none',
  behaviour: '',
  rateIndex: 'none',
  premium: 0,
  floats: false,
  resetMonth: 0,
  firstPrincipalMonth: 0,
  maturityMonth: 0,
  noteRate: 0,
  discountSpread: 0,
  reinvestTenorMonths: 0,
  reinvestSpread: 0,
  ageMonths: 0,
};

/** A position with all its terms: the product is the id, the coupon the rate, unless stated. */
export function positionRow(terms: RowTerms): Position {
  const { id, rate = 0 } = terms;
  return { ...RESTING, product: id, rate, couponRate: rate, ...terms };
}

/** A row that has no cash flows and stands at its carrying amount, which may be negative. */
export function restingRow(
  id: string,
  side: Position['side'],
  group: Position['group'],
  carryingUsdMillion: number,
): Position {
  const notionalUsdMillion = Math.max(0, carryingUsdMillion);
  const accountingClass = 'not-remeasured';
  return positionRow({ id, side, group, accountingClass, notionalUsdMillion, carryingUsdMillion });
}

/** Principal in one payment at the end of the month, or in equal parts from the first to it. */
export function evenPrincipal(lastMonth: number, firstMonth: number = lastMonth) {
  return {
    principal: 'even' as const,
    firstPrincipalMonth: firstMonth,
    maturityMonth: lastMonth,
    reinvestTenorMonths: lastMonth,
  };
}

/** A rate that follows the one-month rate from the first reset on, replaced by itself. */
export function floatingRate(resetMonth: number) {
  return { floats: true, rateIndex: 'treasury' as const, resetMonth, reinvestTenorMonths: 0 };
}

/** A bucket of the form: the months it reaches over. */
export interface BucketMonths {
  readonly from: number;
  readonly to: number;
}

/** The month a share of the way into a bucket, at least 1 (rules CALL-24, CALL-27 and CALL-29). */
export function monthIn({ from, to }: BucketMonths, place: number): number {
  return Math.max(1, Math.round(from + place * (to - from)));
}
