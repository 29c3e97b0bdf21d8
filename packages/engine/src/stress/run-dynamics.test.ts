import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED } from '../study/example-study.test-fixture.js';
import { evaluate, fundingAfter, measureOf, type Study } from '../study/index.js';
import {
  type CapitalView,
  checkResponse,
  RUN_RESPONSES,
  type RunDynamics,
  type RunResponse,
  runDynamics,
  runSurface,
} from './index.js';
import { outflowAt } from './run-response.js';
import { CASH, LOSS, PRICE, sale, toyBank } from './toy-run-bank.test-fixture.js';

/** `most` leaves at `low` and below, nobody at 8% and above. */
const response = (low: number, most: number): RunResponse => ({
  points: [
    { capitalRatio: 0.08, outflowShare: 0 },
    { capitalRatio: low, outflowShare: most },
  ],
  anchors: [],
});

interface Terms {
  readonly view?: CapitalView;
  readonly scenario?: string;
  readonly days?: number;
}

function dynamics(study: Study, to: RunResponse, terms: Terms = {}): RunDynamics {
  const { view = 'cet1', scenario = '0', days = 2 } = terms;
  const found = runDynamics({ study, scenario, days, view, response: to, evaluate });
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join());
  return found.value;
}

describe('response of depositors', () => {
  it.each([
    // ratio, outflow by day 2, arithmetic
    [0.12, 0, 'well capitalised'],
    [0.065, 0, 'just well capitalised'],
    [0.055, 0.165, 'half way to the minimum: half of 33%'],
    [0.045, 0.33, 'at the minimum'],
    [0.0225, 0.595, 'half way on: (33% + 86%) / 2'],
    [0, 0.86, 'nothing left'],
    [-0.1, 0.86, 'and below'],
  ])('SPIRAL-2: at a ratio of %d %d leaves (%s)', (ratio, share) => {
    expect(outflowAt(RUN_RESPONSES[2], ratio)).toBeCloseTo(share, 12);
  });

  it('SPIRAL-2: by day 1 it is 21% at the minimum and 25% at zero', () => {
    expect(outflowAt(RUN_RESPONSES[1], 0.045)).toBe(0.21);
    expect(outflowAt(RUN_RESPONSES[1], 0)).toBe(0.25);
  });

  it.each([
    ['no point', []],
    ['a share above 1', [{ capitalRatio: 0.05, outflowShare: 1.1 }]],
    ['a ratio that rises', [point(0.04, 0.1), point(0.05, 0.2)]],
    ['a share that falls as capital falls', [point(0.06, 0.3), point(0.05, 0.2)]],
  ])('SPIRAL-2: %s is refused', (_what, points) => {
    const checked = checkResponse({ points, anchors: [] });
    expect(checked.ok ? [] : checked.issues.map(({ code }) => code)).toEqual(['run.response']);
  });
});

function point(capitalRatio: number, outflowShare: number) {
  return { capitalRatio, outflowShare };
}

