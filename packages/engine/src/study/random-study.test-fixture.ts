import fc from 'fast-check';
import { bookFromPositions, type Position, type Swap } from '../balance-sheet/index.js';
import type { Behaviour } from '../behaviour/index.js';
import type { Parameter } from '../foundation/index.js';
import {
  assumed,
  depositModel,
  exampleStudy,
  prepaymentModel,
  row,
} from './example-study.test-fixture.js';
import type { Study } from './study.js';

/**
 * Evenly spread over the range, in steps of a millionth of it: `fc.double` draws bit patterns, of
 * which nearly all between 0 and 1 stand for numbers like 1e-150, at which every sum is right.
 */
const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => min + ((max - min) * step) / 1_000_000);
const months = (min: number, max: number) => fc.integer({ min, max });

type Terms = Partial<Position>;

/** Amortised cost, and a carrying amount a little off it. */
const amounts = fc
  .tuple(between(1, 500), between(0.9, 1.02))
  .map(([cost, share]): Terms => ({ notionalUsdMillion: cost, carryingUsdMillion: cost * share }));

const even = fc.tuple(months(1, 180), months(0, 200)).map(
  ([first, more]): Terms => ({
    principal: 'even',
    firstPrincipalMonth: first,
    maturityMonth: first + more,
  }),
);

const level = fc
  .record({ maturityMonth: months(1, 400), noteRate: between(0, 0.09) })
  .map((terms): Terms => ({ ...terms, principal: 'level', firstPrincipalMonth: 0 }));

const prepaying = level.map((terms): Terms => ({ ...terms, behaviour: 'mbs' }));

const fixedRate = fc
  .record({ rate: between(0, 0.09), couponRate: between(0, 0.09), premium: between(-0.1, 0.1) })
  .map((terms): Terms => terms);

const floating = fc
  .record({ rate: between(0, 0.09), resetMonth: months(0, 90) })
  .map((terms): Terms => ({ ...terms, couponRate: terms.rate, floats: true }));

const pricing = fc.record({
  discountSpread: between(-0.01, 0.03),
  reinvestTenorMonths: fc.constantFrom(0, 12, 24, 60, 120),
  reinvestSpread: between(-0.01, 0.03),
});

const decay = fc
  .record({ rate: between(0, 0.04), behaviour: fc.constantFrom('ib', 'nib') })
  .map((terms): Terms => ({ ...terms, principal: 'decay', couponRate: terms.rate }));

const broken = even.map((terms): Terms => ({ ...terms, behaviour: 'cd' }));

const line = fc.record({ maturityMonth: months(1, 480), rate: between(0, 0.09) }).map(
  (terms): Terms => ({
    ...terms,
    principal: 'line',
    behaviour: 'line',
    firstPrincipalMonth: 0,
    couponRate: terms.rate,
    carryingUsdMillion: 0,
  }),
);

type Kind = readonly [group: Position['group'], terms: readonly fc.Arbitrary<Terms>[], Terms];

const KINDS: readonly Kind[] = [
  ['cash', [fc.constant({ principal: 'none' } satisfies Terms)], {}],
  ['cash', [even, floating], {}],
  ['afs', [even, fixedRate], { accountingClass: 'available-for-sale' }],
  ['afs', [prepaying, fixedRate], { accountingClass: 'available-for-sale' }],
  ['htm', [prepaying, fixedRate], { accountingClass: 'held-to-maturity' }],
  ['loans', [level, fixedRate], {}],
  ['loans', [even, floating], {}],
  ['deposits', [decay], {}],
  ['deposits', [even, fixedRate], {}],
  ['deposits', [broken, fixedRate], {}],
  ['loans', [line], {}],
  ['borrowings', [even, fixedRate], {}],
  ['borrowings', [even, floating], {}],
];

function position(id: string): fc.Arbitrary<Position> {
  return fc
    .constantFrom(...KINDS)
    .chain(([group, terms, fixed]) =>
      fc
        .tuple(amounts, pricing, ...terms)
        .map((parts) => row(id, group, Object.assign({}, fixed, ...parts))),
    );
}

