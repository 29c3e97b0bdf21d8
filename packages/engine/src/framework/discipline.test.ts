import { describe, expect, it } from 'vitest';
import { bookFromPositions } from '../balance-sheet/index.js';
import { exp } from '../foundation/index.js';
import { assetLongBank, WHOLE_ENGINE } from '../hedge/asset-long-bank.test-fixture.js';
import { compareHedges } from '../hedge/index.js';
import { monthlyDiscount } from '../market/index.js';
import { parZeroCurve } from '../scenario/index.js';
import {
  exampleStudy,
  issueLines,
  row,
  valueOrThrow,
} from '../study/example-study.test-fixture.js';
import { baseDiscount, type Change, type Study } from '../study/index.js';
import type { DisciplinePlan } from './case-input.js';
import { disciplineOf } from './discipline.js';
import { realisedDiscipline } from './discipline-realised.js';

const flat = (dateIso: string, rate: number) => ({
  dateIso,
  quotes: [1, 6, 12, 60, 360].map((tenorMonths) => ({ tenorMonths, rate })),
});
const discount = (rate: number) => monthlyDiscount(parZeroCurve(flat('2098-01-31', rate)), 360);
const factor = (factors: Float64Array, month: number) => factors[month] ?? 0;

/** Simple one-month rates of a flat curve summed over its first months, times a twelfth. */
function cashIncome(rate: number, months: number): number {
  const factors = discount(rate);
  let sum = 0;
  for (let m = 0; m < months; m += 1) sum += factor(factors, m) / factor(factors, m + 1) - 1;
  return sum;
}

/** A five-year bond of 400 that pays 3%: the sum of its discounted payments. */
function bondValue(factors: Float64Array, shift = 0): number {
  let value = 0;
  for (let m = 1; m <= 60; m += 1) {
    const paid = (400 * 0.03) / 12 + (m === 60 ? 400 : 0);
    value += paid * factor(factors, m) * exp((-shift * m) / 12);
  }
  return value;
}

const parallel = (shockBp: number): Study['scenarios'][number] => ({
  id: shockBp > 0 ? `+${shockBp}` : `${shockBp}`,
  title: `${shockBp} bp`,
  kind: 'parallel',
  shockBp,
  floorRate: null,
});
const SCENARIOS = [0, -200, -100, 100, 200].map(parallel);

/** 1,000 of cash on a flat curve of 2% and a term loan of 900; no hedge. */
function shortBank(): Study {
  const study = exampleStudy({ hedges: [], scenarios: SCENARIOS });
  const { dateIso: curveDate, quotes: parQuotes } = flat('2021-12-31', 0.02);
  const rate = 12 * (1 / factor(discount(0.02), 1) - 1);
  const even = (month: number) => ({ firstPrincipalMonth: month, maturityMonth: month });
  const amount = (balance: number) => ({
    notionalUsdMillion: balance,
    carryingUsdMillion: balance,
  });
  return {
    ...study,
    market: { ...study.market, curveDate, parQuotes },
    book: bookFromPositions([
      row('cash', 'cash', { ...amount(1000), ...even(1), floats: true, rate }),
      row('loan', 'borrowings', { ...amount(900), ...even(300) }),
    ]),
    liquidity: { ...study.liquidity, sources: study.liquidity.sources.slice(0, 1) },
  };
}

const BOUGHT: Change = {
  ...{ id: 'bought', title: 'Bought', rationale: '', sources: [], size: 1, kind: 'buy' },
  cashPositionId: 'cash',
  position: row('bond', 'afs', {
    ...{ accountingClass: 'available-for-sale', rate: 0.03 },
    ...{ notionalUsdMillion: 400, carryingUsdMillion: 400 },
    ...{ firstPrincipalMonth: 60, maturityMonth: 60 },
  }),
};

const plan = (heldByBank: boolean, ...changes: Change[]): DisciplinePlan => ({
  ...{ title: 'Waiting', rationale: 'an example', counterfactual: 'bought' },
  heldByBank,
  changes,
});

