import { describe, expect, it } from 'vitest';
import { parseArchitecture, parseDebts } from './parse.js';
import { applyRatchet } from './ratchet.js';

const at = (line: number) => ({ file: 'a.ts', line, message: 'cast' });
const debt = (count: number) => [{ check: 'cast', file: 'a.ts', count, reason: 'old parser' }];

describe('the ratchet may only shrink', () => {
  it.each([
    ['no debt, no finding', [], [], 0, 0],
    ['a finding without debt fails', [at(1)], [], 1, 0],
    ['as many as admitted pass', [at(1), at(2)], debt(2), 0, 2],
    ['one more than admitted shows all', [at(1), at(2), at(3)], debt(2), 3, 0],
    ['one fewer than admitted must be lowered', [at(1)], debt(2), 1, 1],
    ['none left must be struck out', [], debt(1), 1, 0],
    ['debt of another check does not count', [at(1)], [{ ...debt(1)[0], check: 'x' }], 1, 0],
  ])('%s', (_, findings, debts, failures, admitted) => {
    const whole = debts.map((entry) => ({ file: '', count: 0, reason: '', ...entry }));
    const verdict = applyRatchet('cast', findings, whole);
    expect([verdict.failures.length, verdict.admitted]).toEqual([failures, admitted]);
  });

  it('takes no debt without a reason or a count', () => {
    expect(() => parseDebts('[{"check":"cast","file":"a","count":1}]')).toThrow('reason');
    expect(() => parseDebts('[{"check":"cast","file":"a","count":0,"reason":"b"}]')).toThrow();
  });

  it('takes no architecture.json without its lists', () => {
    expect(() => parseArchitecture('{"packages":[]}')).toThrow('rooms is no list');
  });
});
