import type { Change, Figure } from '@almfes/engine';

/** What a person can propose (rule CONTRIB-1). */
export const CONTRIBUTION_KINDS = ['correction', 'challenge', 'perspective', 'case'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** Who proposes; what is not given is absent. */
export interface Contributor {
  readonly name: string;
  /** `https://orcid.org/0000-0000-0000-0000`. */
  readonly orcid?: string;
  readonly affiliation?: string;
  readonly url?: string;
}

/** What every contribution says of itself. */
export interface ContributionHeader {
  readonly title: string;
  readonly contributor: Contributor;
  /** The day it was handed in. */
  readonly received: string;
  /** What the contributor has to gain or lose by it; `none` is an answer, silence is not. */
  readonly interest: string;
  readonly licence: string;
  /** Public https addresses that anyone can open. */
  readonly sources: readonly string[];
}

/** One figure of one case, article or data set: the whole passport as it should stand. */
export interface Correction extends ContributionHeader {
  readonly kind: 'correction';
  /** The slug of a case, `article/<slug>`, or `data/<file>`. */
  readonly case: string;
  readonly figure: string;
  readonly passport: Figure;
  readonly reason: string;
}

/** An assumption doubted, as a Change, so that what it does to the result is computed. */
export interface Challenge extends ContributionHeader {
  readonly kind: 'challenge';
  /** Cases it is put to; empty: all whose Study the Change fits. */
  readonly cases: readonly string[];
  readonly change: Change;
  readonly claim: string;
}

/** A view in prose, in `text.md` beside it. */
export interface Perspective extends ContributionHeader {
  readonly kind: 'perspective';
  /** Cases it speaks of; may be empty. */
  readonly about: readonly string[];
}

/** A whole case, in the folder `case` beside it. */
export interface ProposedCase extends ContributionHeader {
  readonly kind: 'case';
  /** The name the case is to have in the library. */
  readonly case: string;
}

/** What `contribution.json` says, read and checked. */
export type Contribution = Correction | Challenge | Perspective | ProposedCase;
