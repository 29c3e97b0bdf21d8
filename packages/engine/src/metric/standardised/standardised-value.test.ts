import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCivil } from '../../foundation/index.js';
import {
  aggregateBasel,
  aggregateEu,
  bucketOfDay,
  bucketOfMonths,
  bucketValue,
  byShape,
  type CurrencyChange,
  shockedMidpointRates,
  slotDays,
  slotMonths,
  standardisedValue,
  TIME_BUCKETS,
  worstShape,
} from './index.js';

const SEED = 20240424;
const zeros = () => new Array<number>(19).fill(0);
const at = (bucket: number, amount: number): number[] =>
  zeros().map((_, index) => (index === bucket ? amount : 0));
const flatRates = (rate: number) => new Array<number>(19).fill(rate);

describe('time buckets', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 2],
    [12, 5],
    [13, 6],
    [42, 9], // 3.5 years, the tenth bucket of SRP31.92
    [240, 17],
    [241, 18],
    [480, 18],
  ])('STANDARD-1: month %d is in bucket index %d', (months, bucket) => {
    expect(bucketOfMonths(months)).toBe(bucket);
  });

  it('STANDARD-1: dated flows are slotted by calendar months, one day is overnight', () => {
    const valuationDay = dayFromCivil(2024, 1, 31);
    const bucket = (year: number, month: number, day: number) =>
      bucketOfDay({ valuationDay, day: dayFromCivil(year, month, day) });
    expect(bucket(2024, 1, 31)).toBe(0);
    expect(bucket(2024, 2, 1)).toBe(0);
    expect(bucket(2024, 2, 2)).toBe(1);
    expect(bucket(2024, 2, 29)).toBe(1); // a month from 31 January ends on 29 February
    expect(bucket(2024, 3, 1)).toBe(2);
    expect(bucket(2044, 1, 31)).toBe(17);
    expect(bucket(2044, 2, 1)).toBe(18);
    expect(() => bucket(2024, 1, 30)).toThrow(RangeError);
  });

  it('STANDARD-1: within a bucket inflows and outflows net, none is lost', () => {
    const monthly = [5, -2, 7, 1, 0, 0, 0, -4];
    expect([...slotMonths(monthly)].slice(0, 5)).toEqual([5, -2, 8, 0, -4]);
    const valuationDay = dayFromCivil(2024, 6, 30);
    const flows = [
      { day: dayFromCivil(2030, 1, 1), amount: 100 }, // 5.5 years
      { day: dayFromCivil(2029, 9, 1), amount: -30 }, // 5.2 years
    ];
    expect([...slotDays(valuationDay, flows)]).toEqual(at(11, 70));
    const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
    const property = fc.property(fc.array(fc.integer(), { maxLength: 400 }), (amounts) => {
      expect(sum(slotMonths(amounts))).toBe(sum(amounts));
    });
    fc.assert(property, { seed: SEED, numRuns: 50 });
  });
});

