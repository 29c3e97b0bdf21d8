import {
  addBusinessDays,
  addPeriod,
  adjustDay,
  businessDayCalendar,
  CONTINUOUS_365,
  type DayCount,
  flatCurve,
  OVERNIGHT_INDICES,
  type PricingMarket,
  type SwapLeg,
  type SwapTerms,
  swapPresentValue,
  TERM_INDICES,
  type TermLegRate,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { fieldsOf, numberNamed, textNamed } from './case-field.test-fixture.js';
import { dayOf, successOf } from './date.test-fixture.js';
import { hasReference, reference } from './reference.test-fixture.js';

interface LibraryCase {
  readonly id: string;
  readonly source?: { readonly path?: string };
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  readonly tolerance?: number;
}

/** Test suites of the library whose cases are swaps; the others hold options and models. */
const SWAP_SUITE = /(^|\/)(swap|overnightindexedswap)\.cpp$/;

const cases = hasReference
  ? reference<{ cases: readonly LibraryCase[] }>('swaps_capfloor_swaption.json').cases
  : [];
const swaps = cases.filter((one) => SWAP_SUITE.test(one.source?.path ?? ''));

const TARGET = businessDayCalendar('target');
const NO_EXCHANGE = { initial: false, intermediate: false, final: false };

/** All words of a case in one text. */
const wordsOf = ({ inputs }: LibraryCase): string =>
  Object.entries(inputs)
    .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');

function rateOf(one: LibraryCase, name: RegExp, words: readonly RegExp[]): number | undefined {
  const stated = numberNamed(one.inputs, name);
  if (stated !== undefined) return stated;
  const text = Object.entries(one.inputs).find(([key]) => name.test(key))?.[1];
  // a rate told as the annual growth of a continuous one
  const growth = /exp\(([\d.]+)\) ?- ?1/.exec(text === undefined ? wordsOf(one) : String(text));
  if (growth !== null && /fixed/.test(String(name))) return Math.exp(Number(growth[1])) - 1;
  const found = words.map((pattern) => pattern.exec(wordsOf(one))).find((one) => one !== null);
  if (found === undefined || found === null) return undefined;
  const [, number, unit] = found;
  return Number(number) / (unit === '%' ? 100 : unit === 'bp' ? 10000 : 1);
}

const FIXED_WORDS = [/fixed[^;%]*?([\d.]+)(%)/i, /([\d.]+)(%)[^;,]*fixed/i];
const SPREAD_WORDS = [
  /spread(?: of| =|:)? ?([\d.]+) ?(%|bp)?/i,
  /([\d.]+) ?(%|bp)s?[^;,]*spread/i,
  /(?:euribor|index)[^;,+]*\+ ?([\d.]+) ?(%|bp)?/i,
];

/** The spread on the index; a text that speaks of one without a number is refused. */
function spreadOf(one: LibraryCase): number {
  const found = rateOf(one, /spread/i, SPREAD_WORDS);
  if (found !== undefined) return found;
  if (/(?<!no )spread/i.test(wordsOf(one))) throw new Error(`a spread in "${wordsOf(one)}"`);
  return 0;
}

const DAY_COUNTS: Readonly<Record<string, DayCount>> = {
  'ACT/360': 'ACT/360',
  'ACT/365': 'ACT/365F',
  'ACT/365F': 'ACT/365F',
};

/** `flat 5% continuous ACT/365F at 2002-03-15`. */
function flatMarket(one: LibraryCase, indexId: string): PricingMarket {
  const text = textNamed(one.inputs, /curve/i) ?? wordsOf(one);
  const parts = /flat ([\d.]+)%? .*?(ACT\/\d+F?)(?:.*? at (\d{4}-\d\d-\d\d))?/i.exec(text);
  const day = parts?.[3] ?? textNamed(one.inputs, /settlement|evaluation/i);
  const dayCount = DAY_COUNTS[(parts?.[2] ?? '').toUpperCase()];
  if (parts === null || day === undefined || dayCount === undefined || !/contin/i.test(text)) {
    throw new Error(`no flat continuous curve in "${text}"`);
  }
  const curve = flatCurve({
    referenceDay: dayOf(day),
    rate: Number(parts[1]) / 100,
    convention: { ...CONTINUOUS_365, dayCount },
  });
  const valuationDay = dayOf(textNamed(one.inputs, /evaluation/i) ?? day);
  return { valuationDay, discount: curve, projection: { [indexId]: curve }, fixings: {} };
}

interface Shape {
  readonly side: SwapLeg['side'];
  readonly dayCount: DayCount;
  readonly rate: SwapLeg['rate'];
  readonly months: number;
  readonly isUnadjusted: boolean;
  readonly paymentLagDays: number;
}

function legOf(one: LibraryCase, startDay: number, shape: Shape): SwapLeg {
  const stated = numberNamed(one.inputs, /length|years|tenor/i);
  const years = stated ?? Number(/\b(\d+)[ -]?Y/i.exec(wordsOf(one))?.[1] ?? Number.NaN);
  if (!(years > 0)) throw new Error(`no length in "${wordsOf(one)}"`);
  const tenor = { count: shape.months, unit: 'M' } as const;
  const end = addPeriod(startDay, { count: years, unit: 'Y' });
  const endDay = adjustDay(end, 'ModifiedFollowing', TARGET);
  const convention = shape.isUnadjusted ? 'Unadjusted' : 'ModifiedFollowing';
  return {
    side: shape.side,
    rate: shape.rate,
    dayCount: shape.dayCount,
    notional: numberNamed(one.inputs, /nominal|notional/i) ?? 100,
    compounding: 'none',
    exchange: NO_EXCHANGE,
    schedule: {
      startDay,
      endDay: shape.isUnadjusted ? endDay : end,
      accrualTenor: tenor,
      paymentTenor: tenor,
      stub: 'short-final',
      endOfMonth: false,
      convention,
      terminationConvention: convention,
      calendar: TARGET,
      paymentConvention: 'ModifiedFollowing',
      paymentCalendar: TARGET,
      paymentLagDays: shape.paymentLagDays,
    },
  };
}

function swapOf(one: LibraryCase, forwardOver: TermLegRate['forwardOver']): SwapTerms {
  const words = wordsOf(one);
  const isOvernight = /overnight|estr|eonia|\bois\b/i.test(`${words} ${one.source?.path}`);
  const settlement = textNamed(one.inputs, /settlement|start|effective/i);
  const stated = /\d{4}-\d\d-\d\d/.exec(settlement ?? '')?.[0];
  const spot = () => addBusinessDays(dayOf(textNamed(one.inputs, /evaluation/i) ?? ''), 2, TARGET);
  const startDay = stated === undefined ? spot() : dayOf(stated);
  const fixedRate = rateOf(one, /fixed_?rate|coupon|strike/i, FIXED_WORDS);
  if (fixedRate === undefined) throw new Error(`no fixed rate in "${words}"`);
  const spread = spreadOf(one);
  const isReceiver = /receiver|receive.fixed/i.test(words);
  const paymentLagDays = Number(/lag (\d)/i.exec(words)?.[1] ?? 0);
  const fixed: Shape = {
    side: isReceiver ? 'receive' : 'pay',
    dayCount: isOvernight ? 'ACT/360' : '30/360',
    rate: { kind: 'fixed', rate: fixedRate },
    months: 12,
    isUnadjusted: !isOvernight,
    paymentLagDays,
  };
  return {
    legs: [
      legOf(one, startDay, fixed),
      legOf(one, startDay, {
        ...fixed,
        side: isReceiver ? 'pay' : 'receive',
        dayCount: 'ACT/360',
        rate: isOvernight ? overnight(spread) : term(spread, forwardOver),
        months: isOvernight ? 12 : 6,
        isUnadjusted: false,
      }),
    ],
  };
}

function term(spread: number, forwardOver: TermLegRate['forwardOver']): SwapLeg['rate'] {
  const index = TERM_INDICES.find(({ id }) => id === 'EUR-EURIBOR-6M');
  if (index === undefined) throw new Error('no index');
  const fixing = { fixing: 'in-advance', fixingLagDays: 2, forwardOver } as const;
  return { kind: 'term', index, spread, gearing: 1, ...fixing };
}

function overnight(spread: number): SwapLeg['rate'] {
  const found = OVERNIGHT_INDICES.find(({ index }) => index.id === 'EUR-ESTR');
  if (found === undefined) throw new Error('no index');
  const averaging = {
    method: 'compounded',
    lookbackDays: 0,
    observationShift: false,
    lockoutDays: 0,
  } as const;
  return { kind: 'overnight', index: found.index, spread, gearing: 1, averaging };
}

/** One number, or one for each way of forecasting, or an object that holds the value. */
function expectedValue(one: LibraryCase, way: 'atParCoupons' | 'indexedCoupons'): number {
  if (typeof one.expected === 'number') return one.expected;
  const fields = fieldsOf(one.expected);
  const found = fields[way] ?? one.expected;
  if (typeof found === 'number') return found;
  const stated = numberNamed(fieldsOf(found), /^npv$/i, /npv|value/i);
  if (stated === undefined) throw new Error(`no value in ${JSON.stringify(one.expected)}`);
  return stated;
}

describe.skipIf(!hasReference)('swaps of a public library (needs ../shared)', () => {
  it('SWAP-5: the collected file can be read, with or without swaps in it', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(swaps)('SWAP-5, SWAP-10: $id', (one) => {
    const ways = { atParCoupons: 'accrual-period', indexedCoupons: 'index-dates' } as const;
    for (const way of ['atParCoupons', 'indexedCoupons'] as const) {
      const terms = swapOf(one, ways[way]);
      const [, floating] = terms.legs;
      const rate = floating?.rate;
      const id = rate?.kind === 'term' || rate?.kind === 'overnight' ? rate.index.id : '';
      const npv = successOf(swapPresentValue(terms, flatMarket(one, id)));
      const allowed = one.tolerance ?? 1e-10 * Math.abs(expectedValue(one, way));
      expect(Math.abs(npv - expectedValue(one, way))).toBeLessThan(allowed);
    }
  });
});
