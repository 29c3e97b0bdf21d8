import type { CaseResult, Figure } from '@almfes/engine';

/** All that the pages of one case are made from. */
export interface SiteCase {
  readonly slug: string;
  readonly result: CaseResult;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** Address of the page of a case. */
export function caseAddress(slug: string): string {
  return `library/${slug}`;
}

/** Address of the page with every figure of a case. */
export function figuresAddress(slug: string): string {
  return `library/${slug}/figures`;
}
