import type { OptionHedge } from '../../balance-sheet/index.js';
import { floatAt } from '../../foundation/index.js';
import { bachelierValue } from '../../instrument/index.js';
import { HORIZON_MONTHS } from '../program.js';
import type { ScenarioRates } from '../scenario-rates.js';

const MONTHS_PER_YEAR = 12;

/** One period of the underlying: fixed at its start, paid at its end. */
interface Period {
  readonly start: number;
  readonly end: number;
  readonly years: number;
}

/** The options that a position is made of; `sign` -1 is sold. */
interface Strip {
  readonly side: 'call' | 'put';
  readonly strike: number;
  readonly sign: 1 | -1;
}

function stripsOf({ kind, strikeRate, floorRate = Number.NaN }: OptionHedge): readonly Strip[] {
  const call: Strip = { side: 'call', strike: strikeRate, sign: 1 };
  const put: Strip = { side: 'put', strike: strikeRate, sign: 1 };
  if (kind === 'collar') return [call, { side: 'put', strike: floorRate, sign: -1 }];
  return kind === 'cap' || kind === 'payer-swaption' ? [call] : [put];
}

function isSwaption({ kind }: OptionHedge): boolean {
  return kind === 'payer-swaption' || kind === 'receiver-swaption';
}

/** A first period that starts at the date has its rate: there is no option in it (OPTION-6). */
function periodsOf(option: OptionHedge): Period[] {
  const { startMonth, maturityMonth, paymentMonths } = option;
  const periods: Period[] = [];
  for (let start = startMonth; start < maturityMonth; start += paymentMonths) {
    const end = start + paymentMonths;
    if (start > 0) periods.push({ start, end, years: paymentMonths / MONTHS_PER_YEAR });
  }
  return periods;
}

/** The rate of a period on the scenario's curve, with what the floating index moves apart. */
function periodRate({ discount, basis }: ScenarioRates, { start, end, years }: Period): number {
  return (floatAt(discount, start) / floatAt(discount, end) - 1) / years + basis.sofr;
}

function signedNotional({ notionalUsdMillion, position }: OptionHedge): number {
  return position === 'bought' ? notionalUsdMillion : -notionalUsdMillion;
}

function intrinsic({ side, strike, sign }: Strip, rate: number): number {
  return sign * Math.max(0, side === 'call' ? rate - strike : strike - rate);
}

/**
 * What each period pays on the notional and a year, the scenario's forwards having come true: the
 * difference to the strike where a cap or floor is in the money; after an exercise the swap.
 */
function paidRates(option: OptionHedge, rates: ScenarioRates): (period: Period) => number {
  const strips = stripsOf(option);
  if (!isSwaption(option)) {
    return (period) => {
      const rate = periodRate(rates, period);
      return strips.reduce((sum, strip) => sum + intrinsic(strip, rate), 0);
    };
  }
  if (!isExercised(option, rates)) return () => 0;
  const payer = option.kind === 'payer-swaption' ? 1 : -1;
  return (period) => payer * (periodRate(rates, period) - option.strikeRate);
}

/** Decided by the curve that is seen in the month of the exercise, which knows no later one. */
function isExercised(option: OptionHedge, { bondAt, basis }: ScenarioRates): boolean {
  const { startMonth, maturityMonth, kind, strikeRate } = option;
  let annuity = 0;
  for (const { end, years } of periodsOf(option))
    annuity += years * bondAt(startMonth, end - startMonth);
  const rate = (1 - bondAt(startMonth, maturityMonth - startMonth)) / annuity + basis.sofr;
  return kind === 'payer-swaption' ? rate > strikeRate : rate < strikeRate;
}

/** Net receipts of an option hedge by month, USD million, without its premium (INSTRUMENT-4). */
export function projectOption(option: OptionHedge, rates: ScenarioRates, net: Float64Array): void {
  const notional = signedNotional(option);
  const paid = paidRates(option, rates);
  for (const period of periodsOf(option)) {
    // Nothing paid of what was sold is 0 and not minus 0.
    net[period.end - 1] = 0 + notional * period.years * paid(period);
  }
}

