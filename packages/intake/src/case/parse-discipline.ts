import {
  type Change,
  type DisciplinePlan,
  type LaterCurves,
  ok,
  type Read,
  type Result,
  read,
} from '@almfes/engine';
import type { CallReportMarket } from '../call-report-study/bank-study.js';
import { parseQuarterEndMarkets } from '../call-report-study/quarter-end-market.js';

const { flag, object, text, title } = read;

/** Part `discipline` of changes.json (rule EFF-1). */
export function disciplineReader(changes: Read<readonly Change[]>): Read<DisciplinePlan> {
  return object<DisciplinePlan>({
    title,
    rationale: text({ min: 1, max: 4000 }),
    heldByBank: flag,
    counterfactual: text({ min: 1, max: 1000 }),
    changes,
  });
}

const QUARTER_MONTHS = 3;
const QUARTERS = 8;

/**
 * Curves of the eight quarter ends after the date (EFF-6), months rising; it ends where the table
 * of markets does. `quarterEnds` is the text of a quarter-end-market.csv. Issues: those of it.
 */
export function laterCurvesOf(
  quarterEnds: string | undefined,
  valuationDate: string,
): Result<LaterCurves> {
  if (quarterEnds === undefined) return ok([]);
  const markets = parseQuarterEndMarkets(quarterEnds);
  if (!markets.ok) return markets;
  return ok(laterCurvesFrom(markets.value, valuationDate));
}

/** The same from markets that are parsed. */
export function laterCurvesFrom(
  markets: ReadonlyMap<string, CallReportMarket>,
  valuationDate: string,
): LaterCurves {
  const found: LaterCurves[number][] = [];
  for (let quarter = 1; quarter <= QUARTERS; quarter += 1) {
    const month = quarter * QUARTER_MONTHS;
    const market = markets.get(monthEndAfter(valuationDate, month))?.market;
    if (market === undefined) break;
    const { curveDate: dateIso, parQuotes: quotes } = market;
    found.push({ month, curve: { dateIso, quotes } });
  }
  return found;
}

/** The last day of the month that lies so many months after a date. */
export function monthEndAfter(dateIso: string, months: number): string {
  const [year = 0, month = 0] = dateIso.split('-').map(Number);
  const ahead = month - 1 + months;
  const toYear = year + Math.floor(ahead / 12);
  const toMonth = (ahead % 12) + 1;
  return `${toYear}-${String(toMonth).padStart(2, '0')}-${lastDay(toYear, toMonth)}`;
}

function lastDay(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : 28;
}
