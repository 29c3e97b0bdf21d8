import type { Answer, CaseResult, Figure, Outcome } from '@almfes/engine';
import {
  anchorOf,
  type CaseFront,
  type CaseVersion,
  type Citable,
  type Prose,
  type ProseLookup,
  type RatioTarget,
  type ValueTarget,
} from '@almfes/laboratory';

/** All that the pages of one case are made from. */
export interface SiteCase {
  readonly slug: string;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Absent in a disclosure case. */
  readonly result?: CaseResult;
  /** Every measure of the bank's own Study; absent in a disclosure case. */
  readonly outcome?: Outcome;
  /** A structural hedge, evaluated and told; of some disclosure cases. */
  readonly hedge?: Answer;
  /** What the case says of itself; absent while nobody has written it. */
  readonly page?: { readonly front: CaseFront; readonly prose: Prose };
  /** How its version is cited; absent where it has no page. */
  readonly citable?: Citable;
  /** Versions of its history.json, the first first; empty where it has none. */
  readonly versions: readonly CaseVersion[];
  /** Zip of all that runs it again; absent where nothing runs. */
  readonly bundle?: Uint8Array;
  readonly valueOf: ProseLookup['valueOf'];
}

/** The title on its page, else that of its Study. */
export function caseTitle({ slug, page, result }: SiteCase): string {
  return page?.front.title ?? result?.title ?? slug;
}

/** Address of the page of a case. */
export function caseAddress(slug: string): string {
  return `library/${slug}`;
}

/** Address of the page with every figure of a case. */
export function figuresAddress(slug: string): string {
  return `library/${slug}/figures`;
}

/** Address of the page of one step of a case. */
export function stepAddress(slug: string, step: number): string {
  return `library/${slug}/step-${step}`;
}

/** Address of the page that tells how far a case is reproduced, and on what it rests. */
export function reproductionAddress(slug: string): string {
  return `library/${slug}/reproduction`;
}

/** Address of the page of the structural hedge of a case. */
export function hedgeAddress(slug: string): string {
  return `library/${slug}/hedge`;
}

/** Address of the page with the measures of a case. */
export function measuresAddress(slug: string): string {
  return `library/${slug}/measures`;
}

/** Address of the passport of a number; that of a ratio of two stands with the figures. */
export function passportAddress(
  slug: string,
  target: Pick<ValueTarget, 'kind' | 'id'> | RatioTarget,
): string {
  const { kind } = target;
  const isWithFigures = kind === 'figure' || kind === 'ratio';
  const page = isWithFigures ? figuresAddress(slug) : measuresAddress(slug);
  return `${page}${anchorOf(target)}`;
}

/** Path of the bundle of a case: the version stands in its name. */
export function bundlePath({ slug, page }: SiteCase): string {
  return `library/${slug}/${slug}-${page?.front.version ?? 'draft'}.zip`;
}

/** Address of an article. */
export function articleAddress(slug: string): string {
  return `articles/${slug}`;
}

/** Address of the tracker, at one entry or as a whole. */
export function entryAddress(id = ''): string {
  return id === '' ? 'tracker' : `tracker#entry-${id}`;
}
