/** A number that prose must not type, and where in the text it begins. */
export interface TypedNumber {
  readonly text: string;
  readonly offset: number;
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const YEAR = '(?:1[89]|20)\\d{2}';
const NAMED = [
  'section|sections|rule|rules|article|articles|paragraph|paragraphs|table|page|pages|note|notes',
  'step|steps|part|chapter|annex|item|items|line|lines|form|schedule|level|tier|pillar|stage|phase',
  'question|version|issue|statement|topic|week|pp?\\.|no\\.|CFR|USC|ASC|FAS|IFRS',
  'IAS|SRP|SR|OCC|FIL|BCBS|Basel|Regulation|Directive|Public Law|principle|principles|RFC|EU',
].join('|');

/**
 * What is no result (rule PROSE-3), longest first: dates and years, scenarios in basis points,
 * numbers of sections, rules, papers and forms, terms such as 10-year and 12-month, and names that
 * hold a digit, as CET1, E0 or RC-B.
 */
const ALLOWED = [
  `\\d{1,2} ${MONTH}(?: ${YEAR})?`,
  `${MONTH} \\d{1,2}(?:, ${YEAR})?`,
  '\\d{4}-\\d{2}-\\d{2}',
  `${YEAR}-W\\d{2}`,
  `(?:FY ?|[1-4]Q ?|Q[1-4] )?${YEAR}(?:(?:-|\\u2013|/)(?:${YEAR}|\\d{2}))?(?:Q[1-4]|s)?`,
  '(?:\\+|-|\\u2212|\\u00b1)[1-9]\\d{0,2}(?: ?bp| basis points?)?',
  '[1-9]\\d{0,2} ?(?:bp|basis[ -]points?)',
  '\\d{1,3}-(?:K|Q|F|year|month|week|day|hour)s?(?:/A)?',
  '\\d{1,2}[YM](?:/\\d{1,2}[YM])*',
  '\\d{1,3} (?:CFR|USC) (?:part )?\\d+(?:\\.\\d+)*(?:\\([a-z0-9]+\\))*',
  `(?:${NAMED}) ?\\(?(?:EU\\) )?\\d+(?:[./-]\\d+)*[a-z]?(?:\\([a-z0-9]+\\))*`,
  '\\u00a7\\u00a7? ?\\d+(?:[.-]\\d+)*',
  '(?!USD|EUR|GBP|CHF|JPY|US\\$)[A-Za-z][A-Za-z_./-]*\\d[A-Za-z0-9_./+-]*',
];
const ALLOWED_TEXT = new RegExp(
  `(?<![\\p{L}\\p{N}.,%$\\u20ac\\u00a3])(?:${ALLOWED.join('|')})(?![\\p{L}\\p{N}]|[.,]\\p{N}|%)`,
  'giu',
);

const NUMBER = /[\p{N}][\p{N}.,]*/gu;
const COUNT =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|' +
  'sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|' +
  'hundred';
const MAGNITUDE =
  'thousand|million|billion|trillion|per\\s?cent|percent|percentage\\s+points?|basis\\s+points?';
const VAGUE = 'several|a\\s+few|(?:tens|dozens|hundreds|thousands)\\s+of';
const IN_WORDS = new RegExp(
  `\\b(?:(?:${COUNT})[\\s-]+(?:${MAGNITUDE})|(?:${VAGUE})\\s+(?:million|billion|trillion)s?)\\b`,
  'giu',
);

/** Numbers typed in a text, with their places, in order. */
export function typedNumbers(text: string): TypedNumber[] {
  const rest = text.replace(ALLOWED_TEXT, (allowed) => ' '.repeat(allowed.length));
  return [...rest.matchAll(NUMBER), ...text.matchAll(IN_WORDS)]
    .map((match) => ({
      text: match[0].replace(/[.,]+$/, '').replaceAll(/\s+/g, ' '),
      offset: match.index,
    }))
    .sort((one, other) => one.offset - other.offset);
}
