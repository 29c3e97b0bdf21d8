import type { Article, WeeklyIssue } from '@almfes/laboratory';
import type { PageSection, SitePage } from '@almfes/report';
import { caseList } from './library-page.js';
import { plainText } from './plain-text.js';
import { articleAddress, caseAddress, caseTitle } from './site-case.js';
import type { SiteSource } from './site-source.js';
import { issueAddress } from './weekly-pages.js';

const WHAT_IT_IS = `
Every case rests on public documents. Each figure carries a passport: where it stands, when it was
known, and how sure we are of it. A case uses no figure published after its decision date, says what
was fitted, and prints what it does not reproduce. Anyone can run it again and get the same number.

Corrections, challenges and new cases are welcome. A correction is made in the open: the figure, its
passport, and every number that moves.
`;

/** Cases that a newcomer is led to, each with what it shows. */
const FIRST_CASES = [
  { slug: 'svb-2022', shows: 'a bank whose losses its capital ratio did not show' },
  { slug: 'jpmorgan-2021', shows: 'what it cost to wait in cash, and what it saved' },
  { slug: 'mt-2021', shows: 'the same choice at a regional bank' },
] as const;

const STEPS = `
A case is one bank on one day, read in five steps:

0. **Baseline**: the public balance sheet, with depositors and borrowers who behave as the average.
1. **Attribution**: why the bank’s own risk differs from that.
2. **Hedge**: what swaps would do, and what they cost.
3. **Failure**: which assumption, when it fails, breaks a limit.
4. **Action**: the cheapest plan that meets every limit.
`;

/** The first page: what the laboratory is, the latest issue, the cases. */
export function homePage(source: SiteSource): SitePage {
  const { cases, weekly, articles } = source;
  const [latest] = weekly.toSorted((a, b) => (a.front.week < b.front.week ? 1 : -1));
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
      words('what', '', WHAT_IT_IS),
      words('begin', 'Where to begin', beginWords(source)),
      ...(latest === undefined ? [] : [words('latest', 'Latest issue', latestWords(latest))]),
      {
        id: 'library',
        title: 'Library',
        level: 2,
        blocks: [{ kind: 'list', list: caseList(cases) }],
      },
      ...(articles.length === 0 ? [] : [words('articles', 'Articles', articleWords(articles))]),
    ],
  };
}

function words(id: string, title: string, text: string): PageSection {
  return { id, title, level: 2, blocks: [{ kind: 'markdown', text, from: '' }] };
}

function beginWords({ cases, documents }: SiteSource): string {
  const items = FIRST_CASES.flatMap(({ slug, shows }) => {
    const each = cases.find((found) => found.slug === slug);
    if (each === undefined) return [];
    return [`- [${plainText(caseTitle(each))}](<page:${caseAddress(slug)}>): ${shows}.`];
  });
  const pages = [
    { address: 'glossary', words: 'Terms and abbreviations' },
    { address: 'contribute', words: 'How to correct a figure or add a case' },
  ].filter(({ address }) => documents.some((each) => each.address === address));
  const links = pages.map(({ address, words: link }) => `- [${link}](<page:${address}>)`);
  return [STEPS, 'Read first:', [...items, ...links].join('\n')].join('\n\n');
}

function latestWords({ front }: WeeklyIssue): string {
  const link = `[${plainText(front.title)}](<page:${issueAddress(front.week)}>)`;
  return `${front.week}: **${link}**\n\n${plainText(front.question)}`;
}

function articleWords(articles: readonly Article[]): string {
  const items = articles.map(({ slug, front }) => {
    const link = `[${plainText(front.title)}](<page:${articleAddress(slug)}>)`;
    return `- ${link}. ${plainText(front.summary)}`;
  });
  return items.join('\n');
}