const WAITING = { study: shortBank(), discipline: plan(true, BOUGHT), engine: WHOLE_ENGINE };
/** What the bond pays in a year less what the cash earns, month by month at forwards. */
const yearGivenUp = (from: number) =>
  400 * (0.03 - cashIncome(0.02, from + 12) + cashIncome(0.02, from));

describe('the discipline of waiting in cash', () => {
  const found = valueOrThrow(disciplineOf(WAITING));

  it('EFF-1, EFF-2: kept: what the bond not bought would have lost at +200 bp', () => {
    expect(found.scenario).toBe('+200');
    const lost = 400 - bondValue(discount(0.02), 0.02);
    expect(found.capitalKept).toBeCloseTo(lost, 6);
    expect(found.e0With - found.e0Without).toBeCloseTo(lost, 6);
  });

  it('EFF-3: given up: 3% of 400 less what the cash earns, year by year at forwards', () => {
    const [first, second] = [yearGivenUp(0), yearGivenUp(12)];
    const factors = discount(0.02);
    const given = first * factor(factors, 6) + second * factor(factors, 18);
    expect(found.niiGivenUp).toBeCloseTo(given, 6);
    expect(found.firstYearCarry).toBeCloseTo(-first, 6);
  });

  it('EFF-5: no hedge and no sale: the cost is the income; kept over cost is the ratio', () => {
    expect([found.bidOffer, found.marginFunding]).toEqual([0, 0]);
    expect(found.forwardExpectedCost).toBe(found.niiGivenUp);
    expect(found.ratio).toBeCloseTo(found.capitalKept / found.niiGivenUp, 12);
  });

  it('EFF-1: the same pair of banks told from the other side gives the same', () => {
    const bought = valueOrThrow(WHOLE_ENGINE.apply(shortBank(), BOUGHT));
    const sold: Change = {
      ...{ id: 'sold', title: 'Sold', rationale: '', sources: [], size: 1, kind: 'sell' },
      ...{ group: 'afs', carryingUsdMillion: 400, cashPositionId: 'cash', positionIds: ['bond'] },
    };
    const told = { study: bought, discipline: plan(false, sold), engine: WHOLE_ENGINE };
    const other = valueOrThrow(disciplineOf(told));
    // sold at its value and not at cost: E0 keeps that gain, cash earns on it
    const gain = bondValue(discount(0.02)) - 400;
    expect(other.capitalKept).toBeCloseTo(found.capitalKept + gain, 6);
    expect(other.niiGivenUp).toBeLessThan(found.niiGivenUp);
    expect(other.bidOffer).toBeCloseTo(0.8, 12); // 0.2% of 400
  });

  it.each([
    // 0.2%, 0.5% and 2% of half of 400, lost only where the bank with the discipline sells
    ['afs', 'available-for-sale', 0.4],
    ['htm', 'held-to-maturity', 1],
    ['loans', 'amortised-cost', 4],
  ] as const)('EFF-4: %s sold: a cost of the bank that sells', (group, accountingClass, lost) => {
    const buy = { ...BOUGHT, position: { ...BOUGHT.position, group, accountingClass } };
    const study = valueOrThrow(WHOLE_ENGINE.apply(shortBank(), buy));
    const sell: Change = {
      ...{ id: 'sold', title: 'Sold', rationale: '', sources: [], size: 0.5, kind: 'sell' },
      ...{ group, carryingUsdMillion: 400, cashPositionId: 'cash', positionIds: ['bond'] },
    };
    const told = (held: boolean) =>
      valueOrThrow(disciplineOf({ study, discipline: plan(held, sell), engine: WHOLE_ENGINE }));
    expect(told(false).bidOffer).toBeCloseTo(lost, 12);
    expect(told(true).bidOffer).toBe(0);
  });

  it('EFF-5: a discipline that earns has no ratio', () => {
    const low = { ...BOUGHT, position: { ...BOUGHT.position, rate: 0.01, couponRate: 0.01 } };
    const earning = valueOrThrow(disciplineOf({ ...WAITING, discipline: plan(true, low) }));
    expect(earning.cost).toBeLessThan(0);
    expect(earning.ratio).toBeNull();
  });

  it('EFF-5: a discipline that costs and keeps nothing has no ratio: -9 for 20 is none', () => {
    // a second bond, whose book yield is below what cash earns, by a bank that holds one
    const study = valueOrThrow(WHOLE_ENGINE.apply(shortBank(), BOUGHT));
    const position = { ...BOUGHT.position, id: 'second', rate: 0.01 };
    const discipline = plan(false, { ...BOUGHT, position });
    const found = valueOrThrow(disciplineOf({ ...WAITING, study, discipline }));
    expect(found.capitalKept).toBeCloseTo(bondValue(discount(0.02), 0.02) - 400, 6);
    expect(found.capitalKept).toBeLessThan(0);
    expect(found.cost).toBeGreaterThan(7); // about 400 x 1% x 2 years
    expect(found.ratio).toBeNull();
  });

  it('EFF-2: a Study without one of the four scenarios is refused, by its name', () => {
    const study = { ...shortBank(), scenarios: SCENARIOS.filter(({ id }) => id !== '-200') };
    const refused = disciplineOf({ ...WAITING, study });
    expect(issueLines(refused)).toEqual(['discipline.scenario /scenarios']);
  });

  it('EFF-1: a Change that does not fit is told by its id', () => {
    const twice = disciplineOf({ ...WAITING, discipline: plan(true, BOUGHT, BOUGHT) });
    expect(issueLines(twice)).toEqual(['duplicate-id bought: /position/id']);
  });
});

