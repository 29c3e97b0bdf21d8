import type { PathStep } from '@almfes/engine';
import { TREASURY_TENORS } from '@almfes/intake';
import { sharedRows } from './shared-file.js';

type ObservedCurve = PathStep['curve'];

/** Treasury par yields of the last day of each month that has them, by `YYYY-MM`. */
function monthEndCurves(): ReadonlyMap<string, ObservedCurve> {
  const curves = new Map<string, ObservedCurve>();
  for (const row of sharedRows('market/ust_par_daily_1990_2026.csv')) {
    const dateIso = row.date ?? '';
    const quotes = [...TREASURY_TENORS].flatMap(([column, tenorMonths]) => {
      const cell = row[column] ?? '';
      return cell === '' ? [] : [{ tenorMonths, rate: Number(cell) / 100 }];
    });
    if (quotes.length >= 5) curves.set(dateIso.slice(0, 7), { dateIso, quotes });
  }
  return curves;
}

const MONTHS_A_YEAR = 12;

/** The month so many months after `YYYY-MM`. */
export function monthAfter(month: string, count: number): string {
  const all = Number(month.slice(0, 4)) * MONTHS_A_YEAR + Number(month.slice(5, 7)) - 1 + count;
  const year = Math.floor(all / MONTHS_A_YEAR);
  return `${year}-${String((all % MONTHS_A_YEAR) + 1).padStart(2, '0')}`;
}

/** The curves that were seen at the ends of the `count` months after a quarter end. */
export function observedSteps(quarterEnd: string, count: number): readonly PathStep[] {
  const curves = monthEndCurves();
  return Array.from({ length: count }, (_, at) => {
    const month = monthAfter(quarterEnd.slice(0, 7), at + 1);
    const curve = curves.get(month);
    if (curve === undefined) throw new Error(`no curve of ${month}`);
    return { month: at + 1, curve };
  });
}

/**
 * One-month yields by month: that of a month is seen at the end of the month before, as the engine
 * reads it for the month that begins.
 */
export function oneMonthRates(): ReadonlyMap<string, number> {
  const rates = new Map<string, number>();
  for (const [month, { quotes }] of monthEndCurves()) {
    const rate = quotes.find(({ tenorMonths }) => tenorMonths === 1)?.rate;
    if (rate !== undefined) rates.set(monthAfter(month, 1), rate);
  }
  return rates;
}
