import { describe, expect, it } from 'vitest';
import { toyOutcome } from '../../stress/toy-study.test-fixture.js';
import { exampleStudy, valueOrThrow } from '../../study/example-study.test-fixture.js';
import { baseDiscount, capitalQuarters, type Study } from '../../study/index.js';
import { assetLongBank, WHOLE_ENGINE } from '../asset-long-bank.test-fixture.js';
import { HEDGE_CATALOGUE } from '../catalogue/hedge-catalogue.js';
import type { HedgeComparison } from '../compare.js';
import { PARALLEL_HISTORY } from '../effectiveness/value-moves.js';
import { assessHedges } from './assess-hedges.js';
import { addedLoss, reportedBreak } from './breaks.js';
import { afsCarrying } from './place-hedge.js';
import { USUAL_TERMS } from './terms.js';

/** A notional of the 5 year bullet on a bank, assessed. */
function bulletOn(study: Study, notionalUsdMillion: number) {
  const found = assessHedges({
    ...WHOLE_ENGINE,
    ...{ study, structures: HEDGE_CATALOGUE.filter(({ id }) => id === 'bullet-5') },
    ...{ terms: USUAL_TERMS, scenario: '+200', worlds: [], history: PARALLEL_HISTORY },
    ...{ quarters: 4, laterRates: [], capitalQuarters },
    sizing: { kind: 'notional', notionalUsdMillion },
  });
  const [hedge] = valueOrThrow(found).hedges;
  if (hedge === undefined) throw new Error('the bullet was assessed');
  return hedge;
}

describe('what breaks a hedge', () => {
  it('HEDGE-24: an undesignated loss of 40 is 30 of CET1 at a tax rate of 25%', () => {
    const part = { title: '', words: '', notionalUsdMillion: 1 };
    const effect = (scenario: string, ...valueChangeByModel: number[]) => ({
      ...{ scenario, valueChangeByModel, protection: 0, economicE0: 0, swapValueChange: 0 },
      accounting: { aoci: 0, cet1: 0 },
    });
    const row: Pick<HedgeComparison, 'accounting' | 'effects'> = {
      accounting: [
        { ...part, model: 'fair-value' },
        { ...part, model: 'undesignated' },
      ],
      effects: [effect('+100', 90, 35), effect('-100', -80, -25), effect('-200', -70, -40)],
    };
    const whole = { ...ROW, ...row };
    expect(reportedBreak(whole, 'undesignated', 0.25)).toEqual([
      { kind: 'reported-loss', scenario: '-200', cet1UsdMillion: -30 },
    ]);
    expect(reportedBreak(whole, 'cash-flow', 0.25)).toEqual([]);
  });

  it('HEDGE-24: a gain given up is no added loss, a gain turned into a loss is one', () => {
    const bank = (down: number) =>
      toyOutcome({ 'eve.value[0]': 1000, 'eve.change[up]': -90, 'eve.change[down]': down });
    const gives = (id: string) => (id === 'up' ? 80 : -60);
    const worlds = [
      // 100 falls to 40: still a gain; 20 falls to -40: 40 of loss; -5 falls to -65: 60
      { id: '', scenarios: ['up', 'down'], without: bank(100) },
      { id: 'Reversion', scenarios: ['up', 'down'], without: bank(20) },
    ];
    expect(addedLoss(worlds.slice(0, 1), gives)).toEqual([]);
    expect(addedLoss(worlds, gives)).toEqual([
      {
        ...{ kind: 'added-loss', world: 'Reversion', scenario: 'down' },
        ...{ changeWithout: 20, changeWith: -40 },
      },
    ]);
    const deeper = { id: 'Stress', scenarios: ['down'], without: bank(-5) };
    expect(addedLoss([...worlds, deeper], gives)).toMatchObject([
      { world: 'Stress', changeWithout: -5, changeWith: -65 },
    ]);
  });

  it('HEDGE-24: 10 bp of swap spread on 100 are lost for the life of the swap', () => {
    const bare = assetLongBank();
    const swapSpread = { ...bare.market.swapSpread, value: 0.001 };
    const lostOf = (study: Study) => {
      const found = bulletOn(study, 100).breaks.find(({ kind }) => kind === 'forward-curve');
      return found?.kind === 'forward-curve' ? (found.lostUsdMillion ?? 0) : 0;
    };
    const spread = { ...bare, market: { ...bare.market, swapSpread } };
    const annuity = baseDiscount(bare).slice(1, 61);
    const whole = annuity.reduce((sum, factor) => sum + factor / 12, 0);
    // the fixed rate is higher too, which moves DV01 and so dealing and margin a little
    expect(lostOf(spread) - lostOf(bare)).toBeCloseTo(100 * 0.001 * whole, 2);
    const [low, high] = bulletOn(spread, 100).cost.swapSpreadRange;
    expect([low, high]).toEqual([expect.closeTo(-0.4, 9), expect.closeTo(0.15, 9)]);
  });

  it('HEDGE-6: of AFS of 180 a hedge of 100 is taken: of 150 more, 80 are at fair value', () => {
    const [kept] = exampleStudy().hedges;
    if (kept === undefined) throw new Error('the example has a swap on AFS');
    const study = assetLongBank({ hedges: [kept] });
    expect([afsCarrying(study), kept.notionalUsdMillion]).toEqual([180, 100]);
    const parts = bulletOn(study, 150).comparison.accounting;
    expect(parts.map(({ model, notionalUsdMillion }) => [model, notionalUsdMillion])).toEqual([
      ['fair-value', 80],
      ['undesignated', 70],
    ]);
  });

  it('HEDGE-15: the hedged share is notional over book: twice of both is the same slope', () => {
    const [one, two] = [50, 100].map((notional) => bulletOn(assetLongBank(), notional));
    expect(one?.effectiveness?.slope).toBeCloseTo(two?.effectiveness?.slope ?? 0, 9);
    expect(two?.designated).toBe(true);
  });

  it('HEDGE-20: ended in quarter 2 of 20, a gain comes to interest in 18 equal parts', () => {
    const { paths } = bulletOn(assetLongBank(), 100);
    const ended = paths.find(
      ({ part, treatment: { event } }) => part === 'designated' && event?.kind === 'terminated',
    );
    const kept = 1 - assetLongBank().capital.taxRate;
    const deferred = (ended?.quarters[2]?.aoci ?? 0) / kept;
    expect(deferred).toBeGreaterThan(1);
    expect(ended?.quarters[3]?.netInterestIncome).toBeCloseTo(deferred / 18, 9);
    expect(ended?.quarters[4]?.netInterestIncome).toBeCloseTo(deferred / 18, 9);
  });
});

/** What the breaks do not read. */
const ROW: HedgeComparison = {
  ...{ id: '', title: '', notionalUsdMillion: 1, firstYearCarry: 0 },
  ...{ initialMarginUsdMillion: 0, worstMarginUsdMillion: 0 },
  ...{ marginUsdMillion: 0, marginScenario: '', accounting: [], effects: [] },
  efficiency: {
    ...{ scenario: '', capitalKept: 0, niiGivenUp: 0, bidOffer: 0, marginFunding: 0 },
    ...{ cost: 0, ratio: null },
  },
};
