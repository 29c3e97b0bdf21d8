import { describe, expect, it } from 'vitest';
import { monthlyHazard } from '../deposit.js';
import { averageLifeYears, estimateConstantDecay } from './constant-decay.js';
import { estimationVectors } from './estimation-vectors.test-fixture.js';
import { estimateTwoPartDecay } from './two-part-decay.js';

const { confidence } = estimationVectors;
const terms = { neweyWestLags: 0, confidence };

function found<T>(answer: { ok: true; value: T } | { ok: false; issues: readonly unknown[] }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
  return answer.value;
}

const quarters = (count: number) => Array.from({ length: count }, (_, i) => 3 * i);

describe('constant decay', () => {
  it.each(estimationVectors.constant)('EST-9: $hazardAYear a year, as statsmodels', (v) => {
    const { months, balances, neweyWestLags } = v;
    const answer = found(
      estimateConstantDecay({ months, balances }, { neweyWestLags, confidence }),
    );
    expect(answer.hazardAYear.value / v.hazardAYear).toBeCloseTo(1, 11);
    expect(answer.hazardAYear.standardError / v.standardError).toBeCloseTo(1, 10);
    expect(answer.neweyWestErrorAYear / v.neweyWestError).toBeCloseTo(1, 10);
    expect(answer.averageLife.valueYears / v.averageLifeYears).toBeCloseTo(1, 11);
    // The reference takes differences of the function, which keeps about seven digits.
    expect(answer.averageLife.standardErrorYears / v.averageLifeError).toBeCloseTo(1, 6);
    expect(answer.averageLife.lowYears / v.lowYears).toBeCloseTo(1, 9);
  });

  it.each(estimationVectors.constant)('EST-15: $fromChanges a year, as statsmodels WLS', (v) => {
    const { months, balances, neweyWestLags } = v;
    const { hazardFromChangesAYear: answer } = found(
      estimateConstantDecay({ months, balances }, { neweyWestLags, confidence }),
    );
    expect(answer.value / v.fromChanges).toBeCloseTo(1, 10);
    expect(answer.standardError / v.fromChangesError).toBeCloseTo(1, 10);
    // By hand: total fall over total time.
    const fall = Math.log((balances[0] ?? 0) / (balances.at(-1) ?? 0));
    const years = ((months.at(-1) ?? 0) - (months[0] ?? 0)) / 12;
    expect(answer.value).toBeCloseTo(fall / years, 12);
  });

  it('EST-9: the average life gives back the monthly share of NMD-1', () => {
    // 2% leaves every month: hazard -12 ln 0.98 a year, life 1 / (12 x 0.02) = 4.1667 years.
    const life = averageLifeYears(-12 * Math.log(0.98));
    expect(life).toBeCloseTo(1 / 0.24, 12);
    expect(monthlyHazard(life)).toBeCloseTo(0.02, 14);
  });

  it('EST-9: balances that lose 2% a month exactly', () => {
    const months = quarters(8);
    const balances = months.map((month) => 500 * 0.98 ** month);
    const answer = found(estimateConstantDecay({ months, balances }, terms));
    expect(answer.averageLife.valueYears).toBeCloseTo(1 / 0.24, 10);
    expect(answer.averageLife.standardErrorYears).toBeLessThan(1e-10);
    expect([answer.months, answer.degreesOfFreedom]).toEqual([21, 6]);
  });

  it('EST-9: a decay that may be zero has a life without an upper end, said in words', () => {
    const balances = [100, 103, 96, 102, 95, 101, 97, 99];
    const answer = found(estimateConstantDecay({ months: quarters(8), balances }, terms));
    expect(answer.averageLife.highYears).toBeNull();
    expect(answer.doubts.join()).toMatch(/no upper end/);
  });

  it('EST-8: balances that grow 1% a quarter are refused as growth of 4.1% a year', () => {
    const balances = quarters(8).map((_, i) => 100 * 1.01 ** i);
    const answer = estimateConstantDecay({ months: quarters(8), balances }, terms);
    expect(answer.ok ? [] : answer.issues.map(({ message }) => message)).toEqual([
      'balances: expected balances that fall, got growth of 4.1% a year',
    ]);
  });

  it.each([100, 33.3, 1e6])(
    'EST-8: balances that stay at %d have no decay, and no life',
    (balance) => {
      const balances = quarters(9).map(() => balance);
      const answer = estimateConstantDecay({ months: quarters(9), balances }, terms);
      expect(answer.ok ? [] : answer.issues.map(({ message }) => message)).toEqual([
        'balances: expected balances that fall, got no fall at all',
      ]);
    },
  );

  it.each([
    ['decay.too-few', quarters(5), [9, 8, 7, 6, 5]],
    ['balance.lengths', quarters(7), [9, 8, 7, 6, 5, 4]],
    ['balance.order', [0, 3, 3, 6, 9, 12], [9, 8, 7, 6, 5, 4]],
    ['balance.not-positive', quarters(6), [9, 8, 7, 0, 5, 4]],
    ['balance.not-positive', quarters(6), [9, 8, Number.NaN, 6, 5, 4]],
  ])('EST-7: %s is an issue', (code, months, balances) => {
    const answer = estimateConstantDecay({ months, balances }, terms);
    expect(answer.ok ? [] : answer.issues.map((one) => one.code)).toEqual([code]);
  });
});

