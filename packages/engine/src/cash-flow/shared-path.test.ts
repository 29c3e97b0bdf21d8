import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookFromPositions, type Position } from '../balance-sheet/index.js';
import { mortalityPath, type PrepaymentModel } from '../behaviour/index.js';
import { powInteger } from '../foundation/index.js';
import { incentiveSmm, projectPool } from '../instrument/index.js';
import {
  assumed,
  depositModel,
  prepaymentModel,
  row,
} from '../study/example-study.test-fixture.js';
import { poolMortality } from './mortality.js';
import { principalAnswersToRates } from './row-principal.js';
import { scheduledShares } from './scheduled-share.js';
import { principalOf, toyProgram, toyProjection } from './toy-program.test-fixture.js';

const SEED = 20240716;
const model = {
  ...prepaymentModel('mbs'),
  slope: assumed(5),
  midpoint: assumed(1.1),
  seasoningMonths: assumed(30),
  burnoutFloor: assumed(0.4),
};
const terms: Partial<Position> = {
  principal: 'level',
  behaviour: 'mbs',
  noteRate: 0.06,
  maturityMonth: 300,
  ageMonths: 12,
};

describe('paths that rows share', () => {
  it('PREPAY-7: rows alike in rate and age have one path, others their own', () => {
    const mortgage = new Float64Array(360).fill(0.055);
    const pool = { noteRate: 0.06, ageMonths: 12 };
    const path = poolMortality(model, pool, mortgage);
    expect(poolMortality(model, { ...pool }, mortgage)).toBe(path);
    expect(poolMortality(model, { ...pool, ageMonths: 13 }, mortgage)).not.toEqual(path);
    expect(poolMortality(model, { ...pool, noteRate: 0.07 }, mortgage)).not.toEqual(path);
    expect(poolMortality({ ...model, minCpr: assumed(0.3) }, pool, mortgage)).not.toEqual(path);
    expect(
      poolMortality(
        model,
        pool,
        mortgage.map((rate) => rate + 0.01),
      ),
    ).not.toEqual(path);
    expect(path).toEqual(mortalityPath(model, pool, mortgage));
  });

  it(`CF-6: the scheduled share is i / ((1 + i)^n - 1) to the last bit (seed ${SEED})`, () => {
    const book = bookFromPositions([]);
    const rate = fc.double({ min: 0.0001, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 360 }), (noteRate, left) => {
        const i = noteRate / 12;
        const share = scheduledShares(book, noteRate, 360)[left];
        expect(share).toBe(i / (powInteger(1 + i, left) - 1));
      }),
      { seed: SEED, numRuns: 700 },
    );
  });

  it('CF-6, PREPAY-6, PREPAY-7: a pool in the book pays as the security on it does', () => {
    const program = toyProgram([row('pool', 'htm', terms)], { prepayments: [model] });
    const { rates, flows } = toyProjection(program);
    const security = {
      kind: 'incentive',
      curve: { multiplier: 1, minCpr: 0.04, maxCpr: 0.4, slope: 5, midpoint: 1.1 },
      seasoningMonths: 30,
      lagMonths: 0,
      burnoutFloor: 0.4,
      mortgageRate: 0.05,
    } as const;
    const setting = { noteRate: 0.06, path: rates.mortgage, firstCalendarMonth: 1 };
    const months = projectPool(
      {
        balance: 100,
        grossRate: 0.06,
        passThroughRate: 0.055,
        remainingMonths: 300,
        ageMonths: 12,
      },
      (state) => incentiveSmm(security, setting, state),
    );
    const paid = principalOf(program, flows, 'pool');
    expect(months).toHaveLength(300);
    for (const { month, scheduledPrincipal, prepaidPrincipal } of months) {
      expect(paid[month - 1]).toBeCloseTo(scheduledPrincipal + prepaidPrincipal, 9);
    }
  });

  const constant: PrepaymentModel = { id: 'flat', kind: 'cpr', cpr: assumed(0.06) };
  const rateGap = { sensitivity: assumed(5), minMultiple: assumed(1), maxMultiple: assumed(2) };
  it.each<[string, Partial<Position>, boolean]>([
    ['a bullet', {}, false],
    ['a level loan without a model', { principal: 'level' }, false],
    ['one at a constant speed', { ...terms, behaviour: 'flat' }, false],
    ['one that refinances', terms, true],
    ['a deposit', { principal: 'decay', behaviour: 'ib' }, false],
    ['a deposit that answers to the rate gap', { principal: 'decay', behaviour: 'gap' }, true],
  ])('PREPAY-4, NMD-10: principal of %s (%#)', (_what, edit, answers) => {
    const program = toyProgram([row('p', 'loans', edit)], {
      prepayments: [model, constant],
      deposits: [depositModel('ib'), { ...depositModel('gap'), rateGap }],
    });
    expect(principalAnswersToRates(program, 0)).toBe(answers);
  });
});
