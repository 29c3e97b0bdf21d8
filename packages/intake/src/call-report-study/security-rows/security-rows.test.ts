import { evaluate, measureOf, type Position, type Study } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import type { CallReport, FieldName } from '../../call-report/index.js';
import type { CallReportMarket } from '../bank-study.js';
import { type SecurityRows, securityRows } from './security-rows.js';
import { securityPrepayment, securityStudy } from './security-study.js';
import { placedMonths } from './security-terms.js';
import { SECURITY_TYPES } from './security-type.js';
import { securityYields } from './security-yields.js';
import { splitAmounts } from './split-amounts.js';

type Amounts = Partial<Record<FieldName, number>>;

function reportOf(amounts: Amounts): CallReport {
  const institution = { idrssd: 1, name: 'A BANK', city: '', state: '', form: '041' } as const;
  const amount = (name: FieldName) => amounts[name];
  return { institution, quarterEnd: '2021-12-31', fileName: '', amount, codeOf: () => undefined };
}

const parameter = (value: number) =>
  ({ value, unit: 'decimal rate', basis: 'assumed', source: [], note: 'an example' }) as const;

/** The curve of a day that is flat at 2%, mortgages at 4% now and on average. */
const FLAT: CallReportMarket = {
  ...{ quarterEnd: '2021-12-31', policyRate: 0.02, policyAverages: new Map() },
  ...{ twoYearMean: 0.02, mortgageMean: 0.04 },
  market: {
    ...{ curveDate: '2021-12-31', curveSource: 'flat' },
    parQuotes: [1, 3, 6, 12, 60, 360].map((tenorMonths) => ({ tenorMonths, rate: 0.02 })),
    ...{ mortgageRate: parameter(0.04), swapSpread: parameter(0) },
  },
};

const CENTRAL = { securityPlace: 0.5, poolSpeed: 1, municipalTaxRate: 0.21 };

function rowsOf(amounts: Amounts, assumptions = CENTRAL): SecurityRows {
  return securityRows({ report: reportOf(amounts), market: FLAT, assumptions });
}

function rowOf({ positions }: SecurityRows, id: string): Position {
  const found = positions.find((position) => position.id === id);
  if (found === undefined) throw new Error(`no ${id}: ${positions.map((row) => row.id)}`);
  return found;
}

function sum(rows: SecurityRows, group: string, of: (row: Position) => number): number {
  return rows.positions
    .filter((row) => row.group === group)
    .reduce((total, row) => total + of(row), 0);
}

/** A bank with every kind in both books. */
const BANK: Amounts = {
  ...{ treasuryHtmCost: 100, treasuryHtmFairValue: 98, treasuryAfsCost: 200 },
  ...{ treasuryAfsFairValue: 197, municipalAfsCost: 80, municipalAfsFairValue: 84 },
  ...{ structuredProductAfsCost: 50, structuredProductAfsFairValue: 50 },
  ...{ passThroughGseHtmCost: 300, passThroughGseHtmFairValue: 296 },
  ...{ passThroughGnmaAfsCost: 90, passThroughGnmaAfsFairValue: 91 },
  ...{ cmoAgencyAfsCost: 60, cmoAgencyAfsFairValue: 59 },
  ...{ cmbsAgencyAfsCost: 40, cmbsAgencyAfsFairValue: 41 },
  ...{ otherDebtTo3Months: 60, otherDebt3To12Months: 41, otherDebt1To3Years: 100 },
  ...{ otherDebt3To5Years: 90, otherDebt5To15Years: 110, otherDebtOver15Years: 30 },
  ...{ passThrough5To15Years: 91, passThroughOver15Years: 300 },
  ...{ otherMbsTo3Years: 30, otherMbsOver3Years: 70 },
  ...{ interestTreasuryAndAgency: 6, averageTreasuryAndAgency: 300 },
  ...{ interestMbs: 9, averageMbs: 500, interestOtherSecurities: 3, averageOtherSecurities: 120 },
};

