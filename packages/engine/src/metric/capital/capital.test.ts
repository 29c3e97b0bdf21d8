import { describe, expect, it } from 'vitest';
import { assumed, row } from '../../study/example-study.test-fixture.js';
import { capital, handMade, pick } from '../hand-made.test-fixture.js';
import { cet1Measures } from './cet1.js';
import { limitedCapitalMeasures } from './deferred-tax.js';
import { economicCapitalMeasures } from './economic.js';
import { capitalRatioMeasures } from './ratios.js';

const ROUND = {
  cet1UsdMillion: 90,
  additionalTier1UsdMillion: 10,
  tier2UsdMillion: 20,
  riskWeightedAssetsUsdMillion: 1000,
  leverageAssetsUsdMillion: 2000,
  aociAddBackUsdMillion: 30,
  tangibleCommonEquityUsdMillion: 50,
  tangibleAssetsUsdMillion: 2500,
} as const;

function ratios(edit: Parameters<typeof capital>[0] = {}) {
  const found = capitalRatioMeasures(capital({ ...ROUND, ...edit }));
  return (id: string) => pick(found, `capital.${id}`).value;
}

describe('regulatory ratios', () => {
  it('CAP-1: CET1 90, AT1 10, T2 20 on RWA 1,000 and leverage assets 2,000', () => {
    const ratio = ratios();
    expect(ratio('cet1Ratio')).toBeCloseTo(0.09, 14);
    expect(ratio('tier1Ratio')).toBeCloseTo(0.1, 14);
    expect(ratio('totalRatio')).toBeCloseTo(0.12, 14);
    expect(ratio('leverageRatio')).toBeCloseTo(0.05, 14);
  });

  it('CAP-2: a realised loss of 20 at a tax rate of 25 % takes 15, raised 5 adds 5', () => {
    const ratio = ratios({ realisedLossUsdMillion: -20, raisedUsdMillion: 5 });
    expect(ratio('cet1Ratio')).toBeCloseTo(0.08, 14); // (90 - 15 + 5) / 1000
    expect(ratio('leverageRatio')).toBeCloseTo(0.045, 14); // (80 + 10) / 2000
  });

  it('CAP-3: without the opt-out the add-back of 30 is gone; TCE 50 of 2,500', () => {
    expect(ratios()('cet1Ratio.noOptOut')).toBeCloseTo(0.06, 14);
    expect(ratios({ aociOptOut: false })('cet1Ratio.noOptOut')).toBeCloseTo(0.09, 14);
    expect(ratios()('tceRatio')).toBeCloseTo(0.02, 14);
  });
});

describe('CET1 in USD', () => {
  const input = handMade({
    positions: [row('loan', 'loans')],
    capital: { ...ROUND, realisedLossUsdMillion: -20, raisedUsdMillion: 5 },
    scenarios: [{ id: '0', values: { loan: 100 } }],
  });
  const income = { id: 'nii.12m', scenario: '0', unit: 'USD million', value: 40 } as const;
  const value = (id: string, scenario = '') =>
    pick(cet1Measures(input, [income]), id, scenario).value;

  it('CAP-2: 90 + 5 less a realised loss of 20, of which a quarter is tax', () => {
    expect(value('capital.cet1')).toBe(80); // 90 - 15 + 5
    expect(value('capital.cet1.beforeTax')).toBe(75); // 90 - 20 + 5
  });

  it('CAP-14: net interest income of 40 leaves 30 after tax', () => {
    expect(value('capital.cet1.afterIncome', '0')).toBe(110); // 80 + 0.75 x 40
  });
});

