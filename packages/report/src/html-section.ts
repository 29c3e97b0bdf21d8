import type { Answer, CaseResult, Picture, Table } from '@almfes/engine';
import { answerDocument } from './answer-document.js';
import { buildDocument } from './build-document.js';
import type { Block, Section } from './document.js';
import { pictureBlock, tableBlock } from './section/block.js';
import { type ReportOrigins, withOrigins } from './table-origins.js';
import { withTrueMinus } from './typography.js';

/** A section of a report for a larger page: its blocks as HTML, its heading left to the page. */
export interface HtmlSection {
  readonly id: string;
  readonly title: string;
  /** Every text of the result is escaped; no script, no address to fetch. */
  readonly html: string;
}

/**
 * The sections of a case's report, in its order; with the passports of its numbers where the page
 * tells them. Rejects when a number is not finite.
 */
export async function caseSections(
  result: CaseResult,
  origins?: ReportOrigins,
): Promise<readonly HtmlSection[]> {
  const { sections } = buildDocument(result);
  return sectionsOf(origins === undefined ? sections : withOrigins(sections, result, origins));
}

/** The sections of an Answer, under the same rules. */
export async function answerSections(answer: Answer): Promise<readonly HtmlSection[]> {
  return sectionsOf(answerDocument(answer).sections);
}

/** Tables and pictures that belong to no Answer; `id` goes before the ids inside. */
export async function partSection(part: {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly Table[];
  readonly pictures: readonly Picture[];
}): Promise<HtmlSection> {
  const { id, title } = part;
  const pictures = part.pictures.map((picture): Block => pictureBlock(picture, id));
  const blocks = [...pictures, ...part.tables.map((table): Block => tableBlock(table, id))];
  const { sections } = withTrueMinus({ title, facts: [], sections: [{ id, title, blocks }] });
  const [made] = await sectionsOf(sections);
  return made ?? { id, title, html: '' };
}

/** What draws is large: read when a page is made, and not with every command. */
async function sectionsOf(sections: readonly Section[]): Promise<readonly HtmlSection[]> {
  const { blockHtml } = await import('./html/block.js');
  return sections.map(({ id, title, blocks }) => ({
    id,
    title,
    html: blocks.map(blockHtml).join('\n'),
  }));
}
