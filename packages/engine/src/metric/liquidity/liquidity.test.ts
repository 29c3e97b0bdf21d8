import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsFromBook, type Swap } from '../../balance-sheet/index.js';
import { row, SEED } from '../../study/example-study.test-fixture.js';
import type { Capital } from '../capital/input.js';
import { handMade, pick } from '../hand-made.test-fixture.js';
import { afterSalesMeasures } from './after-sales.js';
import { fundingState, stressedBooks } from './funding-stress.js';
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
  return fundingState(input, stressedBooks(input, input.base), outflow, days);
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

  it.each([
    // what is sold, cash raised, CET1 of 60 afterwards if opted out, and if not
    ['AFS 76 for 74.48', sale('afs', 19, 0.02), 74.48, 54.48, 58.48], // -4 - 1.52; -1.52
    ['a fortieth of HTM, 4', sale('htm', 50), 4, 59, 20], // -1; the whole mark, -40
    ['3/8 of HTM, 60, for 58.8', sale('htm', 50, 0.02), 58.8, 43.8, 18.8], // -15 - 1.2; -40 - 1.2
  ])('RUN-3, RUN-4: %s: without the opt-out taint and dealing cost reach CET1', (...terms) => {
    const [, source, cash, optedOut, notOptedOut] = terms;
    const cet1 = (aociOptOut: boolean) => 1000 * state(cash, [source], { aociOptOut }).cet1Ratio;
    expect(cet1(true)).toBeCloseTo(optedOut, 9);
    expect(cet1(false)).toBeCloseTo(notOptedOut, 9);
  });

  it('CAP-16, RUN-3: HTM sold realises its share of what AOCI keeps of it', () => {
    const frozen = { aociOnTransferredHtmUsdMillion: -16 };
    const cet1 = (outflow: number, edit: Partial<Capital> = frozen) =>
      1000 * state(outflow, SOURCES, edit).cet1Ratio;
    expect(cet1(106)).toBeCloseTo(56, 9); // AFS alone: 60 - 4
    expect(cet1(146)).toBeCloseTo(42, 9); // a quarter of HTM for 40: 60 - 4 - 10 - 16 / 4
    expect(cet1(146, { ...frozen, aociOptOut: false })).toBeCloseTo(20, 9); // as without it
    expect(state(146, SOURCES, frozen).tceRatio).toBe(state(146).tceRatio); // equity holds it
    // CET1 breaks at 45: 60 - 4 - 11, and each 4 of HTM cash lose 1 + 0.4: 106 + 44 / 1.4
    const threshold = measured(SOURCES, frozen)('runThreshold.cet1.2d');
    expect(threshold).toBeCloseTo((106 + 44 / 1.4) / 200, 8);
  });

  it('CAP-16: without HTM, after a taint, it is realised with AFS', () => {
    const tainted = handMade({
      positions: [row('a', 'afs', { accountingClass: 'available-for-sale' })],
      capital: { cet1UsdMillion: 60, riskWeightedAssetsUsdMillion: 1000 },
      liquidity: { sources: [sale('afs', 0)], uninsuredUsdMillion: 200, outflowShare: 0.5 },
      scenarios: [{ id: '0', values: { a: 95 } }],
    });
    const moved = { ...tainted.capital, aociOnTransferredHtmUsdMillion: -16 };
    const input = { ...tainted, capital: moved };
    const half = fundingState(input, stressedBooks(input, input.base), 47.5, 2);
    expect(1000 * half.cet1Ratio).toBeCloseTo(60 - 2.5 - 8, 9); // half of 100 - 95, half of 16
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

describe('capital after the stated sales', () => {
  /** The outflow is half of 200: cash 20 and the line 10 leave 70 to be raised by sales. */
  const after = (sources: readonly LiquiditySource[], edit: Partial<Capital> = {}) => {
    const found = afterSalesMeasures(tinyBank(sources, edit));
    return (id: string) => pick(found, `capital.afterSales.${id}`, '0').value;
  };
  const cash = SOURCES.slice(0, 2);

  it('RUN-8: 70 of AFS are sold at 95 for 100 of cost: 70 x 5 / 95 = 3.684 realised', () => {
    const value = after(SOURCES);
    expect(value('afs')).toBeCloseTo((-70 * 5) / 95, 10);
    expect(value('cet1')).toBeCloseTo(60 - (70 * 5) / 95, 10);
    expect([value('htm'), value('taint')]).toEqual([0, 0]);
    expect(value('tangible')).toBe(50); // AFS stands at fair value already
  });

  it('RUN-8: 70 of HTM lose 17.5 of CET1, and taint the mark of 40 of tangible equity', () => {
    const value = after([...cash, sale('htm', 50)]);
    expect(value('htm')).toBeCloseTo(-17.5, 10); // 70 x 40 / 160
    expect(value('cet1')).toBeCloseTo(42.5, 10);
    expect(value('taint')).toBe(-40); // 160 - 200
    expect(value('tangible')).toBeCloseTo(10, 10);
  });

  it('RUN-8: without the opt-out the taint is in CET1 as well', () => {
    const value = after([...cash, sale('htm', 50)], { aociOptOut: false });
    expect(value('htm')).toBeCloseTo(-40, 10);
    expect(value('cet1')).toBeCloseTo(20, 10);
  });
});

/** Rates rose: AFS 95 -> 90, HTM 160 -> 150; swaps gained 3 (undesignated) and 1 (hedge of AFS). */
describe('a run after rates rose', () => {
  const swap = (id: string, model: Swap['model'], hedgedGroup: Swap['hedgedGroup']): Swap => ({
    id,
    notionalUsdMillion: 10,
    fixedRate: 0.03,
    floatSpread: 0,
    startMonth: 0,
    maturityMonth: 60,
    model,
    hedgedGroup,
  });

  function shocked(outflow: number, aociOptOut: boolean) {
    const tiny = tinyBank(SOURCES, { aociOptOut });
    const input = handMade({
      positions: positionsFromBook(tiny.program.book),
      swaps: [swap('free', 'undesignated', 'none'), swap('hedge', 'fair-value', 'afs')],
      capital: tiny.capital,
      liquidity: tiny.liquidity,
      scenarios: [
        { id: '0', values: { a: 95, h: 160 }, swaps: [4, 2] },
        { id: '+100', values: { a: 90, h: 150 }, swaps: [7, 3] },
      ],
    });
    const [, up = input.base] = input.scenarios;
    return fundingState(input, stressedBooks(input, up), outflow, 2);
  }

  it('RUN-5: tangible equity starts at the new AFS mark and all swap gains, before a sale', () => {
    expect(shocked(0, true).tceRatio).toBeCloseTo(49 / 999, 12); // 50 - 5 + 3 + 1 of 1,000 - 1
    expect(shocked(0, false).tceRatio).toBeCloseTo(49 / 999, 12);
  });

  it('RUN-3: CET1 of an opt-out bank starts at the gains of undesignated swaps alone', () => {
    expect(shocked(0, true).cet1Ratio).toBeCloseTo(0.063, 12); // 60 + 3
  });

  it('RUN-3: CET1 of a bank without the opt-out starts at all of it', () => {
    expect(shocked(0, false).cet1Ratio).toBeCloseTo(0.059, 12); // 60 - 5 + 3 + 1
  });

  it('RUN-3, RUN-5: the sale of all free AFS, 72, counts the AFS mark once', () => {
    // 30 + 72 = 102. Opted out: 63 - 80 % of 10 = 55; else fair value already. Tangible: 49.
    expect(shocked(102, true).cet1Ratio).toBeCloseTo(0.055, 12);
    expect(shocked(102, false).cet1Ratio).toBeCloseTo(0.059, 12);
    expect(shocked(102, false).tceRatio).toBeCloseTo(49 / 897, 12); // 999 - 102
  });

  it('RUN-4: the taint then takes the HTM mark of the scenario, 50', () => {
    expect(shocked(103, false).cet1Ratio).toBeCloseTo(0.009, 12); // 59 - 50
    expect(shocked(103, true).tceRatio).toBeCloseTo(-1 / 846, 12); // 49 - 50 of 999 - 50 - 103
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

  it('RUN-6: a breach that heals counts: TCE 56 gives way at 53 % and is back at 100 %', () => {
    const edit = { tangibleCommonEquityUsdMillion: 56 };
    expect(state(106, SOURCES, edit).tceRatio).toBeCloseTo(56 / 894, 12); // 6.3 %
    expect(state(106.2, SOURCES, edit).tceRatio).toBeCloseTo(16 / 853.8, 12); // 1.9 %
    expect(state(200, SOURCES, edit).tceRatio).toBeCloseTo(16 / 760, 12); // 2.1 %
    expect(measured(SOURCES, edit)('runThreshold.tce.2d')).toBeCloseTo(0.53, 8);
  });

  it('RUN-4, RUN-6: without the opt-out the taint breaks CET1 at 53 %, not 75 %', () => {
    const threshold = measured(SOURCES, { aociOptOut: false })('runThreshold.cet1.2d');
    expect(threshold).toBeCloseTo(0.53, 8); // 60 - 40 = 20 of 1,000
  });

  it('RUN-6: at 2 % tangible equity has given way, at 4.5 % CET1 has not', () => {
    const edge = { cet1UsdMillion: 45, tangibleCommonEquityUsdMillion: 20 };
    expect(measured(SOURCES, edge)('runThreshold.tce.1d')).toBe(0); // 20 of 1,000
    expect(measured(SOURCES, edge)('runThreshold.cet1.1d')).toBe(1); // 45 of 1,000, nothing sold
  });

  it(`RUN-6: no smaller share breaches on a fine grid (seed ${SEED})`, () => {
    const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const bank = fc.record({
      sources: fc
        .tuple(between(0, 60), between(0, 60), between(0, 0.1))
        .chain(([afs, htm, bidOffer]) =>
          fc.shuffledSubarray([
            ...SOURCES.slice(0, 3),
            sale('afs', afs, bidOffer),
            sale('htm', htm, bidOffer),
          ]),
        ),
      edit: fc.record({
        cet1UsdMillion: between(43, 80),
        tangibleCommonEquityUsdMillion: between(50, 62),
        aociOptOut: fc.boolean(),
      }),
    });
    const breached = ({ unmet, cet1Ratio, tceRatio }: ReturnType<typeof state>) => ({
      liquidity: unmet > 0,
      cet1: cet1Ratio < 0.045,
      tce: tceRatio <= 0.02,
    });
    const property = fc.property(bank, ({ sources, edit }) => {
      const threshold = measured(sources, edit);
      for (const id of ['liquidity', 'cet1', 'tce'] as const) {
        const smallest = threshold(`runThreshold.${id}.2d`);
        const at = (share: number) => breached(state(200 * share, sources, edit))[id];
        for (let step = 0; step <= 100; step += 1) {
          if (step / 100 < smallest - 1e-8)
            expect([id, step, at(step / 100)]).toEqual([id, step, false]);
        }
        if (smallest < 1) expect([id, at(smallest + 1e-8)]).toEqual([id, true]);
      }
    });
    fc.assert(property, { seed: SEED, numRuns: 100 });
  });

  it('RUN-6: a bank below a minimum before any outflow has threshold 0', () => {
    const weak = { cet1UsdMillion: 44, tangibleCommonEquityUsdMillion: 19 };
    expect(measured(SOURCES, weak)('runThreshold.cet1.1d')).toBe(0);
    expect(measured(SOURCES, weak)('runThreshold.tce.1d')).toBe(0);
  });
});
