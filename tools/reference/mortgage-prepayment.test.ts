import {
  cprOfPsa,
  cprOfSmm,
  holderFlows,
  levelPaymentFactor,
  type MortgagePool,
  projectPool,
  smmOfSpeed,
  valueAtMortgageYield,
  yieldMeasures,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { type Fields, fieldsOf, numberNamed, required } from './case-field.test-fixture.js';
import { hasReference, reference } from './reference.test-fixture.js';

interface PoolTables {
  readonly inputs: {
    readonly principal: number;
    readonly wac: number;
    readonly passThrough: number;
  };
  readonly columns: readonly string[];
  readonly published_rows: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly computed_full_tables: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly valuation: { readonly published: Fields };
}

interface MortgageFile {
  readonly examples: readonly {
    readonly rows: readonly Fields[];
    readonly tolerance: number;
  }[];
  readonly passthrough: PoolTables & { readonly inputs: Fields };
  readonly pmt_table: {
    readonly rows: readonly { readonly rate: number; readonly payment: number }[];
    readonly tolerance: number;
  };
  readonly repayment_mortgage: { readonly inputs: Fields; readonly expected: Fields };
  readonly psa_grid: readonly Fields[];
}

const file: MortgageFile = hasReference
  ? reference<MortgageFile>('mortgage_prepayment.json')
  : ({
      examples: [],
      passthrough: {
        inputs: {},
        columns: [],
        published_rows: {},
        computed_full_tables: {},
        valuation: { published: {} },
      },
      pmt_table: { rows: [], tolerance: 0 },
      repayment_mortgage: { inputs: {}, expected: {} },
      psa_grid: [],
    } as unknown as MortgageFile);

/** Half a cent or half of the last printed digit, and the noise of float64 in the print. */
const halfOf = (lastDigit: number, value: number): number =>
  lastDigit / 2 + 1e-12 * Math.abs(value) + 1e-9 * lastDigit;

describe.skipIf(!hasReference)('speeds (needs ../shared)', () => {
  it.each(file.psa_grid)('PSA $psa of month $month', (row) => {
    const psa = required(numberNamed(row, /^psa$/), 'psa', row);
    const age = required(numberNamed(row, /^month$/), 'month', row);
    const smm = smmOfSpeed({ kind: 'psa', psa }, 1, age);
    expect(cprOfPsa(psa, age)).toBeCloseTo(numberNamed(row, /^cpr$/) ?? Number.NaN, 12);
    expect(smm).toBeCloseTo(numberNamed(row, /^smm$/) ?? Number.NaN, 12);
    expect(cprOfSmm(smm)).toBeCloseTo(cprOfPsa(psa, age), 12);
  });

  it.each(file.examples.flatMap(({ rows, tolerance }) => rows.map((row) => ({ row, tolerance }))))(
    'textbook speed $row',
    ({ row, tolerance }) => {
      const psa = required(numberNamed(row, /^psa$/), 'psa', row);
      const age = required(numberNamed(row, /^month$/), 'month', row);
      const cpr = required(numberNamed(row, /^cpr$/), 'cpr', row);
      const smm = required(numberNamed(row, /^smm$/), 'smm', row);
      expect(Math.abs(cprOfPsa(psa, age) - cpr)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(smmOfSpeed({ kind: 'cpr', cpr }, 1, age) - smm)).toBeLessThanOrEqual(
        tolerance,
      );
    },
  );
});

describe.skipIf(!hasReference)('level payments (needs ../shared)', () => {
  it.each(file.pmt_table.rows)('payment per 100 at $rate', ({ rate, payment }) => {
    const found = 100 * levelPaymentFactor({ rate, months: 360 });
    expect(Math.abs(found - payment)).toBeLessThanOrEqual(file.pmt_table.tolerance);
  });

  it('a repayment mortgage month by month', () => {
    const { inputs, expected } = file.repayment_mortgage;
    const rate = required(numberNamed(inputs, /^rate$/), 'rate', inputs);
    const pool: MortgagePool = {
      balance: required(numberNamed(inputs, /principal/), 'principal', inputs),
      grossRate: rate,
      passThroughRate: rate,
      remainingMonths: required(numberNamed(inputs, /months/), 'months', inputs),
      ageMonths: 0,
    };
    const rows = projectPool(pool, () => 0);
    expect(rows[0]?.payment).toBeCloseTo(numberNamed(expected, /^payment$/) ?? Number.NaN, 6);
    for (const [name, wanted] of Object.entries(expected)) {
      const month = /^month(\d+)$/.exec(name)?.[1];
      if (month === undefined) continue;
      const row = rows[Number(month) - 1];
      const fields = fieldsOf(wanted);
      expect(row?.grossInterest).toBeCloseTo(numberNamed(fields, /^interest/) ?? Number.NaN, 7);
      expect(row?.scheduledPrincipal).toBeCloseTo(numberNamed(fields, /princ/) ?? Number.NaN, 7);
      expect(row?.endBalance).toBeCloseTo(numberNamed(fields, /outst/) ?? Number.NaN, 7);
    }
  });
});

const tablePool = (): MortgagePool => {
  const inputs: Fields = file.passthrough.inputs;
  return {
    balance: required(numberNamed(inputs, /principal/), 'principal', inputs),
    grossRate: required(numberNamed(inputs, /^wac$/), 'wac', inputs),
    passThroughRate: required(numberNamed(inputs, /passThrough/), 'passThrough', inputs),
    remainingMonths: required(numberNamed(inputs, /^wam$/), 'wam', inputs),
    ageMonths: required(numberNamed(inputs, /^age$/), 'age', inputs),
  };
};

const tableMonths = (psa: number) =>
  projectPool(tablePool(), (at) => smmOfSpeed({ kind: 'psa', psa }, at.month, at.ageMonths));

describe.skipIf(!hasReference)('tables of pass-through cash flows (needs ../shared)', () => {
  const { published_rows, computed_full_tables } = file.passthrough;
  const tables = [published_rows, computed_full_tables].flatMap((table) => Object.entries(table));
  it.each(tables)('%s PSA, every cell', (psa, rows) => {
    const months = tableMonths(Number(psa));
    expect(rows.length).toBeGreaterThan(0);
    for (const cells of rows) {
      const row = months[(cells[0] ?? 0) - 1];
      if (row === undefined) throw new Error(`no month ${cells[0]}`);
      const found = [
        row.month,
        row.startBalance,
        row.payment,
        row.grossInterest,
        row.passThroughInterest,
        row.scheduledPrincipal,
        row.startBalance - row.scheduledPrincipal,
        100 * row.smm,
        row.prepaidPrincipal,
        row.endBalance,
      ];
      expect(cells.length).toBe(found.length);
      cells.forEach((cell, at) => {
        const lastDigit = file.passthrough.columns[at] === 'smmPct' ? 1e-4 : 1e-2;
        const miss = Math.abs((found[at] ?? Number.NaN) - cell);
        expect(miss, `month ${cells[0]}, ${file.passthrough.columns[at]}`).toBeLessThanOrEqual(
          halfOf(lastDigit, cell) + 1e-6,
        );
      });
    }
  });

  const values = Object.entries(file.passthrough.valuation.published).flatMap(([name, value]) => {
    const [, psa, whole, part] = /^pv_(\d+)psa_(?:yield_)?(\d+)_(\d+)pct$/.exec(name) ?? [];
    return psa === undefined || typeof value !== 'number'
      ? []
      : [{ psa: Number(psa), yieldPercent: Number(`${whole}.${part}`), value }];
  });
  it.each(values)('value at $psa PSA and $yieldPercent%', ({ psa, yieldPercent, value }) => {
    const flows = holderFlows(tableMonths(psa), { delayDays: 0, settlementDays: 0 });
    const lastDigit = Number.isInteger(value) ? 1 : 0.01;
    const found = valueAtMortgageYield(flows, yieldPercent / 100);
    expect(Math.abs(found - value)).toBeLessThanOrEqual(halfOf(lastDigit, value));
  });

  it('modified duration against the monthly yield', () => {
    const duration = numberNamed(file.passthrough.valuation.published, /modifiedDuration/);
    const flows = holderFlows(tableMonths(240), { delayDays: 0, settlementDays: 0 });
    const { macaulayDuration } = yieldMeasures(flows, 0.06);
    expect(Math.abs(macaulayDuration / (1 + 0.06 / 12) - (duration ?? Number.NaN))).toBeLessThan(
      halfOf(0.001, 1),
    );
  });
});
