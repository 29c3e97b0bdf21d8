import { TERMS as ACTUS_TERMS } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { isRequired, TAPE_KINDS, TERM_NAMES, termOf } from './term.js';

describe('terms of a tape', () => {
  it.each([
    ['loans', 'contractID product currency contractType notionalPrincipal nominalInterestRate rateType maturityDate'],
    ['securities', 'contractID product currency contractType accountingClass notionalPrincipal nominalInterestRate rateType maturityDate'],
    ['deposits', 'contractID product currency contractType notionalPrincipal nominalInterestRate'],
    ['borrowings', 'contractID product currency contractType notionalPrincipal nominalInterestRate rateType maturityDate'],
    ['derivatives', 'contractID currency contractType contractRole notionalPrincipal nominalInterestRate maturityDate hedgeModel hedgedGroup'],
    ['other', 'contractID product side group currency notionalPrincipal'],
  ])('TAPE-21: what rows of %s must have', (kind, names) => {
    const found = TAPE_KINDS.find((candidate) => candidate === kind) ?? 'other';
    expect(TERM_NAMES.filter((name) => isRequired(name, found)).join(' ')).toBe(names);
  });

  it('TAPE-21: a term said to be of ACTUS stands in its dictionary, a term of ours does not', () => {
    for (const name of TERM_NAMES) {
      expect([name, Object.hasOwn(ACTUS_TERMS, name)]).toEqual([name, termOf(name).origin === 'ACTUS']);
    }
  });
});
