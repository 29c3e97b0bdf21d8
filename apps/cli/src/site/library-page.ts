import type { ListRow, ListTable, SitePage } from '@almfes/report';
import { CLASSES, OUTCOMES, RATE_CYCLE_NAMES } from './front-words.js';
import { caseAddress, caseTitle, type SiteCase } from './site-case.js';

/** The cases as a table a reader may narrow and sort; what has no page yet stands last. */
export function caseList(cases: readonly SiteCase[]): ListTable {
  const written = cases.filter(({ page }) => page !== undefined);
  const others = cases.filter(({ page }) => page === undefined);
  return {
    id: 'cases',
    title: 'Cases',
    columns: [
      { title: 'Case', align: 'start' },
      { title: 'Class', align: 'start' },
      { title: 'Outcome', align: 'start' },
      { title: 'Rate cycle', align: 'start' },
      { title: 'Decision date', align: 'start' },
    ],
    facets: [
      { id: 'class', title: 'Class' },
      { id: 'outcome', title: 'Outcome' },
      { id: 'cycle', title: 'Rate cycle' },
      { id: 'country', title: 'Jurisdiction' },
    ],
    rows: [...written, ...others].map(caseRow),
  };
}

function caseRow(each: SiteCase): ListRow {
  const { slug, page, result } = each;
  const front = page?.front;
  const title = {
    text: caseTitle(each),
    href: caseAddress(slug),
    note: front?.institution ?? result?.institution ?? '',
  };
  const date = { text: front?.decisionDate ?? result?.decisionDate ?? '' };
  if (front === undefined) {
    const words = [{ text: CLASSES.complete }, { text: '' }, { text: '' }];
    return { cells: [title, ...words, date], facets: { class: CLASSES.complete } };
  }
  const facets = {
    class: CLASSES[front.class],
    outcome: OUTCOMES[front.outcome],
    cycle: RATE_CYCLE_NAMES[front.rateCycle],
  };
  const words = Object.values(facets).map((text) => ({ text }));
  return { cells: [title, ...words, date], facets: { ...facets, country: front.jurisdiction } };
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
