import type { ListTable, SitePage } from '@almfes/report';
import { caseAddress, type SiteCase } from './site-case.js';

/** The cases as a table a reader may narrow and sort. */
export function caseList(cases: readonly SiteCase[]): ListTable {
  return {
    id: 'cases',
    title: 'Cases of the library',
    columns: [
      { title: 'Case', align: 'start' },
      { title: 'Balance sheet of', align: 'start' },
      { title: 'Decision date', align: 'start' },
    ],
    facets: [],
    rows: cases.map(({ slug, result }) => ({
      cells: [
        { text: result.title, href: caseAddress(slug), note: result.institution },
        { text: result.valuationDate },
        { text: result.decisionDate },
      ],
      facets: {},
    })),
  };
}

/** The index of the library. */
export function libraryPage(cases: readonly SiteCase[]): SitePage {
  return {
    address: 'library',
    part: 'Library',
    kicker: '',
    title: 'Library',
    description:
      'Each case is a bank on one day: its public figures, what the five steps would have said ' +
      'with them, what was published and what we reproduce of it.',
    facts: [],
    sections: [
      { id: 'list', title: '', level: 2, blocks: [{ kind: 'list', list: caseList(cases) }] },
    ],
  };
}
