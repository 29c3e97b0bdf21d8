import { describe, expect, it } from 'vitest';
import type { FieldName } from '../call-report/index.js';
import { madeReports } from './made-reports.test-fixture.js';
import { peerGroup, peerStanding, quantile, SIZE_GROUPS } from './peer-standing.js';

type Amounts = Partial<Record<FieldName, number>>;

/** A bank of 2 billion that passes the screen, with `cash` of interest-bearing cash. */
const peer = (cash: number, edit: Amounts = {}): { amounts: Amounts } => ({
  amounts: {
    ...{ totalAssets: 2000, loansHeldForInvestment: 1000, depositsDomestic: 1500 },
    ...{ cashInterestBearing: cash, ...edit },
  },
});

const ratioOf = (banks: readonly { amounts: Amounts }[], id: string, idrssd = 1) => {
  const found = peerStanding(madeReports(banks), idrssd).ratios.find((ratio) => ratio.id === id);
  if (found === undefined) throw new Error(`no ratio ${id}`);
  return found;
};

describe('banks beside their peers', () => {
  it('CALL-86: the p-quantile of n values stands at place (n - 1) p, linear between', () => {
    const values = Float64Array.of(10, 20, 40, 80);
    expect(quantile(values, 0.5)).toBe(30); // place 1.5: half way from 20 to 40
    expect(quantile(values, 0.1)).toBeCloseTo(13, 12); // place 0.3
    expect(quantile(values, 0.95)).toBeCloseTo(74, 12); // place 2.85
    expect(quantile(Float64Array.of(7), 0.25)).toBe(7);
  });

  it('CALL-86: peers have the size, loans of 20% and domestic deposits of 50% of assets', () => {
    const banks = [
      peer(100),
      peer(200, { loansHeldForInvestment: 400 }), // 20%: in
      peer(300, { loansHeldForInvestment: 399 }),
      peer(400, { depositsDomestic: 1000 }), // 50%: in
      peer(500, { depositsDomestic: 999 }),
      peer(600, { totalAssets: 999, depositsDomestic: 900 }), // less than a billion
      peer(700, { totalAssets: 10_000, loansHeldForInvestment: 9000, depositsDomestic: 9000 }),
    ];
    const [small, middle, large, largest] = SIZE_GROUPS.map(
      (size) => peerGroup(madeReports(banks), size).banks,
    );
    expect([small, middle, large, largest]).toEqual([1, 3, 1, 0]);
    expect(ratioOf(banks, 'cash').percentiles[3]).toBe(10); // 5, 10 and 20% of 2,000
  });

  it('CALL-87: standing is the share below and half of those equal', () => {
    const banks = [100, 100, 200, 300].map((cash) => peer(cash));
    expect(ratioOf(banks, 'cash', 1).standing).toBe(25); // none below, two equal of four
    expect(ratioOf(banks, 'cash', 3).standing).toBe(62.5);
    expect(ratioOf(banks, 'cash', 4).standing).toBe(87.5);
  });

  it('CALL-86: what a bank does not report is no value and counts with none', () => {
    const banks = [peer(100), peer(100, { cet1Ratio: 0.12 }), peer(100, { cet1Ratio: 0.14 })];
    const ratio = ratioOf(banks, 'cet1Ratio');
    expect([ratio.value, ratio.standing, ratio.banks]).toEqual([null, null, 2]);
    expect(ratio.percentiles[3]).toBeCloseTo(13, 12);
    const none = ratioOf([peer(100)], 'payFixed');
    expect([none.value, none.banks, none.percentiles]).toEqual([null, 0, []]);
  });

  it('CALL-86: a bank outside the screen is set beside the others all the same', () => {
    const banks = [peer(900, { loansHeldForInvestment: 0 }), peer(100), peer(200)];
    const { banks: count, ratios } = peerStanding(madeReports(banks), 1);
    expect(count).toBe(2);
    expect(ratios.find(({ id }) => id === 'cash')).toMatchObject({ value: 45, standing: 100 });
  });

  it('CALL-86: ratios by hand', () => {
    const banks = [
      peer(0, {
        ...{ cashNoninterestBearing: 50, federalFundsSold: 30, securitiesPurchasedToResell: 20 },
        ...{ allDebtHtmCost: 300, allDebtHtmFairValue: 280 },
        ...{ allDebtAfsCost: 110, allDebtAfsFairValue: 100 },
        ...{ otherDebtTo3Months: 100, passThroughOver15Years: 200, otherMbsOver3Years: 100 },
        ...{ firstLien3To12Months: 100, otherLoans5To15Years: 500 },
        ...{ cet1: 200, bankEquity: 250, accumulatedOci: -5, depositsForeign: 500 },
        ...{ depositsDomesticNoninterestBearing: 600, depositsBrokered: 150 },
        ...{ timeDepositsTo100k: 15, timeDeposits100kTo250k: 30, timeDepositsOver250k: 30 },
        ...{ advancesTo1Year: 20, advancesOver5Years: 20, rateSwapsPayFixedNotional: 40 },
      }),
    ];
    // years: 100 x 0.125 + 200 x 20 + 100 x 5 + 100 x 0.625 + 500 x 10 = 9,575 over 1,000 + 100
    const expected = {
      assetRepricingYears: 9575 / 1100,
      assetsOver5Years: 40, // 200 + 100 + 500 of 2,000
      assetsTo1Year: 15, // cash 100 + 100 + 100
      cash: 5,
      securities: 20, // HTM at cost, AFS at fair value
      htmShare: 75,
      htmLoss: 10,
      afsLoss: 5,
      securitiesLoss: 15,
      accumulatedOci: -2,
      noninterestBearing: 40,
      timeDeposits: 5,
      brokered: 10,
      loansToDeposits: 50, // foreign deposits counted
      advances: 2,
      payFixed: 10,
    };
    for (const [id, value] of Object.entries(expected)) {
      expect(ratioOf(banks, id).value, id).toBeCloseTo(value, 10);
    }
  });
});
