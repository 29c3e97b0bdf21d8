import { floatAt } from '../../foundation/index.js';

/** The periods of a loan: years of the first, then `rest` from `from` to before `end`. */
export interface LoanPeriods {
  readonly firstYears: number;
  readonly rest: Float64Array;
  readonly from: number;
  readonly end: number;
}

/**
 * The payment a period that repays `notional` with the last of the periods (rule LOAN-5): with
 * growth factors g = 1 + rate x years, notional x product of all g over 1 plus the sum of the
 * products of the last k g, k = 1 to n - 1.
 */
export function levelPayment(notional: number, rate: number, periods: LoanPeriods): number {
  let grown = 1 + rate * periods.firstYears;
  let paid = 0;
  for (let at = periods.from; at < periods.end; at += 1) {
    const growth = 1 + rate * floatAt(periods.rest, at);
    grown *= growth;
    paid = (paid + 1) * growth;
  }
  return (notional * grown) / (1 + paid);
}
