import { type Figure, positionsFromBook } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { FIELDS, isFieldName } from '../call-report/index.js';
import { CENTRAL_ASSUMPTIONS, callReportStudy } from '../call-report-study/index.js';
import {
  type Amounts,
  MADE_AMOUNTS,
  madeReport,
  marketOf,
  valueOrThrow,
} from '../call-report-study/made-bank.test-fixture.js';
import { callReportCase } from './call-report-case.js';
import { marketForm } from './call-report-form.js';
import { UNITS } from './report-of-figures.js';

const DAY = '2022-12-31';
/** 30 days after the quarter end (CALL-20). */
const DUE = '2023-01-30';
const MARKET = marketOf(DAY);

function figuresOf(amounts: Amounts): Record<string, Figure> {
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([name, value]): [string, Figure][] => {
      if (!isFieldName(name)) return [];
      const { codes, unit, schedule } = FIELDS[name];
      return [
        [
          `cr.${name}`,
          {
            ...{ label: name, value, unit: UNITS[unit], asOf: DAY, knownFrom: DUE },
            ...{ document: 'FFIEC Call Report', locator: `${codes[0]}, schedule ${schedule}` },
            ...{ url: 'https://cdr.ffiec.gov/', confidence: 'seen', role: 'input' },
          },
        ],
      ];
    }),
  );
}

const form = () => ({
  schema: 'almfes/case-call-report/1',
  ...{ title: 'Made Bank, 2022', institution: 'Made Bank', idrssd: 1, form: '041' },
  ...{ quarterEnd: DAY, beforeQuarterEnd: null, decisionDate: DUE },
  assumptions: { savingsLife: 'low' },
  market: marketForm(MARKET),
  own: [] as object[],
});

const said = (value: object, figures = figuresOf(MADE_AMOUNTS)) => {
  const found = callReportCase(JSON.parse(JSON.stringify(value)), figures);
  return found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`);
};

describe('a case that starts from a Call Report', () => {
  it('FORM-19, FORM-20: from its figures comes the Study of the report itself', () => {
    const built = valueOrThrow(callReportCase(form(), figuresOf(MADE_AMOUNTS)));
    const assumptions = { ...CENTRAL_ASSUMPTIONS, savingsLife: 'low' } as const;
    const terms = { report: madeReport(MADE_AMOUNTS), market: MARKET, assumptions };
    const { study } = valueOrThrow(callReportStudy(terms));
    expect(positionsFromBook(built.study.book)).toEqual(positionsFromBook(study.book));
    expect(built.study.capital).toEqual(study.capital);
    expect(built.study.behaviour).toEqual(study.behaviour);
    expect(built.study.title).toBe('Made Bank, 2022');
    expect(built.cited.has('cr.totalAssets')).toBe(true);
  });

  it('FORM-19: what other documents say of the bank is applied', () => {
    const edits = [{ model: 'deposits-savings', parameter: 'averageLifeYears', value: 1.5 }];
    const words = { title: 'Own life', rationale: 'stated', sources: ['cr.totalAssets'], size: 1 };
    const own = [{ kind: 'replace-assumption', id: 'own-life', ...words, edits }];
    const built = valueOrThrow(callReportCase({ ...form(), own }, figuresOf(MADE_AMOUNTS)));
    const model = built.study.behaviour.deposits.find(({ id }) => id === 'deposits-savings');
    expect(model?.averageLifeYears.value).toBe(1.5);
    const late = figuresOf(MADE_AMOUNTS);
    const passport = late['cr.totalAssets'] as Figure;
    late.late = { ...passport, knownFrom: '2023-03-01' };
    const cites = own.map((each) => ({ ...each, sources: ['late'] }));
    expect(said({ ...form(), own: cites }, late)).toEqual([
      'known-after-decision /own/0/sources/0',
    ]);
  });

  it.each<[string, object, string]>([
    ['a day before the report was due', { decisionDate: '2023-01-29' }, 'known-after-decision'],
    ['an assumption of no such name', { assumptions: { savings: 'low' } }, 'assumption.unknown'],
    ['a level of no such name', { assumptions: { savingsLife: 'lower' } }, 'enum'],
    ['another quarter', { quarterEnd: '2022-09-30' }, 'figure-date'],
    ['a term that is not known', { branch: 'x' }, 'unknown-key'],
    ['a bank form of no such number', { form: '061' }, 'enum'],
    ['a market without a curve', { market: { ...marketForm(MARKET), parQuotes: [] } }, 'length'],
    [
      'no policy averages',
      { market: { ...marketForm(MARKET), policyAverages: {} } },
      'call-report.policy-rate',
    ],
  ])('FORM-19, FORM-21: %s is refused', (_, terms, code) => {
    expect(said({ ...form(), ...terms })[0]).toMatch(new RegExp(`^${code} `));
  });

  it.each<[string, Partial<Figure>, string]>([
    ['text', { value: 'much' }, 'figure-value figures.json#/figures/cr.totalAssets/value'],
    [
      'another unit',
      { unit: 'USD billion' },
      'figure-unit figures.json#/figures/cr.totalAssets/unit',
    ],
    [
      'another day',
      { asOf: '2021-12-31' },
      'figure-date figures.json#/figures/cr.totalAssets/asOf',
    ],
    ['an outcome', { role: 'outcome' }, 'figure-role figures.json#/figures/cr.totalAssets/role'],
    [
      'from memory',
      { confidence: 'recalled' },
      'figure-role figures.json#/figures/cr.totalAssets/confidence',
    ],
    [
      'known later',
      { knownFrom: '2023-02-01' },
      'known-after-decision figures.json#/figures/cr.totalAssets/knownFrom',
    ],
    ['a slip', { value: 1010 }, 'identity figures.json#/figures/cr.totalAssets/value'],
  ])('FORM-20: total assets %s is refused', (_, terms, line) => {
    const figures = figuresOf(MADE_AMOUNTS);
    figures['cr.totalAssets'] = { ...(figures['cr.totalAssets'] as Figure), ...terms };
    expect(said(form(), figures)).toContain(line);
  });

  it('FORM-20: a field that no report has is refused', () => {
    const figures = figuresOf(MADE_AMOUNTS);
    figures['cr.gold'] = figures['cr.totalAssets'] as Figure;
    expect(said(form(), figures)).toEqual(['unknown-field figures.json#/figures/cr.gold']);
  });
});
