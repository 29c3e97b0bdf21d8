import { describe, expect, it } from 'vitest';
import { row } from '../../study/example-study.test-fixture.js';
import type { Capital } from '../capital/input.js';
import { handMade, pick } from '../hand-made.test-fixture.js';
import { fundingState, saleableBooks } from './funding-stress.js';
import type { LiquiditySource } from './input.js';
import { liquidityMeasures } from './run-threshold.js';

const line = (id: string, amount: number, daysToCash: number, committed = true) =>
  ({
    id,
    title: id,
    kind: 'line',
    amountUsdMillion: amount,
    committed,
    daysToCash,
  }) satisfies LiquiditySource;

const sale = (group: 'afs' | 'htm', pledgedUsdMillion: number, bidOffer = 0) =>
  ({
    id: group,
    title: group,
    kind: 'sale',
    group,
    pledgedUsdMillion,
    bidOffer,
    daysToCash: 2,
  }) satisfies LiquiditySource;

/**
 * Cash 20, a committed line of 10 after a day, an uncommitted one of 50. AFS: cost 100, worth and
 * carried at 95, a fifth (19) pledged: 76 to sell. HTM: cost and carried at 200, worth 160, a
 * quarter (50) pledged: 120 to sell. Uninsured deposits 200. CET1 60 of RWA 1,000: 15 above 4.5 %.
 */
const SOURCES = [
  line('cash', 20, 0),
  line('committed', 10, 1),
  line('uncommitted', 50, 0, false),
  sale('afs', 19),
  sale('htm', 50),
];

function tinyBank(sources: readonly LiquiditySource[] = SOURCES, edit: Partial<Capital> = {}) {
  return handMade({
    positions: [
      row('a', 'afs', { accountingClass: 'available-for-sale', carryingUsdMillion: 95 }),
      row('h', 'htm', {
        accountingClass: 'held-to-maturity',
        notionalUsdMillion: 200,
        carryingUsdMillion: 200,
      }),
    ],
    capital: {
      cet1UsdMillion: 60,
      riskWeightedAssetsUsdMillion: 1000,
      tangibleCommonEquityUsdMillion: 50,
      tangibleAssetsUsdMillion: 1000,
      ...edit,
    },
    liquidity: { sources, uninsuredUsdMillion: 200, outflowShare: 0.5 },
    scenarios: [{ id: '0', values: { a: 95, h: 160 } }],
  });
}

function measured(sources: readonly LiquiditySource[] = SOURCES, edit: Partial<Capital> = {}) {
  const found = liquidityMeasures(tinyBank(sources, edit));
  return (id: string) => pick(found, id, '0').value;
}

function state(outflow: number, sources = SOURCES, edit: Partial<Capital> = {}, days = 2) {
  const input = tinyBank(sources, edit);
  return fundingState(input, saleableBooks(input, input.base), outflow, days);
}

describe('coverage', () => {
  it('LIQ-1: (20 + 10 + 76 + 120) / (half of 200) = 2.26', () => {
    expect(measured()('liquidity.coverage')).toBeCloseTo(2.26, 12);
  });
});

