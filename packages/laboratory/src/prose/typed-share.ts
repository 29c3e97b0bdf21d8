import type { TypedNumber } from './typed-number.js';

const COUNT =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|' +
  'sixty|seventy|eighty|ninety|hundred|thousand|several|many';
const PART =
  'third|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|fifteenth|twentieth|hundredth|thousandth';
const SPAN = '(?:year|quarter|month|week|day|hour|century)s?\\b';
/** Of what a part may be: a time is no result (a quarter of a year, the first half of 2022). */
const TIME = `(?! (?:an? |the |that |this |each |every )?${SPAN})(?! (?:1[89]|20)\\d{2})`;
const ORDINAL = '(?<!\\b(?:first|second|other|this|that|last|latter|former|next|third|fourth) )';
const WHOLE = '(?:as|the|its|their|his|her|that|this|those|these|what|our|more|less|over)';

const MEASURED = 'by|than|about|nearly|almost|over|under|roughly|some|least|most|to|from';
const COMPARED = 'more|less|higher|lower|larger|smaller|above|below';

/** What carries a result in words (rule PROSE-7), each a fraction or a multiple. */
const SHARES = [
  // two thirds, three-fifths; nearly a sixth; one third of
  `\\b(?:${COUNT})[ -](?:${PART})s\\b`,
  `\\b(?:an?|one)[ -](?:${PART})(?: of${TIME}|(?= *(?:[,;:.)]|$))|(?= (?:${COMPARED})\\b))`,
  // more than a third, by a third within a year; not by a third party
  `(?<=\\b(?:${MEASURED}) )(?:an?|one)[ -](?:${PART})\\b(?! (?:part|person|time|reader)|-)${TIME}`,
  // one in three
  `\\b(?:one|two|three|four|nine) (?:in|out of) (?:every )?(?:${COUNT})\\b`,
  // a quarter of assets, three quarters of deposits; not a quarter of a year, nor four quarters
  `\\b(?:an?|one|three)[ -]quarters? of${TIME}`,
  // half of, half its, half a point, a half, halves; not the first half of 2022
  `${ORDINAL}\\bhalf (?!an? ${SPAN})(?:of${TIME}|an? |(?:the|its|their|that|what|our|as)\\b)`,
  `\\b(?:by|and|than|about|nearly|almost|over|under|roughly) (?:an? |one )?half\\b(?!-)${TIME}`,
  '\\b(?:halved|halving)\\b',
  // doubled, doubles; double the; threefold
  '\\b(?:(?:doubl|tripl|trebl|quadrupl)(?:ed|es|ing))\\b',
  `\\b(?:double|triple|treble) ${WHOLE}\\b`,
  `\\b(?:${COUNT})[ -]?fold\\b`,
  // twice as much, three times its. Not asked twice, three times a year
  `\\b(?:twice|thrice|(?:${COUNT}) times) (?!over\\b)${WHOLE}\\b`,
];
const SHARE = new RegExp(SHARES.join('|'), 'giu');

/** The one word, in brackets, that says it is a choice of ours and no result. */
const CHOSEN = /^ ?\(chosen\)/;

/**
 * Fractions and multiples written in words, which could be results (rule PROSE-7), with their
 * places. One that is followed by `(chosen)` is a choice, and the reader sees that it is.
 */
export function typedShares(text: string): TypedNumber[] {
  return [...text.matchAll(SHARE)].flatMap((match) => {
    const told = match[0].replace(/ of$/, '').trim();
    const rest = text.slice(match.index + told.length);
    return CHOSEN.test(rest) ? [] : [{ text: told, offset: match.index }];
  });
}
