import type { PageSection, SitePage } from '@almfes/report';

/** Sections that hold no results: what a case assumes and cites, and the words of others. */
const NO_RESULTS = /^(assumptions|sources|cite|contributions|contribution-.*)$/;

/** Drawings, whose numbers stand in the table beneath. */
const DRAWING = /<svg(?=[ >]).*?<\/svg>/gs;

/** Heads of tables, titles of tables and pictures, cells, items and paragraphs. */
const ELEMENT = /<(caption|figcaption|td|th|li|p)\b[^>]*>(.*?)<\/\1>/gs;

const PASSPORT = /^page:[^#]+#(?:figure|measure|ratio|discipline|number|data)-./;

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December';

/** A limit that a title names: its number has its link in the table of the limits. */
const QUOTED = /&quot;.*?&quot;/g;

/** Names and not results (SITE-13): the rule has them in this order. */
const NAMES = [
  new RegExp(`\\b\\d{1,2} (${MONTHS})\\b`, 'g'),
  /\b\d{4}-\d\d(-\d\d)?\b|\b(19|20)\d\d(Q\d)?\b(?![,.]\d)/g,
  /([+\u2212-]?\b\d+ to )?[+\u2212-]?\b\d[\d.]* ?bp\b|(?<=\bat )[+\u2212-]\d+\b/gi,
  /^[+\u2212-]\d+( [+\u2212-]\d+)*$|^EVE \+\d+(?= %$)/g,
  /\b(day|month) \d+\b|(?<!\.)\b\d+[- ](day|month|year)s?\b|\b(step|tier) \d\b/gi,
  /^\[\d+\] .*|\[\d+\]|^\d+\. /g,
  /\b(article|figure|page|section|table) \d+\b|\bp\. ?\d+\b/gi,
];

const NUMBER = /(?<![\p{L}\d.,/_-])\d[\d,]*(?:\.\d+)?(?!\d|-?\p{L}|[/_]\d|,\d)/u;

/** Texts of a case page that hold a number without a link to a passport, each with its page. */
export function unlinkedNumbers({ address, sections }: SitePage): string[] {
  return sections
    .filter(({ id }) => !NO_RESULTS.test(id))
    .flatMap(textsOf)
    .filter((text) => NUMBER.test(withoutNames(text)))
    .map((text) => `${address}: ${text}`);
}

function withoutNames(text: string): string {
  return NAMES.reduce((left, names) => left.replace(names, ' '), text);
}

function textsOf({ blocks }: PageSection): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'html') return cellsOf(block.html);
    return block.kind === 'markdown' ? block.text.split('\n').map(withoutMarkdownLinks) : [];
  });
}

function cellsOf(html: string): string[] {
  return [...html.replace(DRAWING, '').matchAll(ELEMENT)].map(([, tag = '', inner = '']) =>
    inner
      .replace(tag.endsWith('caption') ? QUOTED : /$^/, '')
      .replace('<span class="unit">', ' ')
      .replace(/<a href="([^"]*)">.*?<\/a>/gs, (link, href) => (PASSPORT.test(href) ? '' : link))
      .replace(/<[^>]*>/g, '')
      .replace(/&#39;/g, '\u2019'),
  );
}

/**
 * Without links to passports, and those to other pages, which are named by their titles; a typed
 * number with a sign is a shock, for prose has no typed results (PROSE-1).
 */
function withoutMarkdownLinks(text: string): string {
  const isKnown = (href: string) => PASSPORT.test(href) || !href.includes('#');
  return text
    .replace(/\[[^\]]*\]\(<([^>]*)>\)/g, (link, href) => (isKnown(href) ? '' : link))
    .replace(/[+-]\d+\b(?![.,]\d)/g, '');
}

/** Addresses of passports that a page leads to. */
export function passportLinks({ sections }: SitePage): string[] {
  const texts = sections.flatMap(({ blocks }) =>
    blocks.map((block) =>
      block.kind === 'html' ? block.html : block.kind === 'markdown' ? block.text : '',
    ),
  );
  return texts.flatMap((text) =>
    [...text.matchAll(/(?:href="|\(<)(page:[^">]*)/g)].flatMap(([, href = '']) =>
      PASSPORT.test(href) ? [href.slice('page:'.length)] : [],
    ),
  );
}

/** Addresses of the passports that a page holds. */
export function passportsOn({ address, sections }: SitePage): string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'passports' ? block.passports.map(({ anchor }) => `${address}#${anchor}`) : [],
    ),
  );
}

/** Numbers that lead to a passport of a measure, or of something computed, that tells them not. */
export function untold(pages: readonly SitePage[]): string[] {
  const blocks = pages.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
  const told = new Map(
    blocks.flatMap((block) =>
      block.kind === 'passports'
        ? block.passports.map((each) => [each.anchor, `${each.value} ${each.told}`] as const)
        : [],
    ),
  );
  return blocks.flatMap((block) => {
    if (block.kind !== 'html') return [];
    return [...block.html.matchAll(MEASURED)].flatMap(([, measure, amount, number, made]) => {
      const [anchor, text] = [measure ?? number ?? '', amount ?? made ?? ''];
      return told.get(anchor)?.includes(text) ? [] : [`${text} at ${anchor}`];
    });
  });
}

/** Of a measure in table cells alone, for a sentence may round it; of what was computed, all. */
const MEASURED = new RegExp(
  '(?<=<td class="end">)<a href="page:[^"#]*#(measure-[^"]+)">([^<]+)</a>' +
    '|<a href="page:[^"#]*#(number-[^"]+)">([^<]+)</a>',
  'g',
);
