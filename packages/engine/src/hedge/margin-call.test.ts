import { describe, expect, it } from 'vitest';
import { assumed, valueOrThrow } from '../study/example-study.test-fixture.js';
import { type Change, evaluate, measureOf, type Study } from '../study/index.js';
import { USUAL_TERMS } from './assess/terms.js';
import { assetLongBank, WHOLE_ENGINE } from './asset-long-bank.test-fixture.js';
import { type StructureLeg, strikeLegs, type TradedStructure } from './index.js';
import { marginCall } from './margin-call.js';
import { withChanges } from './variant.js';

const study = assetLongBank();
const swap = (side: 'pay-fixed' | 'receive-fixed', maturityMonth = 60): StructureLeg => ({
  ...{ kind: 'swap', amortisation: 'none', side, startMonth: 0, maturityMonth, weight: 1 },
});
const cap: StructureLeg = {
  ...{ kind: 'cap', startMonth: 0, maturityMonth: 60, weight: 1 },
  ...{ strikeOffsetBp: 0, floorOffsetBp: 0 },
};
const note: StructureLeg = {
  ...{ kind: 'treasury-future', position: 'sold', startMonth: 3, maturityMonth: 63, weight: 1 },
};

/** 200 million in all, each leg its even share. */
function dealt(...legs: readonly StructureLeg[]): readonly Change[] {
  const structure: TradedStructure = {
    ...{ id: 's', title: 'S', weighting: 'notional', tradedAs: 'bilateral', legs },
  };
  const terms = { ...WHOLE_ENGINE, study, terms: USUAL_TERMS, initialMarginShare: 0.02 };
  const kept = { model: 'undesignated', hedgedGroup: 'none' } as const;
  return valueOrThrow(strikeLegs(structure, { ...terms, ...kept, notionalUsdMillion: 200 }));
}

function callOf(changes: readonly Change[], bank: Study = study) {
  const hedge = { id: 's', title: 'S', changes, bidOfferUsdMillion: 0, initialMarginShare: 0.02 };
  return marginCall({ ...WHOLE_ENGINE, study: bank, scenarios: ['-100', '+200'] }, hedge);
}

/** What the bank's EVE change gains by the Changes. */
function gainIn(scenario: string, changes: readonly Change[]): number {
  const hedged = valueOrThrow(withChanges(study, changes, WHOLE_ENGINE.apply));
  const changeOf = (bank: Study) => measureOf(evaluate(bank), 'eve.change', scenario);
  return changeOf(hedged) - changeOf(study);
}

describe('margin of a hedge by itself', () => {
  it.each([
    // 2% of 200; bought cap: nothing; half of it a bought cap: 2% of 100
    ['pay-fixed', [swap('pay-fixed')], 4],
    ['cap', [cap], 0],
    ['both', [swap('pay-fixed'), cap], 2],
    ['future', [note], 4],
  ])(
    'HEDGE-21, INSTRUMENT-15: %s: initial margin %3$d, and the loss at -100',
    (_, legs, initial) => {
      const changes = dealt(...legs);
      const call = valueOrThrow(callOf(changes));
      expect(call.initialMarginUsdMillion).toBeCloseTo(initial, 12);
      expect(call.marginScenario).toBe('-100');
      expect(call.marginUsdMillion).toBeCloseTo(-gainIn('-100', changes), 9);
      expect(call.marginUsdMillion).toBeGreaterThan(1);
      expect(call.worstMarginUsdMillion).toBeCloseTo(initial + call.marginUsdMillion, 9);
    },
  );

  it('HEDGE-21: a hedge that loses nowhere asks for its initial margin alone', () => {
    const bank = { ...WHOLE_ENGINE, study, scenarios: ['+200'] };
    const hedge = { id: 's', title: 'S', changes: dealt(swap('pay-fixed')), bidOfferUsdMillion: 0 };
    expect(valueOrThrow(marginCall(bank, { ...hedge, initialMarginShare: 0.02 }))).toEqual({
      ...{ initialMarginUsdMillion: 4, marginUsdMillion: 0, worstMarginUsdMillion: 4 },
      marginScenario: '',
    });
    // no share stated: nothing is asked for
    expect(valueOrThrow(marginCall(bank, hedge)).worstMarginUsdMillion).toBe(0);
  });

  it('HEDGE-21, INSTRUMENT-16: a gain on an exchange meets no call over the counter', () => {
    const [received, sold] = dealt(swap('receive-fixed'), note);
    if (received === undefined || sold === undefined) throw new Error('two legs were dealt');
    const call = valueOrThrow(callOf([received, sold]));
    expect(gainIn('+200', [sold])).toBeGreaterThan(1);
    expect(call.marginScenario).toBe('+200');
    expect(call.marginUsdMillion).toBeCloseTo(-gainIn('+200', [received]), 9);
  });

  it('HEDGE-21: hedges that the bank has already do not count', () => {
    const changes = dealt(swap('pay-fixed'));
    const own = changes.map((change) =>
      change.kind === 'add-hedge' ? { ...change, swap: { ...change.swap, id: 'own' } } : change,
    );
    const bank = valueOrThrow(withChanges(study, own, WHOLE_ENGINE.apply));
    expect(valueOrThrow(callOf(changes, bank))).toEqual(valueOrThrow(callOf(changes)));
  });

  const stated = (...steps: readonly (readonly [toMonths: number, share: number])[]): Study => ({
    ...study,
    hedgeMargin: {
      overTheCounter: steps.map(([toMonths, share]) => ({ toMonths, share: assumed(share) })),
    },
  });
  it('HEDGE-21: shares that the Study states hold over the counter: 1% of 100, 5% of 100', () => {
    const legs = [swap('pay-fixed', 24), swap('pay-fixed', 60)];
    const call = valueOrThrow(callOf(dealt(...legs), stated([24, 0.01], [60, 0.05])));
    expect(call.initialMarginUsdMillion).toBeCloseTo(6, 12);
    // a future has its own
    const future = valueOrThrow(callOf(dealt(note), stated([60, 0.05])));
    expect(future.initialMarginUsdMillion).toBeCloseTo(4, 12);
  });

  it('HEDGE-21: stated shares that end before the hedge leave it without margin: refused', () => {
    const call = callOf(dealt(swap('pay-fixed')), stated([24, 0.01]));
    expect(call.ok ? '' : call.issues[0]?.message).toContain('month 60');
  });
});
