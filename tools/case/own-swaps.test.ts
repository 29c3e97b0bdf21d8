import { describe, expect, it } from 'vitest';
import { evaluate, measureOf } from '../../packages/engine/src/index.js';
import { libraryCase } from './library-case.js';

const { study } = libraryCase('mt-2021');

const moved = (id: string, hedges: typeof study.hedges) =>
  measureOf(evaluate({ ...study, hedges }), id, '+200');

describe('swaps that a group names and the Call Report of its bank does not', () => {
  it('FORM-19: M&T receives fixed on 21,700 million for seven months', () => {
    const own = study.hedges.map(({ notionalUsdMillion, maturityMonth }) => [
      notionalUsdMillion,
      maturityMonth,
    ]);
    expect(own).toEqual([[-21_700, 7]]);
  });

  it.each(['eve.change', 'capital.economic.e0'])(
    'FORM-19: at +200 bp they take 21,700 x 2% x 7/12 = 253 of %s, discounting apart',
    (id) => {
      const taken = moved(id, []) - moved(id, study.hedges);
      expect(taken).toBeGreaterThan(0.99 * 253);
      expect(taken).toBeLessThan(253.2);
    },
  );
});
