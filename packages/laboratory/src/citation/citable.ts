/** An author as a citation names one: the laboratory, or a person who exists. */
export interface Author {
  readonly name: string;
  readonly kind: 'organisation' | 'person';
  readonly orcid?: string;
  readonly affiliation?: string;
}

/** The organisation that stands where no person is named (rule CITE-3). */
export const LABORATORY: Author = { name: 'ALMFES laboratory', kind: 'organisation' };

/** What can be cited: one version of a case, of an article or of a weekly issue. */
export interface Citable {
  readonly kind: 'case' | 'article' | 'weekly';
  readonly slug: string;
  /** Semantic version. */
  readonly version: string;
  readonly title: string;
  readonly authors: readonly Author[];
  /** The day this version was published; null where it is not published yet. */
  readonly date: string | null;
  readonly licence: string;
  /** What it is about, in a sentence. */
  readonly abstract: string;
  /** SHA-256 of the canonical content of its files (rule CITE-2). */
  readonly contentHash: string;
}

/** The readable permanent id: `almfes:case/svb-2022@1.0.0` (rule CITE-1). */
export function permanentId({
  kind,
  slug,
  version,
}: Pick<Citable, 'kind' | 'slug' | 'version'>): string {
  return `almfes:${kind}/${slug}@${version}`;
}
