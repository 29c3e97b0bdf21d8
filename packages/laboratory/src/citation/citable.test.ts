import { describe, expect, it } from 'vitest';
import { permanentId } from './citable.js';

describe('the readable permanent id', () => {
  it.each([
    ['case', 'svb-2022', '1.0.0', 'almfes:case/svb-2022@1.0.0'],
    ['weekly', '2026-w48', '1.1.0', 'almfes:weekly/2026-w48@1.1.0'],
  ] as const)('CITE-1: %s %s in version %s', (kind, slug, version, id) => {
    expect(permanentId({ kind, slug, version })).toBe(id);
  });
});
