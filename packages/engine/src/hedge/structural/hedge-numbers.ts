import { itemAt } from '../../foundation/index.js';
import { type DatedCurve, discountAtTime, shiftedCurve } from '../../market/index.js';
import type { HedgePoint } from './assumption-run.js';
import {
  averageLifeYears,
  type DiscountOf,
  type Ladder,
  ladderIncome,
  ladderNotional,
} from './ladder.js';
import { firstCurveMonth, ladderHistory } from './ladder-history.js';
import { type IncomePath, incomePath } from './ladder-income.js';
import { ladderMarketRate, ladderValue } from './ladder-value.js';
import type { PublishedNumber, StructuralHedge } from './structural-hedge.js';

/** A number by measure and scenario, in the unit of the measure. */
export interface HedgeNumber {
  readonly id: string;
  readonly scenario: string;
  readonly value: number;
}

/** Parallel shifts in basis points, by scenario; they hold from the day on. */
export const STRUCTURAL_SHIFTS = [-200, -100, 0, 100, 200] as const;
/** Horizons of the income to come, months. */
export const STRUCTURAL_HORIZONS = [12, 24, 36] as const;

/** '+100', '0', '-100': the names that a Study gives its parallel scenarios. */
export function shiftName(shiftBp: number): string {
  return shiftBp > 0 ? `+${shiftBp}` : String(shiftBp);
}

/** The months whose curves a point needs, both ends among them (STRUCT-2). */
export function curveMonths(hedge: StructuralHedge, { ladders }: HedgePoint) {
  const span = spanOf(hedge);
  const first = Math.min(...ladders.map((terms) => firstCurveMonth(terms, span)));
  return { from: first, to: span.to };
}

/** From the month end before the first published number to the day. */
function spanOf({ month, published }: StructuralHedge) {
  return { from: Math.min(month, ...published.map(({ from }) => from - 1)), to: month };
}

/**
 * Every number of a structural hedge with each assumption at one value (STRUCT-7 to STRUCT-10), in
 * one order. Pure; the curves of `curveMonths` stand in the hedge.
 */
export function hedgeNumbers(hedge: StructuralHedge, point: HedgePoint): readonly HedgeNumber[] {
  const longest = Math.max(...point.ladders.map(({ lengthMonths }) => lengthMonths));
  const today = shiftedCurve(curveOf(hedge, hedge.month), point.spread);
  const discountOf = remembered((month) =>
    monthlyFactors(shiftedCurve(curveOf(hedge, month), point.spread), longest),
  );
  const span = spanOf(hedge);
  const histories = point.ladders.map((terms) => ladderHistory(terms, span, discountOf));
  const months = histories[0]?.length ?? 0;
  const wholes = Array.from({ length: months }, (_, at) =>
    addedUp(histories.map((history) => itemAt(history, at))),
  );
  const whole = itemAt(wholes, months - 1);
  const ladders = histories.map((history, at) => ({
    ladder: itemAt(history, months - 1),
    isRenewed: itemAt(point.ladders, at).stoppedMonths === null,
  }));
  const shifted = (shiftBp: number): Float64Array =>
    monthlyFactors(shiftedCurve(today, shiftBp / 10_000), longest);
  const path = (shiftBp: number): IncomePath =>
    incomePath(ladders, {
      months: itemAt(STRUCTURAL_HORIZONS, STRUCTURAL_HORIZONS.length - 1),
      discount: shifted(shiftBp),
      shortRate: hedge.shortRate + shiftBp / 10_000,
    });
  return [
    ...hedge.published.flatMap((each) => periodNumbers(each, wholes, span.from)),
    ...dayNumbers(whole, shifted(0)),
    ...valueNumbers(whole, shifted),
    ...pathNumbers(path),
  ];
}

function curveOf({ curves }: StructuralHedge, month: number): DatedCurve {
  const found = curves.find((each) => each.month === month);
  if (found === undefined) throw new RangeError(`no curve of month ${month}`);
  return found.curve;
}

