import { levelPaymentFactor } from '../pass-through/scheduled-balance.js';

/** How a bond repays before its maturity (rule BOND-13). */
export type Amortisation =
  /** All at maturity. */
  | { readonly kind: 'bullet' }
  /** Interest and principal add up to the same amount each period. */
  | { readonly kind: 'level-payment' }
  /** The same principal each period. */
  | { readonly kind: 'equal-principal' }
  /** A sinking fund: shares of the face repaid at the end of each period; the rest at maturity. */
  | { readonly kind: 'sinking'; readonly repayments: readonly number[] }
  /** Balance of each period over the face; the last one holds. */
  | { readonly kind: 'balances'; readonly balances: readonly number[] };

/** A bond with `periods` coupons, `periodsPerYear` of them a year at `rate`. */
export interface AmortisationTerms {
  readonly periods: number;
  readonly periodsPerYear: number;
  readonly rate: number;
}

/** The balance of each period over the face (rule BOND-13). */
export function balancesOf(amortisation: Amortisation, terms: AmortisationTerms): number[] {
  const count = terms.periods;
  switch (amortisation.kind) {
    case 'bullet':
      return [1];
    case 'balances':
      return [...amortisation.balances];
    case 'equal-principal':
      return Array.from({ length: count }, (_, at) => (count - at) / count);
    case 'sinking':
      return afterRepayments(amortisation.repayments, count);
    case 'level-payment':
      return levelBalances(terms);
  }
}

function afterRepayments(repayments: readonly number[], count: number): number[] {
  let balance = 1;
  return Array.from({ length: count }, (_, at) => {
    const before = balance;
    balance -= repayments[at] ?? 0;
    return before;
  });
}

/** Monthly annuities are those of rate / 12; other frequencies scale the rate alike. */
function levelBalances({ periods, periodsPerYear, rate }: AmortisationTerms): number[] {
  const perPeriod = rate / periodsPerYear;
  let balance = 1;
  return Array.from({ length: periods }, (_, at) => {
    const before = balance;
    const months = periods - at;
    const payment = before * levelPaymentFactor({ rate: 12 * perPeriod, months });
    balance -= payment - before * perPeriod;
    return before;
  });
}
