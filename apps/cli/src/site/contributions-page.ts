import type { ProseLookup } from '@almfes/laboratory';
import type { ListRow, ListTable, PageBlock, PageSection, SitePage } from '@almfes/report';
import { acceptedWords } from './contribution-sections.js';
import { plainText } from './plain-text.js';
import { caseAddress } from './site-case.js';
import { casesOf, contributionTitle, type SiteContribution } from './site-contribution.js';

/** The queue with the public history of each (SITE-10); no page while nothing was received. */
export function contributionsPage(
  contributions: readonly SiteContribution[],
  pageOf: ProseLookup['pageOf'],
): SitePage[] {
  if (contributions.length === 0) return [];
  const list = queue(contributions);
  return [
    {
      address: 'contributions',
      part: 'Contribute',
      kicker: '',
      title: 'Contributions',
      description: 'What was handed in, where it stands, and who decided what and why.',
      facts: [],
      sections: [
        { id: 'queue', title: 'Queue', level: 2, blocks: [{ kind: 'list', list }] },
        ...contributions.map((each) => contributionSection(each, pageOf)),
      ],
    },
  ];
}

const column = (title: string) => ({ title, align: 'start' }) as const;

function queue(contributions: readonly SiteContribution[]): ListTable {
  const titles = ['Contribution', 'Kind', 'Contributor', 'State', 'Received', 'Since', 'Reason'];
  return {
    id: 'contributions',
    title: 'Contributions',
    columns: titles.map(column),
    facets: [
      { id: 'kind', title: 'Kind' },
      { id: 'state', title: 'State' },
    ],
    rows: contributions.map(queueRow),
  };
}

function queueRow(each: SiteContribution): ListRow {
  const { slug, contribution, history } = each;
  const kind = contribution?.kind ?? 'cannot be read';
  const last = history.at(-1);
  const state = last?.state ?? '';
  const words = [kind, contribution?.contributor.name ?? '', state];
  const days = [history[0]?.date ?? '', last?.date ?? '', last?.reason ?? ''];
  return {
    cells: [
      { text: contributionTitle(each), href: `#contribution-${slug}` },
      ...[...words, ...days].map((text) => ({ text })),
    ],
    facets: { kind, state },
  };
}

function contributionSection(each: SiteContribution, pageOf: ProseLookup['pageOf']): PageSection {
  return {
    id: `contribution-${each.slug}`,
    title: contributionTitle(each),
    level: 2,
    blocks: [
      ...creditOf(each),
      ...placesOf(each, pageOf),
      ...acceptedWords(each, pageOf),
      { kind: 'list', list: historyList(each) },
    ],
  };
}

/** What it is, whose, and where it stands. */
function creditOf({ contribution, history }: SiteContribution): PageBlock[] {
  const last = history.at(-1);
  const stands = last === undefined ? '' : `${last.state}, ${last.date}, by ${last.by}`;
  const state = { term: 'State', text: stands };
  if (contribution === null) return [{ kind: 'facts', facts: [state] }];
  const { kind, contributor, interest, licence } = contribution;
  const href = contributor.orcid ?? contributor.url;
  const facts = [
    { term: 'Kind', text: kind },
    {
      term: 'Contributor',
      text: [contributor.name, contributor.affiliation ?? ''].filter(Boolean).join(', '),
      ...(href === undefined ? {} : { href }),
    },
    { term: 'Interest', text: interest },
    { term: 'Licence', text: licence },
    state,
  ];
  return [{ kind: 'facts', facts }];
}

/** Cases it names, where they have a page; of what was accepted, its sources. */
function placesOf(each: SiteContribution, pageOf: ProseLookup['pageOf']): PageBlock[] {
  const cases = casesOf(each).map((slug) => {
    const page = pageOf({ kind: 'case', id: slug });
    return `[${plainText(page.ok ? page.value.title : slug)}](<page:${caseAddress(slug)}>)`;
  });
  const isAccepted = each.history.at(-1)?.state === 'accepted';
  const known = isAccepted ? (each.contribution?.sources ?? []) : [];
  const sources = known.map((address) => `<${address}>`);
  const lines = [
    ...(cases.length === 0 ? [] : [`Cases: ${cases.join('; ')}.`]),
    ...(sources.length === 0 ? [] : [`Sources: ${sources.join(', ')}`]),
  ];
  if (lines.length === 0) return [];
  return [{ kind: 'markdown', text: lines.join('\n\n'), from: '' }];
}

function historyList({ slug, history }: SiteContribution): ListTable {
  return {
    id: `history-${slug}`,
    title: 'History',
    isFixed: true,
    columns: ['Day', 'State', 'By', 'Reason'].map(column),
    facets: [],
    rows: history.map(({ date, state, by, reason }) => ({
      cells: [date, state, by, reason].map((text) => ({ text })),
      facets: {},
    })),
  };
}