/** Silicon Valley Bank at the end of 2022: gross unrealised losses 2,533 (AFS) and 15,158 (HTM). */
const SVB = handMade({
  positions: [
    row('afs', 'afs', {
      accountingClass: 'available-for-sale',
      notionalUsdMillion: 28_602,
      carryingUsdMillion: 26_069,
    }),
    row('htm', 'htm', {
      accountingClass: 'held-to-maturity',
      notionalUsdMillion: 91_327,
      carryingUsdMillion: 91_321,
    }),
    row('loan', 'loans', { notionalUsdMillion: 1000, carryingUsdMillion: 990 }),
    row('fhlb', 'borrowings', { notionalUsdMillion: 500, carryingUsdMillion: 500 }),
    row('sight', 'deposits', {
      principal: 'decay',
      behaviour: 'ib',
      notionalUsdMillion: 5000,
      carryingUsdMillion: 5000,
    }),
  ],
  scenarios: [
    {
      id: '0',
      values: { afs: 26_069, htm: 76_169, loan: 960, fhlb: 490, sight: 4600 },
      swaps: [7],
    },
    {
      id: '+100',
      values: { afs: 26_069, htm: 76_169, loan: 960, fhlb: 490, sight: 4600 },
      swaps: [107],
    },
    {
      id: '+200',
      values: { afs: 25_069, htm: 76_169, loan: 960, fhlb: 490, sight: 4600 },
      swaps: [7],
    },
  ],
});

