import type { HtmlSection, PageSection, SitePage } from '@almfes/report';
import { caseNavigation } from './case-navigation.js';
import { caseTitle, hedgeAddress, type SiteCase } from './site-case.js';
import { partOf } from './step-page.js';

/** The structural hedge of a disclosure study: pictures, tables and sources (SITE-11). */
export function hedgePage(each: SiteCase, found: readonly HtmlSection[]): SitePage {
  const blocks = found.filter(({ id }) => id !== 'sources').flatMap((section) => section.blocks);
  const sources = found.find(({ id }) => id === 'sources');
  return {
    address: hedgeAddress(each.slug),
    part: 'Library',
    kicker: caseTitle(each),
    title: each.hedge?.title ?? '',
    description:
      'A ladder of equal monthly parts made from what was published: its contribution beside the ' +
      'published one, its value when rates move, and the income to come with it and without.',
    facts: [],
    siblings: caseNavigation(each),
    sections: [
      partOf('pictures', 'Pictures', ofKind(blocks, 'picture')),
      partOf('tables', 'Tables', ofKind(blocks, 'table')),
      ...(sources === undefined ? [] : [partOf('sources', 'Sources', sources.blocks)]),
    ],
  };
}

/** The first picture of the hedge in the story, and where the rest stands. */
export function hedgeSection(each: SiteCase, found: readonly HtmlSection[]): PageSection {
  const blocks = found.flatMap((section) => section.blocks);
  const [picture] = ofKind(blocks, 'picture');
  const text = `The hedge in full: ${ofKind(blocks, 'table').length} tables`;
  return {
    id: 'hedge',
    title: 'The hedge as a ladder',
    level: 3,
    blocks: [
      ...(picture === undefined ? [] : [{ kind: 'html', html: picture.html } as const]),
      { kind: 'markdown', text: `[${text}](<page:${hedgeAddress(each.slug)}>)`, from: '' },
    ],
  };
}

function ofKind(blocks: HtmlSection['blocks'], kind: string): HtmlSection['blocks'] {
  return blocks.filter((block) => block.kind === kind);
}
