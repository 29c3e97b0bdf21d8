import { describe, expect, it } from 'vitest';
import { sha256 } from './sha256.js';

describe('sha256', () => {
  // FIPS 180-2, appendix B.1; the second is the same function by coreutils' sha256sum.
  it.each([
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['\u20ac', 'c4cc90ed3d26f12d4b08a75140970a7904035c31cbb4515a83f19b9003c00d1d'],
  ])('%s', (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });
});
