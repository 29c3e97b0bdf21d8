const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December';

const PLACES = 'p\\.|pp\\.|pages?|tables?|step|Figure|part|item|memorandum|Articles?';

/** What is set as code, leads somewhere already, or is a name and no result, in this order. */
const KEPT = new RegExp(
  [
    '`[^`]*`',
    '\\[[^\\]]*\\]\\([^)]*\\)',
    '<[^>]*>',
    '^\\s*\\d+\\. ',
    '\\b\\d{4}-\\d\\d(?:-\\d\\d)?\\b',
    '\\b(?:19|20)\\d\\d(?:Q\\d)?(?:-(?:19|20)?\\d\\d)?\\b(?![,.]\\d)',
    `\\b\\d{1,2} (?:${MONTHS})\\b`,
    `(?<=\\b(?:${PLACES}) )\\d+(?:(?:, | and |-)\\d+)*`,
    '[+\\u2212-]?\\b\\d[\\d.]* ?bp\\b',
    '\\b\\d+ CFR [\\d.]+',
  ].join('|'),
  'gm',
);

const NUMBER =
  /(?<![\p{L}\d.,/_\u2212-])[+\u2212-]?\d+(?:,\d{3})*(?:\.\d+)?(?!\d|-?\p{L}|[/_]\d|,\d)%?/gu;

/** Anchor of what tells where the numbers of the words come from (SITE-15). */
const ANCHOR = '#words-1';

const TOLD = `
## Numbers in the words

- **WORDS-1** A number in the words of this page is read off its tables, comes from the same runs,
  or is of the source that its sentence names. What makes the tables again stands beneath each; a
  test holds the words only where they say so.
`;

/**
 * Markdown in which every number of a paragraph or a list leads to what tells where the numbers of
 * the words come from, which stands at the end. Tables, heads, code and links stay as they are.
 */
export function linkedWords(text: string): string {
  const parts = text.split(/(```[\s\S]*?```|\n{2,})/);
  const linked = parts.map((part) => (isWords(part) ? linkedPart(part) : part)).join('');
  return linked === text ? text : `${linked.trimEnd()}\n${TOLD}`;
}

/** A paragraph or a list: no code, table, head, comment, nor what tables rest on. */
function isWords(part: string): boolean {
  return !/^\s*(?:```|\||#|<!--|- \*\*TABLE-|Recomputed by )/.test(part);
}

function linkedPart(part: string): string {
  let linked = '';
  let from = 0;
  for (const { 0: kept, index } of part.matchAll(KEPT)) {
    linked += withLinks(part.slice(from, index)) + kept;
    from = index + kept.length;
  }
  return linked + withLinks(part.slice(from));
}

function withLinks(words: string): string {
  return words.replace(NUMBER, `[$&](${ANCHOR})`);
}
