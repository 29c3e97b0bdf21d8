import type { FutureHedge } from '../../balance-sheet/index.js';
import { decimalFromBp, floatAt } from '../../foundation/index.js';
import { HORIZON_MONTHS } from '../program.js';
import type { ScenarioRates } from '../scenario-rates.js';

const QUARTER_MONTHS = 3;
const COUPON_MONTHS = 6;
const MONTHS_PER_YEAR = 12;

/** The curve that a future is priced on, and what its floating index moves apart. */
export interface FutureMarket {
  readonly discount: Float64Array;
  readonly sofrBasis: number;
}

/** A part of a position with the months whose interest it fixes. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly priceAt: (market: FutureMarket) => number;
}

/** The contracts of a strip one by one; a note or a swap is one part. */
function partsOf(future: FutureHedge): Part[] {
  const { contract, startMonth, maturityMonth } = future;
  if (contract !== 'sofr') {
    const priceAt = (market: FutureMarket) =>
      contract === 'treasury' ? notePrice(future, market) : swapPrice(future, market);
    return [{ start: startMonth, end: maturityMonth, priceAt }];
  }
  const parts: Part[] = [];
  for (let start = startMonth; start < maturityMonth; start += QUARTER_MONTHS) {
    const end = start + QUARTER_MONTHS;
    parts.push({ start, end, priceAt: (market) => contractPrice(market, start, end) });
  }
  return parts;
}

/** What a quarter's rate takes of a face of 1: linear in the rate, no convexity (INSTRUMENT-6). */
function contractPrice({ discount, sofrBasis }: FutureMarket, start: number, end: number): number {
  const years = (end - start) / MONTHS_PER_YEAR;
  return -(floatAt(discount, start) / floatAt(discount, end) - 1) - years * sofrBasis;
}

/** Forward price of the note at delivery, accrued interest included, a face of 1 (INSTRUMENT-7). */
function notePrice(future: FutureHedge, { discount }: FutureMarket): number {
  const { startMonth, maturityMonth, couponRate = Number.NaN } = future;
  let value = floatAt(discount, maturityMonth);
  for (let month = maturityMonth; month > startMonth; month -= COUPON_MONTHS) {
    value += ((couponRate * COUPON_MONTHS) / MONTHS_PER_YEAR) * floatAt(discount, month);
  }
  return value / floatAt(discount, startMonth);
}

/** Value at delivery of the swap that receives the fixed rate, a face of 1 (INSTRUMENT-8). */
function swapPrice(future: FutureHedge, { discount, sofrBasis }: FutureMarket): number {
  const { startMonth, maturityMonth, couponRate = Number.NaN } = future;
  let annuity = 0;
  for (let month = startMonth + 1; month <= maturityMonth; month += 1) {
    annuity += floatAt(discount, month) / MONTHS_PER_YEAR;
  }
  const start = floatAt(discount, startMonth);
  const floating = start - floatAt(discount, maturityMonth) + sofrBasis * annuity;
  return (couponRate * annuity - floating) / start;
}

/** Prices at which the parts of a position stand on the curve of the date, a face of 1 each. */
export function futurePricesNow(future: FutureHedge, discount: Float64Array): number[] {
  return partsOf(future).map(({ priceAt }) => priceAt({ discount, sofrBasis: 0 }));
}

/** What the exchange has paid for each part since the date, USD million, undiscounted. */
function settledParts(future: FutureHedge, now: readonly number[], rates: ScenarioRates) {
  const market = { discount: rates.discount, sofrBasis: rates.basis.sofr };
  return partsOf(future).map(({ start, end, priceAt }, at) => ({
    start,
    end,
    settled: future.notionalUsdMillion * (priceAt(market) - (now[at] ?? Number.NaN)),
  }));
}

/** Value change of a position since the date: nothing at the fair prices of the date. */
export function futureValue(
  future: FutureHedge,
  now: readonly number[],
  rates: ScenarioRates,
): number {
  return settledParts(future, now, rates).reduce((sum, { settled }) => sum + settled, 0);
}

/** Variation margin in the first month, and what rolls cost in theirs (INSTRUMENT-9). */
export function projectFuture(
  future: FutureHedge,
  now: readonly number[],
  rates: ScenarioRates,
  net: Float64Array,
): void {
  net[0] = futureValue(future, now, rates);
  addRolls(future, net);
}

function addRolls(future: FutureHedge, net: Float64Array): void {
  for (let t = 0; t < HORIZON_MONTHS; t += 1) net[t] = floatAt(net, t) - rollCost(future, t);
}

/** What a roll costs at the end of the month from `month` to `month` + 1; positive. */
export function rollCost({ notionalUsdMillion, roll }: FutureHedge, month: number): number {
  if (roll === undefined || month + 1 > roll.untilMonth) return 0;
  if ((month + 1) % roll.everyMonths !== 0) return 0;
  return Math.abs(notionalUsdMillion) * decimalFromBp(roll.costBp.value);
}

/**
 * What net interest income counts of a position by month (INSTRUMENT-10): interest at the one-month
 * rate on the variation margin, less the rolls; of a designated one also the settled amount, over
 * the months whose interest it fixed.
 */
export function futureIncome(
  future: FutureHedge,
  now: readonly number[],
  rates: ScenarioRates,
  income: Float64Array,
): void {
  const settled = futureValue(future, now, rates);
  const released = releasedByMonth(future, now, rates);
  for (let t = 0; t < HORIZON_MONTHS; t += 1) {
    income[t] = (settled * floatAt(rates.oneMonth, t)) / MONTHS_PER_YEAR + floatAt(released, t);
  }
  addRolls(future, income);
}

/** The settled amount of a designated position by the months that it is carried to. */
export function releasedByMonth(
  future: FutureHedge,
  now: readonly number[],
  rates: ScenarioRates,
): Float64Array {
  const released = new Float64Array(HORIZON_MONTHS);
  if (future.model === 'undesignated') return released;
  for (const { start, end, settled } of settledParts(future, now, rates)) {
    for (let t = start; t < end; t += 1)
      released[t] = floatAt(released, t) + settled / (end - start);
  }
  return released;
}
