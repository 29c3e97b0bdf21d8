import type { Result } from '@almfes/engine';
import type { ProseLookup } from '@almfes/laboratory';
import { answerSections, caseSections, type SitePage } from '@almfes/report';
import { caseOrigins } from './case-origins.js';
import { casePage } from './case-page.js';
import { figuresPage } from './figures-page.js';
import { hedgePage } from './hedge-page.js';
import { measuresPage } from './measures-page.js';
import { reproductionPage } from './reproduction-page.js';
import type { SiteCase } from './site-case.js';
import type { SiteContribution } from './site-contribution.js';
import { stepPage } from './step-page.js';

/** What the pages of a case need to know of the site. */
export interface AroundCases {
  readonly pageOf: ProseLookup['pageOf'];
  readonly ruleAddress: (rule: string) => string | undefined;
  readonly contributions: readonly SiteContribution[];
}

/** The pages of a case (SITE-11): the story, a page a step, and where every number comes from. */
export async function casePages(
  each: SiteCase,
  { pageOf, ruleAddress, contributions }: AroundCases,
): Promise<Result<readonly SitePage[]>> {
  const { result, outcome } = each;
  const origins = caseOrigins(each);
  const found = result === undefined ? [] : await caseSections(result, origins.hrefOf);
  const hedge = each.hedge === undefined ? [] : await answerSections(each.hedge, origins.hrefOf);
  const story = casePage(each, { pageOf, found, hedge, contributions });
  if (!story.ok) return story;
  const steps = result?.steps ?? [];
  return {
    ok: true,
    value: [
      story.value,
      ...steps.map(({ step }) => stepPage(each, step, found)),
      ...(result === undefined ? [] : [reproductionPage(each, found)]),
      ...(each.hedge === undefined ? [] : [hedgePage(each, hedge)]),
      figuresPage(each, ruleAddress),
      ...(outcome === undefined && each.hedge === undefined
        ? []
        : [measuresPage(each, origins, ruleAddress)]),
    ],
  };
}
