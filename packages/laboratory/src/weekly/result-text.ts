import type { Entry } from './entry.js';

/** The measured result with the digits that the source gives, or null: `2 of 3 tasks`, `6.58 bp`. */
export function resultText({ measuredResult }: Entry): string | null {
  return measuredResult === undefined ? null : `${measuredResult.value} ${measuredResult.unit}`;
}
