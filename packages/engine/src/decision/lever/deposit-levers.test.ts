import { describe, expect, it } from 'vitest';
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
import { marginalDepositCost } from './deposit-levers.js';
import {
  type DepositRules,
  generalReciprocalCap,
  nonMaturityRateCap,
  termRateCap,
} from './deposit-rules.js';
import { leverOf } from './lever-of.js';

const study = exampleStudy({ hedges: [] });
const pricing = { halfBidOfferBp: 0, marginFundingSpread: 0 };
const made = (template: LeverTemplate, deposits: DepositRules | null = null) =>
  valueOrThrow(leverOf(study, template, { pricing, unitUsdMillion: 10, deposits }));
const apply = (to: Study, change: Change) => applyChange(to, change, baseRowValues);
const after = (template: LeverTemplate, size: number): Study =>
  valueOrThrow(applyAll(apply, study, made(template).makeChanges(size), 'lever'));
const rowOf = (of: Study, id: string) =>
  positionsFromBook(of.book).find((position) => position.id === id);

const price = (won: number, mostSteps = 4): LeverTemplate => ({
  ...{ kind: 'deposit-price', id: 'price', title: 'Pay more', positionId: 'paid' },
  ...{ rateChange: 0.005, lifeChangeYears: 0, balanceChangeUsdMillion: won },
  ...{ cashPositionId: 'cash', mostSteps },
});

describe('the price of deposits', () => {
  it('PLAN-12: balances won at 1.5% cost 6.5%, because the old ones are repriced', () => {
    // 200 at 1% is 2.0 a year; 220 at 1.5% is 3.3: 1.3 for 20
    const step = {
      rate: 0.01,
      balanceUsdMillion: 200,
      rateChange: 0.005,
      balanceChangeUsdMillion: 20,
    };
    expect(marginalDepositCost(step)).toBeCloseTo(0.065, 14);
    expect(marginalDepositCost({ ...step, balanceChangeUsdMillion: 0 })).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(made(price(20)).costNote).toContain('cost 6.50%');
  });

  it('PLAN-12: a step pays more on the whole row and wins balances at that rate', () => {
    const repriced = after(price(20), 2);
    expect(rowOf(repriced, 'paid')).toMatchObject({ rate: 0.02, carryingUsdMillion: 200 });
    expect(rowOf(repriced, 'price-won')).toMatchObject({
      rate: 0.02,
      carryingUsdMillion: 40,
      behaviour: 'ib',
      group: 'deposits',
    });
    expect(rowOf(repriced, 'cash')?.carryingUsdMillion).toBe(140);
  });

  it('PLAN-12: what NII pays for it is the marginal cost, less what the cash earns', () => {
    // servicing and the betas move both rows alike; the year's interest is rate x balance
    const interest = (of: Study) =>
      positionsFromBook(of.book)
        .filter(({ group }) => group === 'deposits')
        .reduce((sum, { rate, carryingUsdMillion }) => sum + rate * carryingUsdMillion, 0);
    const paid = interest(after(price(20), 1)) - interest(study);
    expect(paid).toBeCloseTo(0.065 * 20, 12);
    const nii = (of: Study) => measureOf(evaluate(of), 'nii.12m', '0');
    expect(nii(study) - nii(after(price(20), 1))).toBeGreaterThan(0);
  });

  it('PLAN-12: twice the steps cost more than twice: the price works on more balances', () => {
    const cost = (size: number) =>
      positionsFromBook(after(price(20), size).book)
        .filter(({ group }) => group === 'deposits')
        .reduce((sum, { rate, carryingUsdMillion }) => sum + rate * carryingUsdMillion, 0);
    // 2 + 2 = 4 at nothing; 1.5% x 220 + 2; 2% x 240 + 2
    expect([0, 1, 2].map(cost)).toEqual([
      expect.closeTo(4, 12),
      expect.closeTo(5.3, 12),
      expect.closeTo(6.8, 12),
    ]);
  });

  it('PLAN-12: an exception price is paid on the balances that ask for it alone', () => {
    const exception: LeverTemplate = {
      ...{ kind: 'exception-price', id: 'vip', title: 'Exception price', positionId: 'free' },
      ...{ rateChange: 0.03, behaviour: 'ib', mostUsdMillion: 5000 },
    };
    // the row of 500 is all there is
    expect(made(exception).high).toBe(50);
    const priced = after(exception, 3);
    expect(rowOf(priced, 'free')).toMatchObject({ rate: 0, carryingUsdMillion: 470 });
    expect(rowOf(priced, 'vip')).toMatchObject({
      rate: 0.03,
      carryingUsdMillion: 30,
      behaviour: 'ib',
    });
    expect(rowOf(priced, 'cash')).toEqual(rowOf(study, 'cash'));
  });
});

