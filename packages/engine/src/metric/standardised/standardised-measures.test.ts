import { describe, expect, it } from 'vitest';
import { bookFromPositions, type Position, type Swap } from '../../balance-sheet/index.js';
import { assumed, exampleStudy, row } from '../../study/example-study.test-fixture.js';
import { baseDiscount, evaluate, measureOf } from '../../study/index.js';

const SHIFT = 0.02;

/** Scenarios 0 and +200 of a book given position by position. */
function studyOf(positions: readonly Position[], hedges: readonly Swap[] = []) {
  const parallel = (id: string, shockBp: number) =>
    ({ id, title: id, kind: 'parallel', shockBp, floorRate: null }) as const;
  return exampleStudy({
    book: bookFromPositions(positions),
    hedges,
    scenarios: [parallel('0', 0), parallel('+200', 200)],
  });
}

const changes = (study: ReturnType<typeof studyOf>) => {
  const outcome = evaluate(study);
  return {
    standardised: measureOf(outcome, 'standardised.eve.change', '+200'),
    full: measureOf(outcome, 'eve.change', '+200'),
  };
};

/** D(t) (e^(-0.02 t) - 1): what a payment of 1 at t years loses; ln D linear between months. */
function lossOf(study: ReturnType<typeof studyOf>, years: number): number {
  const discount = baseDiscount(study);
  const months = years * 12;
  const before = Math.floor(months);
  const [low, high] = [discount[before] ?? 0, discount[before + 1] ?? 0].map(Math.log);
  const logD = (low ?? 0) + (months - before) * ((high ?? 0) - (low ?? 0));
  return Math.exp(logD) * (Math.exp(-SHIFT * years) - 1);
}

const bullet = (id: string, group: 'loans' | 'borrowings', edit: Partial<Position>): Position =>
  row(id, group, { rate: 0, couponRate: 0, ...edit });
const at = (month: number) => ({ firstPrincipalMonth: month, maturityMonth: month });
const swap: Swap = {
  id: 'payer',
  notionalUsdMillion: 50,
  fixedRate: 0.03,
  floatSpread: 0.001,
  startMonth: 0,
  maturityMonth: 42,
  model: 'undesignated',
  hedgedGroup: 'none',
};

describe('the standardised value of a Study', () => {
  it('STANDARD-13: payments at midpoints (3.5 and 9.5 years) are valued as in full', () => {
    const study = studyOf([bullet('a', 'loans', at(42)), bullet('b', 'borrowings', at(114))]);
    const { standardised, full } = changes(study);
    expect(standardised).toBeCloseTo(full, 9);
    const byHand = 100 * lossOf(study, 3.5) - 100 * lossOf(study, 9.5);
    expect(standardised).toBeCloseTo(byHand, 9);
  });

  it('STANDARD-13: elsewhere a payment is taken to its midpoint: 48 months to 3.5 years', () => {
    const study = studyOf([bullet('a', 'loans', at(48))]);
    const { standardised, full } = changes(study);
    expect(standardised).toBeCloseTo(100 * lossOf(study, 3.5), 9);
    expect(full).toBeCloseTo(100 * lossOf(study, 4), 9);
  });

  it('STANDARD-13: a floating position pays to its reset and reprices there', () => {
    // 6% on 100 is 0.5 a month: month 1 at 0.0417, months 2 and 3 and the balance at 0.1667.
    const floater = { ...at(60), rate: 0.06, floats: true, resetMonth: 3 };
    const study = studyOf([row('a', 'loans', floater)]);
    const byHand = 0.5 * lossOf(study, 0.0417) + 101 * lossOf(study, 0.1667);
    expect(changes(study).standardised).toBeCloseTo(byHand, 9);
  });

  it('STANDARD-13: a reset at once is overnight', () => {
    const study = studyOf([row('a', 'loans', { ...at(60), floats: true, resetMonth: 0 })]);
    expect(changes(study).standardised).toBeCloseTo(100 * lossOf(study, 0.0028), 9);
  });

  it('STANDARD-13: a line at a floating rate has nothing out, and nothing reprices', () => {
    const term = { ...at(60), firstPrincipalMonth: 0, floats: true, resetMonth: 0 };
    const line = { ...term, principal: 'line', behaviour: 'line', carryingUsdMillion: 0 } as const;
    const { behaviour } = exampleStudy();
    const drawdowns = [{ id: 'line', drawRate: assumed(0.1) }];
    const study = { ...studyOf([row('a', 'loans', line)]), behaviour: { ...behaviour, drawdowns } };
    expect(changes(study).standardised).toBeCloseTo(0, 12);
  });

  it('STANDARD-13: a swap is its notional at the start, less at the end, less what it pays', () => {
    const none = { principal: 'none', ...at(480) } as const;
    const study = studyOf([row('cash', 'cash', none)], [swap]);
    // (3% - 0.1%) x 50 / 12 a month on 42 months: 1, 2, 3, 3, 3, 6, 6, 12 and 6 by bucket
    const monthly = (0.029 * 50) / 12;
    const midpoints = [0.0417, 0.1667, 0.375, 0.625, 0.875, 1.25, 1.75, 2.5, 3.5];
    const counts = [1, 2, 3, 3, 3, 6, 6, 12, 6];
    const paid = midpoints.reduce(
      (sum, years, k) => sum + (counts[k] ?? 0) * monthly * lossOf(study, years),
      0,
    );
    const byHand = 50 * lossOf(study, 0.0028) - 50 * lossOf(study, 3.5) - paid;
    expect(changes(study).standardised).toBeCloseTo(byHand, 9);
    expect(changes(study).standardised).toBeGreaterThan(0); // the payer gains when rates rise
  });

  it('STANDARD-13: deposits and mortgages move with the scenario; the two changes agree', () => {
    const { standardised, full } = changes(
      exampleStudy({
        scenarios: studyOf([]).scenarios,
        behaviour: exampleStudy().behaviour,
      }),
    );
    expect(Math.sign(standardised)).toBe(Math.sign(full));
    expect(standardised / full).toBeGreaterThan(0.8);
    expect(standardised / full).toBeLessThan(1.2);
  });
});
