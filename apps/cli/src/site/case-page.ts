import { caseSections, type PageFact, type PageSection, type SitePage } from '@almfes/report';
import { passportOf } from './passport-of.js';
import { caseAddress, figuresAddress, type SiteCase } from './site-case.js';

/** The page of a case: what it found step by step, what was published, and its figures. */
export async function casePage(each: SiteCase): Promise<SitePage> {
  const { slug, result, figures } = each;
  const sections = (await caseSections(result)).map(
    ({ id, title, html }): PageSection => ({
      id,
      title,
      level: 2,
      blocks: [{ kind: 'html', html }],
    }),
  );
  const count = Object.keys(figures).length.toLocaleString('en-US');
  return {
    address: caseAddress(slug),
    part: 'Library',
    kicker: 'Case study',
    title: result.title,
    description: '',
    facts: [
      ...caseFacts(each),
      { term: 'Figures', text: `${count}, each with its passport`, href: figuresAddress(slug) },
    ],
    sections,
  };
}

function caseFacts({ result }: SiteCase): PageFact[] {
  return [
    { term: 'Institution', text: result.institution },
    { term: 'Balance sheet of', text: result.valuationDate },
    { term: 'Yield curve of', text: result.curveDate },
    { term: 'Known up to', text: result.decisionDate },
    { term: 'Study', text: result.studyHash },
  ];
}

/** Every figure of a case with its passport. */
export function figuresPage({ slug, result, figures }: SiteCase): SitePage {
  const passports = Object.entries(figures).map(([id, figure]) => passportOf(id, figure));
  const roles = ['input', 'target', 'evidence', 'outcome'] as const;
  const sections = roles.flatMap((role): PageSection[] => {
    const own = passports.filter((passport) => passport.role === role);
    if (own.length === 0) return [];
    const blocks = [{ kind: 'passports', passports: own } as const];
    return [{ id: `role-${role}`, title: ROLE_TITLES[role], level: 2, blocks }];
  });
  return {
    address: figuresAddress(slug),
    part: 'Library',
    kicker: result.title,
    title: 'Figures and their passports',
    description: '',
    facts: [{ term: 'Case', text: result.title, href: caseAddress(slug) }],
    sections,
  };
}

const ROLE_TITLES = {
  input: 'Inputs: what the Study may use',
  target: 'Targets: what was published and is reproduced',
  evidence: 'Evidence: shown, and carrying no result',
  outcome: 'Outcome: what came after the decision date',
} as const;
