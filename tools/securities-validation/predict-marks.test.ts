import { describe, expect, it } from 'vitest';
import type { CallReport, CallReportMarket, FieldName } from '../../packages/intake/src/index.js';
import { securityRows } from '../../packages/intake/src/index.js';
import { CENTRAL, type JudgedBank } from './judged-banks.js';
import { BEFORE_MOVES, judgement, PREDICTED } from './judgement.js';
import { naiveLoss } from './naive-loss.js';
import { predictMarks } from './predict-marks.js';
import { rankCorrelation } from './rank-correlation.js';

const parameter = (value: number) =>
  ({ value, unit: 'decimal rate', basis: 'assumed', source: [], note: 'an example' }) as const;

/** A market that is flat at a rate paid monthly. */
function flat(quarterEnd: string, monthly: number): CallReportMarket {
  const rate = 2 * ((1 + monthly / 12) ** 6 - 1);
  const parQuotes = [1, 6, 12, 24, 60, 84, 120, 240, 360].map((tenorMonths) => ({
    tenorMonths,
    // up to half a year a quote is a simple yield
    rate: tenorMonths > 6 ? rate : ((1 + monthly / 12) ** tenorMonths - 1) * (12 / tenorMonths),
  }));
  return {
    ...{ quarterEnd, policyRate: monthly, policyAverages: new Map(), twoYearMean: monthly },
    mortgageMean: monthly + 0.02,
    market: {
      ...{ curveDate: quarterEnd, curveSource: 'flat', parQuotes, swapSpread: parameter(0) },
      mortgageRate: parameter(monthly + 0.02),
    },
  };
}

function reportOf(amounts: Partial<Record<FieldName, number>>): CallReport {
  const institution = { idrssd: 1, name: 'A BANK', city: '', state: '', form: '041' } as const;
  const amount = (name: FieldName) => amounts[name];
  return { institution, quarterEnd: '2021-12-31', fileName: '', amount, codeOf: () => undefined };
}

const START = flat('2021-12-31', 0.02);
const RISEN = (date: string) => flat(date, 0.04);
const PATH = {
  ...{ start: START, end: RISEN('2022-12-31') },
  middles: [RISEN('2022-03-31'), RISEN('2022-09-30')],
};

function predicted(amounts: Partial<Record<FieldName, number>>, path = PATH) {
  const rows = securityRows({ report: reportOf(amounts), market: START, assumptions: CENTRAL });
  return predictMarks({ rows, path, poolSpeed: CENTRAL.poolSpeed });
}

const TREASURIES = {
  ...{ treasuryAfsCost: 240, treasuryAfsFairValue: 240, otherDebt3To5Years: 240 },
  ...{ interestTreasuryAndAgency: 4.8, averageTreasuryAndAgency: 240 },
};

