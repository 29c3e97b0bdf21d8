/**
 * The payment a period that repays `notional` with the last of the periods (rule LOAN-5): with
 * growth factors g = 1 + rate x years, notional x product of all g over 1 plus the sum of the
 * products of the last k g, k = 1 to n - 1. `periodYears` has one entry a payment, at least one.
 */
export function levelPayment(notional: number, rate: number, periodYears: Float64Array): number {
  let grown = 1;
  let paid = 0;
  periodYears.forEach((years, at) => {
    const growth = 1 + rate * years;
    grown *= growth;
    if (at > 0) paid = (paid + 1) * growth;
  });
  return (notional * grown) / (1 + paid);
}
