import { describe, expect, it } from 'vitest';
import { row } from '../../../study/example-study.test-fixture.js';
import { handMade } from '../../hand-made.test-fixture.js';
import { isRefused } from '../../measure.js';
import { contingencyMeasures } from '../contingency/contingency-measures.js';
import { cashCurve } from '../contingency/line-cash.js';
import { collateralMeasures } from './collateral-measures.js';
import { promisesIn } from './pool-value.js';
import { line, plan, pledge, register } from './register.test-fixture.js';

/** Bonds carried at 100, worth 90; mortgage pools carried at 200, worth 160, and 130 at +200. */
const input = {
  ...handMade({
    positions: [
      row('bonds', 'afs', { carryingUsdMillion: 100 }),
      row('mbs', 'htm', { carryingUsdMillion: 200 }),
      row('loans', 'loans'),
    ],
    scenarios: [
      { id: '0', values: { bonds: 90, mbs: 160, loans: 100 } },
      { id: '+200', values: { bonds: 90, mbs: 130, loans: 100 } },
    ],
  }),
  blocks: { collateral: register(), contingencyPlan: plan() },
};

function valueIn(scenario: string, id: string): number {
  const results = [...collateralMeasures(input), ...contingencyMeasures(input)];
  const found = results.find((each) => each.id === id && each.scenario === scenario);
  if (found === undefined || isRefused(found)) throw new Error(`no ${id}`);
  return found.value;
}

describe('the collateral register', () => {
  it('COLL-1: each promise is worth its carrying amount at the price of the pool', () => {
    const promises = promisesIn(register(), input.program, input.base);
    expect(promises.map(({ id, marketValueUsdMillion }) => [id, marketValueUsdMillion])).toEqual([
      ['repo', 36], // 40 x 0.9
      ['bond-pool', 54], // 60 x 0.9
      ['fhlb', 96], // 120 x 0.8
      ['cities', 64], // 80 x 0.8
    ]);
  });

  it.each([
    // scenario, repo 36 x 0.95 - 10, FHLB (96 and 78) x 0.9 - 50
    ['0', 24.2 + 36.4],
    ['+200', 24.2 + 20.2],
  ])(
    'COLL-2: capacity is value less haircut less drawn; public funds lend nothing (%s)',
    (id, usd) => {
      expect(valueIn(id, 'collateral.capacity')).toBeCloseTo(usd, 12);
    },
  );

  it.each([
    // what secures 70 of public deposits: 64, and 52 at +200
    ['0', 6],
    ['+200', 18],
  ])('COLL-2: at %s lenders can call %d', (id, usd) => {
    expect(valueIn(id, 'collateral.shortfall')).toBeCloseTo(usd, 12);
  });

  it('COLL-2: what public funds are over-secured by is not capacity', () => {
    const cities = pledge('cities', { lender: 'public-funds', carrying: 80, drawn: 40 });
    const pool = { id: 'p', title: 'p', positions: ['mbs'], pledges: [cities], sale: null };
    const found = collateralMeasures({ ...input, blocks: { collateral: { pools: [pool] } } });
    expect(found.slice(0, 3)).toMatchObject([{ value: 0 }, { value: 0 }, { value: 0 }]);
  });

  it('COLL-3: 60 kept for sale bring 54 less 1%', () => {
    expect(valueIn('0', 'collateral.saleable')).toBeCloseTo(53.46, 12);
  });

  it('COLL-4: pledged 36 + 96 + 64 of pools worth 250', () => {
    expect(valueIn('0', 'collateral.encumbered')).toBeCloseTo(0.784, 14);
  });

  it('COLL-4, EVAL-6: without a register nothing is measured', () => {
    const found = collateralMeasures({ ...input, blocks: {} });
    expect(found.map((each) => isRefused(each) && each.issue.path)).toEqual(
      new Array(4).fill('/collateral'),
    );
  });
});

describe('the contingency funding plan', () => {
  it.each([
    // scenario, hours, cash
    ['0', '8h', 20], // cash; the uncommitted repo never
    ['0', '24h', 50], // the line of 30 within a capacity of 36.4
    ['0', '48h', 103.46],
    ['+200', '24h', 40.2], // the FHLB lends 20.2 by then
    ['+200', '48h', 93.66],
  ])('CFP-1: at %s within %s: %d', (scenario, hours, usd) => {
    expect(valueIn(scenario, `contingency.cash.${hours}`)).toBeCloseTo(usd, 12);
  });

  it('CFP-2: the curve steps at the hours of the lines and ends at the whole plan', () => {
    const curve = cashCurve(plan(), promisesIn(register(), input.program, input.base));
    expect(curve.map(({ hours }) => hours)).toEqual([0, 1, 24, 48]);
    expect(curve.map(({ cashUsdMillion }) => Math.round(cashUsdMillion * 100))).toEqual([
      2000, 2000, 5000, 10346,
    ]);
    expect(valueIn('0', 'contingency.cash')).toBeCloseTo(103.46, 12);
  });

  it('CFP-2: a line pays when the collateral behind it has turned to cash, not before', () => {
    // Two hours by the plan, a day by the register
    const early = line('advance', { usd: 30, hours: 2, facility: 'fhlb', backing: 'fhlb' });
    const promises = promisesIn(register(), input.program, input.base);
    expect(cashCurve(plan({ lines: [early] }), promises)).toEqual([
      { hours: 24, cashUsdMillion: 30 },
    ]);
  });

  it('CFP-1: a line without collateral behind it gives its limit', () => {
    const alone = {
      ...input,
      blocks: { contingencyPlan: plan({ lines: plan().lines.slice(0, 1) }) },
    };
    expect(contingencyMeasures(alone)[0]).toMatchObject({ value: 20 });
  });
});
