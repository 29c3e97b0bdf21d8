import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DayCount, dayFromIso, parsePeriod } from '../foundation/index.js';
import { curveFromQuotes } from './curve-from-quotes.js';
import type { CurveQuote } from './curve-quote.js';
import {
  type CurveInterpolation,
  type DatedCurve,
  discountOnDay,
  simpleForward,
} from './dated-curve.js';
import { resolveQuote } from './resolve-quote.js';

/** Answers of another library; how they were made stands in the script beside the file. */
interface Answers {
  readonly nodes: readonly string[];
  readonly days: readonly string[];
  readonly df: readonly number[];
  readonly forward91: readonly number[];
}

interface VectorCase {
  readonly id: string;
  readonly valuationDate: string;
  readonly referenceDate: string;
  readonly dayCount: DayCount;
  readonly quotes: readonly Record<string, unknown>[];
  readonly discountQuotes?: readonly Record<string, unknown>[];
  readonly referenceQuotes?: readonly Record<string, unknown>[];
  readonly curves: Readonly<Record<string, Answers>>;
}

const file: { cases: readonly VectorCase[] } = JSON.parse(
  readFileSync(new URL('../../../../tools/vectors/curves.json', import.meta.url), 'utf8'),
);

function day(iso: string): number {
  const found = dayFromIso(iso);
  if (!found.ok) throw new Error(iso);
  return found.value;
}

/** Every tenor of a quote as a period, wherever it stands. */
function withPeriods(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPeriods);
  if (typeof value === 'string') {
    const period = parsePeriod(value);
    return period.ok ? period.value : value;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withPeriods(one)]));
}

function solved(
  one: VectorCase,
  interpolation: CurveInterpolation,
  rows: readonly Record<string, unknown>[],
  known: { readonly discount?: DatedCurve; readonly reference?: DatedCurve } = {},
): DatedCurve {
  const curve = curveFromQuotes({
    valuationDay: day(one.valuationDate),
    referenceDay: day(one.referenceDate),
    dayCount: one.dayCount,
    interpolation,
    quotes: rows.map(withPeriods) as CurveQuote[],
    ...known,
  });
  if (!curve.ok) throw new Error(curve.issues.map((issue) => issue.message).join('; '));
  return curve.value;
}

/** The curves that a case solves first: the one that discounts, and then the one referred to. */
function knownOf(one: VectorCase): { discount?: DatedCurve; reference?: DatedCurve } {
  if (one.discountQuotes === undefined) return {};
  const discount = solved(one, 'log-linear-discount', one.discountQuotes);
  if (one.referenceQuotes === undefined) return { discount };
  const reference = solved(one, 'log-linear-discount', one.referenceQuotes, { discount });
  return { discount, reference };
}

const all = file.cases.flatMap((one) =>
  Object.entries(one.curves).map(([name, answers]) => ({ id: one.id, name, one, answers })),
);

describe('curves of another library', () => {
  it.each(all)(
    'CURVE-9, CURVE-16, CURVE-17, CURVE-18, CURVE-20, CURVE-21, CURVE-22, CURVE-26: $id by $name',
    (row) => {
      const { one, answers } = row;
      const curve = solved(one, row.name as CurveInterpolation, one.quotes, knownOf(one));
      const nodes = one.quotes.map((quote, i) => {
        const resolved = resolveQuote(withPeriods(quote) as CurveQuote, {
          valuationDay: day(one.valuationDate),
          path: `${i}`,
        });
        return resolved.ok ? resolved.value.pillarDay : Number.NaN;
      });
      expect(nodes).toEqual(answers.nodes.map(day));
      for (const [i, iso] of answers.days.entries()) {
        const at = day(iso);
        const df = answers.df[i] ?? Number.NaN;
        // The other library stops its own solving at 1e-12 of rate.
        expect(Math.abs(discountOnDay(curve, at) / df - 1), iso).toBeLessThan(2e-10);
        const forward = simpleForward(curve, at, at + 91, 'ACT/360');
        expect(Math.abs(forward - (answers.forward91[i] ?? Number.NaN)), iso).toBeLessThan(1e-9);
      }
    },
  );
});