/** Two to seven positions, and a loan that keeps EVE well above zero. */
export function randomPositions(prefix = 'p'): fc.Arbitrary<readonly Position[]> {
  const anchor = row(`${prefix}-anchor`, 'loans', {
    notionalUsdMillion: 9000,
    carryingUsdMillion: 9000,
  });
  return fc
    .integer({ min: 2, max: 7 })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, index) => position(`${prefix}${index}`))),
    )
    .map((positions) => [anchor, ...positions]);
}

const market = fc
  .record({
    short: between(0.0005, 0.07),
    slope: between(-0.015, 0.02),
    mortgage: between(0, 0.03),
  })
  .map(({ short, slope, mortgage }): Partial<Study['market']> => {
    const at = (tenorMonths: number) => ({
      tenorMonths,
      rate: Math.max(0.0001, short + (slope * tenorMonths) / 360),
    });
    return {
      parQuotes: [1, 6, 24, 60, 120, 360].map(at),
      mortgageRate: assumed(at(120).rate + mortgage),
    };
  });

const parameter = (min: number, max: number) => between(min, max).map((value) => assumed(value));
const whole = (min: number, max: number) => months(min, max).map((value) => assumed(value));

const part = (most: number, years: number) =>
  fc.record({ share: parameter(0, most), averageLifeYears: parameter(0.1, years) });

/** Any of the parts that a deposit model may have. */
const depositParts = fc.record(
  {
    core: part(0.7, 12),
    surge: part(0.3, 1),
    rateGap: fc.record({
      sensitivity: parameter(0, 60),
      minMultiple: parameter(0, 1),
      maxMultiple: parameter(1, 4),
    }),
    betaCurve: fc.record({
      low: parameter(0, 0.5),
      midpoint: parameter(0, 0.05),
      slope: parameter(10, 400),
    }),
    rateFloor: parameter(-0.01, 0.01),
    rateCap: parameter(0.02, 0.1),
  },
  { requiredKeys: [] },
);

function highest(beta: Parameter, low: Parameter | undefined): Parameter {
  return low === undefined || low.value <= beta.value ? beta : low;
}

function deposit(id: string, migrationTo: string, migrationShare: number) {
  return fc
    .record({
      averageLifeYears: parameter(0.2, 12),
      beta: parameter(0, 1.2),
      lagMonths: whole(0, 18),
      servicingRate: parameter(0, 0.02),
      valuationSpread: parameter(-0.005, 0.02),
      migrationShare: parameter(0, migrationShare),
      outflowShare: parameter(0, 0.9),
      outflowMonth: whole(1, 30),
    })
    .chain((terms) =>
      depositParts.map((parts) => ({
        ...depositModel(id, migrationTo),
        // A curve ends at the beta of the model, and not below where it starts
        ...terms,
        beta: highest(terms.beta, parts.betaCurve?.low),
        ...parts,
      })),
    );
}

function behaviour(migrationShare: number): fc.Arbitrary<Behaviour> {
  const curve = {
    multiplier: parameter(0, 3),
    minCpr: parameter(0, 0.1),
    maxCpr: parameter(0.1, 0.6),
    slope: parameter(0, 20),
    midpoint: parameter(0.8, 1.5),
  };
  const parts = {
    seasoningMonths: parameter(0, 60),
    burnoutFloor: parameter(0, 1),
    lockIn: fc.record({
      floor: parameter(0, 1),
      startRatio: parameter(0.8, 1),
      fullRatio: parameter(0.2, 0.7),
    }),
  };
  const prepayment = fc
    .record(
      { ...curve, ...parts },
      { requiredKeys: ['multiplier', 'minCpr', 'maxCpr', 'slope', 'midpoint'] },
    )
    .map((terms) => ({ ...prepaymentModel('mbs'), ...terms }));
  const cd = fc.record({
    id: fc.constant('cd'),
    redemptionRate: parameter(0, 0.5),
    redemptionSensitivity: parameter(0, 20),
    penaltyMonths: parameter(0, 12),
  });
  const line = fc.record({
    id: fc.constant('line'),
    drawRate: parameter(0, 1),
    drawSensitivity: parameter(-10, 10),
  });
  return fc
    .tuple(deposit('nib', 'ib', migrationShare), deposit('ib', '', 0), prepayment, cd, line)
    .map(([nib, ib, mbs, redemption, drawdown]) => ({
      deposits: [nib, ib],
      prepayments: [mbs],
      redemptions: [redemption],
      drawdowns: [drawdown],
    }));
}

