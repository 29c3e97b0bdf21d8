import { describe, expect, it } from 'vitest';
import { collect, fail, issue, ok } from './result.js';

const missing = issue('figure.missing', 'capital.cet1', 'a figure', 'nothing');
const negative = issue('figure.sign', 'book[3].balance', 'a positive balance', '-5');

describe('results', () => {
  it('RESULT-1: every value in order when all are well', () => {
    expect(collect([ok(1), ok(2), ok(3)])).toEqual({ ok: true, value: [1, 2, 3] });
    expect(collect([])).toEqual({ ok: true, value: [] });
  });

  it('RESULT-1: every issue in order when any is not', () => {
    const collected = collect([ok(1), fail(missing), ok(2), fail(negative, missing)]);
    expect(collected).toEqual({ ok: false, issues: [missing, negative, missing] });
  });

  it('RESULT-2: a message is made of path, expected and got unless given', () => {
    expect(negative.message).toBe('book[3].balance: expected a positive balance, got -5');
    expect(issue('c', 'p', 'e', 'g', 'own words').message).toBe('own words');
  });

  it('RESULT-2: a failure without an issue is a programmer error', () => {
    expect(() => fail()).toThrow('at least one issue');
  });
});
