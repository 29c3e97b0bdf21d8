import { describe, expect, it } from 'vitest';
import { amounts, type slugs } from './figures.test-held.js';

const buckets = ['le1y', '1to5y', '5to10y', 'gt10y'];
const loanBuckets = ['le1y', '1to5y', '5to15y', 'gt15y'];
const afs = ['ust', 'agency_deb', 'foreign', 'mbs', 'cmo_fixed', 'cmbs'];
const htm = ['agency_deb', 'mbs', 'cmo_fixed', 'cmo_var', 'cmbs', 'muni', 'corp'];
const loanClasses = [
  'gfb',
  'early',
  'growth',
  'slbo',
  'innov',
  'private',
  'cre',
  'wine',
  'other_ci',
  'other',
  'ppp',
];
const amountOf = {
  'svb-2020': amounts('svb-2020'),
  'svb-2021': amounts('svb-2021'),
  'svb-2022': amounts('svb-2022'),
};
type Slug = (typeof slugs)[number];

/** Every printed total equals the sum of its printed parts to the million, in USD million. */
function expectSum(slug: Slug, total: string, parts: readonly string[]): void {
  const read = amountOf[slug];
  const sum = parts.reduce((running, id) => running + read(id), 0);
  expect(sum, `${slug} ${total}`).toBeCloseTo(read(total), 6);
}

function under(prefix: string, names: string): string[] {
  return names.split(' ').map((name) => `${prefix}.${name}`);
}

describe('balance sheets', () => {
  it.each([
    ['svb-2020', 'bs_as_first_reported.2020'],
    ['svb-2021', 'bs_as_first_reported.2020'],
    ['svb-2021', 'bs_as_first_reported.2021'],
    ['svb-2022', 'bs.2021'],
    ['svb-2022', 'bs.2022'],
  ] as const)('%s, %s: lines add up and assets = liabilities + equity', (slug, bs) => {
    const sum = (total: string, parts: string): void =>
      expectSum(slug, `${bs}.${total}`, under(bs, parts));
    sum('inv_total', 'afs htm nonmkt');
    sum('loans_net', 'loans_gross acl_loans');
    sum('total_assets', 'cash inv_total loans_net premises goodwill intangibles rou other_assets');
    sum('dep_total', 'dep_nib dep_ib');
    sum('total_liab', 'dep_total stb lease_liab other_liab ltd');
    sum('equity_svbfg', 'preferred apic retained aoci');
    sum('total_equity', 'equity_svbfg nci');
    sum('total_assets', 'total_liab total_equity');
  });

  it.each([2021, 2022])('cash of %i by place', (year) => {
    expectSum(
      'svb-2022',
      `bs.${year}.cash`,
      under(`cash.${year}`, 'due_from_banks frb other_ib resell other_st'),
    );
  });
});

describe('securities', () => {
  const books = [
    ['svb-2020', 'afs', 2020, afs],
    ['svb-2020', 'htm', 2020, htm.slice(0, 6)],
    ['svb-2022', 'afs', 2021, afs],
    ['svb-2022', 'htm', 2021, htm],
    ['svb-2022', 'afs', 2022, afs],
    ['svb-2022', 'htm', 2022, htm],
  ] as const;

  it.each(books)(
    '%s %s %i: types add up; cost + gain + loss = fair value',
    (slug, book, year, types) => {
      const id = (type: string, field: string): string => `sec.${book}.${year}.${type}.${field}`;
      for (const field of ['amortised_cost', 'unrealised_gain', 'unrealised_loss', 'fair_value']) {
        expectSum(
          slug,
          id('total', field),
          types.map((type) => id(type, field)),
        );
      }
      for (const type of [...types, 'total']) {
        expectSum(slug, id(type, 'fair_value'), [
          id(type, 'amortised_cost'),
          id(type, 'unrealised_gain'),
          id(type, 'unrealised_loss'),
        ]);
      }
    },
  );

  it.each([
    ['svb-2021', 'afs', 2021, afs],
    ['svb-2021', 'htm', 2021, htm],
    ['svb-2022', 'afs', 2022, afs],
    ['svb-2022', 'htm', 2022, htm],
  ] as const)('%s %s %i: maturity buckets to types, types to totals', (slug, book, year, types) => {
    const mat = `mat.${book}.${year}`;
    for (const type of [...types, 'total']) {
      expectSum(
        slug,
        `${mat}.${type}.total`,
        buckets.map((bucket) => `${mat}.${type}.${bucket}`),
      );
    }
    for (const bucket of [...buckets, 'total']) {
      expectSum(
        slug,
        `${mat}.total.${bucket}`,
        types.map((type) => `${mat}.${type}.${bucket}`),
      );
    }
  });
});

