import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookFromPositions } from '../../balance-sheet/index.js';
import { exampleStudy, row, SEED } from '../../study/example-study.test-fixture.js';
import { evaluate, type Study } from '../../study/index.js';
import { pick } from '../hand-made.test-fixture.js';
import { KEY_TENORS_MONTHS } from './bump.js';

function onlyPositions(...positions: Parameters<typeof bookFromPositions>[0]): Study {
  return { ...exampleStudy(), hedges: [], book: bookFromPositions(positions) };
}

/** A position of `amount` that pays nothing but its principal in one month. */
const zeroBond = (months: number, amount = 1000) =>
  row('zero', 'loans', {
    notionalUsdMillion: amount,
    carryingUsdMillion: amount,
    rate: 0,
    couponRate: 0,
    firstPrincipalMonth: months,
    maturityMonth: months,
  });

function keyRates(study: Study, id = 'keyRate.eve') {
  const { measures } = evaluate(study);
  return {
    byTenor: pick(measures, id).byTenor ?? {},
    total: pick(measures, id).value,
    parallel: pick(measures, `${id}.parallel`).value,
    residual: pick(measures, `${id}.residual`).value,
    value: pick(measures, 'eve.value', '0').value,
  };
}

describe('key rates', () => {
  it.each([
    // months, share of the tenor below, of the tenor above
    [60, 1, 0],
    [72, 0.5, 0.5],
    [90, 5 / 6, 1 / 6],
  ])(
    'KEY-1, KEY-2: a payment in month %i moves its neighbours by %d and %d',
    (months, low, high) => {
      const found = keyRates(onlyPositions(zeroBond(months)));
      const [below, above] = months < 84 ? ['60m', '84m'] : ['84m', '120m'];
      // value V e^(-b t): slope -V t for a rise of one basis point
      const slope = (-found.value * months) / 12 / 10_000;
      expect((found.byTenor[below ?? ''] ?? 0) / slope).toBeCloseTo(low, 7);
      expect((found.byTenor[above ?? ''] ?? 0) / slope).toBeCloseTo(high, 7);
      const others = KEY_TENORS_MONTHS.map((tenor) => `${tenor}m`).filter(
        (tenor) => tenor !== below && tenor !== above,
      );
      for (const tenor of others) expect(found.byTenor[tenor]).toBe(0);
    },
  );

  it('KEY-1: the first tent is flat before its tenor, the last after it', () => {
    const { byTenor, total } = keyRates(onlyPositions(zeroBond(1)));
    expect(byTenor['1m']).toBe(total);
    const long = keyRates(onlyPositions(zeroBond(360)));
    expect(long.byTenor['360m']).toBe(long.total);
  });

  it('KEY-3: a floater of 1200 with no margin has the income of the forwards it reads', () => {
    const floater = row('f', 'loans', {
      notionalUsdMillion: 1200,
      floats: true,
      firstPrincipalMonth: 300,
      maturityMonth: 300,
    });
    const found = keyRates(onlyPositions(floater), 'keyRate.nii.12m');
    // parallel: 1200 x 1 bp = 0.12 a year, a little more by compounding (times 1 / D of a month)
    expect(found.parallel).toBeCloseTo(0.12, 3);
    // income of a year is about 1200 x (1/D(12) - 1): it hangs on the 12-month zero rate alone
    expect((found.byTenor['12m'] ?? 0) / found.parallel).toBeGreaterThan(0.98);
  });

  it('KEY-3: a fixed position beyond the year has no income at risk', () => {
    const found = keyRates(onlyPositions(zeroBond(120)), 'keyRate.nii.12m');
    expect(Object.values(found.byTenor).every((value) => value === 0)).toBe(true);
  });

  it('KEY-4: on the example bank the tents add up to the parallel move within 1e-6', () => {
    for (const id of ['keyRate.eve', 'keyRate.nii.12m']) {
      const { residual, parallel } = keyRates(exampleStudy(), id);
      expect(Math.abs(residual / parallel)).toBeLessThan(1e-6);
    }
  });

  // No rate here stands at its floor of zero and no prepayment curve is a step: those are kinks.
  it(`KEY-4: and on any bullets and floaters within 1e-6 of their parts (seed ${SEED})`, () => {
    const term = fc.record({
      months: fc.integer({ min: 1, max: 480 }),
      rate: fc.double({ min: 0.02, max: 0.09, noNaN: true }),
      floats: fc.boolean(),
    });
    const property = fc.property(fc.array(term, { minLength: 1, maxLength: 5 }), (terms) => {
      const positions = terms.map(({ months, rate, floats }, index) =>
        row(`p${index}`, 'loans', {
          rate,
          couponRate: rate,
          floats,
          firstPrincipalMonth: months,
          maturityMonth: months,
        }),
      );
      const { residual, byTenor } = keyRates(onlyPositions(...positions));
      const size = Object.values(byTenor).reduce((sum, part) => sum + Math.abs(part), 1e-3);
      expect(Math.abs(residual) / size).toBeLessThan(1e-6);
    });
    fc.assert(property, { seed: SEED, numRuns: 40 });
  });
});
