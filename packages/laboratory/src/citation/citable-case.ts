import type { HashFunction } from '@almfes/engine';
import type { CaseFront } from '../case/index.js';
import type { FolderFile } from '../folder-file.js';
import type { CaseVersion } from './case-history.js';
import { type Author, type Citable, LABORATORY } from './citable.js';
import { contentOf } from './content-hash.js';

/** What the content hash of a case covers; its history and expected.json follow from these. */
export const CASE_CONTENT = ['case.md', 'figures.json', 'study.json', 'changes.json'];

export interface CitedCase {
  readonly slug: string;
  readonly front: CaseFront;
  /** Versions of its history.json; empty where it has none. */
  readonly versions: readonly CaseVersion[];
  /** All files of the folder. */
  readonly files: readonly FolderFile[];
}

/** A case as it is cited, in the version of its front matter (rules CITE-1 to CITE-5). */
export function citableCase(
  { slug, front, versions, files }: CitedCase,
  hash: HashFunction,
): Citable {
  const { title, institution, version, licence, contributors = [], decisionDate } = front;
  const isOf = front.class === 'complete' ? 'A case that evaluates' : 'A disclosure study';
  return {
    kind: 'case',
    slug,
    version,
    title,
    authors: authorsNamed(front.authors, [...contributors, ...contributorsUpTo(versions, version)]),
    date: versions.findLast((each) => each.version === version)?.date ?? null,
    licence,
    abstract: `${isOf}: ${institution}, as it could be known on ${decisionDate}.`,
    contentHash: contentOf(
      files.filter(({ name }) => CASE_CONTENT.includes(name)),
      hash,
    ),
  };
}

/** Contributors of every version up to the one that is cited (CITE-3). */
export function contributorsUpTo(
  versions: readonly CaseVersion[],
  cited: string,
): readonly string[] {
  const last = versions.findLastIndex(({ version }) => version === cited);
  return versions.slice(0, last + 1).flatMap(({ contributors }) => contributors);
}

/** The laboratory as an organisation, then people as they named themselves, each once. */
export function authorsNamed(
  authors: readonly string[],
  contributors: readonly string[] = [],
): readonly Author[] {
  const names = [...new Set([...authors, ...contributors])];
  return names.map((name) =>
    name === 'laboratory' || name === LABORATORY.name ? LABORATORY : { name, kind: 'person' },
  );
}