/** Discount factors at 0, 1, … months. */
function monthlyFactors(curve: DatedCurve, months: number): Float64Array {
  return Float64Array.from({ length: months + 1 }, (_, at) => discountAtTime(curve, at / 12));
}

function remembered(make: DiscountOf): DiscountOf {
  const made = new Map<number, Float64Array>();
  return (month) => {
    const known = made.get(month) ?? make(month);
    made.set(month, known);
    return known;
  };
}

/** Ladders of several lengths as one, by months left. */
function addedUp(ladders: readonly Ladder[]): Ladder {
  const longest = Math.max(...ladders.map(({ notional }) => notional.length));
  const sum = (of: (ladder: Ladder) => Float64Array): Float64Array =>
    Float64Array.from({ length: longest }, (_, at) =>
      ladders.reduce((total, ladder) => total + (of(ladder)[at] ?? 0), 0),
    );
  return { notional: sum((each) => each.notional), annualIncome: sum((each) => each.annualIncome) };
}

/** What stands at a month's end pays in the month after it (STRUCT-7). */
function periodNumbers(
  { measure, period, from, to }: PublishedNumber,
  wholes: readonly Ladder[],
  firstMonth: number,
): HedgeNumber[] {
  if (measure === 'structural.marketRate') return [];
  const paying = wholes.slice(from - 1 - firstMonth, to - firstMonth);
  let income = 0;
  let notional = 0;
  for (const ladder of paying) {
    income += ladderIncome(ladder) / 12;
    notional += ladderNotional(ladder) / paying.length;
  }
  const years = paying.length / 12;
  const value = {
    'structural.contribution': income,
    'structural.yield': (100 * income) / years / notional,
    'structural.averageNotional': notional,
  }[measure];
  return [{ id: measure, scenario: period, value }];
}

function dayNumbers(whole: Ladder, discount: Float64Array): HedgeNumber[] {
  const notional = ladderNotional(whole);
  const income = ladderIncome(whole);
  const marketRate = ladderMarketRate(whole, discount);
  const values = {
    'structural.notional': notional,
    'structural.averageLife': averageLifeYears(whole),
    'structural.bookYield': (100 * income) / notional,
    'structural.marketRate': 100 * marketRate,
    'structural.income': income,
    'structural.incomeAtMarket': notional * marketRate,
    'structural.gap': income - notional * marketRate,
  };
  return Object.entries(values).map(([id, value]) => ({ id, scenario: '', value }));
}

function valueNumbers(whole: Ladder, shifted: (shiftBp: number) => Float64Array): HedgeNumber[] {
  const base = ladderValue(whole, shifted(0));
  return STRUCTURAL_SHIFTS.flatMap((shiftBp) => {
    const scenario = shiftName(shiftBp);
    const value = ladderValue(whole, shifted(shiftBp));
    const change = { id: 'structural.valueChange', scenario, value: value - base };
    return [{ id: 'structural.value', scenario, value }, ...(shiftBp === 0 ? [] : [change])];
  });
}

/** Income with and without the hedge, its changes, and what the hedge holds back of them. */
function pathNumbers(path: (shiftBp: number) => IncomePath): HedgeNumber[] {
  const base = path(0);
  return STRUCTURAL_SHIFTS.flatMap((shiftBp) => {
    const scenario = shiftName(shiftBp);
    const { hedged, unhedged } = shiftBp === 0 ? base : path(shiftBp);
    return STRUCTURAL_HORIZONS.flatMap((months): HedgeNumber[] => {
      const at = months - 1;
      const number = (name: string, value: number): HedgeNumber => ({
        id: `structural.${name}.${months}m`,
        scenario,
        value,
      });
      const [income = 0, bare = 0] = [hedged[at], unhedged[at]];
      const change = income - (base.hedged[at] ?? 0);
      const bareChange = bare - (base.unhedged[at] ?? 0);
      const own = [number('hedged', income), number('unhedged', bare)];
      if (shiftBp === 0) return own;
      return [
        ...own,
        number('hedgedChange', change),
        number('unhedgedChange', bareChange),
        number('heldBack', change - bareChange),
      ];
    });
  });
}
