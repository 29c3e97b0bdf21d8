import { describe, expect, it } from 'vitest';
import { recent } from './recent.js';

describe('recent', () => {
  it('EVAL-10: keeps the entries used last and forgets the others', () => {
    const memory = recent<string, number>(2);
    memory.set('a', 1);
    memory.set('b', 2);
    memory.set('c', 3); // a and b are the elder generation now
    expect(memory.get('a')).toBe(1); // used: young again, beside c
    memory.set('d', 4); // c and a are the elder: b is forgotten
    expect(['a', 'b', 'c', 'd'].map(memory.get)).toEqual([1, undefined, 3, 4]);
  });
});
