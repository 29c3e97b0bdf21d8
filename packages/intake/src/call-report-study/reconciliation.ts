import { fail, issue, ok, type Position, type Result } from '@almfes/engine';
import type { ReconciliationLine } from './bank-study.js';
import { type BuiltPart, carryingOf, reconciliationLine } from './built-part.js';
import type { ReportReader } from './report-reader.js';
import { restingRow } from './row/position-row.js';

/** Of total assets: a bank whose rows miss more of either side is refused (rule CALL-21). */
export const MOST_UNEXPLAINED_SHARE = 0.02;

/** Ids of the rows that hold what no item of the report explains (rule CALL-21). */
export const UNEXPLAINED_ROWS = {
  assets: 'unexplained-assets',
  liabilities: 'unexplained-liabilities',
} as const;

/** Smaller than any amount that is filed, USD million: what is left of sums of floats. */
const ROUNDING_USD_MILLION = 1e-6;

export interface ClosedBalance {
  readonly rows: readonly Position[];
  readonly lines: readonly ReconciliationLine[];
}

/**
 * Rows without those that hold nothing, and what no item explains in a row of its own on each side,
 * so that assets less liabilities are the reported equity (rule CALL-21). Issue
 * `call-report.unexplained`: more than 2% of total assets.
 */
export function closedBalance(
  reader: ReportReader,
  parts: readonly BuiltPart[],
): Result<ClosedBalance> {
  const built = parts.flatMap(({ rows }) => rows);
  const assets = carryingOf(built.filter(({ side }) => side === 'asset'));
  const liabilities = carryingOf(built.filter(({ side }) => side === 'liability'));
  const totals = totalLines(reader, assets, liabilities);
  const most = MOST_UNEXPLAINED_SHARE * reader.amount('totalAssets');
  const large = totals.find(({ differenceUsdMillion }) => Math.abs(differenceUsdMillion) > most);
  if (large !== undefined) {
    const { title, reportedUsdMillion: reported, builtUsdMillion } = large;
    const expected = `${reported} USD million within 2% of total assets`;
    return fail(issue('call-report.unexplained', title, expected, String(builtUsdMillion)));
  }
  const rest = [
    unexplained(UNEXPLAINED_ROWS.assets, 'asset', reader.amount('totalAssets') - assets),
    unexplained(
      UNEXPLAINED_ROWS.liabilities,
      'liability',
      reader.amount('totalLiabilities') - liabilities,
    ),
  ].flat();
  return ok({
    rows: [...built.filter(holdsSomething), ...rest],
    lines: [...parts.flatMap(({ lines }) => lines), ...totals],
  });
}

function holdsSomething({ notionalUsdMillion, carryingUsdMillion }: Position): boolean {
  return notionalUsdMillion !== 0 || carryingUsdMillion !== 0;
}

function totalLines(
  reader: ReportReader,
  assets: number,
  liabilities: number,
): readonly ReconciliationLine[] {
  return [
    reconciliationLine(reader, {
      ...{ item: 'assets', title: 'Total assets', added: ['totalAssets'], builtUsdMillion: assets },
    }),
    reconciliationLine(reader, {
      ...{ item: 'liabilities', title: 'Total liabilities', added: ['totalLiabilities'] },
      builtUsdMillion: liabilities,
    }),
    reconciliationLine(reader, {
      ...{ item: 'equity', title: 'Total equity, minority interests included' },
      ...{ added: ['totalEquity'], builtUsdMillion: assets - liabilities },
    }),
  ];
}

function unexplained(id: string, side: Position['side'], amount: number): readonly Position[] {
  return Math.abs(amount) < ROUNDING_USD_MILLION ? [] : [restingRow(id, side, 'other', amount)];
}
