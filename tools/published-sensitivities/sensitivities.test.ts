import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate, measureOf } from '../../packages/engine/src/index.js';
import {
  assumptionLevels,
  casePath,
  caseSlugs,
  casesWithFits,
  libraryCase,
} from '../case/library-case.js';
import { withTables } from '../expected/page-table.js';
import {
  GROUP_CASE,
  incomeChange,
  incomeChangeAt,
  incomeChangeWithoutSwaps,
  twistedStudy,
} from './group-sensitivity.js';
import { REASONS } from './sensitivity-reasons.js';
import { passport, sensitivityRows, whyOf } from './sensitivity-rows.js';
import { sensitivityTables } from './sensitivity-tables.js';
import { SENSITIVITY_PAGE } from './write-sensitivities.js';

const page = readFileSync(SENSITIVITY_PAGE, 'utf8');
const tables = sensitivityTables();
const rows = sensitivityRows();
const MENDED_BY =
  'if the change is meant: npx tsx --tsconfig tsconfig.test.json ' +
  'tools/published-sensitivities/write-sensitivities.ts';

describe('docs/validation/published-sensitivities.md', () => {
  it('CASE-1: its tables are what the code gives now', () => {
    expect(withTables(page, tables), MENDED_BY).toBe(page);
    for (const name of Object.keys(tables)) expect(page).toContain(`<!-- table: ${name} -->\n| `);
  });

  it('CASE-1: 39 rows, 38 of them of Silicon Valley Bank and one of a Call Report case', () => {
    const of = (slug: string) => rows.filter((row) => row.slug === slug).length;
    expect(['svb-2020', 'svb-2021', 'svb-2022', GROUP_CASE].map(of)).toEqual([13, 16, 9, 1]);
    expect(rows).toHaveLength(39);
    const callReport = caseSlugs().filter((slug) => !casesWithFits().includes(slug));
    expect(callReport.filter((slug) => of(slug) > 0)).toEqual([GROUP_CASE]);
    expect([caseSlugs().length, callReport.length]).toEqual([15, 12]);
  });

  it('CASE-1: every row that differs has its reason, and no reason is without a row', () => {
    const whys = rows.map((row) => ({ id: row.id, why: whyOf(row) }));
    const given = whys.filter(({ why }) => !['fitted', 'none as printed'].includes(why));
    expect(given.map(({ id }) => id).sort()).toEqual(Object.keys(REASONS).sort());
  });

  it.each(rows.filter(({ id }) => REASONS[id]?.endsWith('within its aim')))(
    'CASE-1: $id is within its aim, as its reason says',
    ({ difference, aim }) => {
      expect(Math.abs(difference)).toBeLessThanOrEqual(aim ?? 0);
    },
  );

  it('FORM-7: what is recalled is in no row, and stands apart', () => {
    expect(rows.map(({ confidence }) => confidence)).not.toContain('recalled');
    expect(tables.aside?.filter((line) => line.includes('recalled'))).toHaveLength(1);
  });
});

describe('the group behind jpmorgan-2021, 10-K for 2021', () => {
  // written again here from p. 139, p. 49 and p. 59, in USD million
  it.each([
    ['firm.nii.usd.+100', 5000],
    ['firm.nii.other.+100', 800],
    ['firm.nii.+100', 5000 + 800],
    ['firm.nii.usd.short', 3200],
    ['firm.nii.other.short', 800],
    ['firm.nii.short', 3200 + 800],
    ['firm.nii.usd.long', 1800],
    ['firm.niiOutlook.2022', 53_000],
    ['firm.niiWithoutMarkets.2021', 52_311 + 430 - 8243],
    ['firm.niiGrowth.2022', 53_000 - 44_498],
  ])('FORM-7: %s is %d', (id, value) => {
    expect(passport(GROUP_CASE, id).value).toBe(value);
  });

  it('CASE-1: ours is the difference of two incomes that expected.json holds', () => {
    const text = readFileSync(casePath(GROUP_CASE, 'expected.json'), 'utf8');
    const income: Record<string, number> = {};
    for (const { measure, scenario, value } of JSON.parse(text).rows) {
      if (measure === 'nii.12m') income[scenario] = value;
    }
    const wanted = (income['+100'] ?? Number.NaN) - (income['0'] ?? Number.NaN);
    const found = rows.find(({ slug }) => slug === GROUP_CASE)?.reproduced;
    expect(found).toBeCloseTo(wanted, 0);
  });

  it('SCEN-6: short and long shocks add up to the parallel one, and nearly so do incomes', () => {
    const study = twistedStudy();
    const [all, short, long] = ['+100', 'short', 'long'].map((id) => incomeChange(study, id));
    expect(all).toBeDefined();
    expect(((short ?? 0) + (long ?? 0)) / (all ?? 0)).toBeCloseTo(1, 1);
  });

  it('CASE-1: no assumption at an end brings ours to 5,800, two at their high end do', () => {
    const keys = Object.keys(assumptionLevels(GROUP_CASE));
    expect(keys.length).toBeGreaterThan(20);
    for (const key of keys) {
      // without a life of the swaps there are none, and the plan that names them does not parse
      const low =
        key === 'payFixedMonths' ? incomeChangeWithoutSwaps() : incomeChangeAt({ [key]: 'low' });
      expect(Math.min(low, incomeChangeAt({ [key]: 'high' })), key).toBeGreaterThan(5800);
    }
    const both = incomeChangeAt({ foreignBeta: 'high', receiveFixedShare: 'high' });
    expect(both).toBeLessThan(5800);
  });

  it('CASE-1: +100 bp adds 12 to 18% to base income at six of the eight cases of 2021', () => {
    const shares = caseSlugs()
      .filter((slug) => slug.endsWith('-2021') && !casesWithFits().includes(slug))
      .map((slug) => {
        const outcome = evaluate(libraryCase(slug).study, ['income']);
        const change = measureOf(outcome, 'nii.12m.change', '+100');
        return Math.round((100 * change) / measureOf(outcome, 'nii.12m', '0'));
      });
    expect(shares).toHaveLength(8);
    expect(shares.filter((share) => share >= 12 && share <= 18)).toHaveLength(6);
    expect(1 - 5800 / 9122).toBeGreaterThan(1 / 3);
  });
});
