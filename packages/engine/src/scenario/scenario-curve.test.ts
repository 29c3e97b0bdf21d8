import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthlyDiscount, type ZeroCurve, zeroRate } from '../market/index.js';
import {
  type FloorRule,
  floorRateAt,
  type NodesScenario,
  type PrescribedShape,
  parZeroCurve,
  prescribedShiftBp,
  rampShare,
  type Scenario,
  type ShockRule,
  scenarioCurve,
  scenarioShift,
  shockCurrencies,
  shockSize,
} from './index.js';

const SEED = 20240716;

/** A flat continuous zero rate for thirty years. */
const flat = (rate: number): ZeroCurve => ({
  nodesMonths: Float64Array.of(360),
  logDiscount: Float64Array.of(-rate * 30),
});

const head = { id: 's', title: 's' };
const FEBRUARY = {
  dateIso: '2022-02-01',
  quotes: [
    { tenorMonths: 6, rate: 0.005 },
    { tenorMonths: 120, rate: 0.018 },
  ],
};
const OCTOBER = {
  dateIso: '2022-10-03',
  quotes: [
    { tenorMonths: 6, rate: 0.04 },
    { tenorMonths: 120, rate: 0.037 },
  ],
};

const prescribed = (shape: PrescribedShape, floor: FloorRule = 'none'): Scenario => ({
  ...head,
  kind: 'prescribed',
  rule: 'eu-2024-856',
  currency: 'EUR',
  shape,
  floor,
});

describe('prescribed sizes and shapes', () => {
  it.each<[ShockRule, number]>([
    ['basel-d368', 21],
    ['basel-d578', 21],
    ['eu-2024-856', 27],
  ])('SCEN-3: %s lists %d currencies, every one with three positive sizes', (rule, count) => {
    const currencies = shockCurrencies(rule);
    expect(currencies).toHaveLength(count);
    for (const currency of currencies) {
      const size = shockSize({ rule, currency });
      if (!size.ok) throw new Error(currency);
      expect(Math.min(...Object.values(size.value)), currency).toBeGreaterThanOrEqual(100);
      expect(Math.max(...Object.values(size.value)), currency).toBeLessThanOrEqual(500);
    }
  });

  it('SCEN-3: a currency without a size is an issue, whatever name it bears', () => {
    for (const currency of ['HRK', 'usd', 'constructor']) {
      const size = shockSize({ rule: 'basel-d578', currency }, '/scenarios/3/currency');
      expect(size.ok ? '' : size.issues[0]?.code).toBe('scenario.no-shock-size');
      expect(size.ok ? '' : size.issues[0]?.path).toBe('/scenarios/3/currency');
    }
  });

  // SRP31.92: t = 3.5 years, sizes of 100 bp: weight 0.417.
  it.each<[PrescribedShape, number]>([
    ['short-up', 41.7],
    ['short-down', -41.7],
    ['steepener', 25.4],
    ['flattener', -1.6],
    ['parallel-up', 100],
    ['parallel-down', -100],
  ])('SCEN-4: %s at 3.5 years is %d bp', (shape, expected) => {
    const size = { parallelBp: 100, shortBp: 100, longBp: 100 };
    expect(prescribedShiftBp(size, shape, 3.5)).toBeCloseTo(expected, 1);
  });

  it('SCEN-4: today the rotations are pure short shocks, in the far end pure long ones', () => {
    const size = { parallelBp: 200, shortBp: 300, longBp: 225 };
    expect(prescribedShiftBp(size, 'steepener', 0)).toBe(-195); // -0.65 x 300
    expect(prescribedShiftBp(size, 'flattener', 0)).toBe(240); // 0.8 x 300
    expect(prescribedShiftBp(size, 'steepener', 400)).toBeCloseTo(202.5, 10); // 0.9 x 225
    expect(prescribedShiftBp(size, 'flattener', 400)).toBeCloseTo(-135, 10); // -0.6 x 225
  });

  it('SCEN-4: the curve of a prescribed scenario has the shift at each month', () => {
    const moved = scenarioCurve(flat(0.03), prescribed('short-up'));
    // EUR short 250: 250 e^(-5/4) = 71.6262 bp at five years
    expect(zeroRate(moved, 60) - 0.03).toBeCloseTo(0.00716262, 8);
  });
});

describe('floors', () => {
  it.each<[FloorRule, number, number | undefined]>([
    ['none', 5, undefined],
    ['zero', 5, 0],
    ['eu-2024-856', 0, -0.015],
    ['eu-2024-856', 10, -0.012], // -1.5% + 10 x 0.03%
    ['eu-2024-856', 50, 0],
    ['eu-2024-856', 60, 0],
    ['eba-gl-2018-02', 0, -0.01],
    ['eba-gl-2018-02', 10, -0.005],
    ['eba-gl-2018-02', 20, 0],
    ['osfi-b12', 30, -0.0075],
    [{ rate: 0.001 }, 30, 0.001],
  ])('SCEN-5: floor %o at %d years is %d', (rule, years, expected) => {
    const floor = floorRateAt(rule, years);
    if (expected === undefined) expect(floor).toBeUndefined();
    else expect(floor).toBeCloseTo(expected, 15);
  });

  it('SCEN-5: a fall stops at the floor of its tenor, an observed rate below it stays', () => {
    const low = scenarioCurve(flat(0.001), prescribed('parallel-down', 'eu-2024-856'));
    expect(zeroRate(low, 120)).toBeCloseTo(-0.012, 12); // 0.1% - 2% is below -1.2%
    expect(zeroRate(low, 12)).toBeCloseTo(-0.0147, 12); // -1.5% + 0.03%
    const under = scenarioCurve(flat(-0.02), prescribed('parallel-down', 'eu-2024-856'));
    expect(zeroRate(under, 120)).toBeCloseTo(-0.02, 12);
    const free = scenarioCurve(flat(0.001), prescribed('parallel-down'));
    expect(zeroRate(free, 120)).toBeCloseTo(-0.019, 12);
  });
});

