import { describe, expect, it } from 'vitest';
import { structureOf } from '../../hedge/index.js';
import { applyAll } from '../../stress/index.js';
import { exampleStudy, valueOrThrow } from '../../study/example-study.test-fixture.js';
import {
  applyChange,
  baseRowValues,
  type Change,
  evaluate,
  measureOf,
  positionsFromBook,
  type Study,
} from '../../study/index.js';
import type { LeverTemplate } from '../lever-template.js';
import type { Lever } from '../problem.js';
import { eligibilityRules, fairValueRoom } from './eligibility.js';
import { leverOf } from './lever-of.js';
import { unitCarry } from './swaps-lever.js';

// cash 100, AFS 180, HTM 300, loans 400; deposits 800, borrowings 100; CET1 95 on 600
const study = exampleStudy({ hedges: [] });
const pricing = { halfBidOfferBp: 0.5, marginFundingSpread: 0 };
const TERMS = { pricing, unitUsdMillion: 10, deposits: null };

const made = (template: LeverTemplate): Lever => valueOrThrow(leverOf(study, template, TERMS));
const apply = (to: Study, change: Change) => applyChange(to, change, baseRowValues);

function after(template: LeverTemplate, size: number): Study {
  return valueOrThrow(applyAll(apply, study, made(template).makeChanges(size), 'lever'));
}
const carrying = (of: Study, id: string): number =>
  positionsFromBook(of.book).find((position) => position.id === id)?.carryingUsdMillion ?? 0;
const groupOf = (of: Study, group: string): number =>
  positionsFromBook(of.book)
    .filter((position) => position.group === group)
    .reduce((sum, { carryingUsdMillion }) => sum + carryingUsdMillion, 0);
const eve = (of: Study, scenario = '0'): number => measureOf(evaluate(of), 'eve.value', scenario);
const nii = (of: Study): number => measureOf(evaluate(of), 'nii.12m', '0');

const header = { id: 'x', title: 'x' };
const money = { ...header, mostUsdMillion: 50 };
const swaps = (id: string): LeverTemplate => ({
  ...{ kind: 'swaps', ...money, structure: structureOf(id) },
  ...{ model: 'undesignated', hedgedGroup: 'none' },
});

