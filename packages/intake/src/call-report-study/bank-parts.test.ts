import { evaluate, measureOf, type Study } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import {
  type AssumptionChoice,
  CENTRAL_ASSUMPTIONS,
} from './assumption/parse-assumption-choice.js';
import { callReportStudy } from './call-report-study.js';
import {
  type Amounts,
  codesOf,
  MADE_AMOUNTS,
  madeReport,
  marketOf,
  marketText,
  valueOrThrow,
} from './made-bank.test-fixture.js';
import { parseQuarterEndMarkets } from './quarter-end-market.js';

const MARKET = marketOf('2022-12-31');

function bank(edit: Amounts = {}, levels: Partial<AssumptionChoice> = {}) {
  const report = madeReport({ ...MADE_AMOUNTS, ...edit });
  const assumptions = { ...CENTRAL_ASSUMPTIONS, ...levels };
  return valueOrThrow(callReportStudy({ report, market: MARKET, assumptions }));
}

const made = bank();
const modelOf = ({ behaviour }: Study, id: string) =>
  behaviour.deposits.find((model) => model.id === id);

describe('behaviour', () => {
  it('CALL-33: deposits by model, free ones without beta, each with its range in the note', () => {
    expect(modelOf(made.study, 'deposits-free')).toMatchObject({
      ...{ averageLifeYears: { value: 4 }, beta: { value: 0 } },
    });
    expect(modelOf(made.study, 'deposits-savings')).toMatchObject({
      ...{ averageLifeYears: { value: 4 }, beta: { value: 0.334 } },
      betaDown: { value: 0.66 * 0.334 },
    });
    // of 1 billion, decided in January 2023: what the cost of 2018 to 2021 said
    expect(modelOf(made.study, 'deposits-transaction')?.lagMonths.value).toBe(5);
    expect(modelOf(made.study, 'deposits-savings')?.lagMonths.value).toBe(5);
    expect(modelOf(made.study, 'deposits-free')?.lagMonths.value).toBe(0);
    expect(modelOf(made.study, 'deposits-foreign')?.lagMonths.value).toBe(0);
    const slow = bank({}, { savingsLag: 'high' });
    expect(modelOf(slow.study, 'deposits-savings')?.lagMonths).toMatchObject({ value: 8 });
    const low = bank({}, { transactionLife: 'low', savingsBeta: 'high' });
    expect(modelOf(low.study, 'deposits-transaction')?.averageLifeYears.value).toBe(2);
    expect(modelOf(low.study, 'deposits-savings')?.beta.note).toMatch(/^high of 0.087 to 0.761/);
  });
});

