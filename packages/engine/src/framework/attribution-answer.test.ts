import { describe, expect, it } from 'vitest';
import { type AttributionRequest, attribute, type ChangeGroup } from '../attribution/index.js';
import { ok } from '../foundation/index.js';
import { toyOutcome, toyStudy } from '../stress/toy-study.test-fixture.js';
import type { Change } from '../study/index.js';
import { attributionAnswer } from './attribution-answer.js';

/** A toy Change leaves its id in the title of the Study; the game reads the title. */
function group(id: string, title: string): ChangeGroup {
  const header = { id, title, rationale: 'toy', sources: [], size: 1 };
  const change: Change = { ...header, kind: 'replace-assumption', edits: [] };
  return { id, title, changes: [change] };
}

const GROUPS = [
  group('a', 'Deposit life'),
  group('b', 'Hedge removal: all swaps'),
  group('c', 'Mix'),
];

/**
 * Worked by hand: none 10, a 14, b 16, c 8, ab 26, ac 12, bc 11, abc 30. Dividends: a 4, b 6, c -2,
 * ab 26-10-4-6 = 6, ac 0, bc -3, abc 9. Shapley: a 4+3+0+3 = 10, b 6+3-1.5+3 = 10.5, c -0.5.
 */
const VALUES: Readonly<Record<string, number>> = {
  '': 10,
  a: 14,
  b: 16,
  c: 8,
  ab: 26,
  ac: 12,
  bc: 11,
  abc: 30,
};

function attributed(edit: Partial<AttributionRequest> = {}, values = VALUES) {
  const found = attribute({
    from: toyStudy({ title: '' }),
    groups: GROUPS,
    apply: (study, change) => ok({ ...study, title: `${study.title}${change.id}` }),
    evaluate: (study) =>
      toyOutcome({
        'eve.change[+200]': values[study.title.split('').sort().join('')] ?? Number.NaN,
        ...(study.title === 'b' ? {} : { 'nii.12m[0]': 100 }),
      }),
    ...edit,
  });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

function told(edit: Partial<AttributionRequest> = {}, values = VALUES) {
  return attributionAnswer(attributed(edit, values), {
    ...{ title: 'A toy', scenario: '+200', remarks: ['A remark.'], sources: ['A source.'] },
  });
}

describe('an attribution told', () => {
  it('ATTR-10: total, contributors, compounding, what misleads, what is left out', () => {
    expect(told().findings).toEqual([
      'Change of the economic value of equity at +200 bp (eve.change[+200]): 10.0 million to ' +
        '30.0 million, a change of +20.0 million; no residual.',
      'The widest shares: hedge removal (+10.5 million) and deposit life (+10.0 million).',
      // 20 - (4 + 6 - 2) = 12 only together
      'What groups do only together comes to +12.0 million; the widest pair deposit life with ' +
        'hedge removal (+6.0 million) and three deposit life with hedge removal with mix ' +
        '(+9.0 million).',
      // waterfall 4, 12, 4: deposit life is 6 below its share, the widest gap of the three
      'A waterfall would mislead: in the given order the step of deposit life is +4.0 million, ' +
        'over all orders it lies between +4.0 million and +19.0 million; its Shapley value is ' +
        '+10.0 million.',
      '8 subsets evaluated; 8 of them again with nothing kept, no difference; no residual in ' +
        '1 measure.',
      '1 measure without a value in some subset: left out; nii.12m[0] with hedge removal: no ' +
        'measure nii.12m in scenario "0".',
      'A remark.',
    ]);
  });

  it('ATTR-10: groups that add up are said to, and no waterfall misleads', () => {
    const sum = Object.fromEntries(
      Object.keys(VALUES).map((key) => [
        key,
        10 + [...key].reduce((total, letter) => total + ({ a: 4, b: 6, c: -2 }[letter] ?? 0), 0),
      ]),
    );
    const { findings } = told({}, sum);
    expect(findings[1]).toBe(
      'The widest shares: hedge removal (+6.0 million), deposit life (+4.0 million) and mix ' +
        '(−2.0 million).',
    );
    expect(findings[2]).toMatch(/^Nothing compounds/);
    expect(findings[3]).toMatch(/^8 subsets/);
  });

  it('ATTR-10: the overview names groups by title, as the sentences do', () => {
    const none = { title: 'A toy', scenario: '-100', remarks: [], sources: [] };
    const { tables } = attributionAnswer(attributed(), none);
    const overview = tables.find(({ id }) => id === 'all-measures');
    expect(overview?.rows.map((row) => [row[0], row[6]])).toEqual([
      ['eve.change', 'hedge removal'],
    ]);
    const left = tables.find(({ id }) => id === 'refused');
    expect(left?.rows.map((row) => row[1])).toEqual(['hedge removal']);
  });

  it('ATTR-10: the table has a line a group, both ends and the residual', () => {
    const { tables, pictures } = told();
    const [first, second] = tables;
    expect(first?.rows).toEqual([
      ['From', 10, null, null, null, null],
      ['Deposit life', 10, 4, 4, 19, 4],
      ['Hedge removal: all swaps', 10.5, 12, 3, 18, 6],
      ['Mix', -0.5, 4, -5, 4, -2],
      ['To', 30, null, null, null, null],
    ]);
    expect(first?.notes[0]).toMatch(/^Residual 0\.0e\+0 of the Shapley values, 0\.0e\+0/);
    expect(second?.rows).toEqual([
      ['deposit life with hedge removal with mix', 9],
      ['deposit life with hedge removal', 6],
      ['hedge removal with mix', -3],
      ['1 other', 0],
      ['Compounding in all', 12],
    ]);
    expect(tables.map(({ id }) => id)).toEqual(['contribution-1', 'compounding-1', 'refused']);
    expect(pictures.map(({ kind }) => kind)).toEqual(['waterfall']);
  });

  it('ATTR-10: of the measures asked for, one that is zero throughout is not told', () => {
    const found = attributed();
    const [moved] = found.measures;
    if (moved === undefined) throw new Error('no measure');
    const none = (all: typeof moved.shapley) => all.map((each) => ({ ...each, value: 0 }));
    const still = { ...moved, scenario: '0', from: 0, to: 0, shapley: none(moved.shapley) };
    const subject = { title: 'A toy', remarks: [], sources: [], measures: [] };
    const tables = (measures: readonly (typeof moved)[]) =>
      attributionAnswer({ ...found, measures }, subject).tables.filter(({ id }) =>
        id.startsWith('contribution'),
      );
    expect(tables([still, moved]).map(({ title }) => title)).toEqual([
      'Change of the economic value of equity at +200 bp (eve.change[+200])',
    ]);
    expect(tables([still])).toHaveLength(1);
  });

  it('ATTR-10, ATTR-12: sampled shares stand with their standard errors', () => {
    const answer = told({ sample: { permutations: 20, seed: 1 } });
    expect(answer.findings[1]).toMatch(/standard error \d/);
    expect(answer.tables[0]?.columns.map(({ id }) => id)).toContain('error');
  });
});
