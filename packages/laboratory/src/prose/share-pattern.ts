const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const COUNT =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|' +
  'sixty|seventy|eighty|ninety|hundred|thousand|several|many|a few|a dozen|dozens of|scores of|' +
  'tens of|hundreds of|thousands of';
const PART =
  'third|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|fifteenth|twentieth|hundredth|thousandth';
const SPAN = '(?:year|quarter|month|week|day|hour|century)s?\\b';
/** Of what a part may be: a time is no result (a quarter of a year, the first half of 2022). */
const TIME = `(?! (?:an? |the |that |this |each |every )?${SPAN})(?! (?:1[89]|20)\\d{2})`;
/** Which half of a time or of a book: its place, not its size. */
const ORDINAL = '(?<!\\b(?:first|second|this|that|last|latter|former|next) )';
const OTHER = '(?<!\\bother )';
const DASH = '[ \\-\\u2010\\u2011\\u2013]';
const ONE = `(?:an?|one)${DASH}`;
const QUARTER = `\\b(?:an?|one|three)${DASH}quarters?`;
const OWNER = 'the|its|their|his|her|that|what|our|this|those|these';
const WHOLE = `(?:as|more|less|over|higher|larger|greater|${OWNER})`;
const CLOSE = 'than|nearly|almost|roughly';
const MEASURED = `(?:by|about|around|over|under|only|least|most|some|${CLOSE})`;
const COMPARED =
  'more|less|higher|lower|larger|smaller|above|below|faster|slower|longer|shorter|fewer';
/** What stands behind a part and not behind an ordinal, which has its noun there. */
const AFTER =
  `${COMPARED}|in|within|at|on|from|to|by|over|under|since|after|before|during|between|and|or|` +
  'but|when|while|as|if|for|than|with|without|each|every|through|until|against';
const VERB = 'was|were|is|are|had|has|have|left|went|came|fell|rose|ran|gone|lost';
const END = '(?= *(?:[,;:.)!?\\u2013\\u2014]|$))';
const WHOLES = `(?:${SMALL}|twenty|fifty|hundred|an? hundred)`;
const OUT_OF = `(?:in|out of)(?: every)? ${WHOLES}`;

const SHARES = [
  // two thirds, three-fifths; a sixth of; a third within; by a third was. Not a third asks
  `\\b(?:${COUNT})${DASH}(?:${PART})s\\b`,
  `\\b${ONE}(?:${PART})(?: of${TIME}|${END}|(?= (?:${AFTER})\\b))`,
  `\\b${MEASURED} ${ONE}(?:${PART})(?= (?:${VERB})\\b)`,
  // a quarter of assets, three quarters of deposits; not a quarter of a year, nor four quarters
  `${QUARTER} of${TIME}`,
  `${QUARTER}(?= (?:${COMPARED})\\b)`,
  `\\b(?:by|${CLOSE}) ${QUARTER}(?:${END}|(?= (?:in|within|and|or|${VERB})\\b))`,
  // half of, half its, half a point, halves its; not the first half of 2022, nor half a year
  `${ORDINAL}\\bhalf (?!an? ${SPAN})(?:of${TIME}|an? |(?:as|again|all|${OWNER})\\b)`,
  `${ORDINAL}${OTHER}\\bhalf(?= (?:${VERB})\\b)`,
  `\\b(?:and|${MEASURED}) (?:${ONE})?half\\b(?!-)(?! (?:an? )?${SPAN})${TIME}`,
  `\\b${ONE}half\\b(?!${DASH}${SPAN})(?!${DASH}\\p{L}+ed\\b)`,
  `\\bhalv(?:ed|ing|es? (?:it|them|${OWNER})\\b)`,
  // doubled, doubles; double the, would double; threefold. Not a double bet
  '\\b(?:doubl|tripl|trebl|quadrupl|quintupl)(?:ed|es|ing)\\b',
  `\\b(?:double|triple|treble|quadruple|quintuple) ${WHOLE}\\b`,
  '\\b(?:to|would|could|can|will|may|might|than) (?:double|triple|treble|quadruple|halve)\\b',
  `\\b(?:${COUNT})${DASH}?fold\\b`,
  // twice as much, three times its, more than twice. Not asked twice, three times a year
  `\\b(?:twice|thrice|(?:${COUNT}) times) (?!over\\b)${WHOLE}\\b`,
  `\\b(?:${CLOSE}) (?:twice|thrice|(?:${COUNT}) times)\\b(?! (?:an?|each|every|in|per)\\b)`,
  // one in three, nine out of ten, one dollar in five. Not one in ten years, nor two of three
  `\\b(?:${SMALL}) (?!in one\\b)${OUT_OF}\\b(?! ${SPAN})`,
  `\\bone \\p{L}+ ${OUT_OF}(?:${END}|(?= (?:${AFTER}|${VERB})\\b))`,
];

/** What carries a result in words, each a fraction or a multiple (rule PROSE-7). */
export const SHARE_PATTERN = new RegExp(SHARES.map(anySpace).join('|'), 'giu');

/** A space of a pattern is any white space of the page: also a line break. */
function anySpace(pattern: string): string {
  return pattern.replaceAll('[ ', '[\\s').replaceAll(' *', '\\s*').replaceAll(' ', '\\s+');
}
