import { describe, expect, it } from 'vitest';
import { sameContent } from './same-content.js';

describe('the same content', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['parts of a Study', { a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] }, true],
    ['columns', { a: Float64Array.of(1, 2) }, { a: Float64Array.of(1, 2) }, true],
    ['codes of texts', Uint16Array.of(1, 2), Uint16Array.of(1, 3), false],
    ['one bit of a number', [0.1 + 0.2], [0.3], false],
    ['the sign of zero', Float64Array.of(0), Float64Array.of(-0), false],
    ['rows in another order', ['one', 'two'], ['two', 'one'], false],
    ['members in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, false],
    ['a member that is undefined', { a: undefined }, {}, false],
    ['a member more', { a: 1 }, { a: 1, b: 2 }, false],
    ['another kind of column', Float64Array.of(1), [1], false],
    ['what cannot be looked into', new Map([[1, 2]]), new Map([[1, 2]]), false],
    ['nothing', null, undefined, false],
  ])('ATTR-6: %s', (_, one, other, same) => {
    expect(sameContent(one, other)).toBe(same);
  });
});
