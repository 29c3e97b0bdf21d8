import { describe, expect, it } from 'vitest';
import { itemAt } from '../foundation/index.js';
import { type OwnFailure, STANDARD_LIMITS } from '../stress/index.js';
import { ALL_PARTS } from '../study/all-parts.test-fixture.js';
import { evaluate, measureOf, parseStudy } from '../study/index.js';
import { failStudy } from './fail-study.js';
import { failureAnswer } from './failure-answer.js';
import { amountWords, levelWords, ordinal } from './flip-words.js';
import { lowerFirst } from './table.js';

const parsed = parseStudy(ALL_PARTS);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const study = { ...parsed.value, scenarios: parsed.value.scenarios.slice(0, 2) };

const own: OwnFailure = {
  kind: 'rules',
  id: 'beta-up',
  title: 'Beta up',
  rationale: '',
  anchors: ['a judgement'],
  rules: [{ on: 'interest-bearing', parameter: 'beta', operation: 'add', value: 0.1 }],
};
const misfit: OwnFailure = {
  ...own,
  id: 'misfit',
  rules: [{ on: ['nobody'], parameter: 'beta', operation: 'add', value: 0.1 }],
};

const failed = failStudy({
  study,
  own: [own, misfit],
  hedges: [],
  limits: [itemAt(STANDARD_LIMITS, 0)],
  limitsLeftOut: [{ title: 'Another limit', reason: 'it is a replay' }],
  reverse: true,
  progress: () => undefined,
});
if (!failed.ok) throw new Error(JSON.stringify(failed.issues));
const result = failed.value;
const answer = failureAnswer(result);

describe('failures of any Study', () => {
  it('FAIL-13: four named failures at two severities, own ones, and none, under each hedge', () => {
    // 1 + 8 + 1 failures, without and with its hedges, base and +200
    expect(result.cells.length).toBe(10 * 2 * 2);
    expect(result.failures.map(({ id }) => id)).toContain('beta-up');
  });

  it('FAIL-13: a failure that does not fit is left out and named with its reason', () => {
    expect(result.refused.map(({ failure }) => failure)).toEqual(['misfit']);
    expect(answer.findings.at(-1)).toMatch(/^Left out: misfit: .*nobody/);
    expect(answer.findings.at(-2)).toBe('Not searched: Another limit: it is a replay.');
  });

  it('FAIL-13: the id of a named failure, or of a hedge that is there, is refused', () => {
    const taken = failStudy({
      study,
      own: [own, { ...own, id: 'pricing-power-loss-severe' }],
      hedges: [{ id: 'own', title: 'Mine', changes: [] }],
      limits: [],
      limitsLeftOut: [],
      reverse: false,
      progress: () => undefined,
    });
    const found = taken.ok ? [] : taken.issues.map(({ code, path }) => `${code} ${path}`);
    expect(found).toEqual(['duplicate-id /failures/1/id', 'duplicate-id /variants/0/id']);
  });

  it('FAIL-13: severities that rest on the same anchors share a row', () => {
    const anchors = answer.tables.find(({ id }) => id === 'fail-anchors');
    // four named failures and beta-up
    expect(anchors?.rows.map(([title]) => title)).toContain(
      'Digital disruption, moderate; Digital disruption, severe',
    );
    expect(anchors?.rows).toHaveLength(5);
  });

  it('FAIL-13: the bank as it stands is the Study itself', () => {
    const cell = result.cells.find(
      (each) => each.hedge === 'own' && each.failure === '' && each.scenario === '+200',
    );
    expect(cell?.eveValue).toBe(measureOf(evaluate(study), 'eve.value', '+200'));
    expect(cell?.eveLossFromFailure).toBe(0);
  });

  it('FAIL-13: the flip point is told with its moves, and its both sides are in the result', () => {
    const [flip] = result.flips;
    const certificate = flip?.flip.joint?.certificate;
    expect(certificate?.holdsSlack).toBeGreaterThan(0);
    expect(certificate?.breachedSlack).toBeLessThanOrEqual(0);
    const told = answer.findings.find((each) => each.startsWith('Flip point: Economic value'));
    expect(told).toContain(`standard distance of ${flip?.flip.joint?.distance.toFixed(2)}`);
    // one short sentence: the widest move in it, the others in the table, whose shares sum to 100%
    expect(told?.split(';').length).toBe(1);
    const rows = answer.tables.find(({ id }) => id === 'fail-flip-moves')?.rows ?? [];
    const ends = rows.slice(1).findIndex(([limit]) => limit !== '');
    const own = ends === -1 ? rows : rows.slice(0, ends + 1);
    const sum = own.reduce((total, row) => total + Number(row[4]), 0);
    expect(own[0]?.[0]).toBe(flip?.limit.title);
    expect(sum).toBeGreaterThan(95);
    expect(told).toContain(`above all by ${lowerFirst(String(own[0]?.[1]))} ${own[0]?.[2]}`);
  });

  it('FLIP-12: the reverse stress is told, its nearest target first', () => {
    const told = answer.findings.find((each) => each.startsWith('Reverse stress, the nearest'));
    expect(told).toContain(result.reverse[0]?.limit.title);
    expect(answer.tables.filter(({ id }) => id.startsWith('fail-reverse')).length).toBe(3);
  });

  it('FAIL-13: nothing is searched that was not asked for', () => {
    const bare = failStudy({
      study,
      own: [],
      hedges: [],
      limits: [],
      limitsLeftOut: [],
      reverse: false,
      progress: () => undefined,
    });
    expect(bare.ok && bare.value).toMatchObject({ flips: [], reverse: [], dispersion: null });
  });

  it('FAIL-13: rows of the heat map are failures, columns scenarios, in % of base EVE', () => {
    const [picture] = answer.pictures;
    if (picture?.kind !== 'heat-map') throw new Error('no heat map');
    const cell = result.cells.find(
      (each) => each.hedge === 'own' && each.failure === 'beta-up' && each.scenario === '+200',
    );
    const row = picture.rows.indexOf('Beta up');
    expect(picture.values[row]?.[1]).toBe(100 * (cell?.eveChangeShare ?? Number.NaN));
  });
});

describe('amounts in words', () => {
  it.each([
    [-62.4, 'bp', '−62 bp'],
    [0.0383, 'beta', '+0.038'],
    [0.0336, 'a year', '+3.4 points a year'],
    [0.0032, 'share of deposits', '+0.3 points of deposits'],
    [0.5, 'share of uninsured', '+50.0% of uninsured deposits'],
    [-0.1, 'of the speed', '−10.0%'],
    [-0.0000001, 'bp', '0 bp'],
  ])('FLIP-11: %d %s is %s', (amount, unit, words) => {
    expect(amountWords(amount, unit)).toBe(words);
  });

  it.each([
    ['beta', 0.738, ', to 0.738'],
    ['a year', 0.25, ', to a life of 4.0 years'],
    ['bp', 40, ''],
  ])('FLIP-11: the level after a move of %s: %d%s', (unit, level, words) => {
    const header = { move: 'm', title: 'M', kind: 'assumption', amount: 1, share: 1 } as const;
    const none = { percentile: null, beyond: 'not held' } as const;
    expect(levelWords({ ...header, ...none, unit, level })).toBe(words);
  });

  it('FLIP-11: percentiles are read aloud', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 92].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '92nd',
    ]);
  });
});
