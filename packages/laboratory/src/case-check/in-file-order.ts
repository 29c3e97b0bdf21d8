import type { Issue } from '@almfes/engine';

/** The files of a case folder in the order in which a reader mends them. */
const FILES = ['case.md', 'figures.json', 'study.json', 'changes.json', 'expected.json'];

/**
 * Issues by file, then by line (rule FORM-23): a reader goes through a file once. What has no line
 * stands before what has one; otherwise the order stays.
 */
export function inFileOrder(issues: readonly Issue[]): readonly Issue[] {
  return issues.toSorted((a, b) => fileOf(a) - fileOf(b) || lineOf(a) - lineOf(b));
}

/** The whole folder first; files that are not of the form last. */
function fileOf({ path }: Issue): number {
  const name = /^[\w-]+\.[a-z]+/.exec(path)?.[0];
  if (name === undefined) return -1;
  const at = FILES.indexOf(name);
  return at < 0 ? FILES.length : at;
}

function lineOf({ path }: Issue): number {
  return Number(/^\S+ line (\d+)/.exec(path)?.[1] ?? 0);
}
