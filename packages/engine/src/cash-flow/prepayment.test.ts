import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  conditionalPrepaymentRate,
  mortalityPath,
  singleMonthlyMortality,
} from '../behaviour/index.js';
import { assumed, prepaymentModel, row } from '../study/example-study.test-fixture.js';
import { flatCurve, paid, toyProgram, toyProjection } from './toy-program.test-fixture.js';

const model = {
  ...prepaymentModel('mbs'),
  multiplier: assumed(1),
  minCpr: assumed(0.04),
  maxCpr: assumed(0.4),
  slope: assumed(5),
  midpoint: assumed(1.2),
};

describe('prepayment', () => {
  it('PREPAY-1: the mortgage rate is the survey rate, moved by the ten-year', () => {
    const program = toyProgram([], { mortgageRate: 0.05 });
    expect(toyProjection(program).rates.mortgage[0]).toBeCloseTo(0.05, 14);
    // flat 3 % to flat 4 %: 2 (exp(0.02) - 1) - 2 (exp(0.015) - 1) = 0.0101766 of a par rate
    const { mortgage } = toyProjection(program, flatCurve(0.04)).rates;
    for (const month of [0, 100, 359]) expect(mortgage[month]).toBeCloseTo(0.06017655082, 10);
  });

  it.each([
    // ratio of rates, share of the way from 4 % to 40 %, angle
    [1.2, 1 / 2, 'arctan 0'],
    [1.4, 3 / 4, 'arctan -1 = -pi/4'],
    [1.0, 1 / 4, 'arctan 1 = pi/4'],
    [1.2 + Math.sqrt(3) / 5, 5 / 6, 'arctan -sqrt 3 = -pi/3'],
    [1.2 - Math.sqrt(3) / 5, 1 / 6, 'arctan sqrt 3'],
  ])('PREPAY-2: at a ratio of %d the CPR is %d of the way (%s)', (ratio, way) => {
    const cpr = conditionalPrepaymentRate(model, 0.05 * ratio, 0.05);
    expect(cpr).toBeCloseTo(0.04 + 0.36 * way, 12);
  });

  it('PREPAY-2: the multiplier scales, CPR is at most 1, a mortgage rate of zero is 0.01 %', () => {
    const at = (multiplier: number) =>
      conditionalPrepaymentRate({ ...model, multiplier: assumed(multiplier) }, 0.06, 0.05);
    expect(at(2)).toBeCloseTo(2 * 0.22, 12);
    expect(at(50)).toBe(1);
    const atZero = conditionalPrepaymentRate(model, 0.0001, 0);
    expect(atZero).toBe(conditionalPrepaymentRate(model, 0.0001, 0.0001));
  });

  it.each([
    // CPR, SMM: 1 - (1 - CPR)^(1/12)
    [0, 0],
    [0.06, 0.005143],
    [0.2, 0.018423],
    [1, 1],
  ])('PREPAY-3: a CPR of %d is an SMM of %d', (cpr, smm) => {
    expect(singleMonthlyMortality(cpr)).toBeCloseTo(smm, 6);
  });

  it('PREPAY-3: twelve months of SMM are one year of CPR', () => {
    for (const cpr of [0.001, 0.05, 0.37, 0.99]) {
      expect((1 - singleMonthlyMortality(cpr)) ** 12).toBeCloseTo(1 - cpr, 13);
    }
  });
});

const REFERENCE = new URL(
  '../../../../../shared/data/reference/mortgage_prepayment.json',
  import.meta.url,
);
const GRID = new Float64Array(360);
const hasReference = existsSync(REFERENCE);

type PassThroughRow = readonly [
  month: number,
  start: number,
  payment: number,
  grossInterest: number,
  netInterest: number,
  scheduled: number,
  scheduledEnd: number,
  smmPercent: number,
  prepaid: number,
  end: number,
];

interface Reference {
  readonly psa_grid: readonly { psa: number; month: number; cpr: number; smm: number }[];
  readonly pmt_table: { readonly rows: readonly { rate: number; payment: number }[] };
  readonly passthrough: {
    readonly published_rows: Readonly<Record<string, readonly PassThroughRow[]>>;
  };
  readonly sifma: readonly { readonly id: string; readonly expected: Record<string, number> }[];
}