describe('the spiral of a toy bank', () => {
  it('SPIRAL-1, SPIRAL-4: 7% calls for 20%, 40 of 50 cash: nothing is sold, calm', () => {
    const { calm } = dynamics(toyBank(), response(0.04, 0.8)); // 0.8 x (8% - 7%) / 4%
    expect(calm.outflowShare).toBeCloseTo(0.2, 12);
    expect(calm.capitalRatio).toBeCloseTo(0.07, 12);
    expect(calm.rounds).toBe(2);
  });

  it('SPIRAL-4: a response of slope under 1 settles at the solution of s = a + b s', () => {
    // CET1 12 of 600 = 2%, which calls for 30%: 60, of which 10 from sales. f = 5 (8% - R(s)),
    // R(s) = (12 - LOSS (200 s - 50)) / 600, so s = 0.3 + 5 LOSS (200 s - 50) / 600
    const gain = (5 * LOSS) / 600;
    const expected = (0.3 - 50 * gain) / (1 - 200 * gain); // 0.51305
    const { calm, run, several } = dynamics(toyBank({ cet1: 12 }), response(-0.12, 1));
    expect(expected).toBeCloseTo(0.51305, 4);
    expect(calm.outflowShare).toBeCloseTo(expected, 6);
    // from above: all AFS gone leaves -3.45%, which calls for 57%; and so down to the same
    expect(run.outflowShare).toBeCloseTo(expected, 6);
    expect(several).toBe(false);
  });

  it('SPIRAL-4: steeper than 1 it runs until everything is sold', () => {
    // 36 = 6%: 40%, 80, sells 30, loses 14.6 … AFS gone at 117.3: 36 - 32.7 = 0.55%, 80%
    const { calm, path, tippingShare } = dynamics(toyBank({ cet1: 36 }), response(0.04, 0.8));
    expect(calm.outflowShare).toBeCloseTo(0.8, 12);
    expect(calm.after.unmetUsdMillion).toBeCloseTo(160 - 50 - PRICE, 4);
    expect(calm.survives).toBe(false);
    expect(tippingShare).toBeNull();
    expect(path.map(({ outflowShare }) => outflowShare).slice(0, 2)).toEqual([0, calledFor(0.06)]);
    expect(path[1]?.forcedSalesUsdMillion).toBeCloseTo(30, 6);
    expect(600 * (path[1]?.capitalRatio ?? 0)).toBeCloseTo(36 - 30 * LOSS, 4);
  });

  it('SPIRAL-5: calm at 20%, run at 80%, and the tipping point between them', () => {
    // s = 0.2 + 20 LOSS (200 s - 50) / 600 has its root at the tipping point
    const gain = (20 * LOSS) / 600;
    const expected = (50 * gain - 0.2) / (200 * gain - 1); // 0.27232
    const found = dynamics(toyBank(), response(0.04, 0.8));
    expect(found.several).toBe(true);
    expect(found.calm.outflowShare).toBeCloseTo(0.2, 12);
    expect(found.run.outflowShare).toBeCloseTo(0.8, 12);
    expect(expected).toBeCloseTo(0.27232, 4);
    expect(found.tippingShare).toBeCloseTo(expected, 5);
    expect(found.calm.survives).toBe(true);
    expect(found.run.survives).toBe(false);
  });

  it('SPIRAL-5: a bank at rest survives only where nothing is broken, there or on the way', () => {
    // tangible equity 19.5 of 980 is 1.99%, of the 940 after an outflow of 40 it is 2.07%
    const thin = (cet1: number): Study => {
      const study = toyBank({ cet1 });
      return { ...study, capital: { ...study.capital, tangibleCommonEquityUsdMillion: 19.5 } };
    };
    // 10% calls for nothing: at rest at once, and broken where it stands
    const still = dynamics(thin(60), response(0.04, 0.8)).calm;
    expect([still.outflowShare, still.after.broken, still.survives]).toEqual([0, ['tce'], false]);
    // 7% calls for 40: nothing is broken at rest, but the bank was before a dollar had left
    const later = dynamics(thin(42), response(0.04, 0.8)).calm;
    expect(later.outflowShare).toBeCloseTo(0.2, 12);
    expect([later.after.broken, later.survives]).toEqual([[], false]);
  });

  it('SPIRAL-1: without time to sell there is no spiral of realised losses', () => {
    const { run } = dynamics(toyBank(), response(0.04, 0.8), { days: 1 });
    expect(run.outflowShare).toBeCloseTo(0.2, 12); // R stays 7%
  });

  it('SPIRAL-3: E1 has taken the marks: only the bid-offer of forced sales feeds it', () => {
    const study = toyBank({ sources: [CASH, sale('afs', 0, 0.02)], cet1: 120 });
    const e1 = measureOf(evaluate(study), 'capital.economic.e1', '0');
    const to: RunResponse = {
      points: [point(e1 / 600 + 0.03, 0), point(e1 / 600 - 1, 1)],
      anchors: [],
    };
    // f = (e1/600 + 3% - R) / 1.03; R = (e1 - (200 s - 50) x 0.02 / 0.98) / 600
    const called = 0.03 / 1.03; // under 25%: cash alone, nothing is sold
    expect(dynamics(study, to, { view: 'e1' }).calm.outflowShare).toBeCloseTo(called, 10);
    const sold: RunResponse = {
      points: [point(e1 / 600 + 0.4, 0), point(e1 / 600 - 0.6, 1)],
      anchors: [],
    };
    // s = 0.4 + (200 s - 50) x (0.02 / 0.98) / 600
    const gain = 0.02 / 0.98 / 600;
    const expected = (0.4 - 50 * gain) / (1 - 200 * gain);
    expect(dynamics(study, sold, { view: 'e1' }).calm.outflowShare).toBeCloseTo(expected, 8);
  });

  it('SPIRAL-3: E2 loses the franchise of the deposits that leave: s = a + b s', () => {
    const study = toyBank({ cet1: 60 });
    const outcome = evaluate(study);
    const e2 = measureOf(outcome, 'capital.economic.e2', '0');
    const franchise = measureOf(outcome, 'franchise', '0');
    expect(franchise).toBeGreaterThan(0);
    // 20% leave at e2; one for one below it: s = 0.2 + (e2 - R(s)), R(s) falls by F x 200 s / 400
    const to: RunResponse = {
      points: [point(e2 / 600 + 0.2, 0), point(e2 / 600 - 0.8, 1)],
      anchors: [],
    };
    const gain = (franchise * 200) / 400 / 600;
    const found = dynamics(study, to, { view: 'e2' });
    expect(found.capitalRatioBefore).toBeCloseTo(e2 / 600, 12);
    expect(found.calm.outflowShare).toBeCloseTo(0.2 / (1 - gain), 8);
  });

  it(`SPIRAL-4, SPIRAL-5: nothing below calm or above run stands still (seed ${SEED})`, () => {
    const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const bank = fc.record({
      cet1: between(10, 70),
      uninsured: between(60, 390),
      sources: fc
        .tuple(between(0, 100), between(0, 0.05))
        .chain(([pledged, bidOffer]) =>
          fc.shuffledSubarray([CASH, sale('afs', 0, bidOffer), sale('htm', pledged, bidOffer)]),
        ),
    });
    const terms = fc.record({ most: between(0.1, 1), low: between(-0.02, 0.07) });
    const property = fc.property(bank, terms, (toy, { most, low }) => {
      const study = toyBank(toy);
      const to = response(low, most);
      const { calm, run } = dynamics(study, to, { scenario: '+200' });
      let worst = Number.POSITIVE_INFINITY;
      for (let step = 0; step <= 200; step += 1) {
        const share = step / 200;
        worst = Math.min(worst, fundingAfter(study, '+200', share, 2).cet1Ratio);
        const called = outflowAt(to, worst);
        if (share < calm.outflowShare - 1e-3) expect(called).toBeGreaterThan(share);
        if (share > run.outflowShare + 1e-3) expect(called).toBeLessThan(share);
      }
      expect(calm.outflowShare).toBeLessThanOrEqual(run.outflowShare + 1e-6);
    });
    fc.assert(property, { seed: SEED, numRuns: 25 });
  });

  it('SPIRAL-3: a realised gain calls nobody back: the worst ratio on the way counts', () => {
    // coupons of 8% at 4%: AFS is worth more than it cost, and its sale lifts CET1
    const toy = toyBank({ sources: [CASH, sale('afs')], cet1: 36 });
    const rich = { ...toy, book: withCoupon(toy, 0.08) };
    expect(fundingAfter(rich, '0', 0.4, 2).cet1Ratio).toBeGreaterThan(0.06);
    const { calm } = dynamics(rich, response(0.04, 0.8));
    expect(calm.outflowShare).toBeCloseTo(0.4, 12); // what 6% calls for; 30 of AFS is sold
    expect(calm.capitalRatio).toBeCloseTo(0.06, 12);
  });

  it('SPIRAL-3: refused: no uninsured deposits, a BTFP before its day', () => {
    const codes = (study: Study) => {
      const to = response(0.04, 0.8);
      const terms = { scenario: '0', days: 2, view: 'cet1', response: to, evaluate } as const;
      const found = runDynamics({ study, ...terms });
      return found.ok ? [] : found.issues.map(({ code }) => code);
    };
    expect(codes(toyBank({ uninsured: 0 }))).toEqual(['run.uninsured']);
    const btfp = { ...CASH, id: 'btfp', title: 'Bank Term Funding Program', kind: 'line' } as const;
    const study = toyBank({ sources: [btfp] });
    expect(codes({ ...study, valuationDate: '2023-03-10' })).toEqual(['run.source']);
    expect(codes({ ...study, valuationDate: '2023-03-12' })).toEqual([]);
  });
});

