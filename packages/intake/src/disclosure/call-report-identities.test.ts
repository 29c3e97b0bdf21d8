import { describe, expect, it } from 'vitest';
import { amounts, heldCase } from './figures.test-held.js';

const read = amounts('svb-2022');
const ids = Object.keys(heldCase('svb-2022').figures);

/** Sum over the ids of one report that match, USD million. */
function sumOf(year: number, pattern: RegExp): number {
  const prefix = `cr.${year}.`;
  return ids
    .filter((id) => id.startsWith(prefix) && pattern.test(id.slice(prefix.length)))
    .reduce((sum, id) => sum + read(id), 0);
}

function listed(year: number, schedule: string, names: string): number {
  return names.split(' ').reduce((sum, name) => sum + read(`cr.${year}.${schedule}.${name}`), 0);
}

describe.each([2021, 2022])('Call Report of %i-12-31', (year) => {
  const cr = (id: string): number => read(`cr.${year}.${id}`);

  it('RC: assets = liabilities + equity, each the sum of its lines', () => {
    expect(
      listed(
        year,
        'rc',
        'cash_noninterest_bearing cash_interest_bearing htm_net ' +
          'afs_fair_value reverse_repo loans_net trading_assets premises other_real_estate ' +
          'unconsolidated_subsidiaries real_estate_ventures intangibles other_assets',
      ),
    ).toBe(cr('rc.total_assets'));
    expect(
      listed(
        year,
        'rc',
        'deposits_domestic deposits_foreign repo trading_liabilities ' +
          'other_borrowed_money other_liabilities',
      ),
    ).toBe(cr('rc.total_liabilities'));
    expect(listed(year, 'rc', 'common_stock surplus retained_earnings aoci')).toBe(
      cr('rc.total_equity'),
    );
    expect(cr('rc.total_liabilities') + cr('rc.total_equity')).toBe(cr('rc.total_assets'));
  });

  it('RC-A: cash by place is the cash of RC', () => {
    expect(
      listed(
        year,
        'rca',
        'cash_items_and_coin due_from_us_institutions ' + 'due_from_foreign_banks federal_reserve',
      ),
    ).toBe(cr('rca.total'));
    expect(cr('rc.cash_noninterest_bearing') + cr('rc.cash_interest_bearing')).toBe(
      cr('rca.total'),
    );
  });

  it.each([
    ['htm', 'amortised_cost'],
    ['htm', 'fair_value'],
    ['afs', 'amortised_cost'],
    ['afs', 'fair_value'],
  ])('RC-B: %s by type, %s', (book, field) => {
    const types = new RegExp(`^rcb\\.${book}\\.(?!total)[a-z_]+\\.${field}$`);
    expect(sumOf(year, types)).toBe(cr(`rcb.${book}.total.${field}`));
  });

  it('RC-B: repricing and average-life buckets hold HTM at cost and AFS at fair value', () => {
    expect(sumOf(year, /^rcb\.(repricing|average_life)\./)).toBe(
      cr('rcb.htm.total.amortised_cost') + cr('rcb.afs.total.fair_value'),
    );
  });

  it('RC-C: buckets hold the loans but for nonaccrual ones, under 0.4%', () => {
    const firstLien = sumOf(year, /^rcc\.repricing\.first_lien/);
    const all = sumOf(year, /^rcc\.repricing\./);
    expect(firstLien).toBeLessThanOrEqual(cr('rcc.first_lien_1to4'));
    expect(firstLien / cr('rcc.first_lien_1to4')).toBeGreaterThan(0.996);
    expect(all).toBeLessThanOrEqual(cr('rcc.total'));
    expect(all / cr('rcc.total')).toBeGreaterThan(0.996);
  });

  it('RC-E: deposits by kind, time deposits by bucket, and the 10-K time deposits', () => {
    expect(cr('rce.transaction') + cr('rce.nontransaction')).toBe(cr('rc.deposits_domestic'));
    expect(listed(year, 'rce', 'mmda other_savings time_lt100k time_100_250k time_gt250k')).toBe(
      cr('rce.nontransaction'),
    );
    const small = listed(year, 'rce', 'time_lt100k time_100_250k');
    expect(sumOf(year, /^rce\.repricing\.time_le250k/)).toBe(small);
    expect(sumOf(year, /^rce\.repricing\.time_gt250k/)).toBe(cr('rce.time_gt250k'));
    expect(small + cr('rce.time_gt250k') + cr('rce.foreign.time_le1y')).toBe(
      read(`dep.${year}.time`),
    );
  });

  it('RI: income and expense by category, net interest income', () => {
    expect(sumOf(year, /^ri\.income\.loans_/)).toBe(cr('ri.income.loans'));
    expect(sumOf(year, /^ri\.income\.(?!loans_|total)/)).toBe(cr('ri.income.total'));
    expect(sumOf(year, /^ri\.expense\.(?!total)/)).toBe(cr('ri.expense.total'));
    expect(cr('ri.income.total') - cr('ri.expense.total')).toBe(cr('ri.nii'));
  });

  it('RC-R: CET1 from its parts, ratios to the printed rounding', () => {
    const deductions = sumOf(
      year,
      /^rcr\.(goodwill|intangibles|deferred_tax|aoci_(afs|cash_flow_hedges|htm))$/,
    );
    expect(cr('rcr.cet1_before_adjustments') - deductions).toBe(cr('rcr.cet1'));
    expect((100 * cr('rcr.cet1')) / cr('rcr.rwa')).toBeCloseTo(cr('rcr.cet1_ratio'), 4);
    expect((100 * cr('rcr.total_capital')) / cr('rcr.rwa')).toBeCloseTo(cr('rcr.total_ratio'), 4);
    expect((100 * cr('rcr.tier1')) / cr('rcr.leverage_assets')).toBeCloseTo(
      cr('rcr.leverage_ratio'),
      4,
    );
  });

  it("agrees with the 10-K on the bank's CET1 and on the hedges of the holding company", () => {
    expect(cr('rcr.cet1')).toBe(read(`cap.bank.${year}.cet1`));
    expect(cr('rcl.pay_fixed_non_trading')).toBe(read(`hedge.${year}.notional`));
  });
});

describe('quarterly series', () => {
  it.each([2021, 2022])('year-to-date interest of %i never falls and ends at the year', (year) => {
    const days = ['03-31', '06-30', '09-30', '12-31'];
    for (const item of ['income.total', 'expense.total', 'nii']) {
      const path = days.map((day) => read(`crq.${year}-${day}.ri.${item}`));
      expect(
        [...path].sort((a, b) => a - b),
        item,
      ).toEqual(path);
      expect(path.at(-1)).toBe(read(`cr.${year}.ri.${item}`));
    }
  });
});

describe('a difference that is known and stays', () => {
  it('risk-weighted assets of the bank in 2022: 111,353 in the 10-K, 111,341 in the report', () => {
    expect(read('cap.bank.2022.rwa') - read('cr.2022.rcr.rwa')).toBe(12);
  });
});
