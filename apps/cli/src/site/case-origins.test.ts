import type { CaseResult, MeasureValue, Outcome } from '@almfes/engine';
import { caseSections } from '@almfes/report';
import { describe, expect, it } from 'vitest';
import { exampleResult } from '../example-effects.test-fixture.js';
import { caseOrigins } from './case-origins.js';
import { computedAnchor, computedPassport } from './computed-passport.js';
import { measurePassport } from './passport-of.js';

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

const EVE = { title: 'EVE', rule: 'EVE-1', measures: ['eve.value'], applied: [] };
const HEDGED = { ...EVE, title: 'EVE, hedged', applied: ['five-year swaps'] };
const SOURCE = { ...EVE, title: 'Cash', rule: 'RUN-1', measures: ['liquidity.coverage'] };

const RESULT: CaseResult = {
  ...exampleResult,
  steps: [
    {
      step: 0,
      id: 'baseline',
      title: 'Baseline',
      findings: ['At -200 bp EVE is 1,400, hedged.'],
      findingNumbers: [[{ at: 18, length: 5, origin: HEDGED }]],
      pictures: [],
      tables: [
        {
          id: 'any-table',
          title: 'Profile',
          columns: [column('scenario', ''), column('eve', 'USD million')],
          rows: [
            ['-200 bp', 1358],
            ['hedged', 1400],
            ['Cash', 13_803],
            ['no origin', 77],
          ],
          notes: ['E0 is 5,706 in every row.'],
          noteNumbers: [[{ at: 6, length: 5, origin: HEDGED }]],
          origins: {
            list: [EVE, HEDGED, SOURCE],
            cells: [
              [null, 0],
              [null, 1],
              [null, 2],
              [null, null],
            ],
          },
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
  it('SITE-8: a number links to the passport of its measure, figure or making', async () => {
    const { hrefOf, computed, measures } = caseOrigins(CASE);
    const sections = await caseSections(RESULT, hrefOf);
    const html = sections.find(({ id }) => id === 'step-0')?.html ?? '';
    const cells = [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell);
    const [made, ...others] = computed.keys();
    if (made === undefined) throw new Error('nothing was computed');
    const place = `page:library/example/measures#${computedAnchor(made)}`;
    expect(cells).toEqual([
      '<a href="page:library/example/measures#measure-eve.value">1,358</a>',
      `<a href="${place}">1,400</a>`,
      '<a href="page:library/example/figures#figure-bs.cash">13,803</a>',
      '77.0',
    ]);
    expect(html).toContain(`bp EVE is <a href="${place}">1,400</a>, hedged.</li>`);
    expect(html).toContain(`<li>E0 is <a href="${place}">5,706</a> in every row.</li>`);
    expect(measures).toEqual(['eve.value']);
    expect([made, ...others].map(({ title }) => title)).toEqual(['EVE, hedged', 'Cash']);
  });

  it('SITE-8: the passport of a computed number tells what was done, values, rule, command', () => {
    const numbers = caseOrigins(CASE).computed.get(HEDGED) ?? [];
    const ruleAddress = (rule: string) => `method/eve#${rule}`;
    const beside = { slug: 'example', studyHash: '0123456789abcdef', numbers, ruleAddress };
    expect(computedPassport(HEDGED, beside)).toMatchObject({
      anchor: computedAnchor(HEDGED),
      label: 'EVE, hedged',
      told:
        'Applied to the Study: five-year swaps. Measures: eve.value. ' +
        'Values: eve: 1,400 USD million; 5,706. Rule:',
      document: 'EVE-1',
      href: 'method/eve#EVE-1',
      locator: 'Study 0123456789ab; again: almfes case example --step 0',
    });
  });

  it('SITE-8: numbers of a step and of another section are made again by the whole case', () => {
    const place = { origin: HEDGED, isCut: false, unit: '%', row: '', column: '' };
    const number = { ...place, text: '7.5', section: 'step-0' };
    const commandOf = (...numbers: (typeof number)[]) =>
      computedPassport(HEDGED, {
        ...{ slug: 'example', studyHash: '', numbers },
        ruleAddress: () => undefined,
      }).locator.replace(/.*again: /, '');
    const attribution = { ...number, text: '+7.5', section: 'attribution' };
    const again = { ...number, section: 'brief' };
    expect(commandOf(number, again)).toBe('almfes case example --step 0');
    expect(commandOf(attribution)).toBe('almfes case example');
    expect(commandOf(number, attribution)).toBe('almfes case example');
    expect(commandOf(number, { ...number, section: 'step-1' })).toBe('almfes case example');
    const cut = { ...number, isCut: true };
    expect(commandOf(number, cut)).toBe('almfes case example --step 0 --json');
  });

  it('SITE-8: the passport of a computed number tells every number, row by row', () => {
    const place = { origin: HEDGED, section: 'step-0', isCut: false, unit: '%' };
    const floors = Array.from({ length: 30 }, (_, at) => ({
      ...{ ...place, text: `${at}.5`, row: `limit ${at}, base`, column: 'Floor' },
    }));
    const numbers = [
      ...floors,
      { ...place, text: '7.5', row: 'limit 0, base', column: 'With the plan' },
      { ...place, text: '7.5', row: '', column: '', unit: '' },
      { ...place, text: '12', row: '', column: '', unit: '' },
    ];
    const beside = { slug: 'example', studyHash: '', numbers, ruleAddress: () => undefined };
    const { told } = computedPassport(HEDGED, beside);
    expect(told).toContain(
      'Values: limit 0, base (Floor: 0.5%; With the plan: 7.5%); limit 1, base (Floor: 1.5%);',
    );
    expect(told).toContain('limit 29, base (Floor: 29.5%); 12. Rule:');
  });

  it('SITE-8: the command of a measure names a scenario where it has some', () => {
    const ids = ['eve.value', 'eve.changeShare', 'capital.cet1Ratio'];
    const commands = ids.map((id) => {
      const outcome = {
        ...OUTCOME,
        measures: [...OUTCOME.measures, value('capital.cet1Ratio', '', 0.1)],
      };
      return measurePassport(id, { ...CASE, outcome }).locator.replace(/.*: almfes /, '');
    });
    expect(commands).toEqual([
      'explain example eve.value --scenario=0, or another of its scenarios',
      'explain example eve.changeShare --scenario=-200',
      'explain example capital.cet1Ratio',
    ]);
  });

  it('SITE-8: the passport of a measure gives its value in every scenario', () => {
    const { told, document } = measurePassport('eve.value', CASE);
    expect(told).toContain('Values: base:\u00a01,235; \u2212200\u00a0bp:\u00a01,358.');
    expect(document).toContain('EVE-1');
  });
});
