import { describe, expect, it } from 'vitest';
import { isCopy, similarPassages } from './similar-passages.js';

/** A text of made-up words, each once: `w1 w2 …`. */
function words(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => `w${from + index}`).join(' ');
}

const library = [
  { name: 'article/long', text: words(1, 1000) },
  { name: 'case/other', text: words(2000, 2100) },
];

describe('passages that stand in another entry', () => {
  // 27 words have 27 - 8 + 1 = 20 shingles of eight
  it.each<[string, string, number, number]>([
    ['all of it', words(101, 127), 20 / 20, 27],
    ['ten words of it: 3 shingles', `${words(101, 110)} ${words(5001, 5017)}`, 3 / 20, 10],
    ['eight words of it: 1 shingle', `${words(101, 108)} ${words(5001, 5019)}`, 1 / 20, 8],
  ])('CONTRIB-11: %s', (_, text, share, longestWords) => {
    const [found] = similarPassages(text, library);
    expect(found).toMatchObject({ entry: 'article/long', longestWords });
    expect(found?.share).toBeCloseTo(share, 12);
    expect(found?.passages[0]).toEqual({ line: 1, words: words(101, 100 + longestWords) });
  });

  it.each([
    ['seven words in a row are chance', `${words(101, 107)} ${words(5001, 5020)}`],
    ['its own words', words(5001, 5200)],
    ['fewer words than a shingle has', words(101, 107)],
  ])('CONTRIB-11: %s', (_, text) => {
    expect(similarPassages(text, library)).toEqual([]);
  });

  it('CONTRIB-11: case, commas and line ends hide nothing', () => {
    const [found] = similarPassages(words(101, 127).toUpperCase().replaceAll(' ', ',\n'), library);
    expect(found?.share).toBe(1);
  });

  it('CONTRIB-11: two passages are told apart, the longer first', () => {
    const text = `${words(1, 9)}\n${words(6000, 6010)} ${words(2000, 2011)}\n${words(20, 31)}`;
    const found = similarPassages(text, library);
    expect(found.map(({ entry }) => entry)).toEqual(['article/long', 'case/other']);
    expect(found[0]?.passages).toEqual([
      { line: 3, words: words(20, 31) },
      { line: 1, words: words(1, 9) },
    ]);
  });

  it.each([
    [0.2, 40, false],
    [0.21, 8, true],
    [0.01, 41, true],
  ])('CONTRIB-11: a share of %d or a run of %d words: a copy is %s', (share, longest, copy) => {
    expect(
      isCopy({ entry: 'x', share, sharedWords: 100, longestWords: longest, passages: [] }),
    ).toBe(copy);
  });

  it('CONTRIB-11: a page copied as it is read, values in the place of references', () => {
    const written =
      'The bank held bonds of [[figure bs.bonds as USD billion]] and lost [[measure eve.change\n' +
      '+200]] when rates rose, which was more than half of what its owners had put into it, and ' +
      'nobody had told them so in words that they could follow.';
    const seen = written
      .replace('[[figure bs.bonds as USD billion]]', 'USD 12.4 billion')
      .replace('[[measure eve.change\n+200]]', '-3,210 million');
    const [found] = similarPassages(seen, [{ name: 'case/a/case.md', text: written }]);
    expect(found?.share).toBe(1);
    expect(found !== undefined && isCopy(found)).toBe(true);
  });

  it.each([
    [24, false],
    [25, true],
  ])('CONTRIB-11: of most of a short text, %d words are a copy: %s', (sharedWords, expected) => {
    const found = { entry: 'x', share: 0.9, sharedWords, longestWords: 12, passages: [] };
    expect(isCopy(found)).toBe(expected);
  });

  it('CONTRIB-11: the long title of a rule in a short reason is no copy', () => {
    // fourteen words
    const title =
      'Interagency Policy Statement on Funding and Liquidity Risk Management: Importance of ' +
      'Contingency Funding Plans';
    const text = `The ${title} gives another date.`;
    const [found] = similarPassages(text, [{ name: 'article', text: `See the ${title} again.` }]);
    expect(found?.longestWords).toBe(15);
    expect(found !== undefined && isCopy(found)).toBe(false);
  });
});
