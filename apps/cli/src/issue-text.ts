import { type Issue, TERM_NAMES } from '@almfes/engine';
import { editDistance, nearNames } from '@almfes/intake';

const EXPECTED_LETTERS = 150;
const GOT_LETTERS = 80;

/**
 * An issue in a line: code, place, what was expected and what was there. A long list of names is
 * cut, so that what was there is always seen; the names nearest to a slip of the pen are told.
 */
export function issueText({ code, path, expected, got }: Issue): string {
  const place = path === '' ? '' : ` at ${path}`;
  const near = likelyNames(bare(got), namesIn(code, expected));
  const hint = near.length === 0 ? '' : ` (did you mean ${near.join(' or ')}?)`;
  const words = `expected ${cut(expected, EXPECTED_LETTERS)}, got ${cut(got, GOT_LETTERS)}`;
  return `${code}${place}: ${words}${hint}`;
}

/** Short words are all near to one another: one letter in three may differ, and no more. */
function likelyNames(typed: string, names: readonly string[]): string[] {
  if (typed.length < 3) return [];
  const farthest = Math.floor(typed.length / 3);
  const distance = (name: string) => editDistance(typed.toLowerCase(), name.toLowerCase());
  return nearNames(typed, names).filter((name) => distance(name) <= farthest);
}

/** The names that would have been taken. */
function namesIn(code: string, expected: string): readonly string[] {
  if (code === 'unknown-term') return TERM_NAMES;
  return expected.startsWith('one of ') ? expected.slice('one of '.length).split(', ') : [];
}

function bare(got: string): string {
  return got.replaceAll(/^"|"$/g, '').slice(0, GOT_LETTERS);
}

function cut(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, letters)}\u2026` : text;
}
