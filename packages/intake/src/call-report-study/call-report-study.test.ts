import { describe, expect, it } from 'vitest';
import { CENTRAL_ASSUMPTIONS } from './assumption/parse-assumption-choice.js';
import { callReportStudy } from './call-report-study.js';
import {
  type Amounts,
  codesOf,
  MADE_AMOUNTS,
  type MadeReport,
  madeReport,
  marketOf,
  rowOf,
  valueOrThrow,
} from './made-bank.test-fixture.js';

const MARKET = marketOf('2022-12-31');
const build = (edit: Amounts = {}, terms: MadeReport = {}) =>
  callReportStudy({
    report: madeReport({ ...MADE_AMOUNTS, ...edit }, terms),
    market: MARKET,
    assumptions: CENTRAL_ASSUMPTIONS,
  });
const made = valueOrThrow(build());
const carrying = (id: string) => rowOf(made, id).carryingUsdMillion;
const line = (item: string, bank = made) => bank.reconciliation.find((each) => each.item === item);

describe('a Call Report as a Study', () => {
  it('CALL-20: valued at the quarter end, decided 30 days later, 35 with foreign offices', () => {
    expect(made.study.valuationDate).toBe('2022-12-31');
    expect(made.study.decisionDate).toBe('2023-01-30'); // 31 December + 30 days
    const foreign = valueOrThrow(build({}, { form: '031' }));
    expect(foreign.study.decisionDate).toBe('2023-02-04');
  });

  it('CALL-20: every amount read is a figure with its passport', () => {
    expect(made.study.figures['call-report.totalAssets']).toEqual({
      ...{ label: 'Total assets (item 12)', value: 1000, unit: 'USD million' },
      ...{ asOf: '2022-12-31', knownFrom: '2023-01-30', document: 'made.zip' },
      locator: 'RCFD2170, schedule RC, IDRSSD 1',
      url: 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx',
      ...{ confidence: 'seen', role: 'input' },
    });
    expect(made.study.figures['call-report.tradingAssets']).toBeUndefined(); // not reported
  });

  it('CALL-20: the market of another quarter, no assets and no deposits are refused', () => {
    expect(codesOf(build({}, { quarterEnd: '2021-12-31' }))).toContain('call-report.market');
    expect(codesOf(build({ depositsDomestic: 0 }))).toEqual(['call-report.no-amount']);
    expect(codesOf(build({ averageAssetsForLeverage: 0 }))).toEqual(['call-report.no-amount']);
    const without = (gone: keyof typeof MADE_AMOUNTS) => {
      const { [gone]: _gone, ...rest } = MADE_AMOUNTS;
      return { report: madeReport(rest), market: MARKET, assumptions: CENTRAL_ASSUMPTIONS };
    };
    for (const gone of ['cet1', 'interestIncome', 'interestExpense'] as const) {
      expect(codesOf(callReportStudy(without(gone))), gone).toEqual(['call-report.no-amount']);
    }
  });
});

describe('reconciliation', () => {
  it('CALL-21: every item is built as reported', () => {
    for (const { item, differenceUsdMillion } of made.reconciliation) {
      expect(differenceUsdMillion, item).toBeCloseTo(0, 9);
    }
    // 50 + 100 + 20 + 96 + (710 - 7.1) + 31.1; 830 + 60 + 10
    expect(line('assets')?.builtUsdMillion).toBeCloseTo(1000, 9);
    expect(line('liabilities')?.builtUsdMillion).toBeCloseTo(900, 9);
    expect(line('equity')?.builtUsdMillion).toBeCloseTo(100, 9);
    expect(line('loans')?.codes).toEqual(['RCFD5369', 'RCFDB528', 'RCFD3123']);
  });

  it('CALL-21: what no item explains is a row of its own and is told', () => {
    // 5 of the loans stand in no bucket; 99% of what stands there is carried
    const short = valueOrThrow(build({ firstLienOver15Years: 95 }));
    expect(line('loans', short)?.differenceUsdMillion).toBeCloseTo(-4.95, 9);
    expect(line('assets', short)?.differenceUsdMillion).toBeCloseTo(-4.95, 9);
    expect(rowOf(short, 'unexplained-assets')).toMatchObject({ group: 'other', principal: 'none' });
    expect(rowOf(short, 'unexplained-assets').carryingUsdMillion).toBeCloseTo(4.95, 9);
    // too much is a negative row, on either side
    const long = valueOrThrow(build({ firstLienOver15Years: 102, otherBorrowings3To5Years: 25 }));
    expect(rowOf(long, 'unexplained-assets').carryingUsdMillion).toBeCloseTo(-1.98, 9);
    expect(rowOf(long, 'unexplained-liabilities').carryingUsdMillion).toBeCloseTo(-5, 9);
  });

  it('CALL-21: more than 2% of total assets unexplained is refused', () => {
    expect(build({ firstLienOver15Years: 80 }).ok).toBe(true); // 19.8 of 1,000
    expect(codesOf(build({ firstLienOver15Years: 79 }))).toEqual(['call-report.unexplained']);
    expect(codesOf(build({ otherLiabilities: 31 }))).toEqual(['call-report.unexplained']);
  });
});

