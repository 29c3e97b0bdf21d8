import {
  type BusinessDayCalendar,
  calendarFromHolidays,
  dayFromIso,
  type LegSchedule,
  type LegTenor,
  type OvernightIndex,
  type PricingMarket,
  parRateOf,
  type SwapLeg,
  type SwapTerms,
  swapPresentValue,
  type TermIndex,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { curveFromZeroRates, type DatedCurve } from '../../packages/engine/src/market/index.js';
import { hasReference, reference } from './reference.test-fixture.js';
import { type LegWords, readLeg, tenorOf } from './strata-leg.test-fixture.js';

interface StrataCase {
  readonly test: string;
  readonly legs: readonly string[];
  readonly expectedPV: number;
  readonly expectedParRate?: number;
  readonly notional?: number;
  readonly fixings?: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
}

interface Strata {
  readonly conventions: {
    readonly valuationDate: string;
    readonly notional: number;
    readonly discountCurve: string;
  };
  readonly curves: Readonly<
    Record<string, { readonly times: readonly number[]; readonly zeroRates: readonly number[] }>
  >;
  readonly holidays: readonly string[];
  readonly tolerance: number;
  readonly cases: readonly StrataCase[];
}

const NO_EXCHANGE = { initial: false, intermediate: false, final: false };

function day(iso: string): number {
  const found = dayFromIso(iso);
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value;
}

function held<T>(result: { ok: true; value: T } | { ok: false; issues: readonly unknown[] }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function strataCurve(strata: Strata, name: string): DatedCurve {
  const nodes = strata.curves[name];
  if (nodes === undefined) throw new Error(`no curve ${name}`);
  return held(
    curveFromZeroRates({
      referenceDay: day(strata.conventions.valuationDate),
      dayCount: 'ACT/ACT ISDA',
      interpolation: 'linear-zero',
      extrapolation: 'flat-zero',
      times: nodes.times,
      zeroRates: nodes.zeroRates,
    }),
  );
}

const liborIndex = (tenor: string, calendar: BusinessDayCalendar): TermIndex => {
  const period = tenorOf(tenor);
  if (period === 'term') throw new Error('an index needs a tenor');
  return {
    kind: 'term',
    id: `L${tenor}`,
    tenor: period,
    fixingLagDays: 2,
    calendar,
    convention: 'ModifiedFollowing',
    endOfMonth: true,
    dayCount: 'ACT/360',
  };
};

const fedFunds = (calendar: BusinessDayCalendar): OvernightIndex => ({
  kind: 'overnight',
  id: 'DSC',
  calendar,
  dayCount: 'ACT/360',
  publicationLagDays: 1,
});

function strataLeg(
  words: LegWords,
  all: readonly LegWords[],
  one: StrataCase,
  strata: Strata,
): SwapLeg {
  const calendar = calendarFromHolidays('strata', strata.holidays.map(day));
  const said = <K extends keyof LegWords>(key: K): LegWords[K] | undefined =>
    words[key] ?? all.find((other) => other[key] !== undefined)?.[key];
  const { accrualTenor, paymentTenor } = tenorsOf(words, said('accrualTenor'));
  const [start, end] = [said('start'), said('end')];
  if (accrualTenor === undefined || start === undefined || end === undefined) {
    throw new Error('a leg without tenor or dates');
  }
  const schedule: LegSchedule = {
    startDay: day(start),
    endDay: day(end),
    accrualTenor,
    paymentTenor: paymentTenor ?? accrualTenor,
    stub: words.stub,
    endOfMonth: false,
    convention: 'ModifiedFollowing',
    terminationConvention: 'ModifiedFollowing',
    calendar,
    paymentConvention: 'ModifiedFollowing',
    paymentCalendar: calendar,
    paymentLagDays: said('paymentLagDays') ?? 0,
  };
  const initial = said('notional') ?? one.notional ?? strata.conventions.notional;
  const changeEachPeriod = said('notionalChange');
  return {
    side: words.side,
    schedule,
    notional: changeEachPeriod === undefined ? initial : { initial, changeEachPeriod },
    dayCount: words.dayCount ?? (words.rate?.kind === 'fixed' ? '30/360 US' : 'ACT/360'),
    rate: strataRate(words, calendar),
    compounding: words.compounding,
    exchange: NO_EXCHANGE,
  };
}

/** A term rate is fixed each tenor of its index; compounding puts such periods together. */
function tenorsOf(words: LegWords, shared: LegTenor | undefined) {
  const index = words.rate?.kind === 'libor' ? tenorOf(words.rate.tenor) : undefined;
  const accrualTenor = words.accrualTenor ?? index ?? shared;
  const isGroup = words.compounding !== 'none' && words.paymentTenor === undefined;
  return isGroup && index !== undefined
    ? { accrualTenor: index, paymentTenor: accrualTenor }
    : { accrualTenor, paymentTenor: words.paymentTenor };
}

function strataRate(words: LegWords, calendar: BusinessDayCalendar): SwapLeg['rate'] {
  const { rate, spread } = words;
  if (rate === undefined) throw new Error('a leg without a rate');
  if (rate.kind === 'fixed') return rate;
  if (rate.kind === 'overnight') {
    const method = rate.method === 'averaged' ? 'averaged-log' : 'compounded';
    const averaging = { method, lookbackDays: 0, observationShift: false, lockoutDays: 0 } as const;
    return { kind: 'overnight', index: fedFunds(calendar), spread, gearing: 1, averaging };
  }
  const stub = strataStub(words, calendar);
  const place = words.stub.endsWith('initial') ? 'initialStub' : 'finalStub';
  return {
    kind: 'term',
    index: liborIndex(rate.tenor, calendar),
    spread,
    gearing: 1,
    fixing: 'in-advance',
    fixingLagDays: 2,
    forwardOver: 'index-dates',
    ...(stub === undefined ? {} : { [place]: stub }),
  };
}

function strataStub(words: LegWords, calendar: BusinessDayCalendar) {
  const { stubRate } = words;
  if (stubRate === undefined || stubRate.kind === 'fixed') return stubRate;
  if (stubRate.kind === 'libor') {
    return { kind: 'index', index: liborIndex(stubRate.tenor, calendar) } as const;
  }
  return {
    kind: 'interpolated',
    shorter: liborIndex(stubRate.shorter, calendar),
    longer: liborIndex(stubRate.longer, calendar),
  } as const;
}

/** Fixings by day belong to whatever the legs fix on; by name, to that index. */
function strataMarket(one: StrataCase, words: readonly LegWords[], strata: Strata): PricingMarket {
  const prefix = strata.conventions.discountCurve.replace(/DSC$/, '');
  const ids = words.flatMap((leg) =>
    leg.rate?.kind === 'libor'
      ? [`L${leg.rate.tenor}`, ...stubIds(leg)]
      : leg.rate?.kind === 'overnight'
        ? ['DSC']
        : [],
  );
  for (const leg of words) {
    if (leg.curve === undefined || leg.curve.startsWith('discount')) continue;
    if (!ids.includes(leg.curve.replace(prefix, '')))
      throw new Error(`an unknown curve ${leg.curve}`);
  }
  const discount = strataCurve(strata, strata.conventions.discountCurve);
  return {
    valuationDay: day(strata.conventions.valuationDate),
    discount,
    projection: Object.fromEntries(ids.map((id) => [id, strataCurve(strata, prefix + id)])),
    fixings: Object.fromEntries(ids.map((id) => [id, fixingsOf(one, id)])),
  };
}

function stubIds({ stubRate }: LegWords): string[] {
  if (stubRate?.kind === 'interpolated') return [`L${stubRate.shorter}`, `L${stubRate.longer}`];
  return stubRate?.kind === 'libor' ? [`L${stubRate.tenor}`] : [];
}

function fixingsOf(one: StrataCase, id: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [key, value] of Object.entries(one.fixings ?? {})) {
    if (typeof value === 'number') found.set(day(key), value);
    else if (indexNamed(key) === id) {
      for (const [iso, rate] of Object.entries(value)) found.set(day(iso), rate);
    }
  }
  return found;
}

function indexNamed(name: string): string {
  const tenor = /(?:LIBOR[ _-]?|(?:^|[^A-Za-z])L)(\d+M)$/.exec(name)?.[1];
  if (tenor !== undefined) return `L${tenor}`;
  if (/fed|\bON\b|OIS|DSC/i.test(name)) return 'DSC';
  throw new Error(`fixings of an unknown index ${name}`);
}

describe.skipIf(!hasReference)('USD swaps of Strata (needs ../shared)', () => {
  const strata = hasReference
    ? reference<{ strata: Strata }>('curves_swaps.json').strata
    : undefined;
  for (const one of strata?.cases ?? []) {
    it(`SWAP-10, SWAP-12: ${one.test}`, () => {
      if (strata === undefined) throw new Error('no cases');
      const words = one.legs.map(readLeg);
      const terms: SwapTerms = { legs: words.map((leg) => strataLeg(leg, words, one, strata)) };
      const market = strataMarket(one, words, strata);
      const value = held(swapPresentValue(terms, market));
      expect(Math.abs(value - one.expectedPV)).toBeLessThan(strata.tolerance);
      if (one.expectedParRate === undefined) return;
      const fixed = words.findIndex((leg) => leg.rate?.kind === 'fixed');
      const par = held(parRateOf(terms, fixed, market));
      expect(Math.abs(par - one.expectedParRate)).toBeLessThan(1e-10);
    });
  }
});
