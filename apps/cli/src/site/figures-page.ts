import type { ValueTarget } from '@almfes/laboratory';
import type { PageSection, SitePage } from '@almfes/report';
import { caseNavigation } from './case-navigation.js';
import { figureGroups } from './figure-groups.js';
import { measureTitle, passportOf, shownScenario } from './passport-of.js';
import { type RatioLookup, ratioSections } from './ratio-passports.js';
import { caseTitle, figuresAddress, passportAddress, type SiteCase } from './site-case.js';

const ROLES = {
  input: 'Inputs: what the Study may use',
  target: 'Targets: what was published and is reproduced',
  evidence: 'Evidence: shown, and carrying no result',
  outcome: 'Outcome: what came after the decision date',
} as const;

/** Every figure of a case with its passport, and every ratio of two numbers that words tell. */
export function figuresPage(
  each: SiteCase,
  ruleAddress?: (rule: string) => string | undefined,
): SitePage {
  const title = caseTitle(each);
  const figures = Object.entries(each.figures);
  const ratioLookup: RatioLookup = {
    valueOf: each.valueOf,
    labelOf: (target) => labelOf(target, each),
    addressOf: (target) => passportAddress(each.slug, target),
    ...(ruleAddress === undefined ? {} : { ruleAddress }),
  };
  const sections = (['input', 'target', 'evidence', 'outcome'] as const).flatMap((role) => {
    const own = figures.filter(([, figure]) => figure.role === role);
    if (own.length === 0) return [];
    const groups = figureGroups(role, own);
    const passports = own.map(([id, figure]) => passportOf(id, figure));
    const blocks = groups.length > 0 ? [] : [{ kind: 'passports', passports } as const];
    const head: PageSection = { id: `role-${role}`, title: ROLES[role], level: 2, blocks };
    return [head, ...groups];
  });
  return {
    address: figuresAddress(each.slug),
    part: 'Library',
    kicker: title,
    title: 'Figures and their passports',
    description: '',
    facts: [],
    siblings: caseNavigation(each),
    sections: [...sections, ...ratioSections(each.page?.prose, ratioLookup)],
  };
}

/** What one number of a ratio is: a figure by its label, a measure by title and scenario. */
function labelOf(target: ValueTarget, { figures }: SiteCase): string {
  if (target.kind === 'figure') return figures[target.id]?.label ?? target.id;
  if (target.kind === 'discipline') return `discipline ${target.id}`;
  const { id, scenario } = target;
  return scenario === '' ? measureTitle(id) : `${measureTitle(id)}, ${shownScenario(scenario)}`;
}
