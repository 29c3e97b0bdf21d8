import type { HtmlSection, SitePage } from '@almfes/report';
import { caseNavigation } from './case-navigation.js';
import { caseTitle, reproductionAddress, type SiteCase } from './site-case.js';

/** Sections of a report that tell how far it can be trusted, in its order. */
const OWN = ['published-and-reproduced', 'fits', 'claims', 'assumptions', 'sources'];

/** What is published beside what is computed, what was fitted and assumed, and the sources. */
export function reproductionPage(each: SiteCase, found: readonly HtmlSection[]): SitePage {
  return {
    address: reproductionAddress(each.slug),
    part: 'Library',
    kicker: caseTitle(each),
    title: 'Reproduction, fits and assumptions',
    description:
      'What was published beside what the Study gives, which numbers were fitted to what, and ' +
      'what is assumed.',
    facts: [],
    siblings: caseNavigation(each),
    sections: found
      .filter(({ id }) => OWN.includes(id))
      .map(({ id, title, html }) => ({ id, title, level: 2, blocks: [{ kind: 'html', html }] })),
  };
}
