import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCivil, type Issue } from '../foundation/index.js';
import { curveFromQuotes } from './curve-from-quotes.js';
import { discountOnDay, zeroRateOnDay } from './dated-curve.js';
import { readCurveQuotes, readDatedCurve } from './parse-dated-curve.js';

const folder = new URL('../../../../docs/example/curve/', import.meta.url);
const names = readdirSync(folder).toSorted();

function example(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

function issuesOf(value: unknown): string[] {
  const issues: Issue[] = [];
  const curve = readDatedCurve(value, '', issues);
  expect(curve === undefined).toBe(issues.length > 0);
  return issues.map(({ code, path }) => `${code} at ${path}`);
}

const flat = example('flat.json');
const discounts = example('discounts.json');
const zeroRates = example('zero-rates.json');
const swaps = example('sofr-swaps.json');

describe('curves in JSON', () => {
  it.each(names)('CURVE-24: the example %s is read', (name) => {
    const issues: Issue[] = [];
    const curve = readDatedCurve(example(name), '', issues);
    expect(issues).toEqual([]);
    if (curve === undefined) return;
    expect(discountOnDay(curve, dayFromCivil(2024, 1, 16))).toBe(1);
    expect(zeroRateOnDay(curve, dayFromCivil(2030, 1, 16))).toBeGreaterThan(0.015);
  });

  it('CURVE-24: what the examples say', () => {
    const issues: Issue[] = [];
    const one = readDatedCurve(flat, '', issues);
    const two = readDatedCurve(discounts, '', issues);
    const year = dayFromCivil(2025, 1, 15);
    // 365 days at 4.5% compounded half-yearly.
    expect(one && discountOnDay(one, year)).toBeCloseTo(1 / 1.0225 ** 2, 14);
    expect(two && discountOnDay(two, dayFromCivil(2026, 1, 16))).toBeCloseTo(0.9192, 14);
    const quoted = readCurveQuotes(swaps, '', issues);
    expect(quoted?.quotes).toHaveLength(9);
    expect(quoted && curveFromQuotes(quoted).ok).toBe(true);
    expect(issues).toEqual([]);
  });

  const node = (date: string, discount: number) => ({ date, discount });
  const zero = (date: string, zeroRate: number) => ({ date, zeroRate });
  const quote = (more: object) => ({
    ...swaps,
    quotes: [{ kind: 'ois', tenor: '1Y', rate: 0.05, convention: 'usd-sofr-ois', ...more }],
  });

  it.each<[string, unknown, string[]]>([
    ['no object', 3, ['type at ']],
    ['no form', {}, ['enum at /curve']],
    ['an unknown key', { ...flat, spread: 1 }, ['unknown-key at /spread']],
    ['no such date', { ...flat, referenceDate: '2023-02-29' }, ['date.none at /referenceDate']],
    ['a far date', { ...flat, referenceDate: '9999-12-31' }, ['range at /referenceDate']],
    ['per cent', { ...flat, rate: 4.5 }, ['range at /rate']],
    ['a frequency unused', { ...flat, compounding: 'simple' }, ['curve.frequency at /frequency']],
    ['compounded once', { ...flat, frequency: 'once' }, ['curve.frequency at /frequency']],
    [
      'a negative discount factor',
      { ...discounts, nodes: [node('2025-01-16', -0.9)] },
      ['curve.discount at /nodes/0/discount'],
    ],
    [
      'crossing discount factors',
      { ...discounts, nodes: [node('2025-01-16', 0.9), node('2026-01-16', 0.91)] },
      ['curve.crossing at /nodes/1/discount'],
    ],
    ['no node', { ...zeroRates, nodes: [] }, ['curve.node at /nodes']],
    [
      'per cent in a node',
      { ...zeroRates, nodes: [{ date: '2025-01-16', zeroRate: 4.1 }] },
      ['curve.rate at /nodes/0/zeroRate'],
    ],
    [
      'zero rates whose discount factors cross',
      { ...zeroRates, nodes: [zero('2025-01-16', 0.08), zero('2025-04-16', 0.01)] },
      ['curve.crossing at /nodes/1/zeroRate'],
    ],
    [
      'a negative zero rate, allowed',
      { ...zeroRates, nodes: [zero('2025-01-16', -0.005)], negativeForwards: true },
      [],
    ],
    ['no interpolation of ours', { ...discounts, interpolation: 'x' }, ['enum at /interpolation']],
    ['per cent in a quote', quote({ rate: 5 }), ['curve.rate at /quotes/0/rate']],
    ['no tenor', quote({ tenor: '0Y' }), ['curve.tenor at /quotes/0/tenor']],
    ['a tenor too long', quote({ tenor: '99999Y' }), ['curve.tenor at /quotes/0/tenor']],
    ['an unknown convention', quote({ convention: 'x' }), ['enum at /quotes/0/convention']],
    [
      'a basis on nothing',
      quote({ kind: 'basis', convention: 'eur-euribor-3m-6m' }),
      ['curve.reference at /quotes/0'],
    ],
    [
      'a curve that starts after its swaps',
      { ...quote({}), referenceDate: '2024-03-01' },
      ['curve.dates at /quotes/0'],
    ],
    [
      'discounting that starts after the swaps',
      { ...quote({}), discount: { ...flat, referenceDate: '2024-03-01' } },
      ['curve.dates at /quotes/0'],
    ],
    [
      'discounting that ends before the swaps',
      { ...quote({ tenor: '20Y' }), discount: { ...discounts, extrapolation: 'none' } },
      ['curve.reach at /quotes/0'],
    ],
    ['an unknown kind', quote({ kind: 'bond' }), ['enum at /quotes/0/kind']],
    ['no quotes', { ...swaps, quotes: [] }, ['curve.too-few-quotes at /quotes']],
    [
      'a fixing twice',
      { ...swaps, fixings: [1, 2].map(() => ({ date: '2024-01-02', rate: 0.05 })) },
      ['curve.order at /fixings/1'],
    ],
    [
      'discounting three deep',
      { ...swaps, discount: { ...swaps, discount: { ...swaps, discount: flat } } },
      ['curve.nesting at /discount/discount/discount'],
    ],
  ])('CURVE-24: %s', (_name, value, expected) => {
    expect(issuesOf(value)).toEqual(expected);
  });

  it('CURVE-24: an example with any one value replaced is a curve or issues, never a crash', () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom<unknown>(1e308, -1, 0, Number.NaN, Number.POSITIVE_INFINITY, '2199-12-31'),
      fc.constantFrom<unknown>(
        '1900-01-01',
        '2024-02-01',
        'none',
        '100Y',
        '1D',
        '36500D',
        'ACT/360',
        '',
        [],
        {},
        null,
      ),
    );
    const broken = fc.constantFrom(...names).chain((name) => {
      const paths = pathsOf(example(name));
      return fc.tuple(fc.constant(name), fc.constantFrom(...paths), odd);
    });
    fc.assert(
      fc.property(broken, ([name, path, value]) => {
        issuesOf(replaced(example(name), path, value));
      }),
      { seed: 20260108, numRuns: 600 },
    );
  });
});

function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))];
}

function replaced(value: unknown, [first, ...rest]: readonly string[], by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((one, i) => (String(i) === first ? replaced(one, rest, by) : one));
  }
  const found = value as Record<string, unknown>;
  return { ...found, [first]: replaced(found[first], rest, by) };
}
