import type { Study } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { CASES, libraryFiles, lines, valueOrThrow } from './library-files.test-fixture.js';
import { parseCase, parseCaseStudy } from './parse-case.js';

type Column =
  | 'rate'
  | 'couponRate'
  | 'notionalUsdMillion'
  | 'carryingUsdMillion'
  | 'reinvestSpread';

function at(study: Study, id: string, column: Column): number {
  const row = study.book.id.indexOf(id);
  return study.book[column][row] ?? Number.NaN;
}

/** Carrying amounts of one side (+1 assets, -1 liabilities), or of one group. */
function carrying({ book }: Study, keep: { side: number } | { group: string }): number {
  const { side, group, carryingUsdMillion } = book;
  const kept = (row: number): boolean =>
    'side' in keep ? side[row] === keep.side : group.names[group.codes[row] ?? -1] === keep.group;
  return carryingUsdMillion.reduce((sum, amount, row) => (kept(row) ? sum + amount : sum), 0);
}

const studyOf = (slug: string): Study => valueOrThrow(parseCase(libraryFiles(slug))).study;

describe('the balance sheet that is built', () => {
  // Consolidated balance sheets, USD million. 2020 and 2021 as first reported: 10-K FY2021;
  // 2022: 10-K FY2022. Securities of the AFS book at fair value, loans net of the allowance.
  const PUBLISHED = {
    'svb-2020': {
      assets: 115511,
      liabilities: 107078,
      equity: 8433,
      afs: 30913,
      htm: 16592,
      loans: 44733,
      deposits: 101982,
    },
    'svb-2021': {
      assets: 211478,
      liabilities: 194869,
      equity: 16609,
      afs: 27221,
      htm: 98195,
      loans: 65854,
      deposits: 189203,
    },
    'svb-2022': {
      assets: 211793,
      liabilities: 195498,
      equity: 16295,
      afs: 26069,
      htm: 91321,
      loans: 73614,
      deposits: 173109,
    },
  } as const;

  it.each(CASES)('FORM-13: %s meets the published totals within 1 million', (slug) => {
    const study = studyOf(slug);
    const assets = carrying(study, { side: 1 });
    const liabilities = carrying(study, { side: -1 });
    const group = (name: string) => carrying(study, { group: name });
    const built = {
      assets,
      liabilities,
      equity: assets - liabilities,
      afs: group('afs'),
      htm: group('htm'),
      loans: group('loans'),
      deposits: group('deposits'),
    };
    for (const [line, published] of Object.entries(PUBLISHED[slug])) {
      const found = Object.entries(built).find(([name]) => name === line)?.[1] ?? Number.NaN;
      expect(Math.abs(found - published), `${line}: ${found} for ${published}`).toBeLessThan(1);
    }
  });
});

