import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { base, eventsOf } from './composed-contract.test-fixture.js';

/** Made with QuantLib 1.29 by tools/vectors/contract-swaps.py, which tells each field. */
interface SwapCase {
  readonly dayCount: string;
  readonly start: string;
  readonly end: string;
  readonly months: number;
  readonly notional: number;
  readonly fixedRate: number;
  readonly multiplier: number;
  readonly spread: number;
  readonly floor: number;
  readonly cap: number;
  readonly fixings: readonly number[];
  readonly dates: readonly string[];
  readonly fixed: readonly number[];
  readonly floating: readonly number[];
  readonly capped: readonly number[];
  readonly floored: readonly number[];
  readonly collared: readonly number[];
}

const { cases }: { readonly cases: readonly SwapCase[] } = JSON.parse(
  readFileSync(new URL('../../../../tools/vectors/contract-swaps.json', import.meta.url), 'utf8'),
);

/** The first period has its rate in the terms; the others are reset. */
function floatingTerms(each: SwapCase) {
  const firstPayment = each.dates[1];
  const cycle = `P${each.months}ML1`;
  return {
    statusDate: '2000-12-31',
    contractDealDate: '2000-12-31',
    initialExchangeDate: each.start,
    maturityDate: each.end,
    notionalPrincipal: each.notional,
    dayCountConvention: each.dayCount,
    cycleAnchorDateOfInterestPayment: firstPayment,
    cycleOfInterestPayment: cycle,
    ...(each.fixings.length === 1
      ? {}
      : {
          cycleAnchorDateOfRateReset: firstPayment,
          cycleOfRateReset: cycle,
          marketObjectCodeOfRateReset: 'INDEX',
          rateMultiplier: each.multiplier,
          rateSpread: each.spread,
        }),
  };
}

function firstRate({ fixings: [first = Number.NaN], multiplier, spread }: SwapCase): number {
  return first * multiplier + spread;
}

function observed({ dates, fixings }: SwapCase) {
  return { INDEX: Object.fromEntries(fixings.map((fixing, index) => [dates[index], fixing])) };
}

function payoffs(each: SwapCase, terms: Readonly<Record<string, unknown>>, type: string) {
  const events = eventsOf({ terms, observed: observed(each) });
  if (typeof events === 'string') throw new Error(events);
  return events.filter(({ eventType }) => eventType === type).map(({ payoff }) => payoff);
}

/** Amounts of up to a million: a relative error of a few units in the last place. */
function expectAmounts(found: readonly number[], expected: readonly number[]): void {
  expect(found).toEqual(expected.map((amount) => expect.closeTo(amount, 6)));
}

describe('against the coupons of another library (QuantLib 1.29)', () => {
  it('has cases of every day count', () => {
    expect(new Set(cases.map(({ dayCount }) => dayCount)).size).toBe(4);
    expect(cases.length).toBe(60);
  });

  it.each(cases.map((each, index) => [index, each.dayCount, each.start, each.end, each] as const))(
    'COMPOSED-5: both legs and their net, case %i: %s, %s to %s',
    (_index, _dayCount, _start, _end, each) => {
      const terms = base('SWPPV', 'RF', {
        ...floatingTerms(each),
        nominalInterestRate: each.fixedRate,
        nominalInterestRate2: firstRate(each),
      });
      expectAmounts(payoffs(each, terms, 'IPFX'), each.fixed);
      expectAmounts(
        payoffs(each, terms, 'IPFL'),
        each.floating.map((amount) => -amount),
      );
      const net = each.fixed.map((amount, index) => (each.floating[index] ?? 0) - amount);
      const settled = { ...terms, contractRole: 'PF', deliverySettlement: 'S' };
      expectAmounts(payoffs(each, settled, 'IP'), net);
    },
  );

  it.each(cases.map((each, index) => [index, each.dayCount, each.start, each.end, each] as const))(
    'COMPOSED-10: cap, floor and collar, case %i: %s, %s to %s',
    (_index, _dayCount, _start, _end, each) => {
      const underlying = base('PAM', 'RPA', {
        ...floatingTerms(each),
        nominalInterestRate: firstRate(each),
      });
      const contractStructure = [
        { object: underlying, referenceType: 'CNT', referenceRole: 'UDL' },
      ];
      for (const [limits, expected] of [
        [{ lifeCap: each.cap }, each.capped],
        [{ lifeFloor: each.floor }, each.floored],
        [{ lifeCap: each.cap, lifeFloor: each.floor }, each.collared],
      ] as const) {
        const terms = base('CAPFL', 'BUY', {
          statusDate: '2000-12-31',
          contractDealDate: '2000-12-31',
          contractStructure,
          ...limits,
        });
        // The rate of the first period is agreed, and no limit moves it.
        expectAmounts(payoffs(each, terms, 'IP'), [0, ...expected.slice(1)]);
      }
    },
  );
});
