import { describe, expect, it } from 'vitest';
import { placeBars } from './waterfall.js';

describe('placeBars', () => {
  it('hangs steps between running totals, across zero too; a level starts again from zero', () => {
    const items = [
      { label: 'start', value: 500, total: true },
      { label: 'fall', value: -1200, total: false },
      { label: 'rise', value: 300, total: false },
      { label: 'end', value: -400, total: true },
    ];
    expect(placeBars(items).map(({ from, to }) => [from, to])).toEqual([
      [0, 500],
      [500, -700],
      [-700, -400],
      [0, -400],
    ]);
  });
});
