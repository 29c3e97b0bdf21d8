import type { HashFunction } from '@almfes/engine';
import type { FolderFile } from '../folder-file.js';
import type { CaseVersion } from './case-history.js';
import type { Citable } from './citable.js';
import { authorsNamed, contributorsUpTo } from './citable-case.js';
import { contentOf } from './content-hash.js';

/** What the content hash of an article covers. */
const ARTICLE_CONTENT = ['article.md', 'figures.json'];

/** An article as it is read, with its files. */
export interface CitedArticle {
  readonly slug: string;
  readonly front: Pick<Citable, 'version' | 'title' | 'licence'> & {
    readonly summary: string;
    readonly authors: readonly string[];
    readonly contributors?: readonly string[];
  };
  /** Versions of its history.json; empty where it has none. */
  readonly versions: readonly CaseVersion[];
  readonly files: readonly FolderFile[];
}

/** An article as it is cited, in the version of its front matter (rules CITE-1 to CITE-5). */
export function citableArticle(
  { slug, front, versions, files }: CitedArticle,
  hash: HashFunction,
): Citable {
  const { title, summary, version, licence, authors, contributors = [] } = front;
  const through = [...contributors, ...contributorsUpTo(versions, version)];
  return {
    ...{ kind: 'article', slug, version, title, licence, abstract: summary },
    authors: authorsNamed(authors, through),
    date: versions.findLast((each) => each.version === version)?.date ?? null,
    contentHash: contentOf(
      files.filter(({ name }) => ARTICLE_CONTENT.includes(name)),
      hash,
    ),
  };
}