describe('a run on a tiny bank', () => {
  it.each([
    // days, what can be paid
    [0, 20, 'cash at once'],
    [1, 30, 'the committed line after a day, the uncommitted never'],
    [2, 226, 'securities after two days'],
  ])('RUN-1: within %i days %d can be paid (%s)', (days, most) => {
    expect(state(most, SOURCES, {}, days).unmet).toBe(0);
    expect(state(most + 1, SOURCES, {}, days).unmet).toBeCloseTo(1, 12);
  });

  it('RUN-1: in their order: securities are left alone while cash lasts', () => {
    expect(state(30).cet1Ratio).toBe(0.06);
    expect(state(30).tceRatio).toBeCloseTo(50 / 970, 14);
  });

  it.each([
    // pledged of 200 HTM, what HTM can raise
    [0, 160],
    [50, 120],
    [200, 0],
    [260, 0],
  ])('RUN-2: with %d of 200 pledged, HTM raises %d', (pledged, most) => {
    const only = [sale('htm', pledged)];
    expect(state(1000, only).unmet).toBeCloseTo(1000 - most, 10);
  });

  it('RUN-2, RUN-3: a bid-offer of 2 % comes off the price and goes to the loss', () => {
    // 80 % of 95 less 2 % = 74.48; loss 80 % of (95 - 100) = 4 and 2 % of 76 = 1.52
    const only = [sale('afs', 19, 0.02)];
    expect(state(74.48, only).unmet).toBeCloseTo(0, 10);
    expect(state(75, only).unmet).toBeCloseTo(0.52, 10);
    expect(state(74.48, only).cet1Ratio).toBeCloseTo(0.06 - 0.00552, 12);
  });

  it('RUN-3: AFS 76 loses 4; then every 4 of HTM cash lose 1, before tax', () => {
    expect(state(106).cet1Ratio).toBeCloseTo(0.056, 12); // 60 - 4
    expect(state(146).cet1Ratio).toBeCloseTo(0.046, 12); // 60 - 4 - 10
    const holdsIt = state(106, SOURCES, { aociOptOut: false });
    expect(holdsIt.cet1Ratio).toBeCloseTo(0.06, 12); // AFS stands at fair value in its CET1
  });

  it('RUN-4, RUN-5: the first dollar of HTM takes the whole mark out of tangible equity', () => {
    expect(state(106).tceRatio).toBeCloseTo(50 / 894, 12); // AFS at fair value already
    expect(state(107).tceRatio).toBeCloseTo(10 / 853, 12); // (50 - 40) / (1000 - 40 - 107)
  });

  it('RUN-5: the bid-offer of an AFS sale is a tangible loss', () => {
    const only = [sale('afs', 19, 0.02)];
    expect(state(74.48, only).tceRatio).toBeCloseTo(48.48 / 924, 12); // 1000 - 1.52 - 74.48
  });
});

describe('run threshold', () => {
  it.each([
    // measure, share, arithmetic
    ['liquidity.1d', 0.15, '30 of 200'],
    ['liquidity.2d', 1, '226 covers all 200'],
    ['liquidity.30d', 1, 'as on day 2'],
    ['cet1.1d', 1, 'nothing is sold by day 1'],
    ['cet1.2d', 0.75, '15 lost after 30 + 76 + 44 = 150'],
    ['cet1.30d', 0.75, 'as on day 2'],
    ['tce.1d', 1, 'nothing is sold by day 1'],
    ['tce.2d', 0.53, 'the first dollar of HTM, after 30 + 76 = 106: 10 / 854 = 1.2 %'],
    ['tce.30d', 0.53, 'as on day 2'],
  ])('RUN-6: %s at %d (%s)', (id, share) => {
    expect(measured()(`runThreshold.${id}`)).toBeCloseTo(share, 8);
  });

  it('RUN-2, RUN-6: with all HTM pledged, 106: liquidity breaks at 53 %, capital never', () => {
    const sources = [...SOURCES.slice(0, 4), sale('htm', 200)];
    expect(measured(sources)('runThreshold.liquidity.2d')).toBeCloseTo(0.53, 8);
    expect(measured(sources)('runThreshold.cet1.2d')).toBe(1);
    expect(measured(sources)('runThreshold.tce.2d')).toBe(1);
  });

  it('RUN-6: a bank below a minimum before any outflow has threshold 0', () => {
    const weak = { cet1UsdMillion: 44, tangibleCommonEquityUsdMillion: 19 };
    expect(measured(SOURCES, weak)('runThreshold.cet1.1d')).toBe(0);
    expect(measured(SOURCES, weak)('runThreshold.tce.1d')).toBe(0);
  });
});
