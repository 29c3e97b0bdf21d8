import { describe, expect, it } from 'vitest';
import { fail, issue, ok } from '../foundation/index.js';
import type { Change, Study } from '../study/index.js';
import { type SolveParameterRequest, solveParameter } from './solve-parameter.js';
import { toyOutcome, toyStudy } from './toy-study.test-fixture.js';

const setX = (x: number): Change => ({
  id: String(x),
  title: 'set x',
  rationale: 'toy',
  sources: [],
  size: 1,
  kind: 'replace-assumption',
  edits: [],
});

/** The measure is x squared minus 10, so that 6 is reached at x = 4. */
const request: SolveParameterRequest = {
  study: toyStudy({ title: '' }),
  makeChange: setX,
  measure: 'eve.changeShare',
  scenario: '+100',
  target: 6,
  low: 0,
  high: 12,
  tolerance: 1e-10,
  apply: (study: Study, change: Change) => ok({ ...study, title: change.id }),
  evaluate: ({ title }) => {
    const x = Number(title);
    return toyOutcome({ 'eve.changeShare[+100]': x * x - 10 }, { 'eve.changeShare': 'ratio' });
  },
};

describe('solveParameter', () => {
  it('FAIL-9: x squared minus 10 is 6 at x = 4, and the evaluations are counted', () => {
    let calls = 0;
    const solved = solveParameter({
      ...request,
      evaluate: (study) => {
        calls += 1;
        return request.evaluate(study);
      },
    });
    if (!solved.ok) throw new Error(JSON.stringify(solved.issues));
    expect(solved.value.x).toBeCloseTo(4, 9);
    expect(solved.value.value).toBeCloseTo(6, 8);
    expect(solved.value.evaluations).toBe(calls);
  });

  it('FAIL-9: a target at an end of the range is found there', () => {
    const solved = solveParameter({ ...request, target: -10 });
    expect(solved.ok && solved.value.x).toBe(0);
  });

  it('FAIL-9: a target out of range is an issue that gives the range reached', () => {
    const solved = solveParameter({ ...request, target: 1000 });
    expect(solved.ok ? '' : solved.issues[0]?.code).toBe('solve.unreached');
    // 0 - 10 = -10 at the low end, 144 - 10 = 134 at the high end
    expect(solved.ok ? '' : solved.issues[0]?.got).toContain('-10 at 0 and 134 at 12');
  });

  it.each([0, 12, 'between'])('FAIL-9: a Change that does not fit at %s is reported', (where) => {
    const solved = solveParameter({
      ...request,
      apply: (study, change) => {
        const end = change.id === '0' || change.id === '12';
        const refuses = where === 'between' ? !end : change.id === String(where);
        return refuses
          ? fail(issue('change.bounds', 'averageLifeYears', 'years', change.id))
          : request.apply(study, change);
      },
    });
    expect(solved.ok ? [] : solved.issues.map(({ code }) => code)).toEqual(['change.bounds']);
  });
});