describe('capital', () => {
  it('CALL-34: as reported; tangible equity without preferred stock, goodwill, intangibles', () => {
    expect(made.study.capital).toMatchObject({
      ...{ cet1UsdMillion: 95, additionalTier1UsdMillion: 4, tier2UsdMillion: 8 },
      ...{ riskWeightedAssetsUsdMillion: 700, leverageAssetsUsdMillion: 980 },
      ...{ aociOptOut: true, aociAddBackUsdMillion: 3.16 },
      tangibleCommonEquityUsdMillion: 86, // 100 - 4 - 8 - 2
      tangibleAssetsUsdMillion: 990,
    });
    expect(bank({ aociOptOut: 0, filterAfs: 0 }).study.capital).toMatchObject({
      ...{ aociOptOut: false, aociAddBackUsdMillion: 0 },
    });
  });

  it('CALL-34: what a move to HTM left in AOCI, 11.85 after tax, takes 15 of E0 before tax', () => {
    const moved = bank({ filterHtm: -11.85 }).study;
    expect(moved.capital.aociOnTransferredHtmUsdMillion).toBeCloseTo(-15, 12); // 11.85 / 0.79
    expect(moved.capital.aociAddBackUsdMillion).toBeCloseTo(3.16 + 11.85, 12);
    const e0 = ({ study }: { study: Study }, id = 'capital.economic.e0') =>
      measureOf(evaluate(study, ['capital']), id, '0');
    expect(e0(bank({ filterHtm: -11.85 })) - e0(made)).toBeCloseTo(-15, 9);
    const afterTax = 'capital.economic.e0.afterTax';
    expect(e0({ study: moved }, afterTax) - e0(made, afterTax)).toBeCloseTo(-11.85, 9);
    const untaxed = bank({ filterHtm: -12, subchapterS: 1 }).study.capital;
    expect(untaxed.aociOnTransferredHtmUsdMillion).toBe(-12);
    const counted = bank({ aociOptOut: 0, filterAfs: 0 }).study.capital;
    expect(counted.aociOnTransferredHtmUsdMillion).toBeUndefined();
  });

  it('CALL-35: an S-corporation pays no tax, others 21%', () => {
    expect(made.study.capital.taxRate).toBe(0.21);
    expect(bank({ subchapterS: 1 }).study.capital.taxRate).toBe(0);
  });

  it('CALL-35: a community bank leverage filer has one limit and assumed weighted assets', () => {
    const filer = bank({ communityBankLeverage: 1, riskWeightedAssets: 0, tier2: 0 });
    expect(filer.study.capitalRegime?.regime).toBe('community-bank-leverage-2022');
    expect(filer.study.capital.riskWeightedAssetsUsdMillion).toBe(650); // 65% of 1,000
    const outcome = evaluate(filer.study, ['capital']);
    expect(outcome.refused.map(({ id }) => id)).toContain('capital.cet1Ratio');
    // 99 / 980 less 9%
    expect(measureOf(outcome, 'capital.headroom.leverage', '')).toBeCloseTo(99 / 980 - 0.09, 12);
    expect(made.study.capitalRegime?.regime).toBe('other');
  });

  it('CALL-35: total leverage exposure: Category III, or II without the opt-out', () => {
    expect(bank({ totalLeverageExposure: 1100 }).study.capitalRegime?.regime).toBe('category-3');
    const second = bank({ totalLeverageExposure: 1100, aociOptOut: 0, filterAfs: 0 });
    expect(second.study.capitalRegime?.regime).toBe('category-2');
  });
});

describe('liquidity', () => {
  it('CALL-36: cash, money lent, and each book less its part of what is pledged', () => {
    const sources = made.study.liquidity.sources;
    expect(sources).toMatchObject([
      { id: 'cash', amountUsdMillion: 150 },
      { id: 'federal-funds-sold', amountUsdMillion: 20, daysToCash: 1 },
      { id: 'afs-sale', bidOffer: 0.002 }, // pledged: 24 of 96
    ]);
    expect(sources[2]).toHaveProperty('pledgedUsdMillion', expect.closeTo(24, 9));
  });

  it('CALL-36: uninsured deposits: reported, else by large accounts, else by what may be', () => {
    const uninsured = (edit: Amounts, level: 'low' | 'central' | 'high' = 'central') =>
      bank(edit, { uninsuredShare: level }).study.liquidity.uninsuredUsdMillion;
    // (830 - 40 - 80 - 15 secured) = 695; 0.25, 0.55 and all of it
    expect(uninsured({}, 'low')).toBeCloseTo(0.25 * 695, 9);
    expect(uninsured({})).toBeCloseTo(0.55 * 695, 9);
    expect(uninsured({}, 'high')).toBeCloseTo(695, 9);
    expect(uninsured({ accountsOverInsuredSize: 415 })).toBeCloseTo(0.55 * 400, 9);
    expect(uninsured({ uninsuredDeposits: 365 })).toBe(350);
    expect(uninsured({ uninsuredDeposits: 365 }, 'high')).toBe(350);
  });

  it('CALL-36: a filed 0 is no blank, and stands as half a thousand dollars', () => {
    for (const name of ['uninsuredDeposits', 'accountsOverInsuredSize']) {
      const { study, unknowns } = bank({ [name]: 0 });
      expect(study.liquidity.uninsuredUsdMillion).toBe(0.0005);
      const share = unknowns.find((each) => each.name === 'uninsuredShare');
      expect(share?.amountUsdMillion).toBe(0);
    }
  });
});

