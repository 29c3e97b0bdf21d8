import { ok } from '@almfes/engine';
import {
  type Challenge,
  type ChallengeEffect,
  fillProse,
  headlines,
  type Prose,
  type ProseLookup,
} from '@almfes/laboratory';
import {
  formatChange,
  formatNumber,
  type ListTable,
  type PageBlock,
  type PageSection,
} from '@almfes/report';
import { measureTitle, shownScenario } from './passport-of.js';
import {
  casesOf,
  contributionAddress,
  contributionTitle,
  type SiteContribution,
} from './site-contribution.js';

type PageOf = ProseLookup['pageOf'];

/** What accepted challenges and perspectives say of a case (SITE-10); nothing where none does. */
export function contributionSections(
  slug: string,
  contributions: readonly SiteContribution[],
  pageOf: PageOf,
): PageSection[] {
  const own = contributions.flatMap((each): PageSection[] => {
    const words = acceptedWords(each, pageOf);
    if (words.length === 0 || !casesOf(each).includes(slug)) return [];
    const effects = each.effects.filter((effect) => effect.slug === slug);
    const blocks = [
      credit(each),
      ...words,
      ...effects.flatMap((one) => effectBlocks(each.slug, one)),
    ];
    const id = `contribution-${each.slug}`;
    return [{ id, title: contributionTitle(each), level: 3, blocks }];
  });
  if (own.length === 0) return [];
  return [{ id: 'contributions', title: 'Contributions', level: 2, blocks: [] }, ...own];
}

/** The words of an accepted perspective or challenge; of every other, none. */
export function acceptedWords(each: SiteContribution, pageOf: PageOf): PageBlock[] {
  const { contribution, history, prose } = each;
  if (history.at(-1)?.state !== 'accepted') return [];
  if (contribution?.kind === 'challenge') return [markdown(claimText(contribution))];
  return prose === undefined
    ? []
    : [markdown(unTitled(proseText(prose, pageOf), contributionTitle(each)))];
}

function claimText({ claim, change }: Challenge): string {
  return `${claim}\n\nThe Change: ${change.title}. Why: ${change.rationale}`;
}

/** A page that the library no longer holds keeps its name and leads nowhere. */
function proseText(prose: Prose, pageOf: PageOf): string {
  const found = fillProse(prose, {
    valueOf: ({ id }) => ok(id),
    pageOf: (target) => {
      const page = pageOf(target);
      return page.ok ? page : ok({ title: target.id, address: `page:none/${target.id}` });
    },
  });
  return found.ok ? found.value : prose.markdown;
}

/** Words that say their own title again are shown without it. */
function unTitled(text: string, title: string): string {
  const [, head, rest] = /^\s*#{1,2} +(.+?) *\n([\s\S]*)$/.exec(text) ?? [];
  return head === title && rest !== undefined ? rest : text;
}

/** Headings become bold lines, since the page has the headings. */
function markdown(text: string): PageBlock {
  const lines = text
    .replace(/^([> ]*)#{1,6} +(.+?) *#*$/gm, '$1**$2**')
    .replace(/^[> ]*(=+|-+) *$/gm, '');
  return { kind: 'markdown', text: lines, from: '' };
}

const start = (title: string) => ({ title, align: 'start' }) as const;
const end = (title: string) => ({ title, align: 'end' }) as const;

/** Who said it, with what interest, under which licence, and where its history stands. */
function credit(each: SiteContribution): PageBlock {
  const { slug, contribution, history } = each;
  const { name = '', affiliation, orcid, url } = contribution?.contributor ?? {};
  const href = orcid ?? url;
  const list: ListTable = {
    id: `credit-${slug}`,
    title: 'Credit',
    isFixed: true,
    columns: [
      start('Contributor'),
      start('Kind'),
      start('Accepted'),
      start('Interest'),
      start('Licence'),
    ],
    facets: [],
    rows: [
      {
        cells: [
          {
            text: name,
            ...(href === undefined ? {} : { href }),
            ...(affiliation === undefined ? {} : { note: affiliation }),
          },
          { text: contribution?.kind ?? '', href: contributionAddress(slug) },
          { text: history.at(-1)?.date ?? '' },
          { text: contribution?.interest ?? '' },
          { text: contribution?.licence ?? '' },
        ],
        facets: {},
      },
    ],
  };
  return { kind: 'list', list };
}

/** What the Change moves: headline measures in the units of their passports (CONTRIB-14). */
function effectBlocks(slug: string, { measures, issues }: ChallengeEffect): PageBlock[] {
  if (issues.length > 0) return [markdown('The Change does not fit the case as it stands.')];
  const shown = headlines(measures);
  const count = `${measures.length} measures move, ${shown.length} of them headline measures.`;
  if (shown.length === 0) return [markdown(count)];
  const list: ListTable = {
    id: `effect-${slug}`,
    title: 'Effect on headline measures',
    columns: [
      start('Measure'),
      start('Scenario'),
      end('Before'),
      end('After'),
      end('Change'),
      start('Unit'),
    ],
    facets: [],
    rows: shown.map(({ id, scenario, unit, before, after, change }) => ({
      cells: [
        { text: measureTitle(id) },
        { text: scenario === '' ? 'valuation date' : shownScenario(scenario) },
        { text: formatNumber(before, unit), sort: before },
        { text: formatNumber(after, unit), sort: after },
        { text: formatChange(change, unit), sort: change },
        { text: unit },
      ],
      facets: {},
    })),
  };
  return [markdown(count), { kind: 'list', list }];
}
