import { describe, expect, it } from 'vitest';
import type { Outcome } from '../study/index.js';
import { table } from './table.js';
import { originAt, reader, tell } from './told.js';

const OUTCOME: Outcome = {
  schema: 'almfes/outcome/1',
  measures: [{ id: 'eve.changeShare', scenario: '+200', unit: 'ratio', value: -0.25 }],
  refused: [],
};

const PLAN = { title: 'the plan', rule: 'PLAN-3', measures: ['nii.12m'], applied: ['swaps'] };

describe('told', () => {
  it('SITE-8: what reads a measure tells which it is, by which rule, and what was done', () => {
    const { percent } = reader(OUTCOME, ['average life']);
    const { value, origin } = percent('eve.changeShare', '+200');
    expect(value).toBe(-25);
    expect(origin).toMatchObject({
      rule: 'EVE-5',
      measures: ['eve.changeShare'],
      applied: ['average life'],
    });
    expect(() => percent('eve.changeShare', '+100')).toThrow();
  });

  it('SITE-8: a table keeps each origin once, apart from its cells', () => {
    const heads = [
      { id: 'a', title: 'A', unit: '' },
      { id: 'b', title: 'B', unit: '%' },
    ];
    const { rows, origins } = table('t', 'T', heads, [
      tell(PLAN, ['one', 1]),
      ['two', null],
      [null, ...tell(PLAN, [3])],
    ]);
    expect(rows).toEqual([
      ['one', 1],
      ['two', null],
      [null, 3],
    ]);
    expect(origins).toEqual({
      list: [PLAN],
      cells: [
        [0, 0],
        [null, null],
        [null, 0],
      ],
    });
    expect(originAt(origins, 2, 1)).toBe(PLAN);
    expect(originAt(origins, 1, 1)).toBeUndefined();
    expect(table('t', 'T', heads, [['plain', 1]])).not.toHaveProperty('origins');
  });
});
