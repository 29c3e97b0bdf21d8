import type { PageSection, SitePage } from '@almfes/report';
import { caseList } from './library-page.js';
import type { SiteCase } from './site-case.js';

const WHAT_IT_IS = `
Every case rests on public documents. Each figure carries a passport: where it stands, when it was
known, and how sure we are of it. A case uses no figure published after its decision date, says what
was fitted, and prints what it does not reproduce. Anyone can run it again and get the same number.

Corrections, challenges and new cases are welcome. A correction is made in the open: the figure, its
passport, and every number that moves.
`;

/** The first page. */
export function homePage(cases: readonly SiteCase[], more: readonly PageSection[]): SitePage {
  return {
    address: 'index',
    part: '',
    kicker: '',
    title: 'ALMFES, the open laboratory of balance sheet risk',
    description:
      'How a bank’s balance sheet risk comes about, what breaks it, and the cheapest plan that ' +
      'meets every limit: on public data, with every source and every residual.',
    facts: [],
    sections: [
      {
        id: 'what',
        title: '',
        level: 2,
        blocks: [{ kind: 'markdown', text: WHAT_IT_IS, from: '' }],
      },
      ...more,
      {
        id: 'library',
        title: 'Library',
        level: 2,
        blocks: [{ kind: 'list', list: caseList(cases) }],
      },
    ],
  };
}
