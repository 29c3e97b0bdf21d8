import type { SitePage } from '@almfes/report';
import {
  caseAddress,
  figuresAddress,
  hedgeAddress,
  measuresAddress,
  reproductionAddress,
  type SiteCase,
  stepAddress,
} from './site-case.js';

/** The five steps in one word each. */
const STEP_NAMES = ['Baseline', 'Attribution', 'Hedge', 'Failure', 'Action'] as const;

/** The pages of a case in the order they are read (SITE-11). */
export function caseNavigation({
  slug,
  result,
  outcome,
  hedge,
}: SiteCase): NonNullable<SitePage['siblings']> {
  const steps = (result?.steps ?? []).map(({ step }) => ({
    title: `${step} ${STEP_NAMES[step]}`,
    address: stepAddress(slug, step),
  }));
  return [
    { title: 'The case', address: caseAddress(slug) },
    ...steps,
    ...(hedge === undefined ? [] : [{ title: 'The hedge', address: hedgeAddress(slug) }]),
    ...(result === undefined
      ? []
      : [{ title: 'Reproduction', address: reproductionAddress(slug) }]),
    { title: 'Figures', address: figuresAddress(slug) },
    ...(outcome === undefined && hedge === undefined
      ? []
      : [{ title: 'Measures', address: measuresAddress(slug) }]),
  ];
}
