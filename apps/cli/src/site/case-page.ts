import { type CaseResult, ok, type Result } from '@almfes/engine';
import type { CaseFront, ProseLookup } from '@almfes/laboratory';
import {
  caseSections,
  type HtmlSection,
  type PageFact,
  type PageSection,
  type SitePage,
} from '@almfes/report';
import { caseOrigins } from './case-origins.js';
import { citationSections } from './citation-section.js';
import { originSections } from './cited-passports.js';
import { contributionSections } from './contribution-sections.js';
import { OUTCOMES, RATE_CYCLE_NAMES, STATUSES } from './front-words.js';
import { proseSections } from './prose-sections.js';
import { bundlePath, caseAddress, caseTitle, figuresAddress, type SiteCase } from './site-case.js';
import type { SiteContribution } from './site-contribution.js';

type PageOf = ProseLookup['pageOf'];

/** The page of a case: its words, what each step found, and where every number comes from. */
export async function casePage(
  each: SiteCase,
  pageOf: PageOf,
  ruleAddress: (rule: string) => string | undefined,
  contributions: readonly SiteContribution[],
): Promise<Result<SitePage>> {
  const { slug, result, page } = each;
  const lookup = { valueOf: each.valueOf, pageOf };
  const words = page === undefined ? ok([]) : proseSections(page.prose, lookup);
  if (!words.ok) return words;
  const known = caseOrigins(each);
  const found = result === undefined ? [] : await caseSections(result, known.origins);
  return ok({
    address: caseAddress(slug),
    part: 'Library',
    kicker: page?.front.class === 'disclosure' ? 'Disclosure study' : 'Case study',
    title: caseTitle(each),
    description: '',
    facts: caseFacts(each),
    sections: [
      ...interleaved(words.value, found),
      ...contributionSections(slug, contributions, pageOf),
      ...originSections({ ...each, prose: page?.prose, also: known, ruleAddress }),
      ...citationSections(each.citable),
    ],
  });
}

/** Which parts of the report stand under which section of the words. */
const BENEATH: Readonly<Record<string, (id: string) => boolean>> = {
  'The five steps as they would have read': (id) => id.startsWith('step-') || id === 'attribution',
  'Published and reproduced': (id) => id === 'published-and-reproduced',
  'What we fitted': (id) => id === 'fits',
};

/** Words first, each followed by the parts of the report that belong to it; the rest at the end. */
function interleaved(
  words: readonly PageSection[],
  found: readonly HtmlSection[],
): readonly PageSection[] {
  const placed = new Set<HtmlSection>();
  const brief = found.filter(({ id }) => id === 'brief');
  for (const section of brief) placed.add(section);
  const told = words.flatMap((section): PageSection[] => {
    const own = found.filter(({ id }) => BENEATH[section.title]?.(id));
    for (const each of own) placed.add(each);
    const [only] = own;
    if (only === undefined) return [section];
    if (own.length === 1 && !only.id.startsWith('step-')) {
      return [{ ...section, blocks: [...section.blocks, { kind: 'html', html: only.html }] }];
    }
    return [section, ...own.map((each) => pageSection(each, 3))];
  });
  const rest = found.filter((section) => !placed.has(section));
  return [...[...brief].map(asSecond), ...told, ...rest.map(asSecond)];
}

function asSecond(section: HtmlSection): PageSection {
  return pageSection(section, 2);
}

function pageSection({ id, title, html }: HtmlSection, level: 2 | 3): PageSection {
  return { id, title, level, blocks: [{ kind: 'html', html }] };
}

/** What runs the case again, to take away (CITE-6). */
function bundleFact(each: SiteCase, { length }: Uint8Array): PageFact {
  const text = `zip of ${Math.ceil(length / 1000)} kB; run it with almfes case run-bundle`;
  return { term: 'Bundle', text, href: bundlePath(each) };
}

function caseFacts(each: SiteCase): PageFact[] {
  const { bundle, slug, result, page, figures } = each;
  const count = Object.keys(figures).length.toLocaleString('en-US');
  return [
    { term: 'Institution', text: page?.front.institution ?? result?.institution ?? '' },
    ...(page === undefined ? [] : frontFacts(page.front)),
    ...(result === undefined ? [] : resultFacts(result)),
    { term: 'Figures', text: `${count}, each with its passport`, href: figuresAddress(slug) },
    ...(bundle === undefined ? [] : [bundleFact(each, bundle)]),
  ];
}

function frontFacts(front: CaseFront): PageFact[] {
  return [
    { term: 'Jurisdiction', text: front.jurisdiction },
    { term: 'Regime', text: front.regime },
    { term: 'Rate cycle', text: RATE_CYCLE_NAMES[front.rateCycle] },
    { term: 'Outcome', text: OUTCOMES[front.outcome] },
    { term: 'Decision date', text: front.decisionDate },
    { term: 'Version', text: `${front.version}, ${STATUSES[front.status]}, ${front.licence}` },
    { term: 'Authors', text: front.authors.join(', ') },
  ];
}

function resultFacts(result: CaseResult): PageFact[] {
  return [
    { term: 'Balance sheet of', text: result.valuationDate },
    { term: 'Yield curve of', text: result.curveDate },
    { term: 'Known up to', text: result.decisionDate },
    { term: 'Study', text: result.studyHash },
  ];
}