describe('market and scenarios', () => {
  it('CALL-37: the curve of the last business day: 2022-12-31 was a Saturday', () => {
    const { market, policyRate, policyAverages } = MARKET;
    expect(market.curveDate).toBe('2022-12-30');
    expect(market.parQuotes).toHaveLength(11);
    expect(market.parQuotes[8]).toEqual({ tenorMonths: 120, rate: 0.0388 });
    expect(market.mortgageRate.value).toBeCloseTo(0.0642, 12);
    expect(policyRate).toBeCloseTo(0.0433, 12);
    expect(policyAverages.get('2022-09-30')).toBeCloseTo(0.0219, 12);
    expect([...policyAverages.keys()].at(-1)).toBe('2022-12-31'); // none from later
    expect(made.study.market).toBe(market); // one object for every bank
  });

  it('CALL-37: a cell that is no rate is refused at its row and column', () => {
    const wrong = marketText().replace(',4.33,', ',n/a,');
    const found = parseQuarterEndMarkets(wrong);
    expect(found.ok ? '' : found.issues[0]?.path).toBe('row 30, column fedFunds');
  });

  it('CALL-38: twelve scenarios, shared, floored at zero', () => {
    expect(made.study.scenarios.map(({ id }) => id)).toEqual([
      ...['0', '+100', '+200', '+300', '+400', '-100', '-200', '-300'],
      ...['steepener', 'flattener', 'short-up', 'short-down'].map(
        (shape) => `basel-d368.USD.${shape}`,
      ),
    ]);
    expect(made.study.scenarios.map(({ title }) => title)).toEqual([
      ...['base', '+100 bp', '+200 bp', '+300 bp', '+400 bp', '-100 bp', '-200 bp', '-300 bp'],
      ...['steepener', 'flattener', 'short up', 'short down'],
    ]);
    expect(bank().study.scenarios).toBe(made.study.scenarios);
    expect(bank().study.behaviour).toBe(made.study.behaviour);
  });
});

describe('derivatives', () => {
  const swaps = { rateSwapsPayFixedNotional: 40, rateDerivativesOtherNotional: 100 };

  it('CALL-39: swaps that pay fixed: none, three or seven years, worth nothing', () => {
    expect(bank(swaps, { payFixedMonths: 'low' }).study.hedges).toEqual([]);
    const { study } = bank(swaps);
    expect(study.hedges).toMatchObject([
      { id: 'own-pay-fixed', notionalUsdMillion: 40, maturityMonth: 36, model: 'cash-flow' },
    ]);
    expect(bank(swaps, { payFixedMonths: 'high' }).study.hedges[0]?.maturityMonth).toBe(84);
    // the fair rate: the swap adds nothing to the value of the date
    const without = bank(swaps, { payFixedMonths: 'low' }).study;
    const eve = (of: Study) => measureOf(evaluate(of, ['value']), 'eve.value', '0');
    expect(eve(study)).toBeCloseTo(eve(without), 9);
  });

  it('CALL-39: what else is outside trading receives fixed at the high end alone', () => {
    const { study, unknowns } = bank(swaps, { receiveFixedShare: 'high', payFixedMonths: 'low' });
    expect(study.hedges).toMatchObject([{ id: 'own-receive-fixed', notionalUsdMillion: -60 }]);
    const told = unknowns.find(({ name }) => name === 'receiveFixedShare');
    expect(told).toMatchObject({ level: 'high', value: 1, amountUsdMillion: 60 });
  });
});

describe('a whole bank', () => {
  it('CALL-21: every measure of the twelve scenarios is a number or refused', () => {
    const families = ['value', 'income', 'marks', 'capital', 'liquidity'] as const;
    const { measures } = evaluate(made.study, families);
    for (const { id, scenario, value } of measures) {
      expect(Number.isFinite(value), `${id} ${scenario}`).toBe(true);
    }
    // assets less liabilities of the book: the reported equity
    const { carryingUsdMillion, side } = made.study.book;
    const equity = [...carryingUsdMillion].reduce(
      (sum, amount, at) => sum + amount * (side[at] ?? 0),
      0,
    );
    expect(equity).toBeCloseTo(100, 9);
  });

  it('CALL-21: a Study that its own door refuses is refused with its issues', () => {
    const report = madeReport({ ...MADE_AMOUNTS, goodwill: 2000 });
    const terms = { report, market: MARKET, assumptions: CENTRAL_ASSUMPTIONS };
    expect(codesOf(callReportStudy(terms))).toEqual(['range']); // tangible assets below zero
  });
});