describe('assets', () => {
  it('CALL-22: money at banks and lent overnight earns the federal funds rate', () => {
    expect(rowOf(made, 'cash-idle')).toMatchObject({ principal: 'none', carryingUsdMillion: 50 });
    for (const [id, amount] of [
      ['cash-earning', 100],
      ['federal-funds-sold', 20],
    ] as const) {
      const row = { floats: true, maturityMonth: 1, rate: 0.0433, carryingUsdMillion: amount };
      expect(rowOf(made, id)).toMatchObject(row);
    }
  });

  it('CALL-23: loans stand by bucket, nonaccrual loans rest, the allowance lies on all', () => {
    // 7.1 of 710 is 1%
    expect(carrying('loans-first-lien-over-15y')).toBeCloseTo(99, 9);
    expect(carrying('loans-other-to-3m')).toBeCloseTo(198, 9);
    expect(carrying('loans-nonaccrual')).toBeCloseTo(4.95, 9);
    expect(rowOf(made, 'loans-nonaccrual').principal).toBe('none');
    expect(rowOf(made, 'loans-other-to-3m').notionalUsdMillion).toBe(200);
  });

  it.each([
    // months at half the way into the bucket
    ['loans-first-lien-3m-to-1y', { principal: 'even', maturityMonth: 8 }], // 7.5
    ['loans-first-lien-3y-to-5y', { firstPrincipalMonth: 48, maturityMonth: 48 }],
    ['loans-first-lien-5y-to-15y', { principal: 'level', maturityMonth: 120 }],
    ['loans-first-lien-over-15y', { principal: 'level', maturityMonth: 300 }], // 240 to 360
    ['loans-other-1y-to-3y', { firstPrincipalMonth: 12, maturityMonth: 24 }], // from half the term
    ['loans-other-over-15y', { principal: 'level', maturityMonth: 270 }], // 180 to 360
    ['loans-other-to-3m', { floats: true, resetMonth: 2, maturityMonth: 36 }],
  ])('CALL-24: %s', (id, terms) => {
    expect(rowOf(made, id)).toMatchObject(terms);
  });

  it('CALL-25: margins: survey rate less ten years, own rate less the calm curve', () => {
    // 6.42% - 3.88%; 5.5% - 1.2228%
    expect(rowOf(made, 'loans-first-lien-5y-to-15y').discountSpread).toBeCloseTo(0.0254, 12);
    expect(rowOf(made, 'loans-other-1y-to-3y').discountSpread).toBeCloseTo(0.042772, 12);
    expect(rowOf(made, 'loans-other-1y-to-3y').reinvestSpread).toBeCloseTo(0.042772, 12);
    // a loan that floats is discounted at its own margin over one month: 8.1467% - 4.12%
    expect(rowOf(made, 'loans-other-to-3m').discountSpread).toBeCloseTo(0.040267, 6);
  });
});

describe('liabilities', () => {
  it('CALL-26: deposits by what they are paid', () => {
    expect(carrying('deposits-free')).toBe(250);
    expect(carrying('deposits-transaction')).toBe(50); // 300 - 250
    expect(carrying('deposits-savings')).toBe(350); // 200 + 150
    // 320 free, of which 20 lie in savings: 300 + 20, 0, 350 - 20
    const free = valueOrThrow(
      build({ depositsDomesticNoninterestBearing: 320, depositsDomestic: 830 }),
    );
    expect(rowOf(free, 'deposits-savings').carryingUsdMillion).toBe(330);
    expect(line('deposits-domestic', free)?.differenceUsdMillion).toBeCloseTo(0, 9);
  });

  it('CALL-26: deposits of foreign offices have rows and models of their own', () => {
    const foreign = valueOrThrow(
      build({
        ...{ depositsForeign: 25, depositsForeignNoninterestBearing: 10 },
        ...{ depositsForeignInterestBearing: 15, depositsDomestic: 830, otherLiabilities: 5 },
        ...{ totalLiabilities: 920, totalEquity: 80 },
      }),
    );
    expect(rowOf(foreign, 'deposits-foreign').carryingUsdMillion).toBe(15);
    expect(rowOf(foreign, 'deposits-foreign-free').carryingUsdMillion).toBe(10);
  });

  it('CALL-27: time deposits by size and bucket, half the way into it', () => {
    const months = ['to-3m', '3m-to-1y', '1y-to-3y', 'over-3y'].map(
      (end) => rowOf(made, `deposits-time-small-${end}`).maturityMonth,
    );
    expect(months).toEqual([2, 8, 24, 48]); // 1.5, 7.5, 24, 48
    expect(carrying('deposits-time-large-3m-to-1y')).toBe(30);
    expect(line('time-deposits-small')?.reportedUsdMillion).toBe(120);
  });

  it('CALL-28: new time deposits pay beta times the par yield of their term', () => {
    // 24 months: 4.41%; (0.793 - 1) x 4.41% under it
    const { reinvestSpread } = rowOf(made, 'deposits-time-small-1y-to-3y');
    expect(reinvestSpread).toBeCloseTo(-0.207 * 0.0441, 12);
  });

  it('CALL-29: borrowings by bucket, advances and others together', () => {
    expect(rowOf(made, 'borrowings-to-1y')).toMatchObject({
      ...{ carryingUsdMillion: 40, maturityMonth: 6 },
    });
    expect(rowOf(made, 'borrowings-3y-to-5y')).toMatchObject({
      ...{ carryingUsdMillion: 20, maturityMonth: 48 },
    });
  });

  it('CALL-30: what bears no rate rests at its carrying amount', () => {
    expect(rowOf(made, 'other-assets')).toMatchObject({ principal: 'none', side: 'asset' });
    expect(carrying('other-assets')).toBeCloseTo(31.1, 9); // 11 + 20.1
    expect(carrying('other-liabilities')).toBe(10);
  });
});

