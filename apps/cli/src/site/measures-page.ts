import type { SitePage } from '@almfes/report';
import { caseNavigation } from './case-navigation.js';
import { measureSections } from './cited-passports.js';
import { caseTitle, measuresAddress, type SiteCase } from './site-case.js';

/** Every measure that a page of the case tells, with its passport (SITE-8). */
export function measuresPage(
  each: SiteCase,
  measures: readonly string[],
  ruleAddress: (rule: string) => string | undefined,
): SitePage {
  return {
    address: measuresAddress(each.slug),
    part: 'Library',
    kicker: caseTitle(each),
    title: 'Measures and their passports',
    description:
      'What each measure means, its sign, its value in every scenario of the bank’s own Study, ' +
      'and the rule that makes it.',
    facts: [],
    siblings: caseNavigation(each),
    sections: measureSections({ ...each, prose: each.page?.prose, ruleAddress }, measures),
  };
}
