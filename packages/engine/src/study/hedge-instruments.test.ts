import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FutureHedge, OptionHedge, Swap } from '../balance-sheet/index.js';
import type { Scenario } from '../scenario/index.js';
import { ALL_PARTS } from './all-parts.test-fixture.js';
import {
  assumed,
  exampleStudy,
  FIGURE,
  issueLines,
  SEED,
  valueOrThrow,
} from './example-study.test-fixture.js';
import { hedgeFuture, hedgeOption, UNDESIGNATED } from './hedge-part.test-fixture.js';
import { evaluate, measureOf, parseStudy, type Study, studyToJson, viewedIn } from './index.js';

const swap: Swap = {
  id: 'swap',
  notionalUsdMillion: 100,
  fixedRate: 0.015,
  floatSpread: 0,
  startMonth: 1,
  maturityMonth: 61,
  ...UNDESIGNATED,
};

const extra: readonly Scenario[] = [
  { id: '-100', title: 'Down', kind: 'parallel', shockBp: -100, floorRate: null },
  {
    id: 'sofr',
    title: 'SOFR basis',
    kind: 'parallel',
    shockBp: 50,
    floorRate: null,
    basisBp: { sofr: 20 },
  },
  {
    id: 'vol',
    title: 'Volatility',
    kind: 'parallel',
    shockBp: 0,
    floorRate: null,
    volatilityBp: 20,
  },
  { id: 'ramp', title: 'Ramp', kind: 'parallel', shockBp: 100, floorRate: null, rampMonths: 12 },
];

function study(edit: Partial<Study>): Study {
  return exampleStudy({
    hedges: [],
    scenarios: [...exampleStudy().scenarios, ...extra],
    ...edit,
  });
}
const withOptions = (...options: OptionHedge[]) => study({ hedgeOptions: { options } });
const withFutures = (...futures: FutureHedge[]) => study({ hedgeFutures: { futures } });

const BARE = evaluate(study({}));
/** The measures that a hedge moves, with less without. */
function moved(hedged: Study, id: string, scenario: string): number {
  return measureOf(evaluate(hedged), id, scenario) - measureOf(BARE, id, scenario);
}

const COUNTED = ['eve.value', 'eve.change', 'capital.economic.e0', 'capital.economic.e2'];
const SCENARIOS = ['0', '+200', '-100', 'sofr', 'vol', 'ramp'];

