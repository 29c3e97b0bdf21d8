import { TERM_NAMES as ACTUS_NAMES } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { isRequired, TAPE_KINDS, TERM_NAMES, termOf } from './term.js';

describe('terms of a tape', () => {
  it.each([
    [
      'loans',
      `contractID product currency contractType notionalPrincipal nominalInterestRate
      rateType maturityDate`,
    ],
    [
      'securities',
      `contractID product currency contractType accountingClass notionalPrincipal
      nominalInterestRate rateType maturityDate`,
    ],
    ['deposits', 'contractID product currency contractType notionalPrincipal nominalInterestRate'],
    [
      'borrowings',
      `contractID product currency contractType notionalPrincipal nominalInterestRate
      rateType maturityDate`,
    ],
    [
      'derivatives',
      `contractID currency contractType contractRole notionalPrincipal
      nominalInterestRate maturityDate hedgeModel hedgedGroup`,
    ],
    ['other', 'contractID product side group currency notionalPrincipal'],
  ])('TAPE-21: what rows of %s must have', (kind, names) => {
    const found = TAPE_KINDS.find((candidate) => candidate === kind) ?? 'other';
    expect(TERM_NAMES.filter((name) => isRequired(name, found))).toEqual(names.split(/\s+/));
  });

  it('TAPE-21: a term is said to be of ACTUS where its dictionary has it', () => {
    const actus: readonly string[] = ACTUS_NAMES;
    const found = TERM_NAMES.filter((name) => actus.includes(name));
    expect(found).toEqual(TERM_NAMES.filter((name) => termOf(name).origin === 'ACTUS'));
    expect(found).toHaveLength(16);
  });
});
