import { describe, expect, it } from 'vitest';
import { connectors, placeBars } from './waterfall.js';

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

describe('connectors', () => {
  it('joins a bar to the next at the running total, and to no level elsewhere', () => {
    const items = [
      { label: 'start', value: 500, total: true },
      { label: 'fall', value: -200, total: false },
      { label: 'end', value: 300, total: true },
      { label: 'another start', value: 70, total: true },
    ];
    expect(connectors(placeBars(items))).toEqual([
      { at: 500, row: 0 },
      { at: 300, row: 1 },
    ]);
  });
});
