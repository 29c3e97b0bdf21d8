import type { Entry } from './entry.js';

/** The measured result with the digits that its source gives, `6.58 bp` say, or null. */
export function resultText({ measuredResult }: Entry): string | null {
  return measuredResult === undefined ? null : `${measuredResult.value} ${measuredResult.unit}`;
}
