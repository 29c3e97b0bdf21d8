/** Letters that no mark or case folds, and those of other scripts that look like Latin ones. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' },
  ...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't' },
  ...{ у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', һ: 'h' },
  ...{ α: 'a', β: 'b', ε: 'e', η: 'h', ι: 'i', κ: 'k', μ: 'm', ν: 'v' },
  ...{ ο: 'o', ρ: 'p', τ: 't' },
};

/**
 * Whether two names may be of one person (rule CONTRIB-8): case, accents, blanks, hyphens, stops,
 * the order of the words, invisible characters, and letters of Greek and Cyrillic that look like
 * Latin ones make no difference. Two people whose names differ in these alone are held for one.
 */
export function samePerson(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const sorted = (list: readonly string[]): string => list.toSorted().join(' ');
  return sorted(words) === sorted(others) || words.join('') === others.join('');
}

/** The words of a name, folded. */
export function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
  const alike = Array.from(plain, (letter) => ALIKE[letter] ?? letter).join('');
  return alike.match(/[\p{L}\p{N}]+/gu) ?? [];
}
