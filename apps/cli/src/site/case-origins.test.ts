import type { CaseResult, MeasureValue, Outcome } from '@almfes/engine';
import { MEASURES } from '@almfes/engine';
import { caseSections } from '@almfes/report';
import { describe, expect, it } from 'vitest';
import { exampleResult } from '../example-effects.test-fixture.js';
import { caseOrigins } from './case-origins.js';
import { measurePassport } from './passport-of.js';
import { tableMeasures } from './table-measures.js';

const value = (id: string, scenario: string, amount: number): MeasureValue => ({
  id,
  scenario,
  unit: id === 'eve.changeShare' ? 'ratio' : 'USD million',
  value: amount,
});

const OUTCOME: Outcome = {
  schema: 'almfes/outcome/1',
  measures: [
    value('eve.value', '0', 1234.5),
    value('eve.value', '-200', 1358),
    value('eve.changeShare', '-200', 0.1),
    value('nii.12m', '0', 77),
    value('nii.12m.change', '-200', 77),
  ],
  refused: [],
};

const column = (id: string, unit: string) => ({ id, title: id, unit });

const RESULT: CaseResult = {
  ...exampleResult,
  steps: [
    {
      step: 0,
      id: 'baseline',
      title: 'Baseline',
      findings: [],
      pictures: [],
      tables: [
        {
          id: 'baseline-profile',
          title: 'Profile',
          columns: [column('scenario', ''), column('eve', 'USD million'), column('share', '%')],
          // 10 is 100 x 0.1; 77 is a value of two measures; 1235 is near one and none.
          rows: [
            ['-200 bp', 1358, 10],
            ['base', 77, 1235],
          ],
          notes: [],
        },
        {
          id: 'funding-sources',
          title: 'Sources',
          columns: [column('source', ''), column('amount', 'USD million')],
          rows: [['Cash', 13_803]],
          notes: [],
        },
      ],
    },
  ],
  attribution: [],
  publishedVsReproduced: [],
};

const FIGURE = {
  label: 'Cash',
  value: 13_803,
  unit: 'USD million',
  asOf: '2001-12-31',
  knownFrom: '2002-02-28',
  document: 'Annual report',
  locator: 'p. 95',
  url: 'https://www.example.org/report',
  confidence: 'seen',
  role: 'input',
} as const;

const CASE = {
  slug: 'example',
  versions: [],
  result: RESULT,
  outcome: OUTCOME,
  figures: { 'bs.cash': FIGURE },
  valueOf: () => ({ ok: true, value: '' }) as const,
};

describe('caseOrigins', () => {
  it('SITE-8: a number that is a value of one measure or figure links to it', async () => {
    const { origins } = caseOrigins(CASE);
    const [section] = await caseSections(RESULT, origins);
    const links = [...(section?.html ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(
      ([, cell]) => cell,
    );
    expect(links).toEqual([
      '<a href="page:library/example/measures#measure-eve.value">1,358</a>',
      '<a href="page:library/example/measures#measure-eve.changeShare">10.0</a>',
      '77.0',
      '1,235.0',
      '<a href="page:library/example/figures#figure-bs.cash">13,803</a>',
    ]);
  });

  it('SITE-8: beneath a table stand the measures it tells that have a value', async () => {
    const { origins, measures } = caseOrigins(CASE);
    const [section] = await caseSections(RESULT, origins);
    const [beneath = ''] = /class="origins">.*?<\/p>/.exec(section?.html ?? '') ?? [];
    expect([...beneath.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      'page:library/example/measures#measure-eve.value',
      'page:library/example/measures#measure-eve.changeShare',
      'page:library/example/measures#measure-nii.12m',
      'page:library/example/measures#measure-nii.12m.change',
    ]);
    expect(measures).toEqual(['eve.value', 'eve.changeShare', 'nii.12m', 'nii.12m.change']);
  });

  it('SITE-8: the passport of a measure gives its value in every scenario', () => {
    const { told, document } = measurePassport('eve.value', CASE);
    expect(told).toContain('Values: base:\u00a01,235; \u2212200\u00a0bp:\u00a01,358.');
    expect(document).toContain('EVE-1');
  });

  it('SITE-8: a table tells measures that exist; an unknown table tells none', () => {
    const ids = ['baseline-profile', 'capital-and-liquidity', 'discipline', 'limits-2021-12-31'];
    const more = ['failure-run', 'afterwards-2021-12-31', 'capital-path-capital.economic.e0-+200'];
    const all = [...ids, ...more].flatMap((id) => tableMeasures(id) ?? ['none']);
    const known = new Set(MEASURES.map(({ id }) => id));
    expect(all.filter((id) => !known.has(id))).toEqual([]);
    expect(tableMeasures('failure-parameters')).toEqual([]);
    expect(tableMeasures('a-new-table')).toBeNull();
  });
});
