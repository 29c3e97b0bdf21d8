import { describe, expect, it } from 'vitest';
import { typedShares } from './typed-share.js';

const found = (text: string): string[] => typedShares(text).map((each) => each.text);

describe('a fraction or a multiple in words', () => {
  it.each([
    ['two fifths of deposits left', ['two fifths']],
    ['a fifth of its Tier 1 capital', ['a fifth']],
    ['EVE falls by about a sixth, for long loans', ['a sixth']],
    ['one-third more than a year ago', ['one-third']],
    ['nine tenths were uninsured', ['nine tenths']],
    ['from a quarter of assets to three quarters of deposits', ['a quarter', 'three quarters']],
    ['more than half of it, half the book, half a point', ['than half', 'half the', 'half a']],
    ['it lost nearly half', ['nearly half']],
    ['deposits fell by a third within a year', ['a third']],
    ['a loss of more than a third', ['a third']],
    ['the loss is a third', ['a third']],
    ['one in three depositors, nine out of ten', ['one in three', 'nine out of ten']],
    ['one and a half', ['and a half']],
    ['the book was halved', ['halved']],
    ['deposits doubled, then tripled', ['doubled', 'tripled']],
    ['double the loss, a tenfold rise', ['double the', 'tenfold']],
    ['twice as much, twice its equity', ['twice as', 'twice its']],
    ['ten times its capital, several times the assets', ['ten times its', 'several times the']],
  ])('PROSE-7: %s', (text, shares) => {
    expect(found(text)).toEqual(shares);
  });

  it('PROSE-7: has its place in the text', () => {
    expect(typedShares('They lost a fifth of it.')).toEqual([{ text: 'a fifth', offset: 10 }]);
  });
});

describe('what is none', () => {
  it.each([
    'In the first half of 2022, in the second half, over the last half of the year.',
    'The fourth quarter, each quarter, a quarter of a year, four quarters, three quarters later.',
    'Third parties, the fifth lesson, a third asks, a tenth reader, on the sixth day.',
    'A double bet, a double entry; asked twice, twice a year, three times a week.',
    'Half-year reports; times change; at times; one at a time; a bad trade twice over.',
    'Half a year before, moved by half a year; a list in two halves; one view three times.',
    'Two of three limits hold; all nine do not.',
    'Held by a third party; from a third reader; over a third time; two in all.',
  ])('PROSE-7: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('PROSE-7: a choice of ours, where the reader is told that it is one', () => {
    expect(
      found('Swaps on a quarter (chosen) of the mortgages and half (chosen) of the rest'),
    ).toEqual([]);
    expect(found('Swaps on a quarter of the mortgages (chosen)')).toEqual(['a quarter']);
  });
});