export const randomSwap: fc.Arbitrary<Swap> = fc
  .record({
    notionalUsdMillion: between(-500, 500),
    fixedRate: between(0, 0.08),
    floatSpread: between(-0.005, 0.005),
    startMonth: months(0, 36),
    tenorMonths: months(1, 400),
  })
  .map(({ tenorMonths, ...terms }) => ({
    ...terms,
    id: 'swap',
    maturityMonth: Math.min(480, terms.startMonth + tenorMonths),
    model: 'undesignated',
    hedgedGroup: 'none',
  }));

const liquidity: fc.Arbitrary<Study['liquidity']> = fc
  .record({
    cash: between(0, 300),
    line: between(0, 300),
    committed: fc.boolean(),
    afs: between(0, 400),
    htm: between(0, 400),
    bidOffer: between(0, 0.05),
    uninsuredUsdMillion: between(1, 2000),
    outflowShare: between(0.05, 1),
  })
  .map(({ cash, line, committed, afs, htm, bidOffer, ...rest }) => ({
    ...rest,
    sources: [
      { id: 'c', title: 'c', kind: 'cash', amountUsdMillion: cash, committed: true, daysToCash: 0 },
      { id: 'l', title: 'l', kind: 'line', amountUsdMillion: line, committed, daysToCash: 1 },
      {
        id: 'a',
        title: 'a',
        kind: 'sale',
        group: 'afs',
        pledgedUsdMillion: afs,
        bidOffer,
        daysToCash: 2,
      },
      {
        id: 'h',
        title: 'h',
        kind: 'sale',
        group: 'htm',
        pledgedUsdMillion: htm,
        bidOffer,
        daysToCash: 2,
      },
    ],
  }));

/** The base, a second scenario of 0 bp, up without a floor, down with a floor at zero. */
const SCENARIOS: Study['scenarios'] = [
  { id: '0', title: 'base', kind: 'parallel', shockBp: 0, floorRate: 0 },
  { id: 'still', title: 'nothing moves', kind: 'parallel', shockBp: 0, floorRate: null },
  { id: '+200', title: 'up', kind: 'parallel', shockBp: 200, floorRate: null },
  { id: '-100', title: 'down', kind: 'parallel', shockBp: -100, floorRate: 0 },
];

export interface RandomTerms {
  readonly positions?: fc.Arbitrary<readonly Position[]>;
  /** Largest share that migrates between deposit models. */
  readonly migrationShare?: number;
}

/** A small Study that the door lets in, of any mix of books, behaviour, market and swaps. */
export function randomStudy(terms: RandomTerms = {}): fc.Arbitrary<Study> {
  return fc
    .record({
      positions: terms.positions ?? randomPositions(),
      market,
      behaviour: behaviour(terms.migrationShare ?? 0.5),
      hedges: fc.oneof(fc.constant([]), fc.tuple(randomSwap)),
      liquidity,
      aociOptOut: fc.boolean(),
    })
    .map(({ positions, aociOptOut, ...parts }) => {
      const example = exampleStudy();
      return exampleStudy({
        ...parts,
        market: { ...example.market, ...parts.market },
        book: bookFromPositions(positions),
        capital: {
          ...example.capital,
          aociOptOut,
          aociAddBackUsdMillion: aociOptOut ? 15 : 0,
          aociOnTransferredHtmUsdMillion: aociOptOut ? -4 : 0,
        },
        scenarios: SCENARIOS,
      });
    });
}
