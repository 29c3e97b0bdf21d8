import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCivil, type Issue, type Read } from '../../foundation/index.js';
import { flatCurve } from '../../market/index.js';
import type { PricingMarket } from '../pricing-market.js';
import { type CapFloorTerms, valueCapFloor } from './cap-floor.js';
import { readCap, readCollar, readFloor } from './parse-cap-floor.js';
import { readBermudanSwaption, readEuropeanSwaption } from './parse-swaption.js';
import { readVolatility } from './parse-volatility.js';
import { type SwaptionTerms, valueSwaption } from './swaption.js';
import { resolveVolatility } from './volatility-quotes.js';

type Json = Readonly<Record<string, unknown>>;

const example = (name: string): Json =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../../docs/example/instrument/${name}.json`, import.meta.url),
      'utf8',
    ),
  );

function parsed<T>(door: Read<T>, json: unknown): T {
  const issues: Issue[] = [];
  const found = door(json, '', issues);
  if (found === undefined) throw new Error(JSON.stringify(issues));
  return found;
}

function codesOf(door: Read<unknown>, json: unknown): string[] {
  const issues: Issue[] = [];
  expect(door(json, '', issues)).toBeUndefined();
  return issues.map(({ code, path }) => `${code} ${path}`);
}

const today = dayFromCivil(2025, 3, 13);
const curve = flatCurve({
  referenceDay: today,
  rate: 0.025,
  convention: { compounding: 'continuous', frequencyPerYear: 0, dayCount: 'ACT/365F' },
});
const market: PricingMarket = {
  valuationDay: today,
  discount: curve,
  projection: { 'EUR-EURIBOR-6M': curve },
  fixings: {},
};
const HULL_WHITE = { kind: 'hull-white', reversion: 0.03, volatility: 0.008 } as const;
const NORMAL = { kind: 'normal', volatility: 0.008 } as const;

function present(found: ReturnType<typeof valueSwaption>): number {
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value.measures.find((m) => m.id === 'present-value')?.value ?? Number.NaN;
}

const cap = (terms: CapFloorTerms) =>
  present(valueCapFloor(terms, { ...market, volatility: NORMAL }));
const swaption = (terms: SwaptionTerms) =>
  present(valueSwaption(terms, { ...market, volatility: HULL_WHITE }));

describe('doors of options', () => {
  it('OPTION-10: the examples are read and valued; a collar is cap less floor', () => {
    const [one, other, both] = [
      cap(parsed(readCap, example('cap'))),
      cap(parsed(readFloor, example('floor'))),
      cap(parsed(readCollar, example('collar'))),
    ];
    expect(both).toBeCloseTo(one - other, 6);
    expect(one).toBeGreaterThan(0);
  });

  it('OPTION-10: the Bermudan example is worth more than its first date alone', () => {
    const bermudan = parsed(readBermudanSwaption, example('bermudan-swaption'));
    const [first = 0] = bermudan.exerciseDays;
    expect(bermudan.right).toBe('receiver');
    expect(swaption(bermudan)).toBeGreaterThan(swaption({ ...bermudan, exerciseDays: [first] }));
    const european = parsed(readEuropeanSwaption, example('european-swaption'));
    expect(european.right).toBe('payer');
    expect(swaption(european)).toBeGreaterThan(0);
    const both = parsed(readEuropeanSwaption, { ...example('european-swaption'), straddle: true });
    expect(both.right).toBe('straddle');
  });

  it.each<[string, Read<unknown>, string, Json, string[]]>([
    ['a floor rate on a cap', readCap, 'cap', { floorRate: 0.01 }, ['unknown-key /floorRate']],
    ['per cent', readCap, 'cap', { capRate: 3.5 }, ['range /capRate']],
    ['an end before the start', readCap, 'cap', { endDate: '2020-01-01' }, ['leg.dates /endDate']],
    [
      'a floor above the cap',
      readCollar,
      'collar',
      { floorRate: 0.05 },
      ['collar.rates /floorRate'],
    ],
    ['no index', readFloor, 'floor', { index: 'EURIBOR' }, ['index.unknown /index']],
    [
      'exercise after the start',
      readEuropeanSwaption,
      'european-swaption',
      { exerciseDate: '2027-04-01' },
      ['swaption.exercise /exerciseDate'],
    ],
    [
      'exercise dates that fall',
      readBermudanSwaption,
      'bermudan-swaption',
      { exerciseDates: ['2028-03-15', '2027-03-15'] },
      ['swaption.exercise /exerciseDates/1'],
    ],
  ])('OPTION-10: %s is refused', (_name, door, name, change, codes) => {
    const found = codesOf(door, { ...example(name), ...change });
    expect(found.map((text) => text.replace(/^enum/, 'index.unknown'))).toEqual(codes);
  });

  it('OPTION-10: volatilities by kind; quotes are fitted', () => {
    expect(parsed(readVolatility, NORMAL)).toEqual(NORMAL);
    expect(codesOf(readVolatility, { kind: 'normal', volatility: 80 })).toEqual([
      'range /volatility',
    ]);
    expect(codesOf(readVolatility, { kind: 'black', volatility: 0.2 })).toEqual(['missing /shift']);
    const quotes = ['2026-03-17', '2028-03-17'].map((exerciseDate) => ({
      swaption: {
        ...example('european-swaption'),
        exerciseDate,
        swap: { ...(example('european-swaption').swap as Json), startDate: exerciseDate },
      },
      volatility: NORMAL,
    }));
    const given = parsed(readVolatility, { kind: 'hull-white-quotes', quotes, reversion: 0.02 });
    const fitted = resolveVolatility(given, market);
    if (!fitted.ok || fitted.value.kind !== 'hull-white') throw new Error('no fit');
    // Flat normal volatilities of 80 bp: the short rate moves somewhat more than a swap rate.
    expect(fitted.value.reversion).toBe(0.02);
    expect(fitted.value.volatility).toBeGreaterThan(0.008);
    expect(fitted.value.volatility).toBeLessThan(0.0095);
    const alone = { kind: 'hull-white-quotes', quotes: quotes.slice(0, 1) };
    expect(codesOf(readVolatility, alone)).toEqual(['length /quotes']);
  });

  it('HW-6, OPTION-10: a cap and a floor fitted on are worth what their quotes say', () => {
    const fitted = (quotes: readonly unknown[], reversion?: number) => {
      const json = { kind: 'hull-white-quotes', quotes };
      const given = parsed(readVolatility, reversion === undefined ? json : { ...json, reversion });
      const found = resolveVolatility(given, market);
      if (!found.ok) throw new Error(JSON.stringify(found.issues));
      return found.value;
    };
    const worth = (terms: CapFloorTerms, volatility: PricingMarket['volatility']) =>
      volatility && present(valueCapFloor(terms, { ...market, volatility }));
    // The first period is under way in no quote: each has time value alone.
    const strips = [
      { cap: { ...example('cap'), endDate: '2027-03-17', includesFirst: false } },
      { floor: { ...example('floor'), endDate: '2034-03-17', includesFirst: false } },
    ] as const;
    const terms = [parsed(readCap, strips[0].cap), parsed(readFloor, strips[1].floor)];
    const quotes = strips.map((strip) => ({ ...strip, volatility: NORMAL }));
    const one = fitted(quotes.slice(1), 0.03);
    const both = fitted(quotes);
    for (const [model, kept] of [
      [one, terms.slice(1)],
      [both, terms],
    ] as const) {
      for (const strip of kept) {
        expect((worth(strip, model) ?? 0) / (worth(strip, NORMAL) ?? 0)).toBeCloseTo(1, 8);
      }
    }
    const twice = [{ ...strips[0], ...strips[1], volatility: NORMAL }, { volatility: NORMAL }];
    expect(codesOf(readVolatility, { kind: 'hull-white-quotes', quotes: twice })).toEqual([
      'quote /quotes/0',
      'quote /quotes/1',
    ]);
  });

  it('OPTION-10: no JSON makes a door throw', () => {
    const doors = [
      readCap,
      readFloor,
      readCollar,
      readEuropeanSwaption,
      readBermudanSwaption,
      readVolatility,
    ];
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...doors), (json, door) => {
        const issues: Issue[] = [];
        const found = door(json, '', issues);
        expect(found === undefined).toBe(issues.length > 0);
      }),
      { seed: 20221230, numRuns: 300 },
    );
  });
});
