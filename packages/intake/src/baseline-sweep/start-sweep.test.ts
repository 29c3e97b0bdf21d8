import { describe, expect, it } from 'vitest';
import { madeReports } from '../baseline/made-reports.test-fixture.js';
import type { CallReportMarket } from '../call-report-study/index.js';
import { startSweep, sweepPieces } from './start-sweep.js';
import { refusedCsv, sweepCsv, sweepTable } from './sweep-table.js';

/** A market on which no bank has a Study: another quarter's. */
const MARKET: CallReportMarket = {
  quarterEnd: '2020-12-31',
  market: {
    curveDate: '2020-12-31',
    curveSource: 'made',
    parQuotes: [],
    mortgageRate: { value: 0.03, unit: 'decimal rate', basis: 'assumed', source: [], note: '' },
    swapSpread: { value: 0, unit: 'decimal rate', basis: 'assumed', source: [], note: '' },
  },
  policyRate: 0.01,
  policyAverages: new Map(),
  twoYearMean: 0.01,
  mortgageMean: 0.03,
};

describe('a sweep over banks', () => {
  const amounts = { totalAssets: 10, depositsDomestic: 8, averageAssetsForLeverage: 10 };
  const banks = Array.from({ length: 25 }, () => ({ amounts }));
  const reports = madeReports(banks);

  it('CALL-13: banks without a Study and banks the reader refused are all on the list', () => {
    const unread = { idrssd: 99, name: 'UNREAD, BANK', issues: [] };
    const some = { ...reports, refused: [unread] };
    const work = startSweep({ reports: some, market: MARKET });
    expect(sweepPieces(some)).toBe(3); // 12, 12 and 1
    const table = sweepTable(some, [0, 1, 2].map(work));
    expect(table.bankCount + table.refused.length).toBe(26);
    expect(table.refused.map(({ idrssd }) => idrssd)).toEqual([
      ...Array.from({ length: 25 }, (_, at) => at + 1),
      99,
    ]);
    expect(table.refused[0]?.issues[0]?.code).toBe('call-report.market');
  });

  it('CALL-13: a bank on which the engine fails is listed, and the next goes on', () => {
    const broken = { ...MARKET, quarterEnd: '2021-12-31' };
    const { banks: swept, refused } = startSweep({ reports, market: broken })(2);
    expect(swept).toEqual([]);
    expect(refused).toHaveLength(1);
  });

  it('CALL-12: no value is blank, and text with commas or quotes is quoted', () => {
    const table = {
      ...{ quarterEnd: '2021-12-31', fileName: 'q.zip', missingSchedules: [], bankCount: 1 },
      texts: [{ name: 'name', values: ['A, "B"', 'plain'] }],
      numbers: [{ name: 'x', values: Float64Array.of(Number.NaN, -0.5) }],
      rowCount: 2,
      refused: [],
    };
    expect(sweepCsv(table)).toBe('name,x\r\n"A, ""B""",\r\nplain,-0.5\r\n');
    expect(refusedCsv(table)).toBe('idrssd,name,code,place,expected,got\r\n');
  });
});