describe('loans', () => {
  it.each([
    ['svb-2020', 2020],
    ['svb-2022', 2021],
    ['svb-2022', 2022],
  ] as const)('%s %i: classes add up', (slug, year) => {
    expectSum(
      slug,
      `loans.${year}.total`,
      loanClasses.map((each) => `loans.${year}.${each}`),
    );
  });

  it.each([
    ['svb-2021', 2021, loanClasses],
    ['svb-2022', 2022, loanClasses.slice(0, -1)],
  ] as const)(
    '%s %i: fixed + variable = class; maturities add up',
    (slug, year, variableClasses) => {
      const table = (rate: string): string => `loanmat.${year}.${rate}`;
      const tables = [
        ['fixed', loanClasses],
        ['variable', variableClasses],
      ] as const;
      for (const [rate, classes] of tables) {
        for (const each of [...classes, 'all']) {
          expectSum(
            slug,
            `${table(rate)}.${each}.total`,
            loanBuckets.map((bucket) => `${table(rate)}.${each}.${bucket}`),
          );
        }
        for (const bucket of [...loanBuckets, 'total']) {
          expectSum(
            slug,
            `${table(rate)}.all.${bucket}`,
            classes.map((each) => `${table(rate)}.${each}.${bucket}`),
          );
        }
      }
      for (const each of variableClasses) {
        expectSum(slug, `loans.${year}.${each}`, [
          `${table('fixed')}.${each}.total`,
          `${table('variable')}.${each}.total`,
        ]);
      }
    },
  );
});

describe('funding', () => {
  it.each([
    ['svb-2020', 2020],
    ['svb-2021', 2021],
    ['svb-2022', 2022],
  ] as const)('%s %i: deposits by type', (slug, year) => {
    expectSum(
      slug,
      `dep.${year}.total`,
      under(`dep.${year}`, 'nib ib_chk_sav mm mm_foreign sweep_foreign time'),
    );
  });

  it('2022: time deposits by owner and maturity', () => {
    for (const owner of ['us_uninsured', 'nonus_uninsured', 'other', 'total']) {
      expectSum(
        'svb-2022',
        `time_deposits.2022.${owner}.total`,
        under(`time_deposits.2022.${owner}`, 'le3m 3to6m 6to12m gt12m'),
      );
    }
    expectSum('svb-2022', 'dep.2022.time', ['time_deposits.2022.total.total']);
  });

  it('2022: borrowings issue by issue, preferred series by series', () => {
    const issues = 'sn2025 sn2030 sn2031 sn2028 sn2026 ff2028 ff2033 jrsub fhlb_lt'.split(' ');
    for (const field of ['principal', 'carrying']) {
      expectSum(
        'svb-2022',
        `ltd.2022.total.${field}`,
        issues.map((issue) => `ltd.2022.${issue}.${field}`),
      );
    }
    expectSum('svb-2022', 'bs.2022.ltd', ['ltd.2022.total.carrying']);
    expectSum('svb-2022', 'bs.2022.stb', under('stb.2022', 'fhlb repo other'));
    expectSum(
      'svb-2022',
      'bs.2022.preferred',
      ['A', 'B', 'C', 'D', 'E'].map((series) => `pref.2022.${series}.carrying`),
    );
  });
});

