import { decimalFromPercent, fail, type Issue, type Market, ok, type Result } from '@almfes/engine';
import { type CurveTable, parseTreasuryCurves } from '../case/treasury-curve.js';
import { cellPlace, csvTable, numberCell } from '../history/csv-table.js';
import type { CallReportMarket } from './bank-study.js';

const TENORS = ['1M', '3M', '6M', '1Y', '2Y', '3Y', '5Y', '7Y', '10Y', '20Y', '30Y'] as const;
const COLUMNS = [
  'quarterEnd',
  'curveDate',
  ...TENORS,
  'mortgage30Y',
  'mortgageSurvey',
  'fedFunds',
  'fedFundsQuarterAverage',
  'twoYear36MonthMean',
] as const;
const PERCENT = { min: -5, max: 50, expected: 'a rate in per cent' };
const RATES = ['mortgage30Y', 'fedFunds', 'fedFundsQuarterAverage', 'twoYear36MonthMean'] as const;

type RateName = (typeof RATES)[number];

/**
 * The market of every quarter end, from `library/data/quarter-end-market` (rule CALL-37). Issues:
 * `csv.*`, `curve-*` and `csv.number`, each with its row and column.
 */
export function parseQuarterEndMarkets(
  text: string,
): Result<ReadonlyMap<string, CallReportMarket>> {
  const table = csvTable(text, COLUMNS);
  if (!table.ok) return table;
  const curves = parseTreasuryCurves(curveText(table.value.map(({ cells }) => cells)));
  if (!curves.ok) return curves;
  const markets = new Map<string, CallReportMarket>();
  const averages = new Map<string, number>();
  const mortgages: number[] = [];
  const issues: Issue[] = [];
  for (const { row, cells } of table.value) {
    const rates = ratesOf(cells, row, issues);
    const quarterEnd = cells[0] ?? '';
    averages.set(quarterEnd, rates.fedFundsQuarterAverage);
    mortgages.push(rates.mortgage30Y);
    markets.set(quarterEnd, {
      ...{ quarterEnd, market: marketOf(cells, curves.value, rates.mortgage30Y) },
      ...{ policyRate: rates.fedFunds, policyAverages: new Map(averages) },
      twoYearMean: rates.twoYear36MonthMean,
      mortgageMean: meanOf(mortgages.slice(-QUARTERS)),
    });
  }
  return issues.length > 0 ? fail(...issues) : ok(markets);
}

/** Three years, in which most pools of a date were bought (CALL-63). */
const QUARTERS = 12;

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The curve columns as a table of curves by quarter end. */
function curveText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => [cells[0], ...cells.slice(2, 2 + TENORS.length)].join(','));
  return [`date,${TENORS.join(',')}`, ...lines].join('\n');
}

function ratesOf(
  cells: readonly string[],
  row: number,
  issues: Issue[],
): Readonly<Record<RateName, number>> {
  const read = (name: RateName): number => {
    const cell = cells[COLUMNS.indexOf(name)] ?? '';
    const found = numberCell(cell, cellPlace(row, name), PERCENT);
    if (found.ok) return decimalFromPercent(found.value);
    issues.push(...found.issues);
    return 0;
  };
  return {
    mortgage30Y: read('mortgage30Y'),
    fedFunds: read('fedFunds'),
    fedFundsQuarterAverage: read('fedFundsQuarterAverage'),
    twoYear36MonthMean: read('twoYear36MonthMean'),
  };
}

function marketOf(cells: readonly string[], curves: CurveTable, mortgage: number): Market {
  const [quarterEnd = '', curveDate = ''] = cells;
  const survey = cells[COLUMNS.indexOf('mortgageSurvey')] ?? '';
  return {
    curveDate,
    curveSource: 'US Treasury daily par yield curve: library/data/quarter-end-market',
    parQuotes: curves.get(quarterEnd) ?? [],
    mortgageRate: {
      ...{ value: mortgage, unit: 'decimal rate', basis: 'assumed', source: [] },
      note: `Freddie Mac PMMS, 30-year, ${survey}: library/data/quarter-end-market`,
    },
    swapSpread: {
      ...{ value: 0, unit: 'decimal rate', basis: 'assumed', source: [] },
      note: 'no swap curve held; range -30 to +25 bp',
    },
  };
}
