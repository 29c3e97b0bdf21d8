import type { ChallengeEffect, Contribution, HistoryEvent, Prose } from '@almfes/laboratory';

/** A contribution of the queue, with all that is published of it. */
export interface SiteContribution {
  readonly slug: string;
  /** Null where contribution.json cannot be read. */
  readonly contribution: Contribution | null;
  /** At least the event by which it was received. */
  readonly history: readonly HistoryEvent[];
  /** Words of an accepted perspective; absent in every other. */
  readonly prose?: Prose;
  /** What an accepted challenge moves, case by case; empty in every other. */
  readonly effects: readonly ChallengeEffect[];
}

/** Address of the queue, at one contribution or as a whole. */
export function contributionAddress(slug = ''): string {
  return slug === '' ? 'contributions' : `contributions#contribution-${slug}`;
}

/** Its title, or its name where it cannot be read. */
export function contributionTitle({ slug, contribution }: SiteContribution): string {
  return contribution?.title ?? slug;
}

/** Cases that it names; a challenge that names none is put to all that it fits. */
export function casesOf({ contribution, effects }: SiteContribution): readonly string[] {
  switch (contribution?.kind) {
    case 'challenge':
      return contribution.cases.length > 0 ? contribution.cases : effects.map(({ slug }) => slug);
    case 'perspective':
      return contribution.about;
    case 'correction':
    case 'case':
      return [contribution.case];
    case undefined:
      return [];
  }
}