describe('a prediction of marks', () => {
  it('CALL-71: without time or move the loss is the one reported', () => {
    const still = { start: START, middles: [], end: START };
    const { costUsdMillion, unrealisedUsdMillion } = predicted(
      { ...TREASURIES, treasuryAfsFairValue: 234 },
      still,
    );
    expect(costUsdMillion).toBe(240);
    expect(unrealisedUsdMillion).toBeCloseTo(-6, 8);
  });

  it('CALL-71: bonds a year on are worth their payments at the new rate', () => {
    // 24 parts of 10 due in months 37 to 60, a year later in months 25 to 48: 2% paid monthly at 4%
    const value = (month: number) => {
      const factor = (1 + 0.04 / 12) ** -month;
      return 10 * (factor + (0.02 / 0.04) * (1 - factor));
    };
    const months = Array.from({ length: 24 }, (_, at) => 25 + at);
    const worth = months.reduce((sum, month) => sum + value(month), 0);
    const { costUsdMillion, unrealisedUsdMillion } = predicted(TREASURIES);
    expect(costUsdMillion).toBeCloseTo(240, 9);
    expect(unrealisedUsdMillion).toBeCloseTo(worth - 240, 1); // -13.3
    expect(unrealisedUsdMillion).toBeLessThan(-13);
  });

  it('CALL-71: what is repaid in a half year is bought again at par and keeps the cost', () => {
    const short = {
      ...{ treasuryAfsCost: 90, treasuryAfsFairValue: 90, otherDebt3To12Months: 90 },
      ...{ interestTreasuryAndAgency: 1.8, averageTreasuryAndAgency: 90 },
    };
    const { costUsdMillion, unrealisedUsdMillion } = predicted(short);
    expect(costUsdMillion).toBeCloseTo(90, 9);
    // all of it is at 4% by then, bought and marked on the same flat curve
    expect(Math.abs(unrealisedUsdMillion)).toBeLessThan(0.01);
  });

  it('CALL-71: what floats is worth par whatever the curve does', () => {
    const { costUsdMillion, unrealisedUsdMillion } = predicted({
      ...{ structuredProductAfsCost: 100, structuredProductAfsFairValue: 100 },
      otherDebtTo3Months: 100,
    });
    expect(costUsdMillion).toBeCloseTo(100, 9); // a fifth a year repaid, and lent again
    expect(Math.abs(unrealisedUsdMillion)).toBeLessThan(0.2);
  });

  it('CALL-71: a pool of mortgages loses more than a rise of one half would say twice', () => {
    const pool = {
      ...{ passThroughGseAfsCost: 100, passThroughGseAfsFairValue: 100 },
      ...{ passThroughOver15Years: 100, interestMbs: 2, averageMbs: 100 },
    };
    const loss = (rate: number) => {
      const risen = (date: string) => flat(date, rate);
      const middles = [risen('2022-03-31'), risen('2022-09-30')];
      const path = { start: START, middles, end: risen('2022-12-31') };
      return -predicted(pool, path).unrealisedUsdMillion;
    };
    expect(loss(0.04)).toBeGreaterThan(2 * loss(0.03));
  });
});

describe('a judgement', () => {
  it('CALL-72: ranks, not sizes, are compared; equal values share a rank', () => {
    expect(rankCorrelation([1, 2, 3], [10, 20, 1000])).toBeCloseTo(1, 12);
    expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(() => rankCorrelation([1, Number.NaN, 3], [1, 2, 3])).toThrow(RangeError);
    // differences of ranks 1, 1, 0: 1 - 6 x 2 / (3 x 8) = 0.5
    expect(rankCorrelation([1, 2, 3], [2, 1, 3])).toBeCloseTo(0.5, 12);
    // ranks 1.5, 1.5, 3 and 1, 2, 3: 1.5 / sqrt(1.5 x 2)
    expect(rankCorrelation([5, 5, 9], [1, 2, 3])).toBeCloseTo(1.5 / Math.sqrt(3), 12);
  });

  it('CALL-73: the floor is amount x years x move of the yield', () => {
    const moved = { start: flat('2021-12-31', 0.02), middles: [], end: flat('2022-12-31', 0.04) };
    const move = 2 * ((1 + 0.04 / 12) ** 6 - (1 + 0.02 / 12) ** 6);
    const loss = naiveLoss(reportOf({ otherDebt5To15Years: 100, otherMbsOver3Years: 20 }), moved);
    expect(loss).toBeCloseTo((100 * 7.8 + 20 * 5) * move, 9); // about 880 x 2%
  });

  it('CALL-74: a loss that became part of the cost is put back into both', () => {
    const bank = (reportedLoss: number, movedLoss: number): JudgedBank => ({
      ...{ idrssd: 1, name: '', state: '', assets: 2000, payFixed: 0, movedLoss, naiveLoss: 0 },
      before: { cost: 100, loss: 0 },
      reported: { cost: 100 - movedLoss, loss: reportedLoss },
      predicted: { cost: 100, loss: 12 },
    });
    const found = judgement([bank(4, 6), bank(12, 0)], PREDICTED, BEFORE_MOVES);
    expect(found).toMatchObject({ banks: 2, foreseen: 24, came: 22 });
  });
});
