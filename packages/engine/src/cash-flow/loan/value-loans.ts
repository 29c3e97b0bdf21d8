import { floatAt, itemAt } from '../../foundation/index.js';
import { type DatedCurve, discountOnDay } from '../../market/index.js';
import { BULLET, LINEAR, type LoanColumns } from './loan-columns.js';

/**
 * Present value of every loan on the curve's reference day: its flows after that day, discounted;
 * the pay-out of the notional is one of them while it lies ahead (LOAN-2). Length: the rows.
 */
export function valueLoans(loans: LoanColumns, curve: DatedCurve): Float64Array {
  const discountOf = dailyDiscounts(loans, curve);
  const discounts = loans.timetables.map(({ payDays }) => Float64Array.from(payDays, discountOf));
  const values = new Float64Array(loans.notional.length);
  for (let row = 0; row < values.length; row += 1) {
    const timetable = itemAt(loans.timetable, row);
    const { yearFractions } = itemAt(loans.timetables, timetable);
    const received = valueOfPayments(loans, row, itemAt(discounts, timetable), yearFractions);
    const notional = floatAt(loans.notional, row);
    const paidOut = notional * discountOf(itemAt(loans.exchangeDay, row));
    values[row] = (notional < 0 ? -received : received) - paidOut;
  }
  return values;
}

/**
 * The discount factor of a day, 0 for a day that is not after the reference day. Every day up to
 * the last payment is read from the curve once: a large book has fewer days than payments.
 */
function dailyDiscounts(loans: LoanColumns, curve: DatedCurve): (day: number) => number {
  const { referenceDay } = curve;
  let lastDay = loans.exchangeDay.reduce((latest, day) => Math.max(latest, day), referenceDay);
  for (const { payDays } of loans.timetables) {
    lastDay = payDays.reduce((latest, day) => Math.max(latest, day), lastDay);
  }
  const table = new Float64Array(lastDay - referenceDay + 1);
  for (let ahead = 1; ahead < table.length; ahead += 1) {
    table[ahead] = discountOnDay(curve, referenceDay + ahead);
  }
  return (day) => (day <= referenceDay ? 0 : floatAt(table, day - referenceDay));
}

/** Value of what a loan pays back, of magnitudes without sign (LOAN-3 to LOAN-5). */
function valueOfPayments(
  loans: LoanColumns,
  row: number,
  discounts: Float64Array,
  yearFractions: Float64Array,
): number {
  const repayment = itemAt(loans.repayment, row);
  if (repayment === BULLET) return bulletValue(loans, row, discounts, yearFractions);
  return repayment === LINEAR
    ? linearValue(loans, row, discounts, yearFractions)
    : levelValue(loans, row, discounts, yearFractions);
}

/** Interest each period, the notional with the last (LOAN-3). */
function bulletValue(
  loans: LoanColumns,
  row: number,
  discounts: Float64Array,
  yearFractions: Float64Array,
): number {
  const first = itemAt(loans.firstPayment, row);
  const end = first + itemAt(loans.payments, row);
  let annuity = floatAt(loans.firstYearFraction, row) * floatAt(discounts, first);
  for (let at = first + 1; at < end; at += 1) {
    annuity += floatAt(yearFractions, at) * floatAt(discounts, at);
  }
  const notional = Math.abs(floatAt(loans.notional, row));
  return notional * (floatAt(loans.rate, row) * annuity + floatAt(discounts, end - 1));
}

/** A fixed part of the principal each period and interest on what is left (LOAN-4). */
function linearValue(
  loans: LoanColumns,
  row: number,
  discounts: Float64Array,
  yearFractions: Float64Array,
): number {
  const first = itemAt(loans.firstPayment, row);
  const last = first + itemAt(loans.payments, row) - 1;
  const rate = floatAt(loans.rate, row);
  const part = Math.abs(floatAt(loans.payment, row));
  let balance = Math.abs(floatAt(loans.notional, row));
  let interestShare = rate * floatAt(loans.firstYearFraction, row);
  let value = 0;
  let at = first;
  for (; at < last && balance > part; at += 1) {
    value += floatAt(discounts, at) * (part + balance * interestShare);
    balance -= part;
    interestShare = rate * floatAt(yearFractions, at + 1);
  }
  return value + floatAt(discounts, at) * balance * (1 + interestShare);
}

/** One payment each period, interest first; the last pays what is owed (LOAN-5). */
function levelValue(
  loans: LoanColumns,
  row: number,
  discounts: Float64Array,
  yearFractions: Float64Array,
): number {
  const first = itemAt(loans.firstPayment, row);
  const last = first + itemAt(loans.payments, row) - 1;
  const rate = floatAt(loans.rate, row);
  const payment = Math.abs(floatAt(loans.payment, row));
  let owed = Math.abs(floatAt(loans.notional, row));
  owed *= 1 + rate * floatAt(loans.firstYearFraction, row);
  let value = 0;
  let at = first;
  for (; at < last && owed > payment; at += 1) {
    value += floatAt(discounts, at) * payment;
    owed = (owed - payment) * (1 + rate * floatAt(yearFractions, at + 1));
  }
  return value + floatAt(discounts, at) * owed;
}
