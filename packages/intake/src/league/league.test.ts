import { inLeagueOrder, type LeagueRow, PROGRAMMES } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { dataText, valueOrThrow } from '../back-test/back-test-files.test-fixture.js';
import { findReportedBank } from '../back-test/find-reported-bank.js';
import { parseReportedBanks } from '../back-test/parse-call-report-quarters.js';
import { parseQuarterEndMarkets } from '../call-report-study/index.js';
import { LEAGUE_CYCLES, leagueCsv, namedLeagueRow, parseLeagueCsv } from './index.js';

const banks = valueOrThrow(parseReportedBanks(dataText('call-report-quarters', 'named-banks.csv')));
const markets = valueOrThrow(
  parseQuarterEndMarkets(dataText('quarter-end-market', 'quarter-end-market.csv')),
);
const cycleOf = (id: string) => {
  const found = LEAGUE_CYCLES.find((cycle) => cycle.id === id);
  if (found === undefined) throw new Error(`no cycle ${id}`);
  return found;
};

function rowOf(name: string, id: string, programme: LeagueRow['programme']): LeagueRow {
  const bank = valueOrThrow(findReportedBank(banks, name));
  return namedLeagueRow({ bank, cycle: cycleOf(id), programme, markets });
}

describe('a named bank in the league', () => {
  const row = rowOf('blue ridge', 'up-2022-23', 'half-swapped');
  const other = rowOf('commerce', 'up-2022-23', 'half-swapped');

  it('EFF-8: one swap on one curve has one ratio, whatever the bank', () => {
    const [first, second] = [row.measured?.central.ratio, other.measured?.central.ratio];
    expect(first).toBeGreaterThan(1);
    expect(second).toBeCloseTo(first ?? 0, 9);
    expect(inLeagueOrder([other, row])).toHaveLength(2);
  });

  it('EFF-10: the range holds the central value, and a dearer swap costs more', () => {
    const { range, central } = row.measured ?? {};
    expect(range?.cost[0]).toBeLessThan(central?.cost ?? 0);
    expect(range?.cost[1]).toBeGreaterThan(central?.cost ?? 0);
  });

  it('EFF-10: a cost that is too small at one end leaves the range of ratios open', () => {
    const { range, central } = rowOf('comerica', 'up-2018-19', 'half-swapped').measured ?? {};
    // 5,333 x 30 bp x 2 years = 32 less than 33; 24-month NII is some 4,000
    expect(range?.cost[0]).toBeLessThan(4);
    expect(central?.ratio).toBeGreaterThan(1);
    expect(range?.ratio).toBeNull();
  });

  it('EFF-6, EFF-11: rates rose past every forward of 2021: the swaps earned', () => {
    expect(row.measured?.realised?.cost).toBeLessThan(0);
    expect(row.measured?.realised?.capitalKept).toBeGreaterThan(0);
    expect(row.measured?.realised?.worstDay).toBe('2023-09-29');
  });

  it.each([
    ['hingham', 'up-2022-23', 'short', 'league.no-securities'],
    ['goldman', 'down-2019-20', 'short', 'league.no-securities'],
  ] as const)('EFF-12: %s, %s, %s is listed with its reason', (name, id, programme, code) => {
    const found = rowOf(name, id, programme);
    expect(found.measured).toBeNull();
    expect(found.issues.map((each) => each.code)).toEqual([code]);
  });

  it('EFF-12: a bank without a report of the quarter end is listed too', () => {
    const bank = valueOrThrow(findReportedBank(banks, 'frost'));
    const late = { ...bank, quarters: bank.quarters.slice(-2) };
    const found = namedLeagueRow({
      ...{ bank: late, cycle: cycleOf('up-2022-23'), programme: PROGRAMMES[0], markets },
    });
    expect(found.issues.map((each) => each.code)).toEqual(['league.report']);
  });

  it('EFF-15: the table has every row, those not measured with blanks and the reason', () => {
    const without = rowOf('hingham', 'up-2022-23', 'short');
    const text = leagueCsv([
      { ...row, idrssd: 1234567, bank: 'A "BANK", N.A.', state: 'VA' },
      without,
    ]);
    const [first, second] = valueOrThrow(parseLeagueCsv(text));
    const { central, range } = row.measured ?? {};
    const { numbers, ...words } = first ?? {};
    expect(words).toEqual({
      ...{ bank: 'A "BANK", N.A.', idrssd: 1234567, state: 'VA', cycle: 'up-2022-23' },
      ...{ quarterEnd: '2021-12-31', programme: 'half-swapped', reasonCode: '', reason: '' },
    });
    // six digits: within half a millionth of the number
    const near = (value = 0) =>
      expect.closeTo(value, Math.floor(5.5 - Math.log10(Math.abs(value))));
    expect(numbers).toMatchObject({
      ...{ costUsdMillion: near(central?.cost), ratioLow: near(range?.ratio?.[0]) },
      ...{ keptHigh: near(range?.capitalKept[1]), worstShockBp: 200 },
      ...{ realisedCostUsdMillion: near(row.measured?.realised?.cost) },
    });
    expect(second?.reasonCode).toBe('league.no-securities');
    expect(second?.reason).toContain('fixed securities over five years');
    expect(Object.values(second?.numbers ?? {}).every((each) => each === null)).toBe(true);
  });

  it.each([
    ['csv.header', (text: string) => text.replace('bank,', 'name,')],
    ['csv.cells', (text: string) => text.replace(',VA,', ',VA,,')],
    ['csv.number', (text: string) => text.replace(',200,', ',two hundred,')],
    ['csv.number', (text: string) => text.replace(',233527,', ',none,')],
    ['league.programme', (text: string) => text.replace(',half-swapped,', ',all-swapped,')],
    ['league.reason', (text: string) => text.replace(/,,$/m, ',why,')],
  ])('EFF-15: %s: a table that is not as it was written is refused', (code, spoil) => {
    const found = parseLeagueCsv(spoil(leagueCsv([{ ...row, state: 'VA' }])));
    expect(found.ok ? [] : found.issues.map((each) => each.code)).toEqual([code]);
  });
});
