import type { CaseFront } from '@almfes/laboratory';

/** What the short words of a case's front matter say to a reader. */
export const OUTCOMES: Readonly<Record<CaseFront['outcome'], string>> = {
  failed: 'Failed',
  strained: 'Strained',
  contained: 'Contained',
  disciplined: 'Disciplined',
  hedged: 'Hedged',
};

export const RATE_CYCLE_NAMES: Readonly<Record<CaseFront['rateCycle'], string>> = {
  'up-2018-19': '2018–19, up',
  'down-2019-20': '2019–20, down',
  'up-2022-23': '2022–23, up',
};

export const STATUSES: Readonly<Record<CaseFront['status'], string>> = {
  draft: 'draft, read by no reviewer yet',
  'in-review': 'in review',
  published: 'published',
};

export const CLASSES: Readonly<Record<CaseFront['class'], string>> = {
  complete: 'Complete',
  disclosure: 'Disclosure study',
};
