import type { FolderFile } from '../folder-file.js';

/** A run of words that both have, and the line of the text where it begins. */
export interface Passage {
  readonly line: number;
  readonly words: string;
}

/** How much of a text stands in one other entry, and where. */
export interface Similarity {
  readonly entry: string;
  /** Share of the text's shingles that the entry holds, 0 to 1. */
  readonly share: number;
  /** The longest equal runs of words, longest first, in the words of the text. */
  readonly passages: readonly Passage[];
  readonly longestWords: number;
  /** Words of all equal runs. */
  readonly sharedWords: number;
}

/** Words in a shingle: shorter ones meet by chance in texts on one subject. */
const SHINGLE_WORDS = 8;
const SHOWN_PASSAGES = 5;
const SHOWN_WORDS = 60;
export const MOST_SHARE = 0.2;
export const MOST_WORDS_IN_A_ROW = 40;
/** So many words are no title: a short text may be mostly the name of the rule it speaks of. */
const FEWEST_COPIED_WORDS = 25;

/** A share or one run of words beyond what a quotation needs (rule CONTRIB-11). */
export function isCopy({ share, sharedWords, longestWords }: Similarity): boolean {
  const isLarge = share > MOST_SHARE && sharedWords >= FEWEST_COPIED_WORDS;
  return isLarge || longestWords > MOST_WORDS_IN_A_ROW;
}

/**
 * Entries that share at least one shingle of eight words with the text, the most alike first. The
 * share is of the text's own shingles (containment, not Jaccard's index: a page copied out of a
 * long article is all copied, though it is little of the article). Letters and digits alone count,
 * case does not. Equal runs are told from the text, cut after 60 words.
 */
export function similarPassages(text: string, entries: readonly FolderFile[]): Similarity[] {
  const words = wordsOf(text);
  const own = shinglesOf(words);
  if (own.length === 0) return [];
  return entries
    .map(({ name, text: other }) => similarity(name, words, new Set(shinglesOf(wordsOf(other)))))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share);
}

function similarity(entry: string, words: readonly Word[], other: ReadonlySet<string>): Similarity {
  const equal = shinglesOf(words).map((shingle) => other.has(shingle));
  const runs = runsOf(equal).toSorted((a, b) => b.words - a.words);
  const share = equal.filter(Boolean).length / equal.length;
  const passages = runs.slice(0, SHOWN_PASSAGES).map(({ start, words: count }) => ({
    line: words[start]?.line ?? 1,
    words: joined(words.slice(start, start + Math.min(SHOWN_WORDS, count))),
  }));
  const sharedWords = runs.reduce((sum, run) => sum + run.words, 0);
  return { entry, share, passages, longestWords: runs[0]?.words ?? 0, sharedWords };
}

/** Neighbouring shingles that are equal make one run of words. */
function runsOf(equal: readonly boolean[]): { readonly start: number; readonly words: number }[] {
  const runs: { start: number; words: number }[] = [];
  for (const [index, found] of equal.entries()) {
    if (!found) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.start + last.words - SHINGLE_WORDS + 1 === index) {
      last.words += 1;
    } else {
      runs.push({ start: index, words: SHINGLE_WORDS });
    }
  }
  return runs;
}

interface Word {
  readonly text: string;
  readonly line: number;
}

/** A number and its unit: a page holds a reference where a reader sees these. */
const VALUE = /^(?:\p{N}+|usd|gbp|chf|jpy|eur|million|billion|trillion|percent|bp)$/u;

function wordsOf(text: string): Word[] {
  return text
    .replaceAll(/\[\[[^\]]*\]\]/g, (found) => found.replaceAll(/.+/g, ' '))
    .normalize('NFKC')
    .toLowerCase()
    .split('\n')
    .flatMap((line, index) =>
      (line.match(/[\p{L}\p{N}]+/gu) ?? [])
        .filter((word) => !VALUE.test(word))
        .map((word) => ({ text: word, line: index + 1 })),
    );
}

function shinglesOf(words: readonly Word[]): string[] {
  const count = Math.max(0, words.length - SHINGLE_WORDS + 1);
  return Array.from({ length: count }, (_, at) => joined(words.slice(at, at + SHINGLE_WORDS)));
}

function joined(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}
