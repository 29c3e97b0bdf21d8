import type { CallReport, CallReports } from '@almfes/intake';
import { describe, expect, it } from 'vitest';
import { bookFromPositions } from '../../../engine/src/balance-sheet/index.js';
import { exampleStudy, row } from '../../../engine/src/study/example-study.test-fixture.js';
import { fundingMix } from './funding-mix.js';
import { type IndustryShares, industryShares } from './industry-shares.js';

const money = (amount: number) => ({ notionalUsdMillion: amount, carryingUsdMillion: amount });

function mixOf(free: number, paid: number, share: number) {
  const rows = [
    row('deposits-free', 'deposits', money(free)),
    row('deposits-savings', 'deposits', money(paid)),
  ];
  const study = exampleStudy({ book: bookFromPositions(rows) });
  const mix = fundingMix(study, 1200, { free: share } as unknown as IndustryShares);
  return mix === null ? null : { ...mix.toAverage, back: mix.toOwn };
}

describe('the funding mix of all banks', () => {
  it('FORM-22: free deposits beyond the share of all banks go to savings, and back', () => {
    // 500 - 25% of 1,200
    expect(mixOf(500, 600, 0.25)).toMatchObject({
      ...{ fromId: 'deposits-free', toId: 'deposits-savings', amountUsdMillion: 200 },
      back: { fromId: 'deposits-savings', toId: 'deposits-free', amountUsdMillion: 200 },
    });
  });

  it('FORM-22: what is missing comes from savings, of which a twentieth stays', () => {
    expect(mixOf(500, 600, 0.5)).toMatchObject({
      ...{ fromId: 'deposits-savings', toId: 'deposits-free', amountUsdMillion: 100 },
    });
    // 600 - 500 = 100 wanted, 95% of 40 can go
    expect(mixOf(500, 40, 0.5)).toMatchObject({ amountUsdMillion: 38 });
  });

  it('FORM-22: a shift below half a per cent of deposits is none', () => {
    expect(mixOf(305, 600, 0.25)).toBeNull();
    expect(mixOf(306, 600, 0.25)).toMatchObject({ amountUsdMillion: 6 });
  });
});

describe('shares of all banks', () => {
  it.each([
    ['041', 0.3, 'sums over 1 banks whose reports were due by 2022-01-30'],
    ['031', 0.6, 'sums over 2 banks'],
  ] as const)('FORM-22: of a bank of form %s, the reports due by then', (form, free, words) => {
    const column = (...values: number[]) => Float64Array.from(values);
    const none = column(Number.NaN, Number.NaN);
    const known: Record<string, Float64Array> = {
      depositsDomesticNoninterestBearing: column(30, 90),
      depositsDomestic: column(100, 100),
    };
    const reports = {
      institutions: [{ form: '041' }, { form: '031' }],
      columns: new Proxy(known, { get: (all, name) => all[String(name)] ?? none }),
    } as unknown as CallReports;
    const report = { quarterEnd: '2021-12-31', institution: { form } } as unknown as CallReport;
    const found = industryShares(reports, report);
    expect(found.free).toBeCloseTo(free, 12);
    expect(found.figures['industry.freeShare'].locator).toContain(words);
    expect(found.figures['industry.freeShare'].value).toBeCloseTo(100 * free, 9);
  });
});