describe('core and non-core', () => {
  it.each(estimationVectors.twoPart)('EST-10: as scipy curve_fit, $averageLifeYears', (v) => {
    const { months, balances } = v;
    const answer = found(estimateTwoPartDecay({ months, balances }, confidence));
    const estimates = [answer.coreShare, answer.coreHazardAYear, answer.nonCoreHazardAYear];
    expect(answer.logStart).toBeCloseTo(v.parameters[0] ?? 0, 6);
    for (const [i, { value, standardError }] of estimates.entries()) {
      expect(value / (v.parameters[i + 1] ?? 0)).toBeCloseTo(1, 5);
      expect(standardError / (v.standardErrors[i + 1] ?? 0)).toBeCloseTo(1, 4);
    }
    expect(answer.averageLifeYears.value / v.averageLifeYears).toBeCloseTo(1, 5);
    expect(answer.averageLifeYears.standardError / v.averageLifeError).toBeCloseTo(1, 4);
    expect(answer.chanceUnderOnePart / v.chanceUnderOnePart).toBeCloseTo(1, 3);
  });

  it('EST-10: 60% at 5% a year and 40% at 150% a year come back exactly', () => {
    const months = quarters(20);
    const part = (share: number, hazard: number, month: number) =>
      share * Math.exp((-hazard * month) / 12);
    const balances = months.map((month) => 800 * (part(0.6, 0.05, month) + part(0.4, 1.5, month)));
    const answer = found(estimateTwoPartDecay({ months, balances }, confidence));
    expect(answer.coreShare.value).toBeCloseTo(0.6, 8);
    expect(answer.coreHazardAYear.value).toBeCloseTo(0.05, 8);
    expect(answer.nonCoreHazardAYear.value).toBeCloseTo(1.5, 7);
    const life = (hazard: number) => 1 / (12 * (1 - Math.exp(-hazard / 12)));
    expect(answer.averageLifeYears.value).toBeCloseTo(0.6 * life(0.05) + 0.4 * life(1.5), 5);
  });

  it('EST-10: one part alone is refused, and so is a core that grows', () => {
    const code = (balances: readonly number[]) => {
      const answer = estimateTwoPartDecay({ months: quarters(balances.length), balances }, 0.95);
      return answer.ok ? '' : answer.issues[0]?.code;
    };
    expect(code(quarters(16).map((month) => 100 * 0.99 ** month))).toBe('decay.one-part');
    // A surge that leaves at once, and a rest that grows 1% a quarter.
    const rest = quarters(16).map((_, i) => 60 * 1.01 ** i + 60 * Math.exp(-1.2 * i));
    expect(code(rest)).toBe('decay.grows');
    expect(code(quarters(7).map((month) => 100 * 0.99 ** month))).toBe('decay.too-few');
  });
});
