import { evaluate, type Issue, issue, publishedVsReproduced, type Result } from '@almfes/engine';
import { type CaseFolder, parseCaseFolder } from '../case/index.js';
import type { FolderFile } from '../folder-file.js';
import { balanceLines, meets } from './balance-lines.js';
import { type Check, checkOf } from './check.js';
import type { CheckedLibrary } from './checked-library.js';
import type { ProposedCase } from './contribution.js';
import { jsonOf, placed } from './placed-json.js';

/** The checks of a proposed case: a new name, a folder that is read, and a balance that holds. */
export function caseChecks(
  { case: slug }: ProposedCase,
  files: readonly FolderFile[],
  library: CheckedLibrary,
): Check[] {
  const taken = library.slugs.includes(slug)
    ? [issue('duplicate-slug', '/case', 'a name that no case has', slug)]
    : [];
  const folder = proposedFolder(slug, files, library);
  const title = 'the folder is a case that evaluates';
  if (!folder.ok) return [checkOf('reproduction', title, [...taken, ...folder.issues])];
  const { case: found, figures } = folder.value;
  if (found === undefined) return [checkOf('reproduction', title, taken, ['a disclosure study'])];
  const { measures, refused } = evaluate(found.study);
  const counts = [Object.keys(figures).length, measures.length, refused.length];
  const reproduced = publishedVsReproduced({ ...found, sisters: [] });
  const missed = reproduced.filter(
    ({ aim, difference }) => aim !== null && Math.abs(difference) > aim,
  );
  const notes = [
    `${counts[0]} figures, ${counts[1]} measures, ${counts[2]} refused`,
    `${reproduced.length} published figures, ${missed.length} missed by more than their aim`,
  ];
  const broken = balanceLines(found.study, figures)
    .filter((line) => !meets(line))
    .map(({ figure, of, published, built }) =>
      issue(
        'identity',
        `case/figures.json#/figures/${figure}`,
        `${of} of ${published} within 1, in USD million`,
        `rows that add up to ${built.toFixed(1)}`,
      ),
    );
  return [
    checkOf('reproduction', title, taken, notes),
    checkOf('identities', 'the balance sheet meets its published totals', broken),
  ];
}

function proposedFolder(
  slug: string,
  files: readonly FolderFile[],
  library: CheckedLibrary,
): Result<CaseFolder> {
  const issues: Issue[] = [];
  const text = (name: string) => files.find((each) => each.name === `case/${name}`);
  const json = (name: string): unknown => {
    const file = text(name);
    if (file === undefined) return undefined;
    const value = jsonOf(file);
    if (!value.ok) issues.push(...value.issues);
    return value.ok ? value.value : undefined;
  };
  const front = text('case.md');
  if (front === undefined) issues.push(issue('missing-file', 'case/case.md', 'a page', 'no file'));
  const figures = json('figures.json');
  const study = json('study.json');
  const changes = json('changes.json');
  if (front === undefined || issues.length > 0) return { ok: false, issues };
  const sisters = library.cases.filter((each) => sistersIn(changes).includes(each.slug));
  const given = { slug, front: front.text, figures, sisters, curves: library.curves };
  const folder = parseCaseFolder({
    ...given,
    ...(study === undefined ? {} : { study }),
    ...(changes === undefined ? {} : { changes }),
  });
  return folder.ok
    ? folder
    : { ok: false, issues: folder.issues.map((each) => lined(each, files)) };
}

function sistersIn(changes: unknown): readonly unknown[] {
  if (typeof changes !== 'object' || changes === null || !('sisters' in changes)) return [];
  return Array.isArray(changes.sisters) ? changes.sisters : [];
}

/** `figures.json#/figures/x` as file, line and pointer; what has a line already stays. */
function lined(found: Issue, files: readonly FolderFile[]): Issue {
  const [name = '', pointer] = found.path.split('#');
  const file = files.find((each) => each.name === `case/${name}`);
  if (pointer === undefined || file === undefined) return { ...found, path: `case/${found.path}` };
  const [line] = placed([{ ...found, path: pointer }], file);
  return line ?? found;
}