describe('options and futures in a Study', () => {
  it.each(SCENARIOS)(
    'INSTRUMENT-3, INSTRUMENT-12: cap less floor is the swap at the strike, in scenario %s',
    (scenario) => {
      const parity = evaluate(
        withOptions(hedgeOption(), hedgeOption({ id: 'floor', kind: 'floor', position: 'sold' })),
      );
      const swapped = evaluate(study({ hedges: [swap] }));
      const ids = [...COUNTED, 'nii.12m', 'nii.24m', 'nii.60m', 'unrealised.afs'];
      for (const id of ids) {
        const expected = measureOf(swapped, id, scenario);
        expect(measureOf(parity, id, scenario), id).toBeCloseTo(expected, 8);
      }
    },
  );

  it('INSTRUMENT-12: key rates and durations of cap less floor are those of the swap', () => {
    const parity = evaluate(
      withOptions(hedgeOption(), hedgeOption({ id: 'floor', kind: 'floor', position: 'sold' })),
    );
    const swapped = evaluate(study({ hedges: [swap] }));
    for (const id of ['keyRate.eve', 'keyRate.nii.12m', 'dv01.hedges', 'duration.gap']) {
      const of = (outcome: typeof parity) => outcome.measures.find((each) => each.id === id);
      expect(of(parity)?.value, id).toBeCloseTo(of(swapped)?.value ?? Number.NaN, 8);
      for (const [tenor, value] of Object.entries(of(swapped)?.byTenor ?? {})) {
        expect(of(parity)?.byTenor?.[tenor], `${id} ${tenor}`).toBeCloseTo(value, 8);
      }
    }
  });

  it('INSTRUMENT-11: on a path of capital too, cap less floor is the swap, at any premium', () => {
    const {
      hedgeOptions: _options,
      hedgeFutures: _futures,
      ...whole
    } = valueOrThrow(parseStudy(ALL_PARTS));
    const floor = { id: 'floor', kind: 'floor', position: 'sold' } as const;
    const options = [
      hedgeOption({ premiumUsdMillion: 4 }),
      hedgeOption({ ...floor, premiumUsdMillion: -4 }),
    ];
    const parity = evaluate({ ...whole, hedges: [], hedgeOptions: { options } }, ['capitalPath']);
    const swapped = evaluate({ ...whole, hedges: [swap] }, ['capitalPath']);
    const bare = evaluate({ ...whole, hedges: [] }, ['capitalPath']);
    expect(parity.measures).toHaveLength(swapped.measures.length);
    let moved = 0;
    for (const { id, scenario, value } of swapped.measures) {
      expect(measureOf(parity, id, scenario), `${id} ${scenario}`).toBeCloseTo(value, 8);
      moved += Math.abs(value - measureOf(bare, id, scenario));
    }
    expect(moved).toBeGreaterThan(1);
  });

  it('INSTRUMENT-12: tents add up to the parallel move for an option and a future too', () => {
    const outcome = evaluate(
      study({
        hedgeOptions: { options: [hedgeOption()] },
        hedgeFutures: { futures: [hedgeFuture()] },
      }),
    );
    const residual = measureOf(outcome, 'keyRate.eve.residual');
    expect(Math.abs(residual)).toBeLessThan(1e-6 * Math.abs(measureOf(outcome, 'keyRate.eve')));
  });

  it('INSTRUMENT-12: a value counts in eve.* by hedges, by bucket, and in economic CET1', () => {
    const hedged = study({
      hedgeOptions: {
        options: [hedgeOption(), hedgeOption({ id: 'payer', kind: 'payer-swaption' })],
      },
      hedgeFutures: { futures: [hedgeFuture()] },
    });
    const outcome = evaluate(hedged);
    for (const scenario of SCENARIOS) {
      const found = outcome.measures.find((m) => m.id === 'eve.change' && m.scenario === scenario);
      const own = moved(hedged, 'eve.change', scenario);
      expect(found?.by?.hedges).toBeCloseTo(own, 9);
      expect(moved(hedged, 'capital.economic.e0', scenario)).toBeCloseTo(own, 9);
      const buckets = Object.values(found?.byTenor ?? {}).reduce((sum, each) => sum + each, 0);
      expect(buckets).toBeCloseTo(found?.value ?? Number.NaN, 9);
    }
  });

  it('INSTRUMENT-3: bought options gain from volatility and lose at most their worth', () => {
    const hedged = withOptions(hedgeOption());
    const premium = moved(hedged, 'eve.value', '0');
    expect(premium).toBeGreaterThan(0);
    expect(moved(hedged, 'eve.change', 'vol')).toBeGreaterThan(0);
    expect(moved(hedged, 'eve.change', '-100')).toBeLessThan(0);
    expect(moved(hedged, 'eve.change', '-100')).toBeGreaterThan(-premium);
    expect(moved(withFutures(hedgeFuture()), 'eve.change', 'vol')).toBeCloseTo(0, 12);
  });

  it('INSTRUMENT-2, INSTRUMENT-3: a collar at zero premium: the floor pays for the cap', () => {
    const worthOf = (of: OptionHedge) => moved(withOptions(of), 'eve.value', '0');
    const collar = (floorRate: number) =>
      hedgeOption({
        kind: 'collar',
        strikeRate: 0.02,
        floorRate,
        paymentMonths: 3,
        maturityMonth: 49,
      });
    let [low, high] = [-0.02, 0.02];
    for (let step = 0; step < 60; step += 1) {
      const middle = (low + high) / 2;
      if (worthOf(collar(middle)) > 0) low = middle;
      else high = middle;
    }
    const strip = { paymentMonths: 3, maturityMonth: 49 };
    const cap = worthOf(hedgeOption({ ...strip, strikeRate: 0.02 }));
    const floor = worthOf(hedgeOption({ ...strip, kind: 'floor', strikeRate: low }));
    expect(floor).toBeCloseTo(cap, 8);
    expect(moved(withOptions(collar(low)), 'eve.change', '+200')).toBeGreaterThan(0);
    expect(moved(withOptions(collar(low)), 'eve.change', '-100')).toBeLessThan(0);
  });

  it('INSTRUMENT-5: in the base a spot cap out of the money costs its premium', () => {
    const far = hedgeOption({
      strikeRate: 0.2,
      startMonth: 0,
      maturityMonth: 60,
      premiumUsdMillion: 6,
    });
    for (const scenario of ['0', '+200']) {
      expect(moved(withOptions(far), 'nii.12m', scenario)).toBeCloseTo(-1.2, 9);
      expect(moved(withOptions(far), 'nii.60m', scenario)).toBeCloseTo(-6, 9);
    }
    const found = evaluate(withOptions(far)).measures.find(
      (each) => each.id === 'nii.12m' && each.scenario === '+200',
    );
    const bare = BARE.measures.find((each) => each.id === 'nii.12m' && each.scenario === '+200');
    const base = (found?.parts?.base ?? 0) - (bare?.parts?.base ?? 0);
    expect(base).toBeCloseTo(-1.2, 9);
  });

  it('INSTRUMENT-10: a year of income on a strip is interest on its variation margin', () => {
    const hedged = withFutures(hedgeFuture());
    const margin = moved(hedged, 'eve.value', '+200');
    const { oneMonth } = viewedIn(hedged, '+200').view.rates;
    const rates = oneMonth.slice(0, 12).reduce((sum, rate) => sum + rate / 12, 0);
    expect(moved(hedged, 'nii.12m', '+200')).toBeCloseTo(margin * rates, 9);
    expect(moved(hedged, 'nii.12m', '0')).toBeCloseTo(0, 12);
  });

  it('INSTRUMENT-12: a volatility known after the decision is refused with its place', () => {
    const late = { ...FIGURE, knownFrom: '2022-03-02' };
    const normalVolatility = { ...assumed(0.009), basis: 'disclosed', source: ['late'] } as const;
    const hedged = withOptions(hedgeOption({ normalVolatility }));
    expect(issueLines(parseStudy(studyToJson({ ...hedged, figures: { late } })))).toEqual([
      'known-after-decision /hedgeOptions/options/0/normalVolatility/source/0',
    ]);
  });

  it('INSTRUMENT-12: an id names one hedge, whatever its kind', () => {
    const twice = study({
      hedges: [{ ...swap, id: 'cap' }],
      hedgeOptions: { options: [hedgeOption()] },
    });
    expect(issueLines(parseStudy(studyToJson(twice)))).toEqual([
      'duplicate-id /hedgeOptions/options/0/id',
    ]);
  });

  it('INSTRUMENT-12: value and income are linear in the size, and mirrors cancel', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('cap', 'floor', 'payer-swaption', 'receiver-swaption'),
        fc.constantFrom(1, 3, 6),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 10 }),
        fc.double({ min: -0.01, max: 0.06, noNaN: true }),
        fc.constantFrom(...SCENARIOS),
        (kind, paymentMonths, startMonth, periods, strikeRate, scenario) => {
          const maturityMonth = startMonth + periods * paymentMonths;
          const terms = { kind, paymentMonths, startMonth, maturityMonth, strikeRate } as const;
          const one = withOptions(hedgeOption(terms));
          const three = withOptions(hedgeOption({ ...terms, notionalUsdMillion: 300 }));
          const both = withOptions(
            hedgeOption(terms),
            hedgeOption({ ...terms, id: 'm', position: 'sold' }),
          );
          for (const id of ['eve.value', 'nii.24m']) {
            const unit = moved(one, id, scenario);
            expect(moved(three, id, scenario)).toBeCloseTo(3 * unit, 8);
            expect(moved(both, id, scenario)).toBeCloseTo(0, 10);
          }
          expect(moved(one, 'eve.value', scenario)).toBeGreaterThan(-1e-12);
        },
      ),
      { seed: SEED, numRuns: 25 },
    );
  });
});
