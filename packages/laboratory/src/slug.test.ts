import { describe, expect, it } from 'vitest';
import { isSlug } from './slug.js';

describe('names of what the library holds', () => {
  it.each([
    ['first-republic-2022', true],
    ['2026-w48', true],
    ['First-Republic', false],
    ['-svb', false],
    ['svb--2022', false],
    ['../svb', false],
    ['', false],
    ['a'.repeat(61), false],
  ])('%s: %s', (text, allowed) => {
    expect(isSlug(text)).toBe(allowed);
  });
});