function reference(): Reference {
  return JSON.parse(readFileSync(REFERENCE, 'utf8'));
}

/** A 6 % pass-through on 6.5 % loans that prepay at one CPR. */
function passThrough(start: number, months: number, cpr: number) {
  const constant = { ...model, minCpr: assumed(cpr), maxCpr: assumed(cpr) };
  const program = toyProgram(
    [
      row('pool', 'htm', {
        principal: 'level',
        behaviour: 'mbs',
        notionalUsdMillion: start,
        noteRate: 0.065,
        couponRate: 0.06,
        maturityMonth: months,
      }),
    ],
    { prepayments: [constant] },
  );
  const { flows } = toyProjection(program);
  return (what: 'principal' | 'interest', month: number) =>
    paid(program, flows, what, 'pool', month);
}

describe(`published prepayment tables${
  hasReference ? '' : ' (skipped: ../shared/data/reference is absent)'
}`, () => {
  it.skipIf(!hasReference)(
    'PREPAY-3, PREPAY-5: SMM of the PSA grid, and of The Bond Market Association',
    () => {
      const { psa_grid, sifma } = reference();
      expect(psa_grid).toHaveLength(70);
      for (const { psa, month, cpr, smm } of psa_grid) {
        expect(singleMonthlyMortality(cpr), `${psa} PSA, month ${month}`).toBeCloseTo(smm, 14);
        const standard = { id: 'psa', kind: 'psa', psa: assumed(psa) } as const;
        const path = mortalityPath(standard, { noteRate: 0.06, ageMonths: 0 }, GRID);
        expect(path[month - 1], `${psa} PSA, month ${month}`).toBeCloseTo(smm, 14);
      }
      const worked = sifma[0]?.expected;
      expect(singleMonthlyMortality(worked?.cpr ?? 0)).toBeCloseTo(worked?.smm ?? 1, 7);
    },
  );

  it.skipIf(!hasReference)('CF-6: level payments per 100 over 360 months', () => {
    const { rows } = reference().pmt_table;
    expect(rows).toHaveLength(11);
    for (const { rate, payment } of rows) {
      const edit = { principal: 'level', maturityMonth: 360, noteRate: rate, rate } as const;
      const program = toyProgram([row('loan', 'loans', edit)]);
      const { flows } = toyProjection(program);
      for (const month of [1, 180, 360]) {
        const principal = paid(program, flows, 'principal', 'loan', month);
        const interest = paid(program, flows, 'interest', 'loan', month);
        expect(principal + interest, `${rate} in month ${month}`).toBeCloseTo(payment, 6);
      }
    }
  });

  it.skipIf(!hasReference).each(['175', '240'])(
    'CF-6, CF-3, PREPAY-3: every published row of the pass-through at %s PSA, to the cent',
    (psa) => {
      const rows = reference().passthrough.published_rows[psa] ?? [];
      expect(rows).toHaveLength(12);
      for (const [month, start, , , interest, scheduled, , , prepaid] of rows) {
        // loan age 11 + month; 349 payments are left in month 1; one CPR within the month
        const cpr = (Number(psa) / 100) * 0.06 * Math.min(1, (11 + month) / 30);
        const pool = passThrough(start, 350 - month, cpr);
        expect(Math.abs(pool('principal', 1) - scheduled - prepaid), `${month}`).toBeLessThan(0.02);
        expect(Math.abs(pool('interest', 1) - interest), `${month}`).toBeLessThan(0.01);
      }
    },
  );

  it.skipIf(!hasReference)(
    'CF-6: after the ramp three published months follow from the first',
    () => {
      const rows = reference().passthrough.published_rows['175'] ?? [];
      const first = rows.find(([month]) => month === 100);
      const pool = passThrough(first?.[1] ?? 0, 250, 0.105);
      for (const later of [100, 101, 102, 346, 347, 348]) {
        const published = rows.find(([month]) => month === later);
        const principal = (published?.[5] ?? 0) + (published?.[8] ?? 0);
        expect(Math.abs(pool('principal', later - 99) - principal), `${later}`).toBeLessThan(0.02);
      }
    },
  );
});