/** The AFS bond with a coupon. */
function withCoupon({ book }: Study, coupon: number): Study['book'] {
  const afs = book.id.indexOf('afs');
  const paid = (rates: Float64Array) => rates.map((rate, at) => (at === afs ? coupon : rate));
  return { ...book, rate: paid(book.rate), couponRate: paid(book.couponRate) };
}

function calledFor(ratio: number): number {
  return outflowAt(response(0.04, 0.8), ratio);
}

describe('surface of the run threshold', () => {
  const found = runSurface({
    study: toyBank({ cet1: 60 }),
    scenarios: ['0', '+200'],
    uninsuredShares: [0.1, 0.25, 0.5, 1],
    days: 2,
    evaluate,
  });
  const cells = found.ok ? found.value : [];
  const cell = (share: number, scenario: string) =>
    cells.find((each) => each.uninsuredShare === share && each.scenario === scenario);

  it.each([
    // uninsured of 400, what 50 + 67.2971 covers of it
    [0.1, 1],
    [0.25, 1],
    [0.5, 0.5864857],
    [1, 0.2932428],
  ])('SPIRAL-6: at %d uninsured, liquidity covers %d', (share, threshold) => {
    expect(cell(share, '0')?.threshold.liquidity).toBeCloseTo(threshold, 6);
  });

  it('SPIRAL-6: CET1 60 of 600 has 33 to lose: the sale of all AFS, 32.7, never breaks it', () => {
    expect(cell(1, '0')?.threshold.cet1).toBe(1);
    expect(cell(1, '0')?.limit).toBe('liquidity');
  });

  it('SPIRAL-6: at +200 bp, 67.2971 / e^0.2 = 55.0983: CET1 breaks at 50 + 33 / 0.8149', () => {
    const loss = (100 - 55.0983) / 55.0983; // 0.8149 a dollar, 90.5 in all
    expect(cell(1, '+200')?.threshold.cet1).toBeCloseTo((50 + 33 / loss) / 400, 6);
    expect(cell(1, '+200')?.limit).toBe('cet1');
    expect(cell(1, '+200')?.markUsdMillion).toBeCloseTo(2 * (55.0983 - 100), 3);
    expect(cell(0.1, '+200')?.limit).toBeNull();
  });

  it('SPIRAL-6: a share that is none is refused', () => {
    const terms = { study: toyBank(), scenarios: ['0'], days: 2, evaluate } as const;
    const wrong = runSurface({ ...terms, uninsuredShares: [0] });
    expect(wrong.ok ? [] : wrong.issues.map(({ code }) => code)).toEqual(['run.surface']);
  });
});
