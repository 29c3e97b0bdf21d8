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

  it.each([
    // at the end of a text, of a line, and before what is no noun
    ['more than a third', 'a third'],
    ['more than a\nthird of deposits', 'a third'],
    ['than a third\nwere insured', 'than a third'],
    ['it fell by a third within two days', 'a third'],
    ['a fifth in a day', 'a fifth'],
    ['one third was insured, about a tenth was not; a tenth faster', 'about a tenth', 'a tenth'],
    [
      'three\u00a0fifths, two\u2011thirds, two\u2013thirds',
      'three fifths two\u2011thirds two\u2013thirds',
    ],
    [
      'three-quarters of it, nearly three quarters, by a quarter',
      'three-quarters nearly three quarters by a quarter',
    ],
    ['a quarter more than last year', 'a quarter'],
    ['one half; one-half of the rest; the other half of deposits', 'one half one-half half'],
    ['half were uninsured, half as much, half again', 'half half as half again'],
    ['it halves its swaps, and could halve again', 'halves its could halve'],
    ['it would double, more than double', 'would double than double'],
    ['two-fold, twofold, hundredfold, ten fold', 'two-fold twofold hundredfold ten fold'],
    [
      'twice\nits equity; more than twice; nearly four times',
      'twice its than twice nearly four times',
    ],
    ['dozens of times its capital, a dozen times as much', 'dozens of times its a dozen times as'],
    [
      'one in three clients left; nine out of ten; two in five',
      'one in three nine out of ten two in five',
    ],
    [
      'one dollar in five was insured, one bank out of every ten.',
      'one dollar in five one bank out of every ten',
    ],
  ])('PROSE-7: %j', (text, ...shares) => {
    expect(found(text).join(' ')).toBe(shares.join(' '));
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
    // names, and ordinals with their nouns
    'Fifth Third, by its report; a Fifth Third branch; more than Fifth Third and Regions.',
    'When a third party fails, by a third party; the third quarter; a third bank, a fifth\nlesson.',
    'For the half year, the half-yearly report, a half-year later; the second half and the first.',
    'The other half is about doubt; a half-hearted reply; on behalf of clients.',
    'A quarter earlier; a quarter in which rates fall; hedged by the quarter.',
    // counts of things and of times
    'Dozens of partners, a dozen banks, thousands of clients, two in one; three in ten years.',
    'Asked more than twice a year; three times each week; at all times; a failure in ten years.',
    'Double-entry, a double default, a triple bottom line; a manifold; folded twice.',
    'One bank in two states; the third takes back what the others gave.',
  ])('PROSE-7: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('PROSE-7: a choice of ours, where the reader is told that it is one', () => {
    expect(
      found('Swaps on a quarter (chosen) of the mortgages and half\n(chosen) of the rest'),
    ).toEqual([]);
    expect(found('more than a third (chosen) of it, by a third\n(chosen) within two days')).toEqual(
      [],
    );
    expect(found('Swaps on a quarter of the mortgages (chosen)')).toEqual(['a quarter']);
  });
});