describe('a hedging programme as a discipline', () => {
  const study = assetLongBank({ scenarios: SCENARIOS });
  const swap: Change = {
    ...{ id: 'dealt', title: 'Dealt', rationale: '', sources: [], size: 1, kind: 'add-hedge' },
    swap: {
      ...{ id: 'five', notionalUsdMillion: 200, fixedRate: 0.012, floatSpread: 0 },
      ...{ startMonth: 0, maturityMonth: 60, model: 'undesignated', hedgedGroup: 'none' },
    },
  };
  const added = valueOrThrow(
    disciplineOf({ study, discipline: plan(false, swap), engine: WHOLE_ENGINE }),
  );

  it('EFF-4: the same numbers as the room of hedges has for the swap (HEDGE-8)', () => {
    const [compared] = valueOrThrow(
      compareHedges({
        ...{ study, scenarios: ['-200', '-100', '+100', '+200'], marginFundingSpread: 0.0025 },
        ...{ discount: baseDiscount(study), ...WHOLE_ENGINE },
        variants: [{ id: 'h', title: 'H', changes: [swap], bidOfferUsdMillion: added.bidOffer }],
      }),
    );
    expect(added).toMatchObject(compared?.efficiency ?? { none: true });
    // 0.25 bp of about 200 x 4.9 years a basis point
    expect(added.bidOffer).toBeGreaterThan(0.25 * 200 * 0.0001 * 4.5);
    expect(added.bidOffer).toBeLessThan(0.25 * 200 * 0.0001 * 5);
  });

  it('EFF-1, EFF-4: held by the bank and taken away, the swap gives the same', () => {
    const bank = valueOrThrow(WHOLE_ENGINE.apply(study, swap));
    const removed: Change = {
      ...{ id: 'away', title: 'Away', rationale: '', sources: [], size: 1 },
      ...{ kind: 'remove-hedge', hedgeId: 'five' },
    };
    const request = { study: bank, discipline: plan(true, removed), engine: WHOLE_ENGINE };
    const held = valueOrThrow(disciplineOf(request));
    expect(held.marginFunding).toBeGreaterThan(0);
    for (const [name, value] of Object.entries(added)) {
      if (typeof value === 'number') expect(held).toHaveProperty(name, expect.closeTo(value, 9));
    }
  });
});