describe('levers as data, on the example bank', () => {
  it.each(['bullet-5', 'ladder-2-5-7', 'forward-1-5', 'receive-5'])(
    'PLAN-11: %s struck on the curve is worth nothing on the day and in proportion later',
    (id) => {
      const hedged = after(swaps(id), 2);
      expect(eve(hedged)).toBeCloseTo(eve(study), 8);
      const gain = (of: Study) => eve(of, '+200') - eve(study, '+200');
      expect(Math.sign(gain(hedged))).toBe(id === 'receive-5' ? -1 : 1);
      expect(gain(hedged) / gain(after(swaps(id), 1))).toBeCloseTo(2, 8);
    },
  );

  it('PLAN-11: a swap costs its dealing, and NII over a year the carry that is taken out', () => {
    // 10 million x 0.5 bp = 0.0005; NII gains the carry, the cost gives it back
    for (const id of ['bullet-5', 'receive-5', 'forward-1-5']) {
      const cost = nii(study) - nii(after(swaps(id), 1)) + made(swaps(id)).addedCostUsdMillion;
      expect(cost).toBeCloseTo(0.0005, 9);
    }
    expect(unitCarry(study, 12, 72)).toBe(0);
  });

  it('PLAN-11: sizes count in the unit, ranges end at what is held and not pledged', () => {
    const sell: LeverTemplate = {
      ...{ kind: 'sell', ...money, mostUsdMillion: 900 },
      ...{ group: 'afs', cashPositionId: 'cash' },
    };
    expect(made(sell)).toMatchObject({ low: 0, unit: 'USD 10 million', unitSize: 1 });
    const pledged = study.liquidity.sources.reduce(
      (sum, each) =>
        each.kind === 'sale' && each.group === 'afs' ? sum + each.pledgedUsdMillion : sum,
      0,
    );
    expect(made(sell).high).toBeCloseTo((180 - pledged) / 10, 12);
    expect(groupOf(after(sell, 2), 'afs')).toBeCloseTo(160, 9);
  });

  it('PLAN-11: dealing: lots, least sizes and fixed costs in the unit', () => {
    const dealing = { lotUsdMillion: 5, smallestUsdMillion: 15, fixedCostUsdMillion: 0.1 };
    expect(made({ ...swaps('bullet-5'), ...{ dealing } } as LeverTemplate)).toMatchObject({
      lotSize: 0.5,
      smallestSize: 1.5,
      fixedCostUsdMillion: 0.1,
    });
  });

  it('PLAN-11: cash reinvested at the fair rate is worth what it cost, and weighs', () => {
    const reinvest: LeverTemplate = {
      ...{ kind: 'reinvest', ...money, group: 'afs', maturityMonths: 36, spread: 0.002 },
      ...{ riskWeight: 0.2, cashPositionId: 'cash' },
    };
    const bought = after(reinvest, 2);
    expect(carrying(bought, 'cash')).toBe(80);
    expect(groupOf(bought, 'afs')).toBe(200);
    // to 1e-5 of 20: the coupon's spread is monthly, the discount's continuous
    expect(Math.abs(eve(bought) - eve(study))).toBeLessThan(20 * 1e-5);
    // 20 x 0.2 on 600
    expect(bought.capital.riskWeightedAssetsUsdMillion).toBeCloseTo(604, 9);
    expect(eve(bought, '+200') - eve(study, '+200')).toBeLessThan(0);
  });

  it('PLAN-11: a row moves to HTM whole or not at all', () => {
    const move: LeverTemplate = {
      ...{ kind: 'reclassify', ...header, positionId: 'afs-bonds', toGroup: 'htm' },
    };
    expect(made(move)).toMatchObject({ high: 1, lotSize: 1 });
    expect(groupOf(after(move, 1), 'htm')).toBe(410);
  });

  it('PLAN-11: loans grow on the terms of a row, at another rate, and take capital', () => {
    const grow: LeverTemplate = {
      ...{ kind: 'grow', ...money, positionId: 'loans', rateChange: 0.005 },
      ...{ riskWeight: 1, cashPositionId: 'cash' },
    };
    const grown = after(grow, 3);
    expect(groupOf(grown, 'loans')).toBe(430);
    const row = positionsFromBook(grown.book).find(({ id }) => id === 'x');
    expect(row).toMatchObject({ rate: 0.025, floats: true, maturityMonth: 60, side: 'asset' });
    // 95 / (600 + 30)
    expect(measureOf(evaluate(grown), 'capital.cet1Ratio')).toBeCloseTo(95 / 630, 12);
  });

  it.each(['term', 'brokered', 'reciprocal', 'retail-term'] as const)(
    'PLAN-11: %s money of three years costs its spread over the forwards',
    (source) => {
      const fund: LeverTemplate = {
        ...{ kind: 'fund', ...money, source, maturityMonths: 36, spread: 0.004 },
        useOfProceedsId: 'cash',
      };
      const funded = after(fund, 2);
      const group = source === 'term' ? 'borrowings' : 'deposits';
      expect(groupOf(funded, group) - groupOf(study, group)).toBe(20);
      expect(Math.abs(eve(funded) - eve(study))).toBeLessThan(20 * 1e-5);
      // 20 million x 40 bp, over what the cash earns at the one-month rate
      const idle = { ...fund, spread: 0 } as LeverTemplate;
      const cost = (template: LeverTemplate) =>
        nii(study) - nii(after(template, 2)) + 2 * made(template).addedCostUsdMillion;
      expect(cost(fund) - cost(idle)).toBeCloseTo(0.08, 9);
    },
  );

  it('PLAN-11: overnight money floats: its value does not move with rates', () => {
    const fund: LeverTemplate = {
      ...{ kind: 'fund', ...money, source: 'overnight', maturityMonths: 36, spread: 0 },
      useOfProceedsId: 'fhlb',
    };
    const funded = after(fund, 5);
    expect(carrying(funded, 'fhlb')).toBe(50);
    expect(eve(funded, '+200') - eve(after(fund, 0), '+200')).toBeLessThan(0);
    const own = evaluate(funded).measures.length;
    expect(own).toBe(evaluate(study).measures.length);
    expect(made(fund).addedCostUsdMillion).toBe(0);
  });

  it('PLAN-11: equity raised and returned', () => {
    const terms = { ...money, costOfEquity: 0.1, cashPositionId: 'cash' };
    const raised = after({ kind: 'raise-capital', ...terms }, 2);
    expect(measureOf(evaluate(raised), 'capital.cet1Ratio')).toBeCloseTo(115 / 600, 12);
    const back: LeverTemplate = { kind: 'return-capital', form: 'buyback', ...terms };
    expect(measureOf(evaluate(after(back, 2)), 'capital.cet1Ratio')).toBeCloseTo(75 / 600, 12);
    // 10 million at 10%, saved
    expect(made(back)).toMatchObject({ addedCostUsdMillion: -1 });
    expect(made(back).costNote).toContain('buyback');
  });

  it('PLAN-11: Changes of a catalogue are scaled together', () => {
    const changes = made(swaps('ladder-2-5-7')).makeChanges(1);
    const template: LeverTemplate = {
      ...{ kind: 'changes', ...money, changes, unitUsdMillion: 25 },
      ...{ costUsdMillion: 0.3, costNote: 'premium' },
    };
    const scaled = made(template);
    expect(scaled).toMatchObject({ high: 2, addedCostUsdMillion: 0.3, costNote: 'premium' });
    expect(scaled.makeChanges(1.5).map(({ size }) => size)).toEqual([1.5, 1.5, 1.5]);
  });

  it('PLAN-13: to wait makes no Change and excludes the rest', () => {
    const wait = made({ kind: 'wait', ...header, valueUsdMillion: 3 });
    expect(wait.makeChanges(1)).toEqual([]);
    expect(wait).toMatchObject({ addedCostUsdMillion: -3, excludesOthers: true, lotSize: 1 });
  });

  it.each<[string, LeverTemplate]>([
    [
      'a loan row that is a bond',
      {
        ...{ kind: 'grow', ...money, positionId: 'htm-cmo', rateChange: 0 },
        ...{ riskWeight: 1, cashPositionId: 'cash' },
      },
    ],
    [
      'a deposit row that is no deposit',
      {
        ...{ kind: 'exception-price', ...money, positionId: 'loans', rateChange: 0 },
        behaviour: 'ib',
      },
    ],
  ])('PLAN-11: %s is refused by its id', (_, template) => {
    const refused = leverOf(study, template, TERMS);
    expect(refused.ok ? '' : refused.issues[0]?.path).toBe('x/positionId');
  });
});

