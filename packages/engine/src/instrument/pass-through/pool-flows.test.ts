import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLife } from './average-life.js';
import { averagePsa, averageSmm, observedSpeed, type PoolObservation } from './historical-speed.js';
import {
  bondEquivalentYield,
  holderFlows,
  mortgageYield,
  mortgageYieldOfBondEquivalent,
  valueAtMortgageYield,
  yieldMeasures,
} from './mortgage-yield.js';
import { type MortgagePool, projectPool } from './pool-flows.js';
import {
  cprOfPsa,
  cprOfSmm,
  type PrepaymentSpeed,
  psaOfCpr,
  smmOfAbs,
  smmOfSpeed,
} from './prepayment-speed.js';
import { levelPaymentFactor, scheduledBalanceFactor } from './scheduled-balance.js';

const months = (pool: MortgagePool, speed: PrepaymentSpeed) =>
  projectPool(pool, (at) => smmOfSpeed(speed, at.month, at.ageMonths));

function got<T>(result: { ok: true; value: T } | { ok: false; issues: readonly unknown[] }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

describe('prepayment speeds', () => {
  it.each([
    [100, 1, 0.002],
    [100, 30, 0.06],
    [100, 200, 0.06],
    [150, 17, 0.051],
    [80, 15, 0.024],
  ])('PASSTHROUGH-1: %d%% PSA in month %d is CPR %d', (psa, month, cpr) => {
    expect(cprOfPsa(psa, month)).toBeCloseTo(cpr, 14);
    expect(psaOfCpr(cpr, month)).toBeCloseTo(psa, 10);
    const smm = smmOfSpeed({ kind: 'psa', psa }, 1, month);
    expect(cprOfSmm(smm)).toBeCloseTo(cpr, 14);
    expect((1 - smm) ** 12).toBeCloseTo(1 - cpr, 13);
  });

  it('PASSTHROUGH-2: an absolute speed takes the same part of all loans each month', () => {
    let left = 1;
    for (let age = 1; age <= 60; age += 1) {
      const smm = smmOfAbs(0.015, age);
      expect(left * smm).toBeCloseTo(0.015, 12);
      left *= 1 - smm;
    }
    expect(smmOfAbs(0.015, 67)).toBe(1);
  });

  it('PASSTHROUGH-1: a vector is read month by month, its last value holds', () => {
    const speed: PrepaymentSpeed = { kind: 'vector', unit: 'smm', values: [0.01, 0.02] };
    expect([1, 2, 3, 99].map((month) => smmOfSpeed(speed, month, 5))).toEqual([
      0.01, 0.02, 0.02, 0.02,
    ]);
    const psa: PrepaymentSpeed = { kind: 'vector', unit: 'psa', values: [150] };
    expect(cprOfSmm(smmOfSpeed(psa, 1, 17))).toBeCloseTo(0.051, 14);
  });
});

/** Excel's PMT per 100 over 360 months, as in a public library's test of amortising bonds. */
const PAYMENTS: readonly (readonly [number, number])[] = [
  [0, 0.277777778],
  [0.01, 0.32163952],
  [0.05, 0.536821623],
  [0.12, 1.028612597],
];

/** SF-7: a Ginnie Mae I 9% pool of 359 months seen in June and July 1989. */
const SF7: PoolObservation = {
  loan: { rate: 0.095, months: 359 },
  originalBalance: 1,
  ageAtIssue: 1,
  startAge: 15,
  endAge: 16,
  startFactor: 0.85150625,
  endFactor: 0.84732282,
};

/** SF-12: two pools over six months. */
const SF12: readonly PoolObservation[] = [
  {
    loan: { rate: 0.095, months: 358 },
    originalBalance: 1_000_000,
    ageAtIssue: 2,
    startAge: 9,
    endAge: 15,
    startFactor: 0.86925218,
    endFactor: 0.84732282,
  },
  {
    loan: { rate: 0.095, months: 360 },
    originalBalance: 2_000_000,
    ageAtIssue: 0,
    startAge: 1,
    endAge: 7,
    startFactor: 0.99950812,
    endFactor: 0.9829023,
  },
];

describe('schedules and observed speeds', () => {
  it.each(PAYMENTS)('PASSTHROUGH-3: at %d the payment per 100 is %d', (rate, payment) => {
    expect(100 * levelPaymentFactor({ rate, months: 360 })).toBeCloseTo(payment, 6);
    expect(scheduledBalanceFactor({ rate, months: 360 }, 360)).toBe(0);
    expect(scheduledBalanceFactor({ rate, months: 360 }, 0)).toBe(1);
  });

  it('PASSTHROUGH-4: SIFMA SF-7, the speed of one month from two factors', () => {
    const found = got(observedSpeed(SF7));
    expect(found.startScheduled).toBeCloseTo(0.992133, 7);
    expect(found.endScheduled).toBeCloseTo(0.99157471, 7);
    expect(found.scheduledFactor).toBeCloseTo(0.85102709, 7);
    expect(found.prepaid).toBeCloseTo(0.00370427, 7);
    expect(found.smm).toBeCloseTo(0.0043527, 6);
    expect(found.cpr).toBeCloseTo(0.051, 6);
    expect(got(averagePsa([SF7]))).toBeCloseTo(150, 2);
  });

  it('PASSTHROUGH-4: SIFMA SF-12, the average speed of two pools over six months', () => {
    const smm = got(averageSmm(SF12));
    expect(smm).toBeCloseTo(0.00271142, 7);
    expect(cprOfSmm(smm)).toBeCloseTo(0.032056, 6);
    expect(got(averagePsa(SF12))).toBeCloseTo(212.02, 1);
  });

  it('PASSTHROUGH-4: windows that are none and pools of different windows are issues', () => {
    expect(observedSpeed({ ...SF7, endAge: 15 }).ok).toBe(false);
    expect(observedSpeed({ ...SF7, startFactor: 0 }).ok).toBe(false);
    expect(averageSmm([]).ok).toBe(false);
    expect(averageSmm([SF7, ...SF12]).ok).toBe(false);
  });
});

/** A textbook's pool of 300 million, 6.5% loans paying 6%, 349 months left, 11 months old. */
const TEXTBOOK: MortgagePool = {
  balance: 300_000_000,
  grossRate: 0.065,
  passThroughRate: 0.06,
  remainingMonths: 349,
  ageMonths: 11,
};

/** Month, start, payment, interest of loans and holder, scheduled, prepaid, end: at 175% PSA. */
const ROWS_175: readonly (readonly number[])[] = [
  [1, 300000000, 1915779.3, 1625000, 1500000, 290779.3, 1069734.18, 298639486.52],
  [100, 110801799.59, 810072.17, 600176.41, 554009, 209895.76, 1017633.47, 109574270.36],
  [348, 162322.57, 81821.31, 879.25, 811.61, 80942.07, 748.84, 80631.66],
];

describe('months of a pool', () => {
  it('PASSTHROUGH-5: a published table to the cent', () => {
    const rows = months(TEXTBOOK, { kind: 'psa', psa: 175 });
    expect(rows).toHaveLength(349);
    for (const cells of ROWS_175) {
      const row = rows[(cells[0] ?? 0) - 1];
      const found = [
        row?.month,
        row?.startBalance,
        row?.payment,
        row?.grossInterest,
        row?.passThroughInterest,
        row?.scheduledPrincipal,
        row?.prepaidPrincipal,
        row?.endBalance,
      ];
      found.forEach((value, at) => {
        expect(Math.abs((value ?? Number.NaN) - (cells[at] ?? 0))).toBeLessThan(0.00501);
      });
    }
  });

  it('PASSTHROUGH-5: SIFMA SF-4, the first month of a new 9.5% loan at 150% PSA', () => {
    const loan = { ...TEXTBOOK, balance: 1, grossRate: 0.095, passThroughRate: 0.09 };
    const [row] = months(
      { ...loan, remainingMonths: 360, ageMonths: 0 },
      { kind: 'psa', psa: 150 },
    );
    expect(row?.scheduledPrincipal).toBeCloseTo(0.00049188, 7);
    expect(row?.prepaidPrincipal).toBeCloseTo(0.00025022, 7);
    expect(row?.grossInterest).toBeCloseTo(0.00791667, 7);
    expect(row?.passThroughInterest).toBeCloseTo(0.0075, 12);
  });

  it('PASSTHROUGH-5: principal adds up to the balance, whatever the speed (seed 30)', () => {
    const pool = fc.record({
      balance: fc.double({ min: 1, max: 1e9, noNaN: true }),
      grossRate: fc.double({ min: 0, max: 0.2, noNaN: true }),
      passThroughRate: fc.constant(0),
      remainingMonths: fc.integer({ min: 1, max: 480 }),
      ageMonths: fc.integer({ min: 0, max: 400 }),
    });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const speed: fc.Arbitrary<PrepaymentSpeed> = fc.oneof(
      fc.record({ kind: fc.constant('psa' as const), psa: fc.integer({ min: 0, max: 1600 }) }),
      fc.record({ kind: fc.constant('cpr' as const), cpr: share }),
      fc.record({ kind: fc.constant('smm' as const), smm: share }),
      fc.record({ kind: fc.constant('abs' as const), abs: share }),
    );
    fc.assert(
      fc.property(pool, speed, (drawn, drawnSpeed) => {
        const rows = months(drawn, drawnSpeed);
        const repaid = rows.reduce(
          (sum, row) => sum + row.scheduledPrincipal + row.prepaidPrincipal,
          0,
        );
        expect(repaid / drawn.balance).toBeCloseTo(1, 9);
        expect(rows.at(-1)?.endBalance).toBeCloseTo(0, 6);
        for (const row of rows) expect(row.scheduledPrincipal).toBeGreaterThanOrEqual(0);
      }),
      { seed: 30, numRuns: 200 },
    );
  });
});

/** SF-49: Ginnie Mae I 9% at par, 9.5% loans, 360 months, 150% PSA, 14 days of actual delay. */
const SF49: MortgagePool = {
  balance: 100,
  grossRate: 0.095,
  passThroughRate: 0.09,
  remainingMonths: 360,
  ageMonths: 0,
};

const sf49Flows = (settlementDays: number) =>
  holderFlows(months(SF49, { kind: 'psa', psa: 150 }), { delayDays: 14, settlementDays });

const lifeOf = (flows: ReturnType<typeof sf49Flows>): number =>
  averageLife(flows.map((flow) => ({ years: flow.months / 12, principal: flow.principal })));

describe('yield and average life', () => {
  it('PASSTHROUGH-7, PASSTHROUGH-8: SIFMA SF-49, settled on the issue date at par', () => {
    const flows = sf49Flows(0);
    const monthly = got(mortgageYield(flows, 100));
    expect(100 * monthly).toBeCloseTo(8.93863, 5);
    expect(100 * bondEquivalentYield(monthly)).toBeCloseTo(9.10675, 5);
    const found = yieldMeasures(flows, monthly);
    expect(found.macaulayDuration).toBeCloseTo(5.73147, 5);
    expect(found.modifiedDuration).toBeCloseTo(5.48186, 5);
    expect(found.convexity).toBeCloseTo(54.4326, 4);
    expect(mortgageYieldOfBondEquivalent(bondEquivalentYield(monthly))).toBeCloseTo(monthly, 14);
    expect(valueAtMortgageYield(flows, monthly)).toBeCloseTo(100, 10);
  });

  it('PASSTHROUGH-7: SIFMA SF-51, settled a week later with 7 days accrued', () => {
    const monthly = got(mortgageYield(sf49Flows(7), 100.175));
    expect(100 * bondEquivalentYield(monthly)).toBeCloseTo(9.10644, 5);
  });

  it('PASSTHROUGH-6: average life of SF-49, and the two ways of SF-56', () => {
    expect(lifeOf(sf49Flows(0))).toBeCloseTo(9.77844, 5);
    const grows = [
      { years: 1, principal: -10 },
      { years: 2, principal: 0 },
      { years: 3, principal: 110 },
    ];
    expect(averageLife(grows, 'net')).toBeCloseTo(3.2, 12);
    expect(averageLife(grows, 'payments')).toBeCloseTo(3, 12);
    expect(() => averageLife([])).toThrow(RangeError);
  });

  it('PASSTHROUGH-8: a price no yield gives is an issue', () => {
    expect(mortgageYield(sf49Flows(0), 1e9).ok).toBe(false);
    expect(mortgageYield(sf49Flows(0), -5).ok).toBe(false);
  });
});