describe('a part of a hedge', () => {
  it('EFF-4: half of a swap taken away: half of its margin and of its bid-offer', () => {
    const study = assetLongBank({ scenarios: SCENARIOS });
    const swap: Study['hedges'][number] = {
      ...{ id: 'five', notionalUsdMillion: 200, fixedRate: 0.012, floatSpread: 0 },
      ...{ startMonth: 0, maturityMonth: 60, model: 'undesignated', hedgedGroup: 'none' },
    };
    const removed = (size: number): Change => ({
      ...{ id: 'away', title: 'Away', rationale: '', sources: [], size },
      ...{ kind: 'remove-hedge', hedgeId: 'five' },
    });
    const told = (size: number) =>
      valueOrThrow(
        disciplineOf({
          ...{ study: { ...study, hedges: [swap] }, engine: WHOLE_ENGINE },
          discipline: plan(true, removed(size)),
        }),
      );
    const [half, whole] = [told(0.5), told(1)];
    expect(whole.marginFunding).toBeGreaterThan(0);
    expect(half.marginFunding).toBeCloseTo(whole.marginFunding / 2, 9);
    expect(half.bidOffer).toBeCloseTo(whole.bidOffer / 2, 9);
  });
});

describe('what came after', () => {
  const came = [3, 6, 9, 12, 15, 18, 21, 24].map((month) => ({
    month,
    curve: flat(`2099-${String(month).padStart(2, '0')}-01`, month === 12 ? 0.05 : 0.04),
  }));
  const costs = { bidOffer: 1, marginFunding: 2 };

  it('EFF-6: income along the curves that came, each quarter at the rate seen at its start', () => {
    const found = valueOrThrow(realisedDiscipline(WAITING, costs, came));
    // 2% for three months, 4% for nine, 5% for three, 4% for nine
    const earned = cashIncome(0.02, 3) + cashIncome(0.05, 3) + 6 * cashIncome(0.04, 3);
    expect(found.niiGivenUp).toBeCloseTo(400 * (2 * 0.03 - earned), 6);
    expect(found.cost).toBeCloseTo(found.niiGivenUp + 3, 12);
    expect(found.ratio).toBeNull(); // waiting earned
  });

  it('EFF-5, EFF-6: what kept nothing on the curves that came has no ratio of what it cost', () => {
    const bought = { ...WAITING, discipline: plan(false, BOUGHT) };
    const found = valueOrThrow(realisedDiscipline(bought, costs, came));
    // the other bank has no marks: no curve is its worst, and the first is taken
    expect(found.capitalKept).toBeCloseTo(bondValue(discount(0.04)) - 400, 6);
    expect(found.cost).toBeGreaterThan(0); // the bond earned less than cash
    expect(found.ratio).toBeNull();
  });

  it('EFF-7: capital kept on the worst of the curves, at once', () => {
    const found = valueOrThrow(realisedDiscipline(WAITING, costs, came));
    expect(found).toMatchObject({ worstMonth: 12, worstDay: '2099-12-01' });
    expect(found.capitalKept).toBeCloseTo(400 - bondValue(discount(0.05)), 6);
  });

  it('EFF-6, EFF-7: the curve of the day itself is no later curve', () => {
    const today = { month: 0, curve: flat('2098-12-31', 0.2) };
    const found = valueOrThrow(realisedDiscipline(WAITING, costs, [today, ...came]));
    expect(found).toEqual(valueOrThrow(realisedDiscipline(WAITING, costs, came)));
  });

  it('EFF-6: curves that end before two years are refused', () => {
    const short = realisedDiscipline(WAITING, costs, came.slice(0, 7));
    expect(issueLines(short)).toEqual(['discipline.later /laterCurves']);
  });
});
