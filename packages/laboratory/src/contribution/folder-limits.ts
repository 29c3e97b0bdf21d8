import { type Issue, issue } from '@almfes/engine';
import type { ContributionKind } from './contribution.js';

/** A file as it is found, before it is read. */
export interface FoundFile {
  /** Path inside the folder, with `/`. */
  readonly name: string;
  readonly bytes: number;
  /** A link, a device or anything that is no plain file. */
  readonly isPlain: boolean;
}

export const MOST_FILE_BYTES = 10_000_000;
export const MOST_FOLDER_BYTES = 20_000_000;

const OF_EVERY_KIND = ['contribution.json', 'history.json'];
const OF_KIND: Readonly<Record<ContributionKind, readonly string[]>> = {
  correction: [],
  challenge: [],
  perspective: ['text.md'],
  case: [
    'case/case.md',
    'case/figures.json',
    'case/study.json',
    'case/changes.json',
    'case/expected.json',
  ],
};

/**
 * Files that are too large, are no plain files or have no place in a contribution (rule CONTRIB-3).
 * Known before anything is read; `kind` null where it is not known yet. Since every name that may
 * stand is in a closed list, no name can lead out of the folder.
 */
export function folderIssues(
  found: readonly FoundFile[],
  kind: ContributionKind | null,
): readonly Issue[] {
  const kinds = kind === null ? Object.values(OF_KIND).flat() : OF_KIND[kind];
  const known = [...OF_EVERY_KIND, ...kinds];
  const issues = found.flatMap((each) => fileIssues(each, known));
  const total = found.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > MOST_FOLDER_BYTES) {
    const expected = `at most ${megabytes(MOST_FOLDER_BYTES)} in all`;
    issues.push(issue('FOLDER_TOO_LARGE', 'the folder', expected, megabytes(total)));
  }
  return issues;
}

function fileIssues({ name, bytes, isPlain }: FoundFile, known: readonly string[]): Issue[] {
  if (!known.includes(name)) {
    return [issue('unknown-file', name, `one of ${known.join(', ')}`, 'another file')];
  }
  if (!isPlain) return [issue('plain-file', name, 'a plain file', 'a link or a device')];
  if (bytes <= MOST_FILE_BYTES) return [];
  const expected = `at most ${megabytes(MOST_FILE_BYTES)}`;
  return [issue('FILE_TOO_LARGE', name, expected, megabytes(bytes))];
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 100_000) / 10} MB`;
}
