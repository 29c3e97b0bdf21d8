import { describe, expect, it } from 'vitest';
import { itemAt } from '../foundation/index.js';
import { toyOutcome } from '../stress/toy-study.test-fixture.js';
import { attribute } from './attribute.js';
import { evaluateCoalitions, joinColumns } from './coalition-values.js';
import { planAttribution } from './plan.js';
import type { SubsetGame } from './subsets.js';
import { gameOf, handValue } from './toy-game.test-fixture.js';

function named(game: SubsetGame) {
  const result = attribute(game);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return itemAt(result.value.measures, 0);
}

describe('all measures at once', () => {
  const wide = (edit: (present: Set<string>) => Record<string, number>) => {
    const game = gameOf('abc', handValue);
    const { measures, ...rest } = game;
    const evaluate = (study: { readonly title: string }) => toyOutcome(edit(new Set(study.title)));
    const result = attribute({ ...rest, evaluate });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    return result.value;
  };

  it('ATTR-9: every measure of the Outcome, from the same eight evaluations', () => {
    const found = wide((present) => ({
      'eve.change[+200]': handValue(present),
      'nii.12m[0]': 2 * handValue(present),
    }));
    expect(found.subsetsEvaluated).toBe(8);
    const [eve, nii] = found.measures;
    expect(eve).toEqual(named(gameOf('abc', handValue)));
    expect(nii?.measure).toBe('nii.12m');
    expect(nii?.total).toBe(40);
    expect(nii?.shapley.map(({ value }) => value)).toEqual(
      eve?.shapley.map(({ value }) => 2 * value),
    );
    expect(found.refused).toEqual([]);
  });

  it('ATTR-9: a measure without a value in one subset is refused there, the others are not', () => {
    const found = wide((present) => ({
      'eve.change[+200]': handValue(present),
      ...(present.has('b') && present.has('c') ? {} : { 'nii.12m[0]': 1 }),
    }));
    expect(found.measures.map(({ measure }) => measure)).toEqual(['eve.change']);
    // walking order: none, a, a b, a b c
    expect(
      found.refused.map(({ measure, scenario, subset }) => [measure, scenario, subset]),
    ).toEqual([['nii.12m', '0', ['a', 'b', 'c']]]);
  });

  it('ATTR-9: a measure that only some subsets have is refused where it is first missing', () => {
    const found = wide((present) => ({
      'eve.change[+200]': handValue(present),
      ...(present.has('b') ? { 'nii.12m[0]': 1 } : {}),
    }));
    expect(
      found.refused.map(({ measure, subset, issue }) => [measure, subset, issue.code]),
    ).toEqual([['nii.12m', [], 'attribution.measure']]);
  });

  it('ATTR-9: pieces of the list give the columns of the whole, wherever they end', () => {
    const game = gameOf('abc', handValue);
    const evaluate = (study: { readonly title: string }) => {
      const present = new Set(study.title);
      return toyOutcome({
        'eve.change[+200]': handValue(present),
        ...(present.has('b') ? { 'nii.12m[0]': 1 } : {}),
        ...(present.has('c') ? {} : { 'lcr[0]': 3 }),
      });
    };
    const units = game.groups;
    const plan = planAttribution({ groups: units });
    if (!plan.ok) throw new Error('three groups have a plan');
    const { coalitions } = plan.value;
    const columnsOf = (list: readonly (readonly number[])[]) => {
      const columns = evaluateCoalitions({ ...game, evaluate, units }, list);
      if (!columns.ok) throw new Error('the toy game has no issues');
      return columns.value;
    };
    const whole = columnsOf(coalitions);
    for (let end = 1; end < coalitions.length; end += 1) {
      const pieces = [coalitions.slice(0, end), coalitions.slice(end)].map((list) => ({
        size: list.length,
        columns: columnsOf(list),
      }));
      const joined = joinColumns(pieces);
      expect(joined.map(({ id, values }) => [id, values])).toEqual(
        whole.map(({ id, values }) => [id, values]),
      );
      expect(joined.map(({ refusal }) => refusal?.coalition ?? null)).toEqual(
        whole.map(({ refusal }) => refusal?.coalition ?? null),
      );
    }
  });

  it('ATTR-9: the largest dividends are listed where that is asked, the rest is summed', () => {
    const result = attribute({ ...gameOf('abc', handValue), interactions: 2 });
    const measure = result.ok ? itemAt(result.value.measures, 0) : undefined;
    expect(measure?.compounding).toEqual([
      { ids: ['a', 'b', 'c'], value: 9 },
      { ids: ['a', 'b'], value: 6 },
    ]);
    expect(measure?.compoundingRest).toEqual({ count: 2, value: -3 }); // 0 and -3
  });

  it('ATTR-7: in the wide form too a subset that was wrong once is named', () => {
    let evaluations = 0;
    const { measures, ...game } = gameOf('abc', handValue);
    const result = attribute({
      ...game,
      subsetsChecked: 8,
      evaluate: (study) => {
        evaluations += 1;
        // the third subset in walking order, {a, b}, but not when it is evaluated again
        const wrong = evaluations === 4 ? 1e-6 : 0;
        return toyOutcome({
          'eve.change[+200]': handValue(new Set(study.title)) + wrong,
          'nii.12m[0]': 1,
        });
      },
    });
    // the fourth evaluation is that of {a, b, c}
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path])).toEqual([
      ['attribution.subset', 'eve.change[+200] of {a, b, c}'],
    ]);
  });
});
