import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LiquidityRule } from './input.js';
import { liquidAssetAmount } from './liquid-asset-amount.js';
import { netOutflow } from './net-outflow.js';
import { flows, items, ruleBank, unwind } from './rule-bank.test-fixture.js';
import { RULE_TABLES } from './rule-tables.js';

/**
 * Silicon Valley Bank was NOT subject to the LCR. The Federal Reserve estimated its ratios in the
 * review of 2023-04-28 (tables 11 and 13). The page on this: docs/validation/svb-lcr.md.
 */
interface Figures {
  readonly figures: Readonly<Record<string, { readonly value: number }>>;
}
const file = new URL('../../../../../../library/case/svb-2022/figures.json', import.meta.url);
const { figures }: Figures = JSON.parse(readFileSync(file, 'utf8'));
const figure = (id: string): number => figures[id]?.value ?? Number.NaN;
const total = (ids: readonly string[]) => ids.reduce((sum, id) => sum + figure(id), 0);
const billion = (usdMillion: number) => Math.round(usdMillion / 100) / 10;

const MONTHS = Object.keys(figures).flatMap((id) => {
  const [, date] = /^lcr\.full\.(.+)$/.exec(id) ?? [];
  if (date === undefined) return [];
  return [{ date, full: figure(id) / 100, reduced: figure(`lcr.reduced.${date}`) / 100 }];
});

describe('what the Federal Reserve implies (SVB was not subject to the rule)', () => {
  it.each([
    // shortfall = net outflow - HQLA = net outflow x (1 - ratio)
    ['2022-12-30', 'lcr.shortfall.2022-12', 87, 79],
    ['2023-02-28', 'lcr.shortfall.2023-02', 80.5, 66.5],
  ])(
    'LCR-8: at %s a shortfall gives a net outflow of %3$d bn and HQLA of %4$d bn',
    (date, id, net, hqla) => {
      const ratio = figure(`lcr.full.${date}`) / 100;
      const outflow = figure(id) / (1 - ratio);
      expect(billion(outflow)).toBe(net);
      expect(billion(ratio * outflow)).toBe(hqla);
    },
  );

  it('LCR-8: rounding alone leaves 81 to 93 bn of outflow and 74 to 84 bn of HQLA', () => {
    const low = 7500 / (1 - 0.9075);
    const high = 8500 / (1 - 0.9085);
    expect([low, high].map((usd) => Math.round(usd / 1000))).toEqual([81, 93]);
    expect([0.9075 * low, 0.9085 * high].map((usd) => Math.round(usd / 1000))).toEqual([74, 84]);
  });

  it('LCR-8: the two series do not share their HQLA: full / 0.7 is above reduced', () => {
    expect(MONTHS).toHaveLength(12);
    const counted = MONTHS.map(({ full, reduced }) => (0.7 * reduced) / full);
    for (const share of counted) expect(share).toBeLessThan(1);
    expect(Math.min(...counted)).toBeCloseTo(0.72, 2); // March 2022
    expect(Math.max(...counted)).toBeCloseTo(0.98, 2); // September 2022
    const december = MONTHS.find(({ date }) => date === '2022-12-30');
    expect((december?.full ?? 0) / 0.7).toBeCloseTo(1.297, 3); // not 103.1%
    expect((MONTHS.at(-1)?.full ?? 0) / 0.7).toBeCloseTo(1.18, 3); // not 102.5%
    // What the reduced ratio leaves above 100%: 3.1% of 0.7 x 87 bn, 1.9 bn
    const outflow = figure('lcr.shortfall.2022-12') / (1 - (december?.full ?? 0));
    expect(billion(((december?.reduced ?? 0) - 1) * 0.7 * outflow)).toBe(1.9);
    // The full ratio moves by 26 points, the reduced by 1.3: it is held just above 100%
    const spread = (name: 'full' | 'reduced') => {
      const values = MONTHS.map((month) => month[name]);
      return Math.max(...values) - Math.min(...values);
    };
    expect(spread('full')).toBeCloseTo(0.261, 3);
    expect(spread('reduced')).toBeCloseTo(0.013, 3);
  });
});

const AGENCY = [
  'sec.afs.2022.agency_deb.fair_value',
  'sec.afs.2022.mbs.fair_value',
  'sec.afs.2022.cmo_fixed.fair_value',
  'sec.htm.2022.agency_deb.fair_value',
  'sec.htm.2022.mbs.fair_value',
  'sec.htm.2022.cmo_fixed.fair_value',
  'sec.htm.2022.cmo_var.fair_value',
];
const COMMERCIAL = ['sec.afs.2022.cmbs.fair_value', 'sec.htm.2022.cmbs.fair_value'];
/** Residential pools of Ginnie Mae, published by the Bank Policy Institute from the Call Report. */
const GINNIE = 7700;

