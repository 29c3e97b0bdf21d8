import {
  annuity,
  bumpedQuotes,
  type CurveInterpolation,
  type CurveQuote,
  curveFromQuotes,
  type DatedCurve,
  discountOnDay,
  modelRate,
  type QuotedCurve,
  resolveQuote,
  shiftedCurve,
  zeroRateOnDay,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { unreadFields } from './bootstrap-fields.test-fixture.js';
import {
  type BootstrapCase,
  bootstrapCases,
  curveDayCount,
  interpolationByName,
  interpolationOf,
  type NodeRow,
  oisConvention,
  quotesOf,
  referenceDayOf,
  type SwapRow,
  textOf,
} from './curve-bootstraps.test-fixture.js';
import { futuresOf, statedFutures } from './curve-futures.test-fixture.js';
import { dayOf, periodOf, successOf } from './date.test-fixture.js';
import { hasReference } from './reference.test-fixture.js';

const RELATIVE = 1e-10;
const REPRICE = 1e-10;
const BASIS_POINT = 1e-4;

const cases = bootstrapCases();

interface Made {
  readonly terms: QuotedCurve;
  readonly curve: DatedCurve;
}

function make(one: BootstrapCase, interpolation: CurveInterpolation): Made {
  const text = textOf(one);
  const quotes: readonly CurveQuote[] = [...quotesOf(one), ...futuresOf(one)];
  const fixings = new Map(
    Object.entries(one.inputs.fixings ?? {}).map(([iso, rate]) => [dayOf(iso), rate]),
  );
  const terms: QuotedCurve = {
    referenceDay: referenceDayOf(one),
    valuationDay: dayOf(one.inputs.evaluationDate),
    dayCount: curveDayCount(text),
    interpolation,
    quotes,
    fixings,
  };
  return { terms, curve: successOf(curveFromQuotes(terms)) };
}

function expectRepriced({ terms, curve }: Made): void {
  for (const [i, quote] of terms.quotes.entries()) {
    const { valuationDay, fixings = new Map() } = terms;
    const resolved = successOf(resolveQuote(quote, { valuationDay, path: `${i}`, fixings }));
    const rate = modelRate(resolved.terms, { projection: curve, discount: curve });
    expect(Math.abs(rate - resolved.rate), `quote ${i}`).toBeLessThan(REPRICE);
  }
}

function expectNodes(curve: DatedCurve, rows: readonly NodeRow[]): void {
  for (const { date, df, zeroContA365 } of rows) {
    const day = dayOf(date);
    expect(Math.abs(discountOnDay(curve, day) / df - 1), date).toBeLessThan(RELATIVE);
    if (zeroContA365 === undefined || zeroContA365 === null) continue;
    const years = (day - curve.referenceDay) / 365;
    const zero = -Math.log(discountOnDay(curve, day)) / years;
    expect(Math.abs(zero - zeroContA365), date).toBeLessThan(RELATIVE);
    if (curve.dayCount === 'ACT/365F') {
      expect(Math.abs(zeroRateOnDay(curve, day) - zeroContA365), date).toBeLessThan(RELATIVE);
    }
  }
}

const withNodes = cases.filter((one) => one.computed_ql129_nodes !== undefined);
const withSets = cases.flatMap((one) =>
  Object.entries(one.computed_ql129 ?? {}).map(([name, set]) => ({ id: one.id, one, name, set })),
);
const withSwaps = cases.flatMap((one) =>
  (one.swaps ?? []).map((swap) => ({ id: one.id, one, swap, tenor: swap.tenor })),
);

describe('fields of a bootstrap', () => {
  it('CURVE-21: an unknown one is told', () => {
    const inputs = { evaluationDate: '2024-01-16', ois: [{ tenor: '1Y', rate: 0.04, spread: 1 }] };
    const one = { id: 'made up', inputs, expected: { forward: 0.04 }, discounts: [] };
    expect(unreadFields(one)).toEqual(['discounts', 'forward', 'spread']);
  });
});

describe.skipIf(!hasReference)('bootstraps of another library (needs ../shared)', () => {
  it.each(cases)('CURVE-21: no figure of $id is left unread', (one) => {
    expect(unreadFields(one)).toEqual([]);
  });

  it.each(cases)('CURVE-21: every quote of $id is repriced', (one) => {
    const sets = Object.keys(one.computed_ql129 ?? {}).map(interpolationByName);
    const all = sets.length > 0 ? sets : [interpolationOf(textOf(one))];
    for (const interpolation of all) expectRepriced(make(one, interpolation));
  });

  it.each(withNodes)('CURVE-21: the nodes of $id', (one) => {
    const { curve } = make(one, interpolationOf(textOf(one)));
    expectNodes(curve, one.computed_ql129_nodes ?? []);
  });

  it.each(withSets)(
    'CURVE-9, CURVE-21: $id by $name, at and between nodes',
    ({ one, name, set }) => {
      const { curve } = make(one, interpolationByName(name));
      expectNodes(curve, [...(set.nodes ?? []), ...(set.offNode ?? [])]);
    },
  );

  it.each(cases.flatMap(statedFutures))('CURVE-19: $id prices $from to $to', (stated) => {
    const { curve } = make(stated.one, interpolationOf(textOf(stated.one)));
    const [start, end] = [dayOf(stated.from), dayOf(stated.to)];
    const growth = discountOnDay(curve, start) / discountOnDay(curve, end);
    const price = 100 * (1 - ((growth - 1) * 360) / (end - start) - stated.convexity);
    expect(Math.abs(price - stated.price)).toBeLessThan(stated.tolerance);
  });

  it.each(withSwaps)('CURVE-21, CURVE-23: the swap of $tenor on $id', ({ one, swap }) => {
    const made = make(one, interpolationOf(textOf(one)));
    expectSwap(one, made, swap);
  });
});

/** The value of the swap to its side, its par rate and the value of a basis point of rate. */
function valued(one: BootstrapCase, made: Made, curve: DatedCurve, swap: SwapRow) {
  const quote: CurveQuote = {
    kind: 'ois',
    rate: swap.fixedRate,
    tenor: periodOf(swap.tenor),
    convention: oisConvention(textOf(one)),
  };
  const { valuationDay } = made.terms;
  const { terms } = successOf(resolveQuote(quote, { valuationDay, path: swap.tenor }));
  if (terms.kind !== 'swap') throw new Error('not a swap');
  const parRate = modelRate(terms, { projection: curve, discount: curve });
  const years = annuity(curve, terms.fixed);
  if (swap.side !== 'pay' && swap.side !== 'receive') throw new Error(`side ${swap.side}`);
  const sign = swap.side === 'pay' ? 1 : -1;
  const npv = sign * swap.notional * (parRate - swap.fixedRate) * years;
  return { parRate, npv, legValue: -sign * swap.notional * BASIS_POINT * years };
}

function expectSwap(one: BootstrapCase, made: Made, swap: SwapRow): void {
  // The file's curve is itself solved to some 1e-13 of rate; on a notional that is a hundredth
  // of this, and differences of two values carry it twice.
  const money = Math.max(RELATIVE * Math.abs(swap.npv), 1e-11 * swap.notional);
  const base = valued(one, made, made.curve, swap);
  const near = (got: number, stated: number | undefined, what: string): void => {
    if (stated === undefined) return;
    expect(Math.abs(got - stated), what).toBeLessThan(Math.max(money, RELATIVE * Math.abs(stated)));
  };
  expect(Math.abs(base.parRate - swap.parRate)).toBeLessThan(RELATIVE);
  near(base.npv, swap.npv, 'npv');
  near(base.legValue, swap.fixedLegBPS, 'fixed leg');
  const central = (up: DatedCurve, down: DatedCurve): number =>
    (valued(one, made, up, swap).npv - valued(one, made, down, swap).npv) / 2;
  const bumped = (size: number, index?: number): DatedCurve =>
    successOf(
      curveFromQuotes({ ...made.terms, quotes: bumpedQuotes(made.terms.quotes, size, index) }),
    );
  const tenors = (one.inputs.ois ?? []).map(({ tenor }) => tenor);
  const offset = made.terms.quotes.length - tenors.length;
  let sum = 0;
  for (const [tenor, stated] of Object.entries(swap.keyRateDV01_parQuoteBump_central ?? {})) {
    const at = tenors.indexOf(tenor);
    if (at < 0) throw new Error(`no quote of ${tenor}`);
    const change = central(bumped(BASIS_POINT, at + offset), bumped(-BASIS_POINT, at + offset));
    near(change, stated, tenor);
    sum += change;
  }
  // Each of the terms is known to `money` only.
  if (swap.sumKeyRateDV01 !== undefined) {
    expect(Math.abs(sum - swap.sumKeyRateDV01)).toBeLessThan(money * tenors.length);
  }
  const parallel = central(bumped(BASIS_POINT), bumped(-BASIS_POINT));
  near(parallel, swap.parallelParBumpDV01_central, 'parallel');
  const zero = central(
    shiftedCurve(made.curve, BASIS_POINT),
    shiftedCurve(made.curve, -BASIS_POINT),
  );
  near(zero, swap.parallelZeroBumpDV01_central, 'zero');
}
