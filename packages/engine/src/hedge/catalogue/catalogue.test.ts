import { describe, expect, it } from 'vitest';
import { valueOrThrow } from '../../study/example-study.test-fixture.js';
import { type Change, evaluate, measureOf } from '../../study/index.js';
import { tradingTraits } from '../assess/exchange.js';
import { assetLongBank, WHOLE_ENGINE } from '../asset-long-bank.test-fixture.js';
import {
  fairLinearRate,
  fairSwapRate,
  HEDGE_CATALOGUE,
  strikeLegs,
  type TradedStructure,
  USUAL_TERMS,
} from '../index.js';
import { withChanges } from '../variant.js';

const study = assetLongBank();
const FREE = { model: 'undesignated', hedgedGroup: 'none' } as const;

function struck(structure: TradedStructure, notionalUsdMillion = 40) {
  return strikeLegs(structure, {
    ...WHOLE_ENGINE,
    ...FREE,
    ...{ study, notionalUsdMillion, terms: USUAL_TERMS, initialMarginShare: 0.01 },
  });
}
const hedged = (changes: readonly Change[]) =>
  evaluate(valueOrThrow(withChanges(study, changes, WHOLE_ENGINE.apply)));

const structure = (
  leg: TradedStructure['legs'][number],
  edit: Partial<TradedStructure> = {},
): TradedStructure => ({
  ...{ id: 'own', title: 'Own', tradedAs: 'cleared', weighting: 'notional', legs: [leg] },
  ...edit,
});

describe('the catalogue struck on the example bank', () => {
  it.each(HEDGE_CATALOGUE.map((each) => [each.id, each] as const))(
    'HEDGE-9, HEDGE-25: %s is worth nothing on day one, in EVE and in economic CET1',
    (_, each) => {
      const bare = evaluate(study);
      const with40 = hedged(valueOrThrow(struck(each)));
      for (const id of ['eve.value', 'capital.economic.e0']) {
        expect(measureOf(with40, id, '0') - measureOf(bare, id, '0')).toBeCloseTo(0, 8);
      }
      // and it is not nothing: something moves at +200
      const moved = measureOf(with40, 'eve.change', '+200') - measureOf(bare, 'eve.change', '+200');
      expect(Math.abs(moved)).toBeGreaterThan(0.1);
    },
  );

  it('HEDGE-25: what gains when rates rise, and what loses', () => {
    const bare = measureOf(evaluate(study), 'eve.change', '+100');
    const gains = HEDGE_CATALOGUE.filter(
      (each) => measureOf(hedged(valueOrThrow(struck(each))), 'eve.change', '+100') > bare,
    );
    const loses = HEDGE_CATALOGUE.filter((each) => !gains.includes(each)).map(({ id }) => id);
    expect(loses).toEqual(['receive-5', 'floor-5']);
  });

  it('HEDGE-25: a cap less a floor at one strike is a swap: their premiums agree', () => {
    const of = (kind: 'cap' | 'floor') =>
      structure({
        ...{ kind, startMonth: 12, maturityMonth: 60, weight: 1 },
        ...{ strikeOffsetBp: 0, floorOffsetBp: 0 },
      });
    const premium = (kind: 'cap' | 'floor') => {
      const [change] = valueOrThrow(struck(of(kind), 1000));
      return change?.kind === 'add-option' ? change.option.premiumUsdMillion : Number.NaN;
    };
    // forward start, so every period is an option; the strike is the monthly fair rate, the periods
    // are quarters: parity is left with compounding within a quarter, under 1 in 1,000 of notional
    expect(premium('cap')).toBeGreaterThan(10);
    expect(Math.abs(premium('cap') - premium('floor'))).toBeLessThan(1);
  });

  it('HEDGE-25: weights share the notional; a leg that receives is negative', () => {
    const leg = { kind: 'swap', amortisation: 'none', startMonth: 0 } as const;
    const pays = { ...leg, side: 'pay-fixed', maturityMonth: 24, weight: 3 } as const;
    const receives = { ...leg, side: 'receive-fixed', maturityMonth: 60, weight: 1 } as const;
    const two = structure(pays, { legs: [pays, receives] });
    const notionals = valueOrThrow(struck(two, 400)).map((change) =>
      change.kind === 'add-hedge' ? change.swap.notionalUsdMillion : Number.NaN,
    );
    expect(notionals).toEqual([300, -100]);
  });

  it('HEDGE-25: refused: beyond the curve, DV01 weights on a falling notional, no cash', () => {
    const leg: TradedStructure['legs'][number] = {
      ...({ kind: 'swap', side: 'pay-fixed', amortisation: 'linear' } as const),
      ...{ startMonth: 0, maturityMonth: 84, weight: 1 },
    };
    const far = struck(structure({ ...leg, maturityMonth: 600 }));
    const weighted = struck(structure(leg, { weighting: 'dv01' }));
    for (const refused of [far, weighted]) {
      expect(refused.ok ? '' : refused.issues[0]?.code).toBe('hedge.structure');
    }
  });
});

describe('by hand', () => {
  it('HEDGE-25: two months at D = 0.99, 0.97, half the notional in the second', () => {
    // (1 x 0.01 + 0.5 x 0.02) / ((0.99 + 0.5 x 0.97) / 12) = 12 x 0.02 / 1.475
    const discount = Float64Array.from([1, 0.99, 0.97]);
    expect(fairLinearRate(discount, 0, 2)).toBeCloseTo(0.162_711_864_406_78, 14);
    expect(() => fairLinearRate(discount, 1, 1)).toThrow(RangeError);
    // on a flat curve it is the one rate, as that of a whole notional
    const flat = Float64Array.from({ length: 61 }, (_, month) => 1.0025 ** -month);
    expect(fairLinearRate(flat, 6, 60)).toBeCloseTo(fairSwapRate(flat, 6, 60), 12);
  });

  it('HEDGE-26: convexity, spread, premium and roll', () => {
    const effect = (scenario: string, swapValueChange: number) => ({
      ...{ scenario, protection: 0, economicE0: 0, swapValueChange, valueChangeByModel: [] },
      accounting: { aoci: 0, cet1: 0 },
    });
    const effects = [effect('-100', -7), effect('+100', 9), effect('+200', 20)];
    const header = { id: 'c', title: '', rationale: '', sources: [] };
    const judged = (value: number) =>
      ({ value, unit: '', basis: 'assumed', source: [], note: '' }) as const;
    const future: Change = {
      ...{ ...header, kind: 'add-future', size: 2 },
      future: {
        ...{ id: 'f', contract: 'swap', notionalUsdMillion: -500, couponRate: 0.02, ...FREE },
        ...{ startMonth: 3, maturityMonth: 63, initialMarginShare: judged(0.01) },
        roll: { everyMonths: 3, untilMonth: 24, costBp: judged(1) },
      },
    };
    const traits = tradingTraits(study, [future], { effects });
    // (9 - 7) / 2 = 1 at 100 bp: there is no -200; 1,000 pays fixed; 1,000 x 1 bp x 4 = 0.4
    expect(traits).toEqual({
      convexity: { shockBp: 100, usdMillion: 1 },
      swapRateNotionalUsdMillion: 1000,
      premiumUsdMillion: 0,
      rollCostAYearUsdMillion: 0.4,
    });
  });
});
