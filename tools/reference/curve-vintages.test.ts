import { existsSync, readFileSync } from 'node:fs';
import {
  type CurveInterpolation,
  curveFromQuotes,
  type DatedCurve,
  discountAtTime,
  fittedZeroCurve,
  modelRate,
  overnightCurve,
  type QuotedCurve,
  type Result,
  resolveQuote,
  shortRateRows,
  treasuryParCurve,
  treasuryParRows,
  type VintageRow,
  type VintageRows,
  zeroRateRows,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../../shared/data/market/', import.meta.url);
const hasMarket = existsSync(folder);
const WITHIN = 1e-10;

function textOf(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('; '));
  return result.value;
}

/** Cells of a column that are filled, counted without the readers under test. */
function filled(file: string, column: string): number {
  const [head = '', ...lines] = textOf(file).trimEnd().split('\n');
  const at = head.split(',').indexOf(column);
  return lines.filter((line) => (line.split(',')[at] ?? '') !== '').length;
}

interface Count {
  made: number;
  repriced: number;
  largestError: number;
  readonly refused: Map<string, number>;
}

function count(): Count {
  return { made: 0, repriced: 0, largestError: 0, refused: new Map() };
}

function refuse(to: Count, failed: { readonly issues: readonly { code: string }[] }): void {
  for (const { code } of failed.issues) to.refused.set(code, (to.refused.get(code) ?? 0) + 1);
}

function repriced(to: Count, error: number): void {
  to.repriced += 1;
  to.largestError = Math.max(to.largestError, error);
}

function addQuoted(to: Count, quoted: Result<QuotedCurve>): void {
  const curve = quoted.ok ? curveFromQuotes(quoted.value) : quoted;
  if (!curve.ok || !quoted.ok) {
    if (!curve.ok) refuse(to, curve);
    return;
  }
  to.made += 1;
  const { quotes, valuationDay } = quoted.value;
  for (const quote of quotes) {
    const one = got(resolveQuote(quote, { valuationDay, path: 'quote' }));
    const curves = { projection: curve.value, discount: curve.value };
    repriced(to, Math.abs(modelRate(one.terms, curves) - one.rate));
  }
}

const YEARS = [0.25, 0.5, 0.75, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30];

function addZero(to: Count, row: VintageRow, curve: Result<DatedCurve>): void {
  if (!curve.ok) {
    refuse(to, curve);
    return;
  }
  to.made += 1;
  for (const years of YEARS) {
    const name = years < 1 ? `${12 * years}M` : `${years}Y`;
    const rate = row.rates.get(name);
    if (rate === undefined) continue;
    const zero = -Math.log(discountAtTime(curve.value, years)) / years;
    repriced(to, Math.abs(zero - rate));
  }
}

function over(rows: Result<VintageRows>, add: (to: Count, row: VintageRow) => void): Count {
  const total = count();
  for (const row of got(rows)) {
    if (row.ok) add(total, row.value);
    else refuse(total, row);
  }
  return total;
}

function expectAll(total: Count, days: number, refused: Readonly<Record<string, number>>): void {
  expect(Object.fromEntries(total.refused)).toEqual(refused);
  expect(total.made + Object.values(refused).reduce((sum, one) => sum + one, 0)).toBe(days);
  expect(total.largestError).toBeLessThan(WITHIN);
}

describe.skipIf(!hasMarket)('every day of the collected vintages (needs ../shared)', () => {
  it.each<[string, number]>([
    ['ust_par_daily.csv', 1784],
    ['ust_par_daily_1990_2026.csv', 9039],
  ])('CURVE-20, CURVE-25: every par yield of %s comes back', (file, days) => {
    const total = over(treasuryParRows(textOf(file)), (to, row) =>
      addQuoted(to, { ok: true, value: treasuryParCurve(row, 'log-linear-discount') }),
    );
    expectAll(total, days, {});
    const columns = ['1M', '3M', '6M', '1Y', '2Y', '3Y', '5Y', '7Y', '10Y', '20Y', '30Y'];
    const quotes = columns.reduce((sum, column) => sum + filled(file, column), 0);
    // Days from 2002-02-19 to 2006-02-08, when there was no 30-year bond.
    const withoutBond = textOf(file)
      .split('\n')
      .filter((line) => line >= '2002-02-19' && line < '2006-02-09' && !line.endsWith(','));
    expect(total.repriced).toBe(quotes - withoutBond.length);
  });

  it.each<[CurveInterpolation]>([['monotone-convex-forward'], ['natural-cubic-zero']])(
    'CURVE-9, CURVE-25: one Treasury day a quarter by %s',
    (interpolation) => {
      const rows = got(treasuryParRows(textOf('ust_par_daily_1990_2026.csv')));
      const some = rows.filter((_, i) => i % 65 === 0);
      const total = over({ ok: true, value: some }, (to, row) =>
        addQuoted(to, { ok: true, value: treasuryParCurve(row, interpolation) }),
      );
      expectAll(total, some.length, {});
    },
  );

  it.each<['SOFR' | 'DFF']>([['SOFR'], ['DFF']])(
    'CURVE-25: every overnight rate comes back, days without one are refused: %s',
    (name) => {
      const file = 'us_short_rates_daily.csv';
      const total = over(shortRateRows(textOf(file)), (to, row) =>
        addQuoted(to, overnightCurve(row, name)),
      );
      expectAll(total, 2830, { 'vintage.blank': 2830 - filled(file, name) });
    },
  );

  it.each<[string, number, CurveInterpolation]>([
    ['ecb_aaa_zero_daily.csv', 5030, 'natural-cubic-zero'],
    ['ecb_aaa_zero_daily.csv', 5030, 'monotone-convex-forward'],
    ['boe_gilt_zero_daily.csv', 6146, 'linear-zero'],
    ['boe_gilt_zero_daily.csv', 6146, 'log-linear-discount'],
  ])('CURVE-9, CURVE-25: every zero rate of %s (%i days) by %s', (file, days, interpolation) => {
    const total = over(zeroRateRows(textOf(file)), (to, row) =>
      addZero(to, row, fittedZeroCurve(row, interpolation)),
    );
    expectAll(total, days, {});
    const cells = YEARS.map((years) => (years < 1 ? `${12 * years}M` : `${years}Y`));
    expect(total.repriced).toBe(cells.reduce((sum, column) => sum + filled(file, column), 0));
  });
});
