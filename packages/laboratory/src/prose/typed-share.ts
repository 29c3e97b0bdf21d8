import { SHARE_PATTERN } from './share-pattern.js';
import type { TypedNumber } from './typed-number.js';

/** The one word, in brackets, that says it is a choice of ours and no result. */
const CHOSEN = /^\s*\(chosen\)/;

/**
 * Fractions and multiples written in words, which could be results (rule PROSE-7), with their
 * places. One that is followed by `(chosen)` is a choice, and the reader sees that it is.
 */
export function typedShares(text: string): TypedNumber[] {
  return [...text.matchAll(SHARE_PATTERN)].flatMap((match) => {
    const told = match[0].replace(/\sof$/, '').trim();
    const rest = text.slice(match.index + told.length);
    if (CHOSEN.test(rest)) return [];
    return [{ text: told.replaceAll(/\s+/g, ' '), offset: match.index }];
  });
}