describe('accounting eligibility', () => {
  const hedge: LeverTemplate = {
    ...{ kind: 'swaps', ...money, mostUsdMillion: 900, structure: structureOf('bullet-5') },
    ...{ model: 'fair-value', hedgedGroup: 'afs' },
  };
  const sell: LeverTemplate = {
    ...{ kind: 'sell', ...money, id: 'y', mostUsdMillion: 50 },
    ...{ group: 'afs', cashPositionId: 'cash' },
  };

  it('PLAN-11: a fair value hedge ends at the book, less what hedges it already', () => {
    expect(made(hedge).high).toBe(18);
    const kept = after(hedge, 6);
    // 180 - 60
    expect(fairValueRoom(kept, 'afs')).toBe(120);
    expect(valueOrThrow(leverOf(kept, { ...hedge, id: 'z' }, TERMS)).high).toBe(12);
  });

  it('PLAN-11: hedges and sales of a book together stay within it', () => {
    expect(eligibilityRules(study, [hedge, sell, swaps('bullet-5')], 10)).toEqual([
      {
        kind: 'total',
        id: 'fair-value-afs',
        title: 'Fair value hedges and sales of afs within its carrying amount',
        weights: { x: 10, y: 10 },
        low: null,
        high: 180,
      },
    ]);
    // 15 x 10 hedged and 3 x 10 sold fit; a little more of either does not
    const both = (hedged: number, sold: number) =>
      applyAll(
        apply,
        study,
        [...made(hedge).makeChanges(hedged), ...made(sell).makeChanges(sold)],
        'levers',
      );
    expect(both(15, 3).ok).toBe(true);
    expect(both(15.1, 3).ok).toBe(false);
  });
});
