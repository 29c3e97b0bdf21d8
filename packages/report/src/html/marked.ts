import type { MarkedNumber, Origin } from '@almfes/engine';
import type { Words } from '../document.js';
import { escapeHtml } from './escape.js';

/** Where the passport of a number stands; undefined where the page has none of it. */
export type HrefOf = (origin: Origin, number: string) => string | undefined;

export const NO_PASSPORTS: HrefOf = () => undefined;

/** Words as HTML, each number a link to its passport. */
export function wordsHtml(words: Words, hrefOf: HrefOf): string {
  if (typeof words === 'string') return escapeHtml(words);
  return markedHtml(words.text, words.numbers, hrefOf);
}

export function markedHtml(text: string, numbers: readonly MarkedNumber[], hrefOf: HrefOf): string {
  let from = 0;
  const parts = numbers.map(({ at, length, origin }) => {
    const before = escapeHtml(text.slice(from, at));
    from = at + length;
    const number = text.slice(at, from);
    const href = hrefOf(origin, number);
    const shown = escapeHtml(number);
    return href === undefined
      ? `${before}${shown}`
      : `${before}<a href="${escapeHtml(href)}">${shown}</a>`;
  });
  return `${parts.join('')}${escapeHtml(text.slice(from))}`;
}