describe('rates', () => {
  const rate = (id: string, bank = made) => rowOf(bank, id).rate;

  it('CALL-31: income of the period, made a year’s, over average balances', () => {
    expect(rate('loans-first-lien-1y-to-3y')).toBeCloseTo(0.04, 12); // 10.5 / 262.5
    expect(rate('loans-other-1y-to-3y')).toBeCloseTo(0.055, 12); // 24.0625 / 437.5
    expect(rate('borrowings-3y-to-5y')).toBeCloseTo(0.02, 12); // 1.2 / 60
  });

  it('CALL-31: a report of the quarter before leaves one quarter, made a year’s', () => {
    const before = madeReport(
      { ...MADE_AMOUNTS, interestResidentialLoans: 7.35, averageLoansResidential: 999 },
      { quarterEnd: '2022-09-30' },
    );
    const terms = { report: madeReport(MADE_AMOUNTS), before, market: MARKET };
    const bank = valueOrThrow(callReportStudy({ ...terms, assumptions: CENTRAL_ASSUMPTIONS }));
    expect(rate('loans-first-lien-1y-to-3y', bank)).toBeCloseTo((4 * 3.15) / 262.5, 12);
  });

  it('CALL-31: a report of the year before gives the mean of both averages', () => {
    const before = madeReport(
      { ...MADE_AMOUNTS, averageLoansResidential: 157.5 },
      { quarterEnd: '2021-12-31' },
    );
    const terms = { report: madeReport(MADE_AMOUNTS), before, market: MARKET };
    const bank = valueOrThrow(callReportStudy({ ...terms, assumptions: CENTRAL_ASSUMPTIONS }));
    expect(rate('loans-first-lien-1y-to-3y', bank)).toBeCloseTo(10.5 / 210, 12);
  });

  it('CALL-31: a ratio outside 0 to 40% is no rate: loans then earn the calm curve and 3%', () => {
    const odd = valueOrThrow(build({ averageLoansResidential: 10 })); // 105%
    expect(rate('loans-first-lien-1y-to-3y', odd)).toBeCloseTo(0.012228 + 0.03, 12);
    expect(odd.replacedRates).toEqual(['loans-first-lien']);
    expect(made.replacedRates).toEqual([]);
  });

  it('CALL-32: what floats, and deposits by beta, have moved since the average of the year', () => {
    // 4.33% less the mean of 0.12, 0.77, 2.19 and 3.6533%: 2.646675%
    const move = 0.0433 - (0.0012 + 0.0077 + 0.0219 + 0.036533) / 4;
    expect(rate('loans-other-to-3m')).toBeCloseTo(0.055 + move, 12);
    expect(rate('deposits-transaction')).toBeCloseTo(0.002 + 0.23 * move, 12);
    expect(rate('deposits-savings')).toBeCloseTo(0.004 + 0.334 * move, 12);
    expect(rate('borrowings-to-1y')).toBeCloseTo(0.02 + move, 12);
    // struck two quarters earlier: mean of 0.77 and 2.19 less the mean of 0.09, 0.08, 0.12, 0.77
    const lagged = 0.0148 - (0.0009 + 0.0008 + 0.0012 + 0.0077) / 4;
    expect(rate('deposits-time-small-to-3m')).toBeCloseTo(0.0075 + 0.793 * lagged, 12);
  });
});