/** HQLA from the annual report; what is level 1 beyond cash and Treasuries is not in it. */
function liquidAssets(known: 'narrow' | 'published' | 'wide', edit: Partial<LiquidityRule> = {}) {
  const ginnie = known === 'narrow' ? 0 : GINNIE;
  const commercial = total(COMMERCIAL);
  const more = known === 'wide' ? commercial : 0;
  const bank = ruleBank({
    liquidAssets: items([
      ['reserve-balance', figure('cash.2022.frb')],
      ['treasury', figure('sec.afs.2022.ust.fair_value')],
      ['sovereign-zero', known === 'wide' ? figure('sec.afs.2022.foreign.fair_value') : 0],
      ['full-faith-agency', ginnie + more],
      ['gse', total(AGENCY) + commercial - ginnie - more],
    ]),
    ...edit,
  });
  return liquidAssetAmount(bank, RULE_TABLES.us).amount;
}

const UNINSURED = figure('dep.2022.uninsured_us') + figure('dep.2022.foreign_not_insured');
const INSURED = figure('dep.2022.total') - UNINSURED;

/** Net outflow without inflows: loans due within 30 days are not in the annual report. */
function outflow(terms: {
  readonly uninsured: 'operational-other' | 'wholesale-other';
  readonly insured: 'retail-stable' | 'retail-other';
  readonly commitments: 'credit-nonfinancial' | 'credit-financial';
  readonly borrowingsDue: boolean;
}): number {
  const due = terms.borrowingsDue ? 30 : 31;
  const bank = ruleBank({
    outflows: flows([
      [terms.uninsured, UNINSURED, null],
      [terms.insured, INSURED, null],
      [terms.commitments, figure('offbs.2022.unfunded_total'), null],
      ['secured-government', figure('stb.2022.fhlb'), due],
      ['unsecured-other', figure('stb.2022.repo') + figure('stb.2022.other'), due],
    ]),
  });
  return netOutflow(bank, RULE_TABLES.us).amount;
}

describe('the ratio from the annual report (SVB was not subject to the rule)', () => {
  const least = outflow({
    uninsured: 'operational-other', // 25% of 165.4
    insured: 'retail-stable', // 3% of 7.7
    commitments: 'credit-nonfinancial', // 10% of 62.5
    borrowingsDue: false,
  });
  const middle = outflow({
    uninsured: 'wholesale-other', // 40%
    insured: 'retail-other',
    commitments: 'credit-nonfinancial',
    borrowingsDue: true,
  });
  const most = outflow({
    uninsured: 'wholesale-other',
    insured: 'retail-other',
    commitments: 'credit-financial', // 40%
    borrowingsDue: true,
  });

  it('LCR-8: HQLA of 39.9 bn by what is certain, 52.8 with Ginnie Mae, 77.0 at the widest', () => {
    expect(billion(liquidAssets('narrow'))).toBe(39.9); // (7.8 + 16.1) x 1.6667
    expect(billion(liquidAssets('published'))).toBe(52.8); // the 52.8 of the published estimate
    expect(billion(liquidAssets('wide'))).toBe(77);
  });

  it('LCR-8: 13 bn of advances due at once against agency securities would halve it', () => {
    const advances = figure('stb.2022.fhlb');
    const unwinds = [
      unwind('funding', { cash: advances, collateral: 'level-2a', worth: advances }),
    ];
    expect(billion(liquidAssets('narrow', { unwinds }))).toBe(20.2); // 24.0 + 7.3 - 11.1
  });

  // 41.4 + 0.2 + 6.3; 66.2 + 0.8 + 6.3 + 3.3 + 0.6; 66.2 + 0.8 + 25.0 + 3.3 + 0.6
  it('LCR-8: net outflow of 47.8 to 95.8 bn: 87 implied lies inside', () => {
    expect(billion(least)).toBe(47.8);
    expect(billion(middle)).toBe(77);
    expect(billion(most)).toBe(95.8);
  });

  it('LCR-8: 42% to 161%: 90.8% lies inside, and the range is the finding', () => {
    expect(liquidAssets('narrow') / most).toBeCloseTo(0.418, 2);
    expect(liquidAssets('wide') / least).toBeCloseTo(1.61, 2);
    // With what was published of Ginnie Mae and no operational deposits: 22 points under the Fed
    expect(liquidAssets('published') / middle).toBeCloseTo(0.687, 2);
  });
});
