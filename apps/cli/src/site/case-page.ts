import { type CaseResult, ok, type Result } from '@almfes/engine';
import type { CaseFront, ProseLookup } from '@almfes/laboratory';
import type { HtmlSection, PageBlock, PageFact, PageSection, SitePage } from '@almfes/report';
import { caseNavigation } from './case-navigation.js';
import { citationSections } from './citation-section.js';
import { contributionSections } from './contribution-sections.js';
import { OUTCOMES, RATE_CYCLE_NAMES, STATUSES } from './front-words.js';
import { hedgeSection } from './hedge-page.js';
import { proseSections } from './prose-sections.js';
import {
  bundlePath,
  caseAddress,
  caseTitle,
  figuresAddress,
  passportAddress,
  reproductionAddress,
  type SiteCase,
  stepAddress,
} from './site-case.js';
import type { SiteContribution } from './site-contribution.js';
import { versionSections } from './version-section.js';

/** What stands around the words of a case. */
export interface CaseSurroundings {
  readonly pageOf: ProseLookup['pageOf'];
  /** The sections of its report; none where nothing runs. */
  readonly found: readonly HtmlSection[];
  /** Those of its structural hedge; none where it has none. */
  readonly hedge: readonly HtmlSection[];
  readonly contributions: readonly SiteContribution[];
}

/** The first page of a case: its words, and of each step its first picture (SITE-11). */
export function casePage(each: SiteCase, around: CaseSurroundings): Result<SitePage> {
  const { slug, page } = each;
  const { pageOf, found, contributions } = around;
  const passportOf: ProseLookup['passportOf'] = (target) => `page:${passportAddress(slug, target)}`;
  const lookup = { valueOf: each.valueOf, pageOf, passportOf };
  const words = page === undefined ? ok([]) : proseSections(page.prose, lookup);
  if (!words.ok) return words;
  return ok({
    address: caseAddress(slug),
    part: 'Library',
    kicker: page?.front.class === 'disclosure' ? 'Disclosure study' : 'Case study',
    title: caseTitle(each),
    description: '',
    facts: caseFacts(each),
    siblings: caseNavigation(each),
    sections: [
      ...found.filter(({ id }) => id === 'brief').map(briefSection),
      ...withHedge(toldWithPictures(words.value, each, found), each, around.hedge),
      ...contributionSections(slug, contributions, pageOf),
      ...againSections(each),
      ...versionSections(each.versions),
      ...citationSections(each.citable),
    ],
  });
}

/** The hedge as a ladder stands after what was published of it. */
function withHedge(
  told: readonly PageSection[],
  each: SiteCase,
  hedge: readonly HtmlSection[],
): readonly PageSection[] {
  if (hedge.length === 0) return told;
  const [first, ...rest] = told;
  const own = hedgeSection(each, hedge);
  return first === undefined ? [own] : [first, own, ...rest];
}

function briefSection({ id, title, html }: HtmlSection): PageSection {
  return { id, title, level: 2, blocks: [{ kind: 'html', html }] };
}

const STEPS_TITLE = 'The five steps as they would have read';

/** The section of a report that the words of a section speak of, and how its page is named. */
const IN_FULL: Readonly<Record<string, readonly [id: string, words: string]>> = {
  'Published and reproduced': [
    'published-and-reproduced',
    'Every published figure beside ours, with aim and verdict',
  ],
  'What we fitted': ['fits', 'Every fitted number with its target'],
};

/** The words, with a picture of each step after the section that tells them. */
function toldWithPictures(
  words: readonly PageSection[],
  each: SiteCase,
  found: readonly HtmlSection[],
): readonly PageSection[] {
  const steps = found.filter(({ id }) => id.startsWith('step-'));
  const shown = steps.map((step) => stepSection(step, each.slug));
  const isTold = words.some(({ title }) => title === STEPS_TITLE);
  const head: PageSection = { id: 'five-steps', title: 'The five steps', level: 2, blocks: [] };
  const unTold = isTold || shown.length === 0 ? [] : [head, ...shown];
  const told = words.flatMap((section): PageSection[] => {
    if (section.title === STEPS_TITLE) return [section, ...shown];
    const [id, text] = IN_FULL[section.title] ?? [];
    if (id === undefined || found.every((part) => part.id !== id)) return [section];
    const link = linkBlock(`${text}`, `${reproductionAddress(each.slug)}#${id}`);
    return [{ ...section, blocks: [...section.blocks, link] }];
  });
  return [...unTold, ...told];
}

/** A step in the story: its first picture, and where the rest stands. */
function stepSection({ id, title, blocks }: HtmlSection, slug: string): PageSection {
  const picture = blocks.find(({ kind }) => kind === 'picture');
  const counts = [
    counted(blocks.filter(({ kind }) => kind === 'picture').length, 'picture'),
    counted(blocks.filter(({ kind }) => kind === 'table').length, 'table'),
  ].filter((text) => text !== '');
  const [, step = ''] = id.split('-');
  const rest = counts.length === 0 ? '' : `: ${counts.join(', ')}`;
  return {
    id,
    title,
    level: 3,
    blocks: [
      ...(picture === undefined ? [] : [{ kind: 'html', html: picture.html } as const]),
      linkBlock(`Step ${step} in full${rest}`, stepAddress(slug, Number(step))),
    ],
  };
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function linkBlock(text: string, address: string): PageBlock {
  return { kind: 'markdown', text: `[${text}](<page:${address}>)`, from: '' };
}

/** What runs the case again, to take away (CITE-6). */
function bundleFact(each: SiteCase, { length }: Uint8Array): PageFact {
  const text = `zip of ${Math.ceil(length / 1000)} kB; run it with almfes case run-bundle`;
  return { term: 'Bundle', text, href: bundlePath(each) };
}

/** What a reader asks of a case first; what only its next reckoner asks stands at its end. */
function caseFacts(each: SiteCase): PageFact[] {
  const { slug, result, page, figures } = each;
  const count = Object.keys(figures).length.toLocaleString('en-US');
  return [
    { term: 'Institution', text: page?.front.institution ?? result?.institution ?? '' },
    ...(page === undefined ? [] : frontFacts(page.front)),
    { term: 'Figures', text: `${count}, each with its passport`, href: figuresAddress(slug) },
  ];
}

/** What makes the same numbers again: the Study by its hash, its dates, and the bundle. */
function againSections(each: SiteCase): PageSection[] {
  const { bundle, result } = each;
  if (result === undefined) return [];
  const facts = [
    ...resultFacts(result),
    ...(bundle === undefined ? [] : [bundleFact(each, bundle)]),
    { term: 'Command', text: `almfes case ${each.slug}` },
  ];
  return [{ id: 'again', title: 'Run it again', level: 2, blocks: [{ kind: 'facts', facts }] }];
}

function frontFacts(front: CaseFront): PageFact[] {
  return [
    { term: 'Outcome', text: OUTCOMES[front.outcome] },
    { term: 'Decision date', text: front.decisionDate },
    { term: 'Rate cycle', text: RATE_CYCLE_NAMES[front.rateCycle] },
    { term: 'Regime', text: `${front.regime} (${front.jurisdiction})` },
    { term: 'Version', text: `${front.version}, ${STATUSES[front.status]}, ${front.licence}` },
    { term: 'Authors', text: [...front.authors, ...(front.contributors ?? [])].join(', ') },
  ];
}

function resultFacts(result: CaseResult): PageFact[] {
  return [
    { term: 'Balance sheet of', text: result.valuationDate },
    { term: 'Yield curve of', text: result.curveDate },
    { term: 'Study', text: result.studyHash },
  ];
}