describe('a Study from its form', () => {
  const broken = (edit: (study: ReturnType<typeof libraryFiles>['study']) => void): string[] => {
    const files = libraryFiles('svb-2020');
    edit(files.study);
    return lines(parseCase(files));
  };

  it('FORM-2: a position takes the terms of its product and may replace any', () => {
    const files = libraryFiles('svb-2020');
    const row = files.study.positions.findIndex((each: { id: string }) => each.id === 'premises');
    files.study.products['not-earning'].rate = 0.01;
    const product = valueOrThrow(parseCase(files)).study;
    expect([at(product, 'premises', 'rate'), at(product, 'goodwill', 'rate')]).toEqual([
      0.01, 0.01,
    ]);
    files.study.positions[row].rate = 0.02;
    const replaced = valueOrThrow(parseCase(files)).study;
    expect([at(replaced, 'premises', 'rate'), at(replaced, 'goodwill', 'rate')]).toEqual([
      0.02, 0.01,
    ]);
  });

  it('FORM-2: left out: coupon as rate, notional as carrying, new business as discount', () => {
    const files = libraryFiles('svb-2020');
    files.study.products['not-earning'].rate = 0.01;
    files.study.products['not-earning'].discountSpread = 0.003;
    const study = valueOrThrow(parseCase(files)).study;
    expect(at(study, 'goodwill', 'couponRate')).toBe(0.01);
    expect(at(study, 'goodwill', 'reinvestSpread')).toBe(0.003);
    expect(at(study, 'goodwill', 'carryingUsdMillion')).toBe(143); // 10-K FY2021, p.95
    expect(at(study, 'goodwill', 'notionalUsdMillion')).toBe(143);
  });

  it('FORM-2: a wrong term of a product is shown where it stands', () => {
    const found = broken((study) => {
      study.products['not-earning'].rate = 'gold';
    });
    expect(new Set(found)).toEqual(
      new Set(['unknown-figure study.json#/products/not-earning/rate']),
    );
  });

  it.each<[string, (study: ReturnType<typeof libraryFiles>['study']) => void, string]>([
    [
      'a product that does not exist',
      (s) => {
        s.positions[3].product = 'gold';
      },
      'product study.json#/positions/3/product',
    ],
    [
      'an inherited name as product',
      (s) => {
        s.positions[3].product = 'constructor';
      },
      'product study.json#/positions/3/product',
    ],
    [
      'a position without an amount',
      (s) => {
        delete s.positions[3].carrying;
      },
      'amount study.json#/positions/3/carrying',
    ],
    [
      'a misspelt term',
      (s) => {
        s.positions[3].cuoponRate = 0.01;
      },
      'unknown-key study.json#/positions/3/cuoponRate',
    ],
    [
      'a curve of a day not held',
      (s) => {
        s.market.curveDate = '2020-12-30';
      },
      'curve study.json#/market/curveDate',
    ],
    [
      'a misspelt part',
      (s) => {
        s.libility = {};
      },
      'unknown-key study.json#/libility',
    ],
    [
      'another schema',
      (s) => {
        s.schema = 'almfes/case-study/2';
      },
      'enum study.json#/schema',
    ],
    [
      'a market of its own',
      (s) => {
        s.market.parQuotes = [];
      },
      'unknown-key study.json#/market/parQuotes',
    ],
    [
      'positions that are no list',
      (s) => {
        s.positions = {};
      },
      'type study.json#/positions',
    ],
    [
      'a day that does not exist',
      (s) => {
        s.decisionDate = '2022-02-30';
      },
      'date.none study.json#/decisionDate',
    ],
  ])('FORM-2: refuses %s', (_, edit, line) => {
    expect(broken(edit)).toContain(line);
  });

  it('FORM-2: terms nested beyond reason are an issue, not a crash', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    const found = broken((study) => {
      study.behaviour.deposits = deep;
    });
    expect(found[0]).toMatch(/^form study\.json#\/behaviour\/deposits(\/0)+$/);
  });
});

describe('what each number was read from', () => {
  const { citations, study } = valueOrThrow(parseCaseStudy(libraryFiles('svb-2022')));

  it('FORM-14: plain figures, sums of figures and terms of a product keep their ids', () => {
    expect(citations.get('/capital/cet1UsdMillion')).toEqual(['cap.svbfg.2022.cet1']);
    expect(citations.get('/capital/tangibleAssetsUsdMillion')).toEqual([
      'bs.2022.total_assets',
      'bs.2022.goodwill',
      'bs.2022.intangibles',
    ]);
    expect(citations.get('/positions/cash-frb/carryingUsdMillion')).toEqual(['cash.2022.frb']);
    expect(citations.get('/positions/cash-frb/notionalUsdMillion')).toEqual(['cash.2022.frb']);
    expect(citations.get('/capital/taxRate')).toBeUndefined();
  });

  it('FORM-14: every pointer names a position of the Study, every id one of its figures', () => {
    for (const [pointer, ids] of citations) {
      const [, part, id] = pointer.split('/');
      if (part === 'positions') expect(study.book.id).toContain(id);
      for (const each of ids) expect(study.figures[each]).toBeDefined();
    }
    expect(citations.size).toBeGreaterThan(150);
  });
});
