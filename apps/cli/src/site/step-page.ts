import type { HtmlBlock, HtmlSection, PageSection, SitePage } from '@almfes/report';
import { caseNavigation } from './case-navigation.js';
import { caseTitle, type SiteCase, stepAddress } from './site-case.js';

/**
 * The page of one step with all its tables and pictures; the attribution of every measure stands
 * in full on that of step 1 (SITE-11).
 */
export function stepPage(each: SiteCase, step: number, found: readonly HtmlSection[]): SitePage {
  const own = found.find(({ id }) => id === `step-${step}`);
  const blocks = own?.blocks ?? [];
  const attribution = step === 1 ? found.filter(({ id }) => id === 'attribution') : [];
  return {
    address: stepAddress(each.slug, step),
    part: 'Library',
    kicker: caseTitle(each),
    ...headOf(own?.title ?? `Step ${step}`),
    facts: [],
    siblings: caseNavigation(each),
    sections: [
      partOf(
        'findings',
        'Findings',
        blocks.filter(({ id }) => id === ''),
      ),
      partOf(
        'pictures',
        'Pictures',
        blocks.filter(({ kind }) => kind === 'picture'),
      ),
      partOf(
        'tables',
        'Tables',
        blocks.filter(({ kind }) => kind === 'table'),
      ),
      ...attribution.map(({ id, title, blocks: all }) => partOf(id, title, all)),
    ].filter((section) => section.blocks.length > 0),
  };
}

/** 'Step 2: Hedges: what each costs' is a title and what it asks. */
function headOf(title: string): { title: string; description: string } {
  const [number = '', name = '', ...asked] = title.split(': ');
  const rest = asked.join(': ');
  const description = rest === '' ? '' : `${rest.charAt(0).toUpperCase()}${rest.slice(1)}.`;
  return { title: name === '' ? number : `${number}: ${name}`, description };
}

/** A section of blocks; its tables and pictures are named in the contents of the page. */
export function partOf(id: string, title: string, blocks: readonly HtmlBlock[]): PageSection {
  return {
    id,
    title,
    level: 2,
    places: blocks.flatMap((block) =>
      block.id === '' ? [] : [{ id: block.id, title: block.title }],
    ),
    blocks: blocks.map(({ html }) => ({ kind: 'html', html })),
  };
}
