import { describe, expect, it } from 'vitest';
import { bookFromPositions, type Position } from '../balance-sheet/index.js';
import { exp } from '../foundation/index.js';
import { monthlyDiscount } from '../market/index.js';
import { parZeroCurve } from '../scenario/index.js';
import {
  exampleStudy,
  issueLines,
  row,
  valueOrThrow,
} from '../study/example-study.test-fixture.js';
import type { Study } from '../study/index.js';
import { leagueMeasure } from './league-measure.js';
import { inLeagueOrder, type LeagueRow } from './league-row.js';
import { leagueStudy, standardProgramme } from './standard-programme.js';

const quotes = [1, 6, 12, 60, 360].map((tenorMonths) => ({ tenorMonths, rate: 0.02 }));
const factors = monthlyDiscount(parZeroCurve({ dateIso: '2098-01-31', quotes }), 360);

/** Discount factor of a month with every zero rate moved. */
const factor = (month: number, shift: number) => (factors[month] ?? 0) * exp((-shift * month) / 12);

const annuity = (months: number, shift: number): number => {
  let sum = 0;
  for (let m = 1; m <= months; m += 1) sum += factor(m, shift) / 12;
  return sum;
};

/** A bullet of 3% a year: what a rise of 1% costs, per unit. */
const bondLoss = (months: number): number => {
  const value = (shift: number) => 0.03 * annuity(months, shift) + factor(months, shift);
  return value(0) - value(0.01);
};

/** A five-year swap struck fair gains this at +1%, per unit of notional. */
const swapGain = (): number => {
  const fixed = (1 - factor(60, 0)) / annuity(60, 0);
  return 1 - factor(60, 0.01) - fixed * annuity(60, 0.01);
};

const bullet = (id: string, group: 'afs' | 'htm', months: number, edit: Partial<Position> = {}) =>
  row(id, group, {
    accountingClass: group === 'afs' ? 'available-for-sale' : 'held-to-maturity',
    ...{ rate: 0.03, firstPrincipalMonth: months, maturityMonth: months, ...edit },
  });

/** What a floater without margin pays now. */
const ONE_MONTH = 12 * (1 / factor(1, 0) - 1);
const CASH = row('earning', 'cash', {
  ...{ accountingClass: 'not-remeasured', floats: true, rate: ONE_MONTH },
  ...{ firstPrincipalMonth: 1, maturityMonth: 1 },
});
const IDLE = row('idle', 'cash', { principal: 'none', maturityMonth: 480, rate: 0 });

/** Four bonds of 100 each: of 5 and 10 years in AFS, of 7 years and a floater in HTM. */
const BONDS = [
  bullet('afs-5', 'afs', 60),
  bullet('afs-10', 'afs', 120),
  bullet('htm-7', 'htm', 84),
  bullet('htm-floater', 'htm', 120, { floats: true, rateIndex: 'treasury', rate: ONE_MONTH }),
];

function bank(positions: readonly Position[]): Study {
  const study = exampleStudy();
  const scenarios = [0, -200, -100, 100, 200].map((shockBp): Study['scenarios'][number] => ({
    id: shockBp > 0 ? `+${shockBp}` : `${shockBp}`,
    ...{ title: `${shockBp} bp`, kind: 'parallel', shockBp, floorRate: null },
  }));
  const market = { ...study.market, curveDate: '2021-12-31', parQuotes: quotes };
  return { ...study, book: bookFromPositions(positions), market, scenarios };
}

const FULL = leagueStudy(bank([CASH, IDLE, ...BONDS]));
const borrowed = row('loan', 'borrowings', { maturityMonth: 300, firstPrincipalMonth: 300 });

