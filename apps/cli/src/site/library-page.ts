import type { ListRow, ListTable, SitePage } from '@almfes/report';
import { CLASSES, OUTCOMES, RATE_CYCLE_NAMES } from './front-words.js';
import { caseAddress, caseTitle, type SiteCase } from './site-case.js';

const WORDS = `
- **Complete**: the bank’s whole balance sheet is there, and the five steps are run on it
  ([what each step does](case.md)).
- **Disclosure study**: published figures alone, for want of a whole balance sheet.
- **Outcome** is how the bank came out, in the judgement of the case. *Failed*: it did not stay a
  bank of its own. *Strained*: it lost deposits, capital or standing, and went on. *Contained*: the
  loss came, and was carried. *Disciplined*: it had kept money short, and gave up income for it.
  *Hedged*: it had a programme of hedges.
- **Rate cycle**: the years in which rates moved, and which way.
- **Decision date**: the day on which the case decides; no result rests on a figure published
  later.
`;

/** The cases as a table a reader may narrow and sort; what has no page yet stands last. */
export function caseList(cases: readonly SiteCase[]): ListTable {
  const byTitle = cases.toSorted((a, b) => caseTitle(a).localeCompare(caseTitle(b), 'en'));
  const written = byTitle.filter(({ page }) => page !== undefined);
  const others = byTitle.filter(({ page }) => page === undefined);
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
      {
        id: 'words',
        title: 'What the words mean',
        level: 2,
        blocks: [{ kind: 'markdown', text: WORDS, from: 'docs/method/case.md' }],
      },
    ],
  };
}
