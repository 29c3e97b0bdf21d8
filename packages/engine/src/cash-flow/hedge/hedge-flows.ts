import {
  type HedgeLine,
  isDeferral,
  isFuture,
  isOption,
  isSwap,
} from '../../balance-sheet/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import { type HedgeFlows, HORIZON_MONTHS, type Program } from '../program.js';
import type { ScenarioRates } from '../scenario-rates.js';
import {
  futureIncome,
  futureValue,
  projectFuture,
  releasedByMonth,
  rollCost,
} from './future-flows.js';
import { amortisedMonths, optionIncome, optionMonthValues, projectOption } from './option-flows.js';
import { projectSwap } from './swap-flows.js';

/** What a hedge is projected from. */
type HedgeProgram = Pick<Program, 'hedges' | 'futurePricesNow'>;

/** Months of one hedge in an array of all. */
function monthsOf(all: Float64Array, index: number): Float64Array {
  return all.subarray(index * HORIZON_MONTHS, (index + 1) * HORIZON_MONTHS);
}

/** Cash and income of every hedge by month; of swaps the two are the same array (CF-8). */
export function projectHedges(program: HedgeProgram, rates: ScenarioRates): HedgeFlows {
  const { hedges } = program;
  const hedgeCash = new Float64Array(hedges.length * HORIZON_MONTHS);
  hedges.forEach((hedge, index) => {
    const net = monthsOf(hedgeCash, index);
    if (isSwap(hedge)) projectSwap(hedge, rates, net);
    if (isOption(hedge)) projectOption(hedge, rates, net);
    if (isFuture(hedge)) projectFuture(hedge, itemAt(program.futurePricesNow, index), rates, net);
  });
  if (hedges.every(isSwap)) return { hedgeCash, hedgeIncome: hedgeCash };
  const hedgeIncome = hedgeCash.slice();
  hedges.forEach((hedge, index) => {
    if (isSwap(hedge)) return;
    const income = monthsOf(hedgeIncome, index).fill(0);
    if (isOption(hedge)) optionIncome(hedge, monthsOf(hedgeCash, index), income);
    if (isFuture(hedge)) futureIncome(hedge, itemAt(program.futurePricesNow, index), rates, income);
    if (isDeferral(hedge))
      income.forEach((_, t) => {
        income[t] = fixedIncome(hedge, t);
      });
  });
  return { hedgeCash, hedgeIncome };
}

/**
 * Value of every hedge to the bank, USD million (rules EVE-4, INSTRUMENT-3, INSTRUMENT-6 to
 * INSTRUMENT-8): of a future what it has settled since the date.
 */
export function hedgeValues(
  program: HedgeProgram,
  rates: ScenarioRates,
  flows: Pick<HedgeFlows, 'hedgeCash'>,
): Float64Array {
  return Float64Array.from(program.hedges, (hedge, index) => {
    if (isSwap(hedge)) return discountedCash(monthsOf(flows.hedgeCash, index), rates);
    if (isFuture(hedge)) return futureValue(hedge, itemAt(program.futurePricesNow, index), rates);
    return isOption(hedge) ? sum(optionMonthValues(hedge, rates)) : 0;
  });
}

/** What every hedge pays, discounted on the same rates: on a path of rates, its value there. */
export function discountedHedges(
  { hedges }: HedgeProgram,
  rates: ScenarioRates,
  flows: Pick<HedgeFlows, 'hedgeCash'>,
): Float64Array {
  return Float64Array.from(hedges, (_, index) =>
    discountedCash(monthsOf(flows.hedgeCash, index), rates),
  );
}

function discountedCash(net: Float64Array, { discount }: ScenarioRates): number {
  let value = 0;
  for (let t = 0; t < HORIZON_MONTHS; t += 1) value += floatAt(net, t) * floatAt(discount, t + 1);
  return value;
}

/**
 * Adds the value of a hedge by the month in which it is paid to `values`, index 0 (settled now) to
 * 360 (rule EVE-6).
 */
export function addMonthValues(
  values: Float64Array,
  program: HedgeProgram,
  index: number,
  of: { readonly rates: ScenarioRates; readonly flows: HedgeFlows },
): void {
  const hedge = itemAt(program.hedges, index);
  if (isFuture(hedge)) {
    const settled = futureValue(hedge, itemAt(program.futurePricesNow, index), of.rates);
    values[0] = floatAt(values, 0) + settled;
    return;
  }
  const found = isOption(hedge)
    ? optionMonthValues(hedge, of.rates)
    : presentValues(monthsOf(of.flows.hedgeCash, index), of.rates);
  for (let month = 1; month <= HORIZON_MONTHS; month += 1) {
    values[month] = floatAt(values, month) + floatAt(found, month);
  }
}

function presentValues(net: Float64Array, { discount }: ScenarioRates): Float64Array {
  const values = new Float64Array(HORIZON_MONTHS + 1);
  for (let t = 0; t < HORIZON_MONTHS; t += 1) {
    values[t + 1] = floatAt(net, t) * floatAt(discount, t + 1);
  }
  return values;
}

/**
 * What a hedge stands at when the forwards of a scenario have come true to the end of `month`
 * (rules CPATH-3, INSTRUMENT-11): with the income up to then it adds up to all that the hedge has
 * brought.
 */
export function carriedHedge(
  program: HedgeProgram,
  index: number,
  of: { readonly rates: ScenarioRates; readonly flows: HedgeFlows },
  month: number,
): number {
  const { rates } = of;
  const hedge = itemAt(program.hedges, index);
  if (isOption(hedge)) {
    const amortised = hedge.premiumUsdMillion * Math.min(1, month / amortisedMonths(hedge));
    return sum(optionMonthValues(hedge, rates, month)) + amortised;
  }
  if (isFuture(hedge)) {
    const now = itemAt(program.futurePricesNow, index);
    const released = releasedByMonth(hedge, now, rates).subarray(0, month);
    return futureValue(hedge, now, rates) - sum(released);
  }
  if (isDeferral(hedge)) {
    return -hedge.deferredUsdMillion * Math.min(1, month / hedge.remainingMonths);
  }
  const { discount } = rates;
  const net = monthsOf(of.flows.hedgeCash, index);
  let value = 0;
  for (let t = net.length - 1; t >= month; t -= 1) {
    value += floatAt(net, t) * floatAt(discount, t + 1);
  }
  return value / floatAt(discount, month);
}

/** Income of a month that is the same in every scenario: of a premium or deferral, and a roll. */
export function fixedIncome(hedge: HedgeLine, month: number): number {
  if (isOption(hedge)) {
    const months = amortisedMonths(hedge);
    return month < months ? -hedge.premiumUsdMillion / months : 0;
  }
  if (isDeferral(hedge)) {
    const { deferredUsdMillion, remainingMonths } = hedge;
    return month < remainingMonths ? deferredUsdMillion / remainingMonths : 0;
  }
  return isFuture(hedge) ? -rollCost(hedge, month) : 0;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