describe('the standard programmes', () => {
  it('EFF-8: swaps gain at +100 bp half of what the securities lose', () => {
    const { changes } = valueOrThrow(standardProgramme('half-swapped', FULL));
    const [swap] = changes;
    if (swap?.kind !== 'add-hedge') throw new Error('one swap');
    const lost = 100 * (bondLoss(60) + bondLoss(120) + bondLoss(84)); // the floater loses nothing
    expect(swap.swap.notionalUsdMillion).toBeCloseTo((0.5 * lost) / swapGain(), 3);
    expect(swap.swap.maturityMonth).toBe(60);
    expect(swap.swap.model).toBe('undesignated');
  });

  it('EFF-9: sells what is fixed and ends after five years, into cash that earns', () => {
    const { changes, heldByBank } = valueOrThrow(standardProgramme('short', FULL));
    expect(heldByBank).toBe(false);
    expect(changes).toMatchObject([
      { kind: 'sell', group: 'afs', positionIds: ['afs-10'], cashPositionId: 'earning' },
      { kind: 'sell', group: 'htm', positionIds: ['htm-7'], carryingUsdMillion: 100 },
    ]);
  });

  it('EFF-9: of two rows of cash that earn the larger takes the money, whichever is first', () => {
    const little = { ...CASH, id: 'little', notionalUsdMillion: 1, carryingUsdMillion: 1 };
    for (const cash of [
      [little, CASH],
      [CASH, little],
    ]) {
      const study = leagueStudy(bank([...cash, ...BONDS]));
      const { changes } = valueOrThrow(standardProgramme('short', study));
      expect(changes[0]).toMatchObject({ cashPositionId: 'earning' });
    }
  });

  it('EFF-8: the bank’s own hedges and pledges are left out', () => {
    const { hedges, liquidity } = FULL;
    expect(exampleStudy().hedges).toHaveLength(1);
    expect(hedges).toEqual([]);
    const pledged = liquidity.sources.map((each) =>
      each.kind === 'sale' ? each.pledgedUsdMillion : 0,
    );
    expect(pledged).toEqual([0, 0, 0]);
  });

  const short = bullet('htm-3', 'htm', 36);
  it.each([
    ['short', 'no long securities', [CASH, IDLE, short], 'league.no-securities /positions'],
    ['short', 'no cash that earns', [IDLE, ...BONDS], 'league.no-cash /positions'],
    ['half-swapped', 'nothing to lose', [CASH, IDLE], 'league.no-loss /positions'],
  ] as const)('EFF-8, EFF-9, EFF-12: %s with %s: not measured', (programme, _, rows, line) => {
    expect(issueLines(standardProgramme(programme, bank(rows)))).toEqual([line]);
  });
});

describe('a bank of the league', () => {
  const central = bank([CASH, IDLE, ...BONDS, borrowed]);
  const dearer = { ...central, market: { ...central.market, swapSpread: spread(0.0025) } };
  function spread(value: number) {
    return { ...central.market.swapSpread, value };
  }
  const question = { central, variants: [dearer], laterCurves: [] };

  it('EFF-10: a swap spread of 25 bp costs a quarter per cent of the notional a year', () => {
    const found = valueOrThrow(leagueMeasure({ ...question, programme: 'half-swapped' }));
    const [cheap, dear] = found.range.cost;
    expect(cheap).toBe(found.central.cost);
    // two years of 25 bp on the notional, discounted from months 6 and 18
    const more = found.sizeUsdMillion * 0.0025 * (factor(6, 0) + factor(18, 0));
    expect(dear - cheap).toBeCloseTo(more, 1);
    expect(found.realised).toBeNull();
  });

  it('EFF-9, EFF-10: what is sold keeps what it would have lost, at every end alike', () => {
    const found = valueOrThrow(leagueMeasure({ ...question, programme: 'short' }));
    const value = (months: number, shift: number) =>
      100 * (0.03 * annuity(months, shift) + factor(months, shift));
    const kept = value(120, 0) - value(120, 0.02) + value(84, 0) - value(84, 0.02);
    expect(found.central.capitalKept).toBeCloseTo(kept, 6);
    expect(found.range.capitalKept[0]).toBeCloseTo(kept, 6);
    expect(found.sizeUsdMillion).toBe(200);
  });
});

describe('the order of the league', () => {
  /** Only what the order reads. */
  function measured(bank: string, ratio: number | null, cost: number, kept: number): LeagueRow {
    const zero = { scenario: '+200', bidOffer: 0, marginFunding: 0, e0With: 0, e0Without: 0 };
    const more = { niiGivenUp: cost, firstYearCarry: -cost, forwardExpectedCost: cost };
    const result = { ...zero, ...more, ratio, cost, capitalKept: kept };
    const range = { capitalKept: [kept, kept], cost: [cost, cost], ratio: null } as const;
    return {
      ...{ bank, idrssd: 1, state: '', cycle: 'c', quarterEnd: '2021-12-31' },
      ...{ programme: 'short', issues: [] },
      measured: {
        sizeUsdMillion: 1,
        assetsUsdMillion: 100,
        central: result,
        range,
        realised: null,
      },
    };
  }

  it('EFF-12: those that earn, ratios, equal ones by size, small costs, what keeps none', () => {
    const rows = [
      measured('keeps none', null, 5, -1),
      measured('small', null, 0.01, 9),
      measured('low', 2, 1, 2),
      measured('same but smaller', 5, 1, 5),
      measured('same', 5 + 1e-12, 2, 10),
      measured('earns', null, -1, 1),
      measured('earns more', null, -1, 3),
      { ...measured('without', 1, 1, 1), measured: null },
    ];
    expect(inLeagueOrder(rows).map(({ bank }) => bank)).toEqual([
      ...['earns more', 'earns', 'same', 'same but smaller', 'low', 'small', 'keeps none'],
    ]);
  });
});
