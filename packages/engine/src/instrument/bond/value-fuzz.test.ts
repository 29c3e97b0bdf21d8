import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueInstrument } from '../value-instrument.js';

const KINDS = [
  'fixed-rate-bond',
  'floating-rate-bond',
  'amortising-bond',
  'callable-bond',
  'pass-through',
];

/** Two paths instead of 64: the test asks for no spread, only for an answer. */
const textOf = (kind: string): string =>
  readFileSync(
    new URL(`../../../../../docs/example/instrument/${kind}.json`, import.meta.url),
    'utf8',
  ).replace('"pathCount": 64', '"pathCount": 2');

/** A curve that goes on for ever, one that ends, and a market with a model of rates. */
const FLAT = {
  curve: 'flat',
  referenceDate: '2024-01-16',
  rate: 0.045,
  compounding: 'compounded',
  frequency: 'semiannual',
  dayCount: 'ACT/365F',
};
const SHORT = {
  curve: 'discounts',
  referenceDate: '2024-01-16',
  dayCount: 'ACT/365F',
  interpolation: 'log-linear-discount',
  extrapolation: 'none',
  nodes: [
    { date: '2025-01-16', discount: 0.95 },
    { date: '2029-01-16', discount: 0.82 },
  ],
};
const MODEL = {
  valuationDate: '2024-01-16',
  discount: FLAT,
  projection: { 'EURIBOR-6M': FLAT },
  volatility: { kind: 'hull-white', reversion: 0.03, volatility: 0.01 },
};

type Steps = readonly (string | number)[];

/** Every place of a JSON value. */
function places(value: unknown, at: Steps = []): Steps[] {
  if (value === null || typeof value !== 'object') return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, key]))];
}

function replaced(value: unknown, steps: Steps, by: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((item, at) => (String(at) === String(step) ? replaced(item, rest, by) : item));
  }
  const found = Object(value);
  return { ...found, [step]: replaced(found[step], rest, by) };
}

const odd = fc.oneof(
  fc.constantFrom(
    0,
    -1,
    1e-9,
    0.5,
    1,
    12,
    99.5,
    1e6,
    1e15,
    '2024-01-16',
    '2024-01-18',
    '2033-08-15',
  ),
  fc.constantFrom('1M', '3M', '12M', 'none', 'Backward', 'Forward', 'ACT/360', 'BUS/252', 'abs'),
  fc.double({ min: -1, max: 2, noNaN: true }),
  fc.integer({ min: -400, max: 400 }),
  fc.boolean(),
);

describe('valuation of odd instruments, seed 41', () => {
  it('gives finite measures or issues, never a crash', () => {
    const drawn = fc.constantFrom(...KINDS).chain((kind) =>
      fc.record({
        kind: fc.constant(kind),
        steps: fc.constantFrom(...places(JSON.parse(textOf(kind)))),
        by: odd,
        market: fc.constantFrom<unknown>(FLAT, SHORT, MODEL),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ kind, steps, by, market }) => {
        const found = valueInstrument(replaced(JSON.parse(textOf(kind)), steps, by), market, '');
        if (!found.ok) expect(found.issues.length).toBeGreaterThan(0);
        const measures = found.ok ? found.value.valuation.measures : [];
        for (const { id, value } of measures) {
          expect(Number.isFinite(value), `${id} = ${value}`).toBe(true);
        }
      }),
      { seed: 41, numRuns: 600 },
    );
  });
});
