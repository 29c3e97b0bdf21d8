import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TERM_NAMES } from './term-dictionary.js';

const page = readFileSync(new URL('../../../../docs/method/contracts.md', import.meta.url), 'utf8');

describe('the page of contracts', () => {
  it('CONTRACT-1: every term of the dictionary stands in it', () => {
    expect(TERM_NAMES.length).toBeGreaterThan(90);
    expect(TERM_NAMES.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
