import type { Article, WeeklyIssue } from '@almfes/laboratory';
import type { PageSection, SitePage } from '@almfes/report';
import { caseList } from './library-page.js';
import { plainText } from './plain-text.js';
import { articleAddress } from './site-case.js';
import type { SiteSource } from './site-source.js';
import { issueAddress } from './weekly-pages.js';

const WHAT_IT_IS = `
Every case rests on public documents. Each figure carries a passport: where it stands, when it was
known, and how sure we are of it. A case uses no figure published after its decision date, says what
was fitted, and prints what it does not reproduce. Anyone can run it again and get the same number.

Corrections, challenges and new cases are welcome. A correction is made in the open: the figure, its
passport, and every number that moves.
`;

/** The first page: what the laboratory is, the latest issue, the cases. */
export function homePage({ cases, weekly, articles }: SiteSource): SitePage {
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
