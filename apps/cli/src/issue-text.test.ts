import { type Issue, issue } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { issueText } from './issue-text.js';

const words = Array.from({ length: 60 }, (_, index) => `kind-number-${index}`);
const text = (...parts: Parameters<typeof issue>): string => {
  const one: Issue = issue(...parts);
  return issueText(one);
};

describe('issueText', () => {
  it('a short issue is told whole', () => {
    expect(text('range', '/face', 'above 0', '-1')).toBe(
      'range at /face: expected above 0, got -1',
    );
  });

  it('has no place where the whole file is wrong', () => {
    expect(text('type', '', 'an object', 'a list of 1')).toBe(
      'type: expected an object, got a list of 1',
    );
  });

  it('a long list of names does not hide what was there', () => {
    const line = text('enum', '/kind', `one of ${words.join(', ')}`, '"bond"');
    expect(line.length).toBeLessThan(300);
    expect(line).toMatch(/…, got "bond"$/);
  });

  it('a slip of the pen is told with the names nearest to it', () => {
    const keys = 'one of face, cleanPrice, rates';
    expect(text('unknown-key', '/cleenPrice', keys, 'cleenPrice')).toMatch(
      / \(did you mean cleanPrice\?\)$/,
    );
    expect(text('enum', '/kind', 'one of psa, cpr', '"CPR"')).toMatch(/\(did you mean cpr\?\)$/);
    const term = ['a term of the ACTUS dictionary', 'nominalIntrestRate'] as const;
    expect(text('unknown-term', '/terms/nominalIntrestRate', ...term)).toMatch(
      / \(did you mean nominalInterestRate/,
    );
  });

  it('what is far from every name is not guessed', () => {
    expect(text('enum', '/contract', 'one of ZN, ZB', '"ZX"')).not.toContain('did you mean');
    expect(text('enum', '/kind', 'one of psa, cpr', '"incentive"')).not.toContain('did you mean');
  });

  it('text as long as a file is cut', () => {
    const line = text('enum', '/kind', 'one of a, b', 'x'.repeat(1e6));
    expect(line.length).toBeLessThan(200);
  });
});
