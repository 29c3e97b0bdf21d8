import type { PageSection, SitePage } from '@almfes/report';
import { caseNavigation } from './case-navigation.js';
import { passportOf } from './passport-of.js';
import { caseTitle, figuresAddress, type SiteCase } from './site-case.js';

const ROLES = {
  input: 'Inputs: what the Study may use',
  target: 'Targets: what was published and is reproduced',
  evidence: 'Evidence: shown, and carrying no result',
  outcome: 'Outcome: what came after the decision date',
} as const;

/** Every figure of a case with its passport. */
export function figuresPage(each: SiteCase): SitePage {
  const title = caseTitle(each);
  const figures = Object.entries(each.figures);
  const sections = (['input', 'target', 'evidence', 'outcome'] as const).flatMap((role) => {
    const own = figures.filter(([, figure]) => figure.role === role);
    if (own.length === 0) return [];
    const passports = own.map(([id, figure]) => passportOf(id, figure));
    const blocks = [{ kind: 'passports', passports } as const];
    return [{ id: `role-${role}`, title: ROLES[role], level: 2, blocks } satisfies PageSection];
  });
  return {
    address: figuresAddress(each.slug),
    part: 'Library',
    kicker: title,
    title: 'Figures and their passports',
    description: '',
    facts: [],
    siblings: caseNavigation(each),
    sections,
  };
}