describe('own nodes', () => {
  const twist: NodesScenario = {
    ...head,
    kind: 'nodes',
    nodes: [
      { tenorMonths: 12, shockBp: 100 },
      { tenorMonths: 36, shockBp: -100 },
    ],
    floorRate: null,
  };

  it.each([
    [1, 0.01],
    [12, 0.01],
    [18, 0.005],
    [24, 0],
    [36, -0.01],
    [300, -0.01],
  ])('SCEN-6: linear between nodes, flat outside: at %d months %d', (months, expected) => {
    expect(scenarioShift(twist)(months)).toBeCloseTo(expected, 15);
  });

  it(`SCEN-6: equal nodes are the parallel shock in every bit (seed ${SEED})`, () => {
    const shocks = fc.integer({ min: -400, max: 400 });
    const rates = fc.double({ min: -0.01, max: 0.1, noNaN: true });
    fc.assert(
      fc.property(shocks, rates, (shockBp, rate) => {
        const nodes = [1, 7, 120].map((tenorMonths) => ({ tenorMonths, shockBp }));
        const own = scenarioCurve(flat(rate), { ...twist, nodes, floorRate: 0 });
        const parallel = { ...head, kind: 'parallel', shockBp, floorRate: 0 } as const;
        expect(own).toEqual(scenarioCurve(flat(rate), parallel));
      }),
      { seed: SEED, numRuns: 50 },
    );
  });
});

describe('key rates as nodes', () => {
  const TENORS = [3, 12, 24, 60, 84, 120, 240, 360];
  const tent = (key: number): NodesScenario => ({
    ...head,
    kind: 'nodes',
    nodes: TENORS.map((tenorMonths) => ({ tenorMonths, shockBp: tenorMonths === key ? 1 : 0 })),
    floorRate: null,
  });

  it('SCEN-6: tents of 1 bp add up to the parallel basis point at every month', () => {
    const tents = TENORS.map((key) => scenarioShift(tent(key)));
    for (let months = 1; months <= 480; months += 1) {
      const sum = tents.reduce((total, shift) => total + shift(months), 0);
      expect(sum, `${months}`).toBeCloseTo(0.0001, 18);
    }
    expect(scenarioShift(tent(60))(72)).toBeCloseTo(0.00005, 18); // halfway to the next tenor
  });
});

describe('history', () => {
  const historic = (from: typeof FEBRUARY, to: typeof FEBRUARY): Scenario => ({
    ...head,
    kind: 'historic',
    from,
    to,
    floorRate: null,
  });

  it('SCEN-7: from a date to itself is 0 bp in every bit', () => {
    const base = parZeroCurve(OCTOBER);
    const still = { ...head, kind: 'parallel', shockBp: 0, floorRate: null } as const;
    const moved = scenarioCurve(base, historic(FEBRUARY, FEBRUARY));
    expect(moved).toEqual(scenarioCurve(base, still));
    expect(monthlyDiscount(moved, 360)).toEqual(monthlyDiscount(base, 360));
  });

  it('SCEN-7: laid on its own first date it gives the second, zero rate by zero rate', () => {
    const moved = scenarioCurve(parZeroCurve(FEBRUARY), historic(FEBRUARY, OCTOBER));
    const october = parZeroCurve(OCTOBER);
    for (const months of [1, 6, 12, 60, 120, 240]) {
      expect(zeroRate(moved, months), `${months}`).toBeCloseTo(zeroRate(october, months), 14);
    }
  });

  it('SCEN-7: the change of six-month rates is laid on any other curve', () => {
    // simple rates to half a year: ln(1 + 0.04 / 2) x 2 - ln(1 + 0.005 / 2) x 2
    const change = 2 * (Math.log(1.02) - Math.log(1.0025));
    const moved = scenarioCurve(flat(0.1), historic(FEBRUARY, OCTOBER));
    expect(zeroRate(moved, 6)).toBeCloseTo(0.1 + change, 13);
  });
});

describe('arrival', () => {
  it.each([
    [0, 0],
    [1, 1 / 12],
    [6, 0.5],
    [12, 1],
    [30, 1],
  ])('SCEN-8: after %d months of a twelve-month ramp %d has arrived', (month, share) => {
    expect(rampShare({ rampMonths: 12 }, month)).toBe(share);
  });

  it('SCEN-8: without a ramp all of it is there at once', () => {
    expect(rampShare({}, 0)).toBe(1);
  });
});