describe('economic CET1', () => {
  const found = economicCapitalMeasures(SVB);
  const value = (id: string, scenario = '0') => pick(found, `capital.${id}`, scenario).value;

  it('CAP-4: Silicon Valley Bank 2022, (13,697 - 2,533 - 15,158) / 113,628 = -3.5 %', () => {
    expect(value('economic.e0')).toBeCloseTo(-3994, 9);
    expect(value('economicRatio.e0')).toBeCloseTo(-0.035, 3);
    expect(value('economicRatio.e0')).toBeCloseTo(-3994 / 113_628, 12);
  });

  it('CAP-4: at a tax rate of 25 %: less the add-back and 3/4 of the other marks', () => {
    expect(value('economic.e0.afterTax')).toBeCloseTo(13_697 - 1900 - 0.75 * 15_158, 9);
    // AFS fell by another 1,000: 11,797 - 0.75 x 16,158
    expect(value('economic.e0.afterTax', '+200')).toBeCloseTo(-321.5, 9);
  });

  it('CAP-4, MARK-3: a hedge that gained 100 since the base adds 100', () => {
    expect(value('economic.e0', '+100') - value('economic.e0')).toBeCloseTo(100, 9);
  });

  it('CAP-4: a bank that did not opt out holds the AFS mark already', () => {
    const input = { ...SVB, capital: { ...SVB.capital, aociOptOut: false } };
    const e0 = pick(economicCapitalMeasures(input), 'capital.economic.e0', '0').value;
    expect(e0).toBeCloseTo(13_697 - 15_158, 9);
  });

  it('CAP-4, MARK-4: without the opt-out, AFS that fell by 1,000 since takes 1,000 of CET1', () => {
    const input = { ...SVB, capital: { ...SVB.capital, aociOptOut: false } };
    const e0 = (id: string) => pick(economicCapitalMeasures(input), `capital.${id}`, '+200').value;
    expect(e0('economic.e0')).toBeCloseTo(-2461, 9); // 13,697 - 1,000 - 15,158
    expect(e0('economic.e0.afterTax')).toBeCloseTo(1578.5, 9); // 13,697 - 0.75 x 16,158
    expect(value('economic.e0', '+200')).toBeCloseTo(-4994, 9); // opted out: -3,994 - 1,000
  });

  it('CAP-16: 300 frozen in AOCI by a move to HTM take 300 of E0 before tax', () => {
    const moved = { ...SVB.capital, aociOnTransferredHtmUsdMillion: -300 };
    const e0 = (edit: object, id = 'economic.e0') => {
      const found = economicCapitalMeasures({ ...SVB, capital: { ...moved, ...edit } });
      return pick(found, `capital.${id}`, '0').value;
    };
    expect(e0({})).toBeCloseTo(-4294, 9); // 13,697 - 2,533 - 15,158 - 300
    expect(e0({}, 'economicRatio.e0')).toBeCloseTo(-4294 / 113_628, 12);
    // the add-back of 1,900 holds it after tax already: 13,697 - 1,900 - 0.75 x 15,158
    expect(e0({}, 'economic.e0.afterTax')).toBeCloseTo(428.5, 9);
    // without the opt-out CET1 holds it
    expect(e0({ aociOptOut: false })).toBeCloseTo(13_697 - 15_158, 9);
  });

  it('CAP-16: the same security never moved, or moved before the report, gives one E0', () => {
    // Cost 100, worth 85 when it moved and 80 now. In AFS: 100 - 80. In HTM at a cost of 85: 5.
    const bank = (group: 'afs' | 'htm', cost: number, frozen: number) =>
      handMade({
        positions: [
          row('bond', group, {
            accountingClass: group === 'afs' ? 'available-for-sale' : 'held-to-maturity',
            notionalUsdMillion: cost,
            carryingUsdMillion: group === 'afs' ? 80 : cost,
          }),
        ],
        capital: { ...ROUND, aociOnTransferredHtmUsdMillion: frozen },
        scenarios: [{ id: '0', values: { bond: 80 } }],
      });
    const e0 = (...terms: Parameters<typeof bank>) =>
      pick(economicCapitalMeasures(bank(...terms)), 'capital.economic.e0', '0').value;
    expect(e0('afs', 100, 0)).toBeCloseTo(70, 12); // 90 - 20
    expect(e0('htm', 85, -15)).toBeCloseTo(70, 12); // 90 - 5 - 15
  });

  it('CAP-5, CAP-6: then loans (-30) and debt (+10), then the franchise (+400)', () => {
    expect(value('economic.e1') - value('economic.e0')).toBeCloseTo(-20, 9);
    expect(value('economic.e2') - value('economic.e1')).toBeCloseTo(400, 9);
  });

  describe('deferred tax of the marks', () => {
    const regime = {
      regime: 'category-4',
      level: 'holding-company',
      totalLeverageExposureUsdMillion: null,
      riskWeights: [],
      otherRiskWeightedAssetsUsdMillion: assumed(0),
      aociPhaseIn: [],
    } as const;
    const limited = (cet1UsdMillion: number, blocks: object = { capitalRegime: regime }) => {
      const input = { ...SVB, blocks, capital: { ...SVB.capital, cet1UsdMillion } };
      return limitedCapitalMeasures(input, economicCapitalMeasures(input));
    };
    // after tax 13,697 - 1,900 - 0.75 x 15,158 = 428.5; before tax -3,994: relief 4,422.5
    it.each([
      ['25% of 428.5 counts: 428.5 - 4,422.5 + 107.125', 13_697, -3886.875],
      ['nothing counts of a CET1 below zero: as before tax', 13_000, -4691],
      ['all counts: 25% of 20,428.5 is 5,107', 33_697, 20_428.5],
    ])('CAP-15: %s', (_what, cet1, expected) => {
      expect(pick(limited(cet1), 'capital.economic.e0.limited', '0').value).toBeCloseTo(
        expected,
        9,
      );
    });

    it('CAP-15: refused without a regime', () => {
      expect(limited(13_697, {})).toMatchObject([{ issue: { code: 'measure.no-input' } }]);
    });
  });

  it('CAP-2, CAP-4: at t = 0 a realised loss counts in full', () => {
    const input = { ...SVB, capital: { ...SVB.capital, realisedLossUsdMillion: -200 } };
    const measured = economicCapitalMeasures(input);
    expect(pick(measured, 'capital.economic.e0', '0').value).toBeCloseTo(-4194, 9);
    const afterTax = pick(measured, 'capital.economic.e0.afterTax', '0').value;
    expect(afterTax).toBeCloseTo(13_697 - 1900 - 0.75 * 15_358, 9);
  });
});