describe('what binds below well capitalised', () => {
  const rules = (edit: Partial<DepositRules>): DepositRules => ({
    category: 'adequately capitalised',
    brokeredWaiver: false,
    reciprocalHeldUsdMillion: 30,
    nonMaturityRateCap: 0.0175,
    termRateCaps: [
      { maturityMonths: 12, rate: 0.2 },
      { maturityMonths: 60, rate: 0.001 },
    ],
    ...edit,
  });
  const fund = (source: 'brokered' | 'reciprocal' | 'retail-term' | 'term', months = 12) =>
    ({
      ...{ kind: 'fund', id: 'f', title: 'f', mostUsdMillion: 80, source },
      ...{ maturityMonths: months, spread: 0.001, useOfProceedsId: 'cash' },
    }) satisfies LeverTemplate;

  it.each<[string, Partial<DepositRules>, number, number]>([
    ['well capitalised', { category: 'well capitalised' }, 8, 8],
    ['adequately capitalised', {}, 0, 3],
    ['adequately capitalised with a waiver', { brokeredWaiver: true }, 8, 3],
    ['undercapitalised', { category: 'undercapitalised', brokeredWaiver: true }, 0, 3],
  ])('PLAN-12: %s: %j lets in brokered %d and reciprocal %d', (_, edit, brokered, reciprocal) => {
    expect(made(fund('brokered'), rules(edit)).high).toBe(brokered);
    expect(made(fund('reciprocal'), rules(edit)).high).toBe(reciprocal);
  });

  it('PLAN-12: what is closed says so', () => {
    expect(made(fund('brokered'), rules({})).costNote).toContain('closed below well capitalised');
    expect(made(fund('reciprocal'), rules({})).costNote).toContain('at most 30 million');
    expect(made(fund('retail-term', 60), rules({})).costNote).toContain('above the rate cap');
  });

  it('PLAN-12: a rate cap closes retail money above it, and wholesale money never', () => {
    expect(made(fund('retail-term', 60), rules({})).high).toBe(0);
    expect(made(fund('retail-term', 12), rules({})).high).toBe(8);
    expect(made(fund('term', 60), rules({})).high).toBe(8);
  });

  it('PLAN-12: price steps end at the cap: from 1% by half points to 1.75%', () => {
    expect(made(price(0), rules({})).high).toBeCloseTo(1.5, 12);
    expect(made(price(0), rules({})).costNote).toContain('rate cap 1.75%');
    expect(made(price(0)).high).toBe(4);
  });

  it('PLAN-12: the reciprocal cap is a fifth of 900 of liabilities here, 5 billion at most', () => {
    expect(generalReciprocalCap(study)).toBeCloseTo(180, 12);
    expect(made(fund('reciprocal'), rules({ reciprocalHeldUsdMillion: 500 })).high).toBe(8);
  });

  it.each([
    // the higher of 0.5% + 0.75% and 1.2 x 4% + 0.75%
    [termRateCap({ nationalRate: 0.005, treasuryYield: 0.04 }), 0.0555],
    [termRateCap({ nationalRate: 0.03, treasuryYield: 0.001 }), 0.0375],
    [nonMaturityRateCap({ nationalRate: 0.004, fedFundsRate: 0.045 }), 0.0525],
  ])('PLAN-12: a national rate cap of %d', (cap, expected) => {
    expect(cap).toBeCloseTo(expected, 14);
  });
});