/**
 * What net interest income counts of an option hedge by month (INSTRUMENT-5): payments spread over
 * their period, less the premium in equal parts to the last payment or to the exercise.
 */
export function optionIncome(option: OptionHedge, cash: Float64Array, income: Float64Array): void {
  for (const { start, end } of periodsOf(option)) {
    const monthly = floatAt(cash, end - 1) / (end - start);
    for (let t = start; t < end; t += 1) income[t] = monthly;
  }
  const months = amortisedMonths(option);
  for (let t = 0; t < months; t += 1) {
    income[t] = floatAt(income, t) - option.premiumUsdMillion / months;
  }
}

/** Months over which the premium is written off. */
export function amortisedMonths(option: OptionHedge): number {
  return isSwaption(option) ? option.startMonth : option.maturityMonth;
}

/**
 * Value of an option hedge by the month in which it is paid, seen from the end of month `from` (0:
 * the valuation date) on the scenario's forwards, USD million: normal (Bachelier) at its volatility
 * plus what the scenario moves it (INSTRUMENT-3, OPTION-2). Index 0 to 360; the sum is the value.
 */
export function optionMonthValues(
  option: OptionHedge,
  rates: ScenarioRates,
  from = 0,
): Float64Array {
  if (from !== 0) return monthValues(option, rates, from);
  const known = keptValues.get(rates) ?? new WeakMap<OptionHedge, Float64Array>();
  keptValues.set(rates, known);
  const values = known.get(option) ?? monthValues(option, rates, 0);
  known.set(option, values);
  return values;
}

/** Both are immutable: the same option on the same rates is priced once (rule EVAL-3). */
const keptValues = new WeakMap<ScenarioRates, WeakMap<OptionHedge, Float64Array>>();

function monthValues(option: OptionHedge, rates: ScenarioRates, from: number): Float64Array {
  const { discount } = rates;
  const values = new Float64Array(HORIZON_MONTHS + 1);
  const notional = signedNotional(option);
  const unitOf = unitValues(option, rates, from);
  for (const period of periodsOf(option)) {
    const { start, end, years } = period;
    if (end <= from) continue;
    // Of a running period, income has counted what is past (INSTRUMENT-5).
    const left = start >= from ? 1 : (end - from) / (end - start);
    const factor = floatAt(discount, end) / floatAt(discount, from);
    values[end] = notional * years * left * factor * unitOf(period);
  }
  return values;
}

/** Value of one period for a notional of 1 and a year, paid at its end. */
function unitValues(
  option: OptionHedge,
  rates: ScenarioRates,
  from: number,
): (period: Period) => number {
  const volatility = Math.max(0, option.normalVolatility.value + rates.volatilityChange);
  const strips = stripsOf(option);
  const valueAt = (forward: number, expiry: number): number =>
    strips.reduce((sum, { side, strike, sign }) => {
      const years = (expiry - from) / MONTHS_PER_YEAR;
      return sum + sign * bachelierValue({ side, forward, strike, years, volatility });
    }, 0);
  const paid = paidRates(option, rates);
  if (!isSwaption(option)) {
    return (period) =>
      period.start <= from ? paid(period) : valueAt(periodRate(rates, period), period.start);
  }
  if (option.startMonth <= from && from > 0) return paid;
  const unit = valueAt(forwardSwapRate(option, rates), option.startMonth);
  return () => unit;
}

function forwardSwapRate(option: OptionHedge, { discount, basis }: ScenarioRates): number {
  let annuity = 0;
  for (const { end, years } of periodsOf(option)) annuity += years * floatAt(discount, end);
  const floating = floatAt(discount, option.startMonth) - floatAt(discount, option.maturityMonth);
  return floating / annuity + basis.sofr;
}
