import type { Answer, CaseResult, Picture, Table } from '@almfes/engine';
import { answerDocument } from './answer-document.js';
import { buildDocument } from './build-document.js';
import type { Block, Section } from './document.js';
import type { HrefOf } from './html/marked.js';
import { pictureBlock, tableBlock } from './section/block.js';
import { withTrueMinus } from './typography.js';

/** A part of a section: words, a table, or a picture with its numbers beneath. */
export interface HtmlBlock {
  readonly kind: Block['kind'];
  /** The place of a table or picture in its page, and its title; '' of words. */
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

/** A section of a report for a larger page: its blocks as HTML, its heading left to the page. */
export interface HtmlSection {
  readonly id: string;
  readonly title: string;
  /** Every text of the result is escaped; no script, no address to fetch. */
  readonly html: string;
  /** The same, block by block, for a page that shows some of them. */
  readonly blocks: readonly HtmlBlock[];
}

/**
 * The sections of a case's report, in its order; each number a link where the page has its
 * passport. Rejects when a number is not finite.
 */
export async function caseSections(
  result: CaseResult,
  hrefOf?: HrefOf,
): Promise<readonly HtmlSection[]> {
  return sectionsOf(buildDocument(result).sections, hrefOf);
}

/** The sections of an Answer, under the same rules. */
export async function answerSections(
  answer: Answer,
  hrefOf?: HrefOf,
): Promise<readonly HtmlSection[]> {
  return sectionsOf(answerDocument(answer).sections, hrefOf);
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
  return made ?? { id, title, html: '', blocks: [] };
}

/** What draws is large: read when a page is made, and not with every command. */
async function sectionsOf(
  sections: readonly Section[],
  hrefOf: HrefOf = () => undefined,
): Promise<readonly HtmlSection[]> {
  const { blockHtml, pictureId } = await import('./html/block.js');
  const made = (block: Block): HtmlBlock => {
    const html = blockHtml(block, hrefOf);
    switch (block.kind) {
      case 'table':
        return { kind: block.kind, id: block.table.id, title: block.table.title, html };
      case 'picture':
        return { kind: block.kind, id: pictureId(block), title: block.picture.title, html };
      default:
        return { kind: block.kind, id: '', title: '', html };
    }
  };
  return sections.map(({ id, title, blocks }) => {
    const own = blocks.map(made);
    return { id, title, html: own.map(({ html }) => html).join('\n'), blocks: own };
  });
}
