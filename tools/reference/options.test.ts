import {
  calibrateHullWhite,
  capFloorPresentValue,
  itemAt,
  legAnnuity,
  optionGreeks,
  optionValue,
  type PricingMarket,
  paymentPeriods,
  type SwapLeg,
  type SwaptionTerms,
  swaptionPresentValue,
  termFuturesConvexity,
} from '@almfes/engine';
import { describe, it } from 'vitest';
import { curveTime } from '../../packages/engine/src/market/index.js';
import {
  caseMarket,
  casesOf,
  day,
  euribor,
  fairRate,
  fixedLeg,
  floatingLeg,
  held,
  later,
  type Numbers,
  near,
  type OptionCase,
  ofVariant,
  startAfter,
  VARIANTS,
  type Variant,
  words,
  years,
} from './option-case.test-fixture.js';
import { hasReference } from './reference.test-fixture.js';

const tenorMonths = (text: unknown): number => Number(words(text, /^Euribor(\d+)M/)[0]);

describe.skipIf(!hasReference)('options, reference cases (needs ../shared)', () => {
  it('OPTION-6: caps and floors by Black, par and indexed coupons', () => {
    for (const one of casesOf('cap')) {
      for (const variant of VARIANTS) {
        const expected = ofVariant(one.expected, variant) as Numbers;
        for (const kind of ['cap', 'floor'] as const) {
          if (expected[kind] === undefined) continue;
          const value = capValue(one, kind, variant);
          near(value, expected[kind], one.tolerance ?? 1e-10, `${one.id} ${variant} ${kind}`);
        }
      }
    }
  });

  it('OPTION-7: European swaptions by Black, par and indexed coupons', () => {
    for (const one of casesOf('swaption')) {
      for (const variant of VARIANTS) {
        const value = swaptionValue(one, variant);
        near(value, ofVariant(one.expected, variant), one.tolerance ?? 1e-10, one.id + variant);
      }
    }
  });

  it('HW-6: calibrations to co-terminal swaptions', () => {
    for (const one of casesOf('calibration')) {
      for (const variant of VARIANTS) {
        const fit = calibrated(one, variant);
        const expected = ofVariant(one.expected, variant) as Numbers;
        near(fit.reversion, expected.a, one.tolerance ?? 1e-10, `${one.id} ${variant} a`);
        near(fit.volatility, expected.sigma, one.tolerance ?? 1e-10, `${one.id} ${variant} sigma`);
      }
    }
  });

  it('HW-8: forward rates of futures', () => {
    for (const one of casesOf('convexity')) {
      const { futuresPrice, t, T, sigma, a } = one.inputs as Numbers;
      const rate = (100 - Number(futuresPrice)) / 100;
      const model = { reversion: Number(a), volatility: Number(sigma) };
      const period = { rate, startYears: Number(t), endYears: Number(T) };
      const { forward } = one.expected as Numbers;
      near(rate - termFuturesConvexity(model, period), forward, one.tolerance ?? 1e-10, one.id);
    }
  });

  it('OPTION-2, OPTION-3: values and greeks by Bachelier', () => {
    for (const one of casesOf('bachelier')) {
      const tolerance = one.tolerance ?? 1e-10;
      const values = bachelierNumbers(one);
      if (typeof one.expected === 'number') {
        near(values.value ?? Number.NaN, one.expected, tolerance, one.id);
        continue;
      }
      for (const [name, expected] of Object.entries(one.expected as Numbers)) {
        const value = values[name];
        if (value === undefined) throw new Error(`${one.id}: unknown measure ${name}`);
        near(value, expected, tolerance, `${one.id} ${name}`);
      }
    }
  });
});

const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''));

function capValue(one: OptionCase, kind: 'cap' | 'floor', variant: Variant): number {
  const { inputs } = one;
  const [count] = words(inputs.length, /^(\d+)Y/);
  const startDay = day(inputs.settlement);
  const index = euribor(tenorMonths(inputs.index));
  const leg = floatingLeg({
    startDay,
    length: years(Number(count)),
    notional: Number(inputs.nominal),
    index,
    variant,
  });
  words(inputs.schedule, /^(\d+)M ModifiedFollowing TARGET forward$/);
  return held(
    capFloorPresentValue(
      {
        kind,
        position: 'long',
        leg,
        capRate: Number(inputs.capStrike),
        floorRate: Number(inputs.floorStrike),
        includesFirst: !/first caplet excluded/.test(String(inputs.length)),
      },
      {
        ...caseMarket(inputs),
        volatility: { kind: 'black', volatility: Number(inputs.blackVol), shift: 0 },
      },
    ),
  );
}

