import type { ListTable, PageBlock, SitePage } from '@almfes/report';

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December';

/** Names and not results (SITE-15): the rule has them in this order. */
const NAMES = [
  new RegExp(`\\b\\d{1,2} (${MONTHS})\\b`, 'g'),
  /\b\d{4}-\d\d(-\d\d)?\b|\b(19|20)\d\d(Q\d)?(\u2013\d\d)?(-(19|20)?\d\d)?\b(?![,.]\d)/g,
  /[+\u2212-]?\b\d[\d.]* ?bp\b|\bday \d+\b|\b\d+[- ](day|month|year)s?\b/gi,
  /\b(step|tier|part|page|pages|p\.|pp\.|tables?|item|figure) \d+((, | and |-)\d+)*/gi,
  /\b\d+ CFR [\d.]+(\([a-z]\))*|\[\d+\]|^\s*\d+\. /g,
  /\b\d+\.\d+\.\d+\b|\bCC[ -]BY[ -]4\.0\b|\b(SR|Bulletin) [\d-]+/g,
];

const NUMBER = /(?<![\p{L}\d.,/_\u2212-])[+\u2212-]?\d[\d,]*(?:\.\d+)?(?!\d|-?\p{L}|[/_]\d|,\d)/u;

/** The words that hold a number which is no name. */
export function withNumbers(texts: readonly string[]): string[] {
  return texts.filter((text) =>
    NUMBER.test(NAMES.reduce((left, names) => left.replace(names, ' '), text)),
  );
}

/** Words of a page outside links: its lead, its facts and its blocks, but passports. */
export function looseWords(page: SitePage): string[] {
  const blocks = page.sections.flatMap((section) => section.blocks);
  const facts = page.facts.flatMap(({ text, href }) => (href === undefined ? [text] : []));
  return [page.description, ...facts, ...blocks.flatMap(wordsOf)];
}

function wordsOf(block: PageBlock): string[] {
  if (block.kind === 'markdown') return looseMarkdown(block.text);
  if (block.kind === 'list') return looseCells(block.list);
  if (block.kind === 'facts') {
    return block.facts.flatMap(({ text, href }) => (href === undefined ? [text] : []));
  }
  // a drawing has its numbers in the table beneath it
  return block.kind === 'html' ? tableNumbers(block.html).flat() : [];
}

/** Cells of a list that lead nowhere, and notes of all; the row of an entry is its passport. */
function looseCells({ rows }: ListTable): string[] {
  const others = rows.filter(({ id = '' }) => !id.startsWith('entry-'));
  return others.flatMap(({ cells }) =>
    cells.flatMap(({ text, href, note = '' }) => [href === undefined ? text : '', note]),
  );
}

/** Sentences and cells, but code, heads of tables, first columns, and what tables rest on. */
export function looseMarkdown(text: string): string[] {
  const parts = text.replace(/```[\s\S]*?```/g, '').split(/\n{2,}/);
  return parts
    .filter((part) => !/^(#|- \*\*TABLE-|Recomputed by )/.test(part))
    .flatMap((part) => (/^(<!--.*-->\n)?\|/.test(part) ? cellsOf(part) : sentencesOf(part)))
    .map((words) => words.replace(/`[^`]*`|\[[^\]]*\]\([^)]*\)|<[^>]*>/g, ' '));
}

function cellsOf(table: string): string[] {
  const rows = table.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).flatMap((row) => row.split('|').slice(2, -1));
}

function sentencesOf(part: string): string[] {
  return part.replace(/\n(?!\s*(-|\d+\.) )/g, ' ').split(/\n|(?<=[.;:]) (?=[\p{Lu}(])/u);
}

/** Numbers of each table of drawn pictures, by table. */
export function tableNumbers(html: string): string[][] {
  const tables = html.match(/<table[\s\S]*?<\/table>/g) ?? [];
  return tables.map((table) =>
    [...table.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) =>
      cell.replace(/<a [\s\S]*?<\/a>|<[^>]*>/g, ''),
    ),
  );
}
