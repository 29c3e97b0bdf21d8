import { readFileSync } from 'node:fs';
import { dayFromIso, type Read, type Result } from '../../foundation/index.js';
import { curveFromDiscounts, type DatedCurve } from '../../market/index.js';
import type { PricingMarket } from '../pricing-market.js';

export interface SwapVector {
  readonly title: string;
  readonly instrument: { readonly instrument: string };
  readonly discount: string;
  readonly expected: {
    readonly npv: number;
    readonly legs: readonly (readonly (readonly [iso: string, amount: number])[])[];
    readonly parRate?: number;
    readonly parSpread?: number;
    readonly annuity?: number;
  };
}

interface Vectors {
  readonly valuationDate: string;
  readonly curves: Readonly<Record<string, readonly (readonly [iso: string, discount: number])[]>>;
  readonly projection: Readonly<Record<string, string>>;
  readonly fixings: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly cases: readonly SwapVector[];
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../../tools/vectors/swaps.json', import.meta.url), 'utf8'),
);

/** Cases made by tools/vectors/swaps.py with QuantLib. */
export const swapVectors = vectors.cases;

export function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

export const day = (iso: string): number => value(dayFromIso(iso));

/** The whole of `json` by a door; throws with its issues. */
export function parsed<T>(door: Read<T>, json: unknown): T {
  const issues: Parameters<Read<T>>[2] = [];
  const found = door(json, '', issues);
  if (found === undefined) throw new Error(issues.map(({ message }) => message).join('\n'));
  return found;
}

function curve(name: string): DatedCurve {
  const nodes = vectors.curves[name] ?? [];
  return value(
    curveFromDiscounts({
      referenceDay: day(vectors.valuationDate),
      dayCount: 'ACT/365F',
      interpolation: 'log-linear-discount',
      days: nodes.map(([iso]) => day(iso)),
      discounts: nodes.map(([, discount]) => discount),
      allowsNegativeForwards: true,
    }),
  );
}

/** The invented market of the vectors, discounted on one of its curves. */
export function vectorMarket(discount: string): PricingMarket {
  return {
    valuationDay: day(vectors.valuationDate),
    discount: curve(discount),
    projection: Object.fromEntries(
      Object.entries(vectors.projection).map(([index, name]) => [index, curve(name)]),
    ),
    fixings: Object.fromEntries(
      Object.entries(vectors.fixings).map(([index, rates]) => [
        index,
        new Map(Object.entries(rates).map(([iso, rate]) => [day(iso), rate])),
      ]),
    ),
  };
}