describe('capital', () => {
  it.each([
    ['svbfg', 2021],
    ['svbfg', 2022],
    ['bank', 2021],
    ['bank', 2022],
  ] as const)('%s %i: from common equity to total capital', (entity, year) => {
    const cap = (name: string): number => amountOf['svb-2022'](`cap.${entity}.${year}.${name}`);
    expect(cap('common_surplus') + cap('retained') + cap('aoci')).toBe(cap('cet1_pre'));
    expect(
      cap('cet1_pre') -
        cap('goodwill_ded') -
        cap('intang_ded') -
        cap('dta_ded') -
        cap('aoci_optout') +
        cap('cecl'),
    ).toBe(cap('cet1'));
    expect(cap('cet1') + cap('at1')).toBe(cap('tier1'));
    expect(cap('tier1') + cap('tier2')).toBe(cap('total'));
    expect((100 * cap('tier1')) / cap('avg_assets')).toBeCloseTo(cap('leverage'), 2);
  });

  it.each([
    ['svb-2020', 'svbfg', 2020],
    ['svb-2020', 'bank', 2020],
    ['svb-2022', 'svbfg', 2021],
    ['svb-2022', 'bank', 2021],
    ['svb-2022', 'svbfg', 2022],
    ['svb-2022', 'bank', 2022],
  ] as const)('%s %s %i: ratios to the printed rounding', (slug, entity, year) => {
    const cap = (name: string): number => amountOf[slug](`cap.${entity}.${year}.${name}`);
    for (const tier of ['cet1', 'tier1', 'total']) {
      const ratio = cap(tier) / cap('rwa');
      // Printed to 0.01 point from amounts printed to the million: 0.005 and 0.5 each way.
      const rounding = 0.005 + (100 * 0.5 * (1 + ratio)) / cap('rwa');
      expect(Math.abs(100 * ratio - cap(`${tier}_ratio`)), tier).toBeLessThanOrEqual(rounding);
    }
  });
});

describe('income and sensitivities', () => {
  it.each([2020, 2021, 2022])('income statement of %i', (year) => {
    const is = (name: string): number => amountOf['svb-2022'](`is.${year}.${name}`);
    expect(is('int_income') - is('int_expense')).toBe(is('nii'));
    expect(is('int_dep') + is('int_borrow')).toBe(is('int_expense'));
    expect(is('nii') - is('provision') + is('nonint_income') - is('nonint_expense')).toBe(
      is('pretax'),
    );
    expect(is('pretax') - is('tax')).toBe(is('ni_before_nci'));
    expect(is('ni_before_nci') + is('nci') + is('pref_div')).toBe(is('ni_common'));
  });

  it.each([
    ['svb-2020', 2020],
    ['svb-2021', 2021],
  ] as const)('%s: EVE and NII of %i, shocked less base, in USD and percent', (slug, year) => {
    const irr = (name: string): number => amountOf[slug](`irr.${year}.${name}`);
    for (const measure of ['eve', 'nii']) {
      for (const shock of ['+200', '+100', '-100', '-200']) {
        const change = irr(`${measure}_chg.${shock}`);
        expect(irr(`${measure}.${shock}`) - irr(`${measure}_base`)).toBe(change);
        expect((100 * change) / irr(`${measure}_base`)).toBeCloseTo(
          irr(`${measure}_pct.${shock}`),
          1,
        );
      }
    }
  });
});

describe('differences in the published figures that are known and stay', () => {
  const read = amountOf['svb-2022'];

  it('1. effective tax rate of 2020: 448 / (1,742 - 86) = 27.05%, printed 27.0%', () => {
    const rate = (100 * read('is.2020.tax')) / (read('is.2020.pretax') + read('is.2020.nci'));
    expect(rate).toBeCloseTo(27.05, 2);
    expect(read('is.2020.etr')).toBe(27.0);
  });

  it('2. short-term borrowings 2022: components weigh to 4.30%, printed 4.39%', () => {
    const weighted =
      ['fhlb', 'repo', 'other'].reduce(
        (sum, kind) => sum + read(`stb.2022.${kind}`) * read(`stb.2022.${kind}_rate`),
        0,
      ) / read('stb.2022.total');
    expect(weighted).toBeCloseTo(4.297, 3);
    expect(read('stb.2022.total_rate')).toBe(4.39);
  });

  it('3. total assets of 2021: 211,478 first reported, 211,308 after netting derivatives', () => {
    const later = (line: string): number =>
      read(`bs.2021.${line}`) - read(`bs_as_first_reported.2021.${line}`);
    expect([later('cash'), later('other_assets'), later('total_assets')]).toEqual([
      -33, -137, -170,
    ]);
    expect([later('stb'), later('other_liab')]).toEqual([-50, -120]);
  });

  it('4. time deposits 2022: fair value 6,479 is 214 below a carrying value of 6,693', () => {
    expect(read('fv.2022.time.fair') - read('fv.2022.time.carrying')).toBe(-214);
    expect(read('time_deposits.2022.total.le3m') / read('dep.2022.time')).toBeCloseTo(0.83, 2);
  });
});
