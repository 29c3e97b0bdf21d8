import { describe, expect, it } from 'vitest';
import { exampleStudy } from '../example-study.test-fixture.js';
import { evaluate, type Outcome } from '../index.js';
import { explain } from './explain.js';

const study = exampleStudy();
const outcome = evaluate(study);

describe('what cannot be explained', () => {
  it('EXPL-5: an unknown measure is told with the ids of its family', () => {
    const result = explain(outcome, 'dv01.bonds');
    const expected = ['afs', 'htm', 'loans', 'deposits', 'borrowings', 'hedges'];
    expect(result.ok ? [] : result.issues.map((each) => each.expected)).toEqual([
      `one of ${expected.map((book) => `dv01.${book}`).join(', ')}`,
    ]);
  });

  it('EXPL-5: an Outcome of some families alone has nothing kept beside it', () => {
    const some = evaluate(study, ['value']);
    expect(explain(some, 'eve.value', { scenario: '0' })).toMatchObject({
      ok: false,
      issues: [{ code: 'explain.no-evaluation' }],
    });
  });

  const bad: readonly [string, Outcome, string, string | undefined, string, RegExp][] = [
    ['a copy', { ...outcome }, 'eve.value', '0', 'explain.no-evaluation', /evaluate returned/],
    [
      'an Outcome read from JSON',
      JSON.parse(JSON.stringify(outcome)),
      'eve.value',
      '0',
      'explain.no-evaluation',
      /read, copied/,
    ],
    ['an unknown measure', outcome, 'eve.valeu', '0', 'measure.unknown', /eve\.value/],
    ['an unknown scenario', outcome, 'eve.value', '+250', 'measure.scenario', /0, \+200/],
    ['no scenario where there are some', outcome, 'eve.value', undefined, 'measure.scenario', /0/],
    ['a scenario at the date', outcome, 'capital.cet1Ratio', '+200', 'measure.scenario', /date/],
    ['a refused measure', outcome, 'collateral.capacity', undefined, 'measure.no-input', /collat/],
  ];
  it.each(bad)('EXPL-5: %s is an issue', (_name, of, id, scenario, code, words) => {
    const result = explain(of, id, scenario === undefined ? {} : { scenario });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.issues.map((each) => each.code)).toEqual([code]);
    expect(result.issues[0]?.message).toMatch(words);
  });
});