describe('value of the buckets', () => {
  it('STANDARD-2: 100 in ten to fifteen years at 4% is 100 e^-0.5', () => {
    expect(bucketValue(at(16, 100), flatRates(0.04))).toBeCloseTo(60.653065971, 8);
  });

  it('STANDARD-2: 19 finite numbers or a programmer error', () => {
    expect(() => bucketValue([1], flatRates(0))).toThrow(RangeError);
    expect(() => bucketValue(at(3, Number.NaN), flatRates(0))).toThrow(RangeError);
  });

  it('STANDARD-3: a shock at the midpoint, and the floor of the midpoint', () => {
    const size = { parallelBp: 200, shortBp: 300, longBp: 225 };
    const down = { size, shape: 'parallel-down', floor: 'eu-2024-856' } as const;
    const low = shockedMidpointRates(flatRates(0.001), down);
    expect(low[18]).toBeCloseTo(-0.0075, 15); // -1.5% + 25 x 0.03%
    expect(low[6]).toBeCloseTo(-0.014625, 15); // -1.5% + 1.25 x 0.03%
    expect(shockedMidpointRates(flatRates(-0.02), down)[18]).toBe(-0.02);
    const up = shockedMidpointRates(flatRates(0.03), { size, shape: 'steepener', floor: 'none' });
    const weight = Math.exp(-3.5 / 4);
    expect(up[9]).toBeCloseTo(0.03 + (-195 * weight + 202.5 * (1 - weight)) / 10_000, 15);
  });

  it('STANDARD-4: a bond funded overnight: the loss is discounting and the add-on', () => {
    // +100 in the bucket at 4.5 years, -80 overnight; CHF 2016: 100 bp parallel.
    const flows = at(10, 100);
    flows[0] = -80;
    const book = {
      currency: 'CHF',
      zeroRates: flatRates(0.02),
      baseFlows: flows,
      flows: byShape(() => flows),
      optionAddOn: byShape((shape) => (shape === 'parallel-up' ? 0.25 : 0)),
    };
    const value = standardisedValue(book, { rule: 'basel-d368', floor: 'none' });
    if (!value.ok) throw new Error('refused');
    const base = 100 * Math.exp(-0.09) - 80 * Math.exp(-0.000056);
    const up = 100 * Math.exp(-0.135) - 80 * Math.exp(-0.000084);
    expect(value.value.base).toBeCloseTo(base, 10);
    expect(value.value.change['parallel-up']).toBeCloseTo(up - base - 0.25, 10);
    expect(worstShape(value.value.change).shape).toBe('parallel-up');
  });

  it('STANDARD-4: flows that move with the scenario are taken from the scenario', () => {
    const book = {
      currency: 'USD',
      zeroRates: flatRates(0),
      baseFlows: at(5, 10),
      flows: byShape((shape) => at(5, shape === 'short-down' ? 12 : 10)),
      optionAddOn: byShape(() => 0),
    };
    const terms = { rule: 'basel-d578', floor: 'zero' } as const;
    const value = standardisedValue(book, terms);
    expect(value.ok && value.value.change['short-down']).toBe(2); // rates floored at zero
    const unknown = standardisedValue({ ...book, currency: 'NOK' }, terms);
    expect(unknown.ok ? '' : unknown.issues[0]?.code).toBe('scenario.no-shock-size');
  });

  it('STANDARD-2: the nineteen midpoints rise and lie in their buckets', () => {
    expect(TIME_BUCKETS).toHaveLength(19);
    TIME_BUCKETS.slice(1).forEach(({ midpointYears, toMonths }, before) => {
      const from = TIME_BUCKETS[before]?.toMonths ?? Number.NaN;
      expect(midpointYears * 12).toBeGreaterThan(from);
      expect(midpointYears * 12).toBeLessThan(toMonths);
    });
  });
});

describe('currencies together', () => {
  const changes = (amounts: Readonly<Record<string, number>>): CurrencyChange[] =>
    Object.entries(amounts).map(([currency, up]) => ({
      currency,
      change: byShape((shape) => (shape === 'parallel-up' ? up : 0)),
    }));
  const up = (sums: ReturnType<typeof aggregateEu>): number => sums['parallel-up'];

  it('STANDARD-5: Basel adds losses and counts no gain; the measure is the worst scenario', () => {
    const sums = aggregateBasel(changes({ USD: -10, EUR: 6, GBP: -3 }));
    expect(up(sums)).toBe(-13);
    expect(worstShape(sums)).toEqual({ shape: 'parallel-up', value: -13 });
    expect(worstShape(aggregateBasel(changes({ USD: 5 }))).value).toBe(0);
  });

  it.each([
    ['losses in full, gains by half', { USD: -10, GBP: 6 }, -7],
    ['a gain in euro against nothing: by half', { EUR: 10 }, 5], // min(8, max(0, 5))
    ['a gain in euro against a loss in krone: by 80%', { EUR: 10, DKK: -20 }, -12], // min(8, 20)
    ['up to the loss on the other side', { EUR: 10, DKK: -6 }, 0], // min(8, max(6, 5)) - 6
    ['a gain in krone against a loss in euro', { EUR: -7, DKK: 10 }, 0], // min(8, 7) - 7
    ['a small loss on the other side: half the gain', { EUR: -2, DKK: 10 }, 3], // max(2, 5) - 2
    ['other currencies apart', { EUR: 10, DKK: -6, USD: 4, SEK: -1 }, 1], // 0 + 2 - 1
  ])('STANDARD-6: %s', (_, amounts, expected) => {
    expect(up(aggregateEu(changes(amounts)))).toBeCloseTo(expected, 12);
  });
});