describe('securities of a Call Report', () => {
  it('CALL-60: memorandum 2 counts commercial pass-throughs with debt, other MBS by life', () => {
    const inBlock = (block: string) =>
      Object.entries(SECURITY_TYPES)
        .filter(([, terms]) => terms.block === block)
        .map(([name]) => name);
    expect(inBlock('pool')).toEqual([
      ...['passThroughGnma', 'passThroughGse', 'passThroughAgency', 'passThroughPrivate'],
    ]);
    expect(inBlock('mbs')).toEqual([
      ...['cmoAgency', 'cmoAgencyCollateral', 'cmoPrivate', 'cmbsAgency', 'cmbsPrivate'],
    ]);
    expect(inBlock('debt')).toContain('cmbsPassThroughAgency');
  });

  it('CALL-60: rows cost what both books cost, and carry AFS at fair value', () => {
    const rows = rowsOf(BANK);
    expect(sum(rows, 'htm', (row) => row.notionalUsdMillion)).toBeCloseTo(400, 9); // 100 + 300
    expect(sum(rows, 'htm', (row) => row.carryingUsdMillion)).toBeCloseTo(400, 9);
    // 200 + 80 + 50 + 90 + 60 + 40 and 197 + 84 + 50 + 91 + 59 + 41
    expect(sum(rows, 'afs', (row) => row.notionalUsdMillion)).toBeCloseTo(520, 9);
    expect(sum(rows, 'afs', (row) => row.carryingUsdMillion)).toBeCloseTo(522, 9);
    expect(rows.positions.length).toBeLessThanOrEqual(30);
    expect(rowsOf({}).positions).toEqual([]);
  });

  it('CALL-61: one type alone stands as its buckets do; a column keeps its proportion', () => {
    const rows = rowsOf({
      ...{ treasuryAfsCost: 102, treasuryAfsFairValue: 100 },
      ...{ otherDebt1To3Years: 60, otherDebt3To5Years: 40 },
    });
    // cost of a cell = its fair value x 102 / 100
    expect(rowOf(rows, 'afs-debt-1to3y').notionalUsdMillion).toBeCloseTo(61.2, 9);
    expect(rowOf(rows, 'afs-debt-3to5y').carryingUsdMillion).toBeCloseTo(40, 9);
    expect(rows.positions).toHaveLength(2);
  });

  it('CALL-61: fitting keeps the odds of the guess and meets both margins', () => {
    const cells = splitAmounts({
      amounts: [30, 70],
      columns: [2, 3],
      guess: [
        [0.8, 0.2],
        [0.5, 0.5],
      ],
    });
    const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = cells;
    expect([a + b, c + d, a + c, b + d].map((each) => Math.round(each * 1e6) / 1e6)).toEqual([
      ...[30, 70, 40, 60],
    ]);
    expect((a * d) / (b * c)).toBeCloseTo(4, 6); // 0.8 x 0.5 / (0.2 x 0.5)
  });

  it('CALL-61: without buckets a holding stands where its type usually does', () => {
    expect(splitAmounts({ amounts: [10], columns: [0, 0], guess: [[0.3, 0.7]] })).toEqual([[3, 7]]);
  });

  it.each([
    ['afs-debt-3to12m', 'even', 4, 12],
    ['htm-debt-3to5y', 'even', 37, 60],
    ['afs-cmbs-over3y', 'even', 37, 108],
    ['htm-pool-5to15y', 'level', 0, 168],
    ['htm-pool-over15y', 'level', 0, 348],
    ['afs-cmo-over3y', 'level', 0, 240],
  ])('CALL-62: %s pays %s principal from month %i to %i', (id, principal, from, to) => {
    const row = rowOf(rowsOf(BANK), id);
    expect(row).toMatchObject({ principal, firstPrincipalMonth: from, maturityMonth: to });
  });

  it('CALL-63: book yields are a year’s income over the average; beyond 10% there is none', () => {
    const { byLine, all } = securityYields(reportOf({ ...BANK, interestMbs: 60 }));
    expect(byLine).toEqual({ government: 0.02, mortgage: null, other: 0.025 });
    expect(all).toBeCloseTo(69 / 920, 12);
  });

  it('CALL-63: pools pay 0.8 points less than borrowers, who pay the mean of three years', () => {
    const row = rowOf(rowsOf(BANK), 'htm-pool-over15y');
    expect(row).toMatchObject({ noteRate: 0.04, rate: 0.018, premium: 0.02 }); // 9 / 500
    expect(row.couponRate).toBeCloseTo(0.032, 12);
    expect(rowOf(rowsOf(BANK), 'afs-pool-5to15y').noteRate).toBeCloseTo(0.034, 12);
  });

  it('CALL-64: every kind in both books is worth its reported fair value on the curve', () => {
    const rows = rowsOf(BANK);
    for (const { builtUsdMillion, fairValueUsdMillion } of rows.marks) {
      expect(builtUsdMillion).toBeCloseTo(fairValueUsdMillion, 9);
    }
    const study = securityStudy(rows.positions, { market: FLAT.market, poolSpeed: 1 });
    expect(unrealised(study, 'htm')).toBeCloseTo(98 + 296 - 400, 8);
    expect(unrealised(study, 'afs')).toBeCloseTo(522 - 520, 8);
  });

  it('CALL-64: a mark that no spread explains is told, not met', () => {
    const { marks } = rowsOf({
      ...{ treasuryHtmCost: 1, treasuryHtmFairValue: 3, otherDebt3To12Months: 1 },
    });
    expect(marks[0]?.spread).toBe(-0.05);
    expect(marks[0]?.builtUsdMillion).toBeLessThan(1.1);
  });

  it('CALL-65: what reprices within three months floats', () => {
    const rows = rowsOf({ ...BANK, passThroughTo3Months: 20 });
    expect(rowOf(rows, 'afs-debt-to3m')).toMatchObject({ floats: true, rateIndex: 'treasury' });
    expect(rowOf(rows, 'afs-pool-to3m')).toMatchObject({ floats: true, principal: 'level' });
    expect(rowOf(rows, 'afs-debt-3to12m').floats).toBe(false);
  });

  it('CALL-66: a tax-exempt bond at (1 - t) r is a taxed one at r, in (1 - t) of the time', () => {
    const rows = rowsOf({
      ...{ municipalAfsCost: 100, municipalAfsFairValue: 100, otherDebt3To5Years: 100 },
      ...{ interestOtherSecurities: 2, averageOtherSecurities: 100 },
    });
    const row = rowOf(rows, 'afs-municipal-3to5y');
    expect(row.rate).toBe(0.02);
    expect(row.couponRate).toBeCloseTo(0.02 / 0.79, 12);
    expect([row.firstPrincipalMonth, row.maturityMonth]).toEqual([29, 47]); // 0.79 x 37 and 60
    // by hand: paid monthly, 60 months at 0.79 x 3% against 47.4 months at 3%
    const annuity = (rate: number, months: number) =>
      (1 - (1 + rate / 12) ** -months) / (rate / 12);
    const exempt = (0.02 / 12) * annuity(0.79 * 0.03, 60) + (1 + (0.79 * 0.03) / 12) ** -60;
    const taxed = (0.02 / 0.79 / 12) * annuity(0.03, 0.79 * 60) + (1 + 0.03 / 12) ** -(0.79 * 60);
    expect(taxed).toBeCloseTo(exempt, 3);
  });

  it('CALL-67: prepayment is 24.06% at the midpoint and falls towards 2.24%', () => {
    const { minCpr, maxCpr, midpoint } = securityPrepayment(1);
    expect((minCpr.value + maxCpr.value) / 2).toBeCloseTo(0.2406, 12);
    expect(minCpr.value).toBeCloseTo(0.0224, 4);
    expect(midpoint.value).toBe(1.089);
    expect(securityPrepayment(1.4).multiplier.value).toBe(1.4);
  });

  it.each([
    [0.5, 37, 60],
    [0.25, 37, 49],
    [0.75, 49, 60],
    [1, 60, 60],
  ])('CALL-68: at place %f principal falls from month %i to %i', (place, from, to) => {
    expect(placedMonths({ from: 37, to: 60 }, place)).toEqual({ from, to });
  });

  it('CALL-69: a report without income takes the par yield of the row’s own term', () => {
    const rows = rowsOf({
      ...{ treasuryAfsCost: 100, treasuryAfsFairValue: 100, otherDebt3To5Years: 100 },
    });
    expect(rowOf(rows, 'afs-debt-3to5y').rate).toBeCloseTo(0.02, 3);
    expect(rows.yields.all).toBeNull();
  });
});

function unrealised(study: Study, group: 'afs' | 'htm'): number {
  return measureOf(evaluate(study, ['marks']), `unrealised.${group}`, '0');
}
