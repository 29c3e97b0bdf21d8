import {
  PRESCRIBED_SHAPES,
  type PrescribedShape,
  prescribedShiftBp,
  type ShockRule,
  type ShockSize,
  scenarioCurve,
  shockSize,
  TIME_BUCKETS,
  type ZeroCurve,
  zeroRate,
} from '@almfes/engine';
import type { ConformanceRow, ConformanceRule } from '../conformance-rule.js';
import { parseWorkedGrid } from '../parse-worked-grid.js';
import { WORKED_SHIFTS } from '../worked-values.js';
import { TRANSCRIBED } from './shock-size-rules.js';

/** The midpoints as this pack has them. */
export const MIDPOINTS: readonly number[] = [
  ...[0.0028, 0.0417, 0.1667, 0.375, 0.625, 0.875, 1.25, 1.75, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5],
  ...[8.5, 9.5, 12.5, 17.5, 25],
];

/** The formulas of the paragraph, written apart from the engine's. */
export function shiftByFormula(size: ShockSize, shape: PrescribedShape, years: number): number {
  const a = Math.exp(-years / 4);
  const short = size.shortBp * a;
  const long = size.longBp * (1 - a);
  const shifts: Readonly<Record<PrescribedShape, number>> = {
    'parallel-up': size.parallelBp,
    'parallel-down': -size.parallelBp,
    steepener: -0.65 * Math.abs(short) + 0.9 * Math.abs(long),
    flattener: 0.8 * Math.abs(short) - 0.6 * Math.abs(long),
    'short-up': short,
    'short-down': -short,
  };
  return shifts[shape];
}

/** What the engine gives, with the engine's own size of the currency. */
function engineShift(
  rule: ShockRule,
  currency: string,
  shape: PrescribedShape,
  years: number,
): number {
  const size = shockSize({ rule, currency });
  return size.ok ? prescribedShiftBp(size.value, shape, years) : Number.NaN;
}

function midpointRows(rule: ShockRule): ConformanceRow[] {
  return TRANSCRIBED[rule].flatMap((size) =>
    PRESCRIBED_SHAPES.flatMap((shape) =>
      TIME_BUCKETS.map(({ midpointYears }, bucket) => ({
        what: `${size.currency} ${shape} bucket ${bucket + 1}`,
        found: engineShift(rule, size.currency, shape, midpointYears),
        expected: shiftByFormula(size, shape, MIDPOINTS[bucket] ?? Number.NaN),
      })),
    ),
  );
}

function workedExampleRows(): ConformanceRow[] {
  const size = { parallelBp: 100, shortBp: 100, longBp: 100 };
  const at = (shape: PrescribedShape): number => prescribedShiftBp(size, shape, 3.5);
  const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
  return [
    { what: 'weight', found: rounded(at('short-up') / 100, 3), expected: 0.417 },
    { what: 'short up, bp', found: rounded(at('short-up'), 1), expected: 41.7 },
    { what: 'steepener, bp', found: rounded(at('steepener'), 1), expected: 25.4 },
    { what: 'flattener, bp', found: rounded(at('flattener'), 1), expected: -1.6 },
  ];
}

function transcribedShiftRows(): ConformanceRow[] {
  return WORKED_SHIFTS.split(';').flatMap((line) => {
    const [rule = '', currency = '', ...shifts] = line.trim().split(/\s+/);
    return PRESCRIBED_SHAPES.map((shape, at) => ({
      what: `${rule} ${currency} ${shape} at 3.5 years`,
      found:
        rule === 'basel-d368' || rule === 'basel-d578'
          ? engineShift(rule, currency, shape, 3.5)
          : undefined,
      expected: Number(shifts[at]),
    }));
  });
}

function gridRows(): ConformanceRow[] | undefined {
  return parseWorkedGrid()?.map(({ rule, currency, shape, bucket, shiftBp }) => ({
    what: `${rule} ${currency} ${shape} bucket ${bucket + 1}`,
    found: engineShift(rule, currency, shape, TIME_BUCKETS[bucket]?.midpointYears ?? Number.NaN),
    expected: shiftBp,
  }));
}

/** The curve that a Study is projected on has the shift at every month, not at midpoints alone. */
function curveRows(): ConformanceRow[] {
  const base: ZeroCurve = {
    nodesMonths: Float64Array.of(24, 360),
    logDiscount: Float64Array.of(-0.06, -1.2),
  };
  const size = TRANSCRIBED['basel-d578'].find(({ currency }) => currency === 'USD');
  return PRESCRIBED_SHAPES.flatMap((shape) => {
    const moved = scenarioCurve(base, {
      id: shape,
      title: shape,
      kind: 'prescribed',
      rule: 'basel-d578',
      currency: 'USD',
      shape,
      floor: 'none',
    });
    return Array.from({ length: 360 }, (_, at) => ({
      what: `${shape} month ${at + 1}, bp`,
      found: (zeroRate(moved, at + 1) - zeroRate(base, at + 1)) * 10_000,
      expected: size === undefined ? Number.NaN : shiftByFormula(size, shape, (at + 1) / 12),
    }));
  });
}

export const SHIFT_RULES: readonly ConformanceRule[] = [
  {
    paragraph: 'SRP31.90 to 31.93 (d368)',
    rule: 'shift at each of 19 midpoints, 21 currencies, six shapes',
    evidence: 'seen',
    rows: () => midpointRows('basel-d368'),
  },
  {
    paragraph: 'SRP31.90 to 31.93 (d578)',
    rule: 'shift at each of 19 midpoints, 21 currencies, six shapes',
    evidence: 'seen',
    rows: () => midpointRows('basel-d578'),
  },
  {
    paragraph: '(EU) 2024/856 Article 2',
    rule: 'shift at each of 19 midpoints, 27 currencies, six shapes',
    evidence: 'seen-secondary',
    rows: () => midpointRows('eu-2024-856'),
  },
  {
    paragraph: 'SRP31.92',
    rule: 'worked example: 100 bp at 3.5 years gives 0.417, 41.7, 25.4, -1.6 bp',
    evidence: 'seen',
    rows: workedExampleRows,
  },
  {
    paragraph: 'SRP31.92',
    rule: 'another program at 3.5 years: USD, EUR, GBP, CHF, JPY, both calibrations',
    evidence: 'seen',
    tolerance: 5.1e-7,
    rows: transcribedShiftRows,
  },
  {
    paragraph: 'SRP31.92',
    rule: 'the same at all midpoints (needs ../shared)',
    evidence: 'seen',
    tolerance: 5.1e-7,
    rows: gridRows,
  },
  {
    paragraph: 'SRP31.92',
    rule: 'the curve of a Study has the shift at each of 360 months',
    evidence: 'seen',
    tolerance: 1e-8,
    rows: curveRows,
  },
];
