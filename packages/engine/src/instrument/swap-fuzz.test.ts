import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Read, type Result, read } from '../foundation/index.js';
import { CONTINUOUS_365, flatCurve } from '../market/index.js';
import {
  readSofrFuture,
  readSwapFuture,
  readTermRateFuture,
  readTreasuryFuture,
  valueOvernightFuture,
  valueSwapFuture,
  valueTermRateFuture,
  valueTreasuryFuture,
} from './future/index.js';
import type { PricingMarket } from './pricing-market.js';
import {
  readForwardRateAgreement,
  readInterestRateSwap,
  readOvernightIndexSwap,
  readSwap,
  valueForwardRateAgreement,
  valueSwap,
} from './swap/index.js';
import type { Valuation } from './valuation.js';

const SEED = 20250313;
const VALUATION_DAY = 20160;
const curve = flatCurve({ referenceDay: VALUATION_DAY, rate: 0.038, convention: CONTINUOUS_365 });
const market: PricingMarket = {
  valuationDay: VALUATION_DAY,
  discount: curve,
  projection: { 'USD-SOFR': curve, 'USD-TERM-SOFR-1M': curve, 'USD-TERM-SOFR-3M': curve },
  fixings: {},
};

type Outcome = (json: unknown) => Result<Valuation>;

function outcome<T>(
  door: Read<T>,
  worth: (terms: T, on: PricingMarket) => Result<Valuation>,
): Outcome {
  return (json) => {
    const issues: Parameters<Read<T>>[2] = [];
    const terms = read.resultOf(door(json, '', issues), issues);
    return terms.ok ? worth(terms.value, market) : terms;
  };
}

const KINDS: readonly (readonly [name: string, outcome: Outcome])[] = [
  ['swap', outcome(readSwap, valueSwap)],
  ['interest-rate-swap', outcome(readInterestRateSwap, valueSwap)],
  ['overnight-index-swap', outcome(readOvernightIndexSwap, valueSwap)],
  ['forward-rate-agreement', outcome(readForwardRateAgreement, valueForwardRateAgreement)],
  ['sofr-future', outcome(readSofrFuture, valueOvernightFuture)],
  ['term-rate-future', outcome(readTermRateFuture, valueTermRateFuture)],
  ['treasury-future', outcome(readTreasuryFuture, valueTreasuryFuture)],
  ['swap-future', outcome(readSwapFuture, valueSwapFuture)],
];

const example = (name: string): unknown =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../docs/example/instrument/${name}.json`, import.meta.url),
      'utf8',
    ),
  );

/** Values that are likely to pass one reader and upset the next. */
const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    0,
    -1,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    0.0001,
    1e-300,
    '2025-03-15',
    '2025-03-17',
    '2025-06-18',
    '2024-02-30',
    '1900-01-01',
    '9999-12-31',
    '1D',
    '1W',
    '3M',
    '99999Y',
    'term',
    'short-final',
    'long-final',
    'Unadjusted',
    'ACT/ACT ICMA',
    'BUS/252',
    'averaged',
    'straight',
    'flat',
    'none',
    'target',
    '2031-13',
    '2050-01',
    null,
  ),
);

interface Edit {
  readonly place: number;
  readonly value: unknown;
  readonly removes: boolean;
}

const edits = fc.array(fc.record({ place: fc.nat(), value: odd, removes: fc.boolean() }), {
  minLength: 1,
  maxLength: 3,
});

/** Every member of every object, as a way to change it. */
function places(json: unknown): { holder: Record<string, unknown>; key: string }[] {
  if (json === null || typeof json !== 'object') return [];
  const holder = json as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...places(holder[key])]);
}

function edited(json: unknown, changes: readonly Edit[]): unknown {
  for (const { place, value, removes } of changes) {
    const all = places(json);
    const at = all[place % all.length];
    if (at === undefined) continue;
    if (removes && place % 3 === 0) delete at.holder[at.key];
    else at.holder[at.key] = value;
  }
  return json;
}

describe(`doors of swaps and futures under random edits (seed ${SEED})`, () => {
  it.each(KINDS)(
    'SWAP-17: %s gives a value or issues, and never a number that is none',
    (name, of) => {
      let refused = 0;
      fc.assert(
        fc.property(edits, (changes) => {
          const found = of(edited(example(name), changes));
          if (!found.ok) {
            refused += 1;
            expect(found.issues.length).toBeGreaterThan(0);
            return;
          }
          for (const { id, value } of found.value.measures) {
            expect(Number.isFinite(value), id).toBe(true);
          }
        }),
        { seed: SEED, numRuns: 250 },
      );
      expect(refused).toBeGreaterThan(50);
    },
  );

  it.each(KINDS)('SWAP-17: %s refuses what is not an object', (_, of) => {
    for (const json of [null, 1, 'swap', [], [{}], true, undefined, {}]) {
      expect(of(json).ok).toBe(false);
    }
  });
});
