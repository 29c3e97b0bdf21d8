import { describe, expect, it } from 'vitest';
import { fail, issue, ok, type Result } from '../foundation/index.js';
import { toyStudy } from '../stress/toy-study.test-fixture.js';
import type { Outcome, Study } from '../study/index.js';
import {
  assumptionRanges,
  type Choice,
  type Choices,
  type MeasureRange,
  type RangedAssumption,
} from './assumption-range.js';

const STEP: Readonly<Record<Choice, number>> = { low: -1, central: 0, high: 1 };

const assumption = (name: string): RangedAssumption => ({
  ...{ name, title: `Assumption ${name}`, unit: 'steps', low: -1, central: 0, high: 1 },
  ...{ source: 'made', drives: 'the toy' },
});

type Formula = (a: number, b: number, c: number) => number;

/** A Study carries its choices in its title; the toy measure is a formula of their steps. */
function rangesOf(formula: Formula, refuse: (choices: Choices) => boolean = () => false) {
  const outcomes: string[] = [];
  const found = assumptionRanges({
    assumptions: ['a', 'b', 'c'].map(assumption),
    measures: [
      { id: 'toy', title: 'Toy', unit: 'points', scenario: '0', of: toy },
      { id: 'none', title: 'None', unit: 'points', scenario: '0', of: () => null },
    ],
    studyOf: (choices): Result<Study> =>
      refuse(choices)
        ? fail(issue('toy', '/a', 'another end', 'this one'))
        : ok(toyStudy({ title: JSON.stringify(choices) })),
    evaluate: (study): Outcome => {
      outcomes.push(study.title);
      const { a, b, c } = JSON.parse(study.title) as Record<'a' | 'b' | 'c', Choice>;
      const value = formula(STEP[a], STEP[b], STEP[c]);
      const measure = { id: 'toy', scenario: '0', unit: 'ratio', value } as const;
      return { schema: 'almfes/outcome/1', measures: [measure], refused: [] };
    },
    families: [],
    progress: () => undefined,
  });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return { ...found.value, evaluated: outcomes };
}

const toy = (outcome: Outcome): number | null => outcome.measures[0]?.value ?? null;

function toyRange(formula: Formula, refuse?: (choices: Choices) => boolean): MeasureRange {
  const [range] = rangesOf(formula, refuse).ranges;
  if (range === undefined) throw new Error('no range');
  return range;
}

describe('the range of a measure over assumptions', () => {
  it('CALL-81: drivers are what one assumption does alone, the widest first', () => {
    const { central, drivers } = toyRange((a, b) => 100 + 4 * a - 10 * b);
    expect(central).toBe(100);
    expect(
      drivers.map(({ assumption, atLow, atHigh, width }) => [assumption, atLow, atHigh, width]),
    ).toEqual([
      ['b', 110, 90, 20],
      ['a', 96, 104, 8], // c moves nothing and is no driver
    ]);
  });

  it('CALL-82: all that lower together and all that raise together are in the range', () => {
    const range = toyRange((a, b) => 100 + 10 * a - 5 * b + 2 * a * b);
    // a low, b high: 100 - 10 - 5 - 2 = 83; a high, b low: 100 + 10 + 5 - 2 = 113
    expect(range.allLowering).toEqual({
      value: 83,
      choices: { a: 'low', b: 'high', c: 'central' },
    });
    expect(range.allRaising?.value).toBe(113);
    expect([range.low, range.high]).toEqual([83, 113]);
  });

  it('CALL-82: one alone may lie outside what all do together, and is in the range', () => {
    const range = toyRange((a, b) => 100 + 10 * a + 5 * b - 20 * a * b);
    // both high: 100 + 15 - 20 = 95, below a alone at 110; both low: 100 - 15 - 20 = 65
    expect(range.allRaising?.value).toBe(95);
    expect([range.low, range.high]).toEqual([65, 110]);
  });

  it('CALL-82: what both ends lower is left central where the measure is raised', () => {
    const range = toyRange((a, _b, c) => 100 + a - 3 * c * c);
    expect(range.allRaising).toEqual({
      value: 101,
      choices: { a: 'high', b: 'central', c: 'central' },
    });
    expect(range.allLowering?.value).toBe(96); // 100 - 1 - 3
    expect(range.drivers[0]).toMatchObject({ assumption: 'c', width: 3 });
  });

  it('CALL-83: a combination without a Study is in no range and is told', () => {
    const refuse = ({ a, b }: Choices) => a === 'high' && b === 'high';
    const found = rangesOf((a, b) => 100 + 10 * a + 5 * b, refuse);
    const [range] = found.ranges;
    expect(range?.allRaising).toBeNull();
    expect([range?.low, range?.high]).toEqual([85, 110]);
    expect(found.refused.map(({ moved }) => moved)).toEqual([
      'Assumption a: high; Assumption b: high',
    ]);
  });

  it('CALL-83: an end without a Study is no driver on that side', () => {
    const range = toyRange(
      (a) => 100 + 10 * a,
      ({ a }) => a === 'high',
    );
    expect(range.drivers).toMatchObject([{ assumption: 'a', atLow: 90, atHigh: null, width: 10 }]);
    expect([range.low, range.high]).toEqual([90, 100]);
  });

  it('CALL-83: a measure without a central value has no range', () => {
    expect(rangesOf((a) => a).ranges.map(({ id }) => id)).toEqual(['toy']);
  });

  it('CALL-80: a central Study that cannot be built is an issue', () => {
    const found = assumptionRanges({
      ...{ assumptions: [assumption('a')], measures: [], families: [], progress: () => undefined },
      studyOf: () => fail(issue('toy', '/a', 'a Study', 'none')),
      evaluate: () => {
        throw new Error('nothing to evaluate');
      },
    });
    expect(found).toMatchObject({ ok: false, issues: [{ code: 'toy' }] });
  });

  it('CALL-82: no combination is evaluated twice', () => {
    const { evaluated, evaluations } = rangesOf((a, b) => a + b);
    // central; a, b and c alone at two ends; a and b both low, both high
    expect(evaluations).toBe(9);
    expect(new Set(evaluated).size).toBe(9);
    expect(evaluated.length).toBe(9);
  });
});
