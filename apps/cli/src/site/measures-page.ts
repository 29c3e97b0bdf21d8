import type { SitePage } from '@almfes/report';
import { caseNavigation } from './case-navigation.js';
import type { CaseOrigins } from './case-origins.js';
import { measureSections, passportSections } from './cited-passports.js';
import { computedPassport } from './computed-passport.js';
import { caseTitle, measuresAddress, type SiteCase } from './site-case.js';

const OF_A_STUDY =
  'What each measure means, its sign, its value in every scenario of the bank’s own Study, and ' +
  'the rule that makes it; then every number that was computed after something was done to the ' +
  'Study, or from several measures.';
const OF_SEVERAL = 'Computed with something done first, or from several measures';
const OF_HEDGE = 'Measures of the hedge';
const OF_A_HEDGE =
  'What each measure of the hedge means, every number of it on the pages of the case, and the ' +
  'rule that makes it.';

/** Every measure and computed number that a page of the case tells, with its passport (SITE-8). */
export function measuresPage(
  each: SiteCase,
  { measures, computed }: CaseOrigins,
  ruleAddress: (rule: string) => string | undefined,
): SitePage {
  const { slug, result } = each;
  const studyHash = result?.studyHash ?? '';
  const passports = [...computed].map(([origin, numbers]) =>
    computedPassport(origin, { slug, studyHash, numbers, ruleAddress }),
  );
  return {
    address: measuresAddress(each.slug),
    part: 'Library',
    kicker: caseTitle(each),
    title: 'Measures and their passports',
    description: each.hedge === undefined ? OF_A_STUDY : OF_A_HEDGE,
    facts: [],
    siblings: caseNavigation(each),
    sections: [
      ...(each.hedge === undefined
        ? measureSections({ ...each, prose: each.page?.prose, ruleAddress }, measures)
        : []),
      ...passportSections([
        ['computed', each.hedge === undefined ? OF_SEVERAL : OF_HEDGE, passports],
      ]),
    ],
  };
}