function swaptionValue(one: OptionCase, variant: Variant): number {
  const { inputs } = one;
  const [expiry] = words(inputs.exercise, /^(\d+)Y from settlement \(TARGET\)$/);
  const [right, length, tenor, notional, rate] = words(
    inputs.underlying,
    pattern(
      '^(payer|receiver) (\\d+)Y vs Euribor(\\d+)M starting exercise\\+2bd,',
      ' nominal ([\\d.]+), fixed ([\\d.]+)% annual 30/360',
    ),
  );
  const settlementType = words(inputs.settlementType, /^(physical|cash)/)[0];
  const index = euribor(Number(tenor));
  const exerciseDay = later(day(inputs.settlement), years(Number(expiry)));
  const dates = { startDay: startAfter(exerciseDay, index), length: years(Number(length)) };
  const terms: SwaptionTerms = {
    right: right === 'payer' ? 'payer' : 'receiver',
    position: 'long',
    fixed: fixedLeg({
      ...dates,
      notional: Number(notional),
      rate: Number(rate) / 100,
      dayCount: '30/360',
      convention: 'ModifiedFollowing',
    }),
    floating: floatingLeg({ ...dates, notional: Number(notional), index, variant }),
    exerciseDays: [exerciseDay],
    settlement: settlementType === 'cash' ? 'cash' : 'physical',
  };
  const volatility = { kind: 'black', volatility: Number(inputs.blackVol), shift: 0 } as const;
  return held(swaptionPresentValue(terms, { ...caseMarket(inputs), volatility }));
}

/** At the money: Black's value on the market, a right on a par bond by the model. */
function calibrated(one: OptionCase, variant: Variant) {
  const { inputs } = one;
  const market = caseMarket(inputs);
  const lag = /with (\d+) fixing days/.exec(String(inputs.swaptions))?.[1] ?? '2';
  const [tenor] = words(inputs.swaptions, /float Euribor(\d+)M/);
  words(inputs.swaptions, /fixed leg 1Y 30\/360/);
  const index = euribor(Number(tenor), Number(lag));
  const rows = [...String(inputs.swaptions).matchAll(/\((\d+),(\d+),(\.\d+)\)/g)];
  if (rows.length < 2) throw new Error(`${one.id}: too few swaptions`);
  const targets = rows.map(([, expiry, length, volatility]) => {
    const exerciseDay = later(
      market.discount.referenceDay,
      years(Number(expiry)),
      'ModifiedFollowing',
    );
    const dates = { startDay: startAfter(exerciseDay, index), length: years(Number(length)) };
    const leg = {
      ...dates,
      notional: 1,
      dayCount: '30/360',
      convention: 'ModifiedFollowing',
    } as const;
    const floating = floatingLeg({ ...dates, notional: 1, index, variant });
    const rate = fairRate(fixedLeg({ ...leg, rate: 0.01 }), floating, market);
    const fixed = fixedLeg({ ...leg, rate });
    const terms = {
      side: 'call',
      forward: rate,
      strike: rate,
      years: (exerciseDay - market.valuationDay) / 365,
    } as const;
    const quote = { kind: 'black', volatility: Number(volatility), shift: 0 } as const;
    const price = held(legAnnuity(fixed, market)) * optionValue(terms, quote);
    return { claims: [parSwapClaim(fixed, exerciseDay, market)], price };
  });
  const fixed = inputs.fixedReversion;
  return held(
    calibrateHullWhite(market.discount, targets, typeof fixed === 'number' ? fixed : undefined),
  );
}

/**
 * The fixed leg with its notional against a par bond at the start of the swap. Received, as the
 * published fits have it: that matters only where the rate is fair for a leg forecast on index
 * dates, which the par bond is not.
 */
function parSwapClaim(fixed: SwapLeg, exerciseDay: number, market: PricingMarket) {
  const time = (at: number): number => curveTime(market.discount, at);
  const payments = held(paymentPeriods(fixed));
  if (fixed.rate.kind !== 'fixed') throw new Error('a fixed leg');
  const rate = Number(fixed.rate.rate);
  const start = itemAt(itemAt(payments, 0).periods, 0).startDay;
  const flows = payments.map(({ payDay, periods }) => ({
    years: time(payDay),
    amount: rate * itemAt(periods, 0).yearFraction,
  }));
  const end = itemAt(payments, payments.length - 1).payDay;
  return {
    years: time(exerciseDay),
    flows: [{ years: time(start), amount: -1 }, ...flows, { years: time(end), amount: 1 }],
  };
}

function bachelierNumbers(one: OptionCase): Readonly<Record<string, number>> {
  const { inputs } = one;
  const side = words(inputs.type, /^(call|put)$/)[0] === 'call' ? 'call' : 'put';
  const maturity = Number(inputs.maturity ?? 1);
  const deviation = Number(inputs.stdDev);
  const discount = Number(inputs.discount);
  const terms = {
    side,
    forward: Number(inputs.forward),
    strike: Number(inputs.strike),
    years: maturity,
  } as const;
  const greeks = optionGreeks(terms, {
    kind: 'normal',
    volatility: deviation / Math.sqrt(maturity),
  });
  // By symmetry of the normal law the strike acts as the forward does, with the sign turned.
  return {
    value: discount * greeks.value,
    deltaForward: discount * greeks.delta,
    gammaForward: discount * greeks.gamma,
    strikeSensitivity: -discount * greeks.delta,
    strikeGamma: discount * greeks.gamma,
    itmCashProbability: Math.abs(greeks.delta),
    itmAssetProbability: Math.abs(greeks.delta),
    vega: discount * greeks.vega,
    vega_T1: discount * greeks.vega,
    theta: discount * greeks.theta,
  };
}
