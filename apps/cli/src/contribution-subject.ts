import { join } from 'node:path';
import { type Issue, issue } from '@almfes/engine';
import { type ContributionKind, dataName, dataSetOf, isSlug } from '@almfes/laboratory';
import { readDataSets } from './contribution-library.js';
import type { Effects } from './effect/effects.js';

/** What the options of `almfes contribute new` name; '' and undefined where they are left out. */
export interface ContributionSubject {
  readonly case: string;
  readonly figure: string | undefined;
}

/**
 * Why no template can be made for what the options name, or null (rule CONTRIB-16): a case that is
 * there, or for a new case a name that is free; a figure only in a correction, with its place.
 */
export async function subjectIssue(
  kind: ContributionKind,
  { case: about, figure }: ContributionSubject,
  effects: Effects,
): Promise<Issue | null> {
  if (figure !== undefined && kind !== 'correction') {
    const text = `--figure belongs to a correction, not to a ${kind}`;
    return issue('figure', '--figure', 'a correction', kind, text);
  }
  if (about === '') {
    if (figure === undefined) return null;
    const text = `--figure ${figure} needs --case: the place that holds it`;
    return issue('missing', '--case', 'the place of the figure', 'none', text);
  }
  return kind === 'case' ? newNameIssue(about, effects) : placeIssue(kind, about, effects);
}

async function newNameIssue(name: string, effects: Effects): Promise<Issue | null> {
  if (!isSlug(name)) {
    const letters = 'small letters, digits and hyphens';
    const text = `--case is the name of the new case: ${letters}, not '${name}'`;
    return issue('slug', '--case', letters, name, text);
  }
  if (!(await namesIn('case', effects)).includes(name)) return null;
  const way = 'name the new one otherwise, or propose a correction';
  const text = `the library has a case '${name}' already: ${way}`;
  return issue('duplicate-slug', '--case', 'a name no case of the library has', name, text);
}

async function placeIssue(
  kind: ContributionKind,
  about: string,
  effects: Effects,
): Promise<Issue | null> {
  if ((await namesIn('case', effects)).includes(about)) return null;
  if (kind !== 'correction') {
    const text = `there is no case '${about}'; almfes case --list names them`;
    return issue('unknown-case', '--case', 'a case of the library', about, text);
  }
  const article = about.replace(/^article\//, '');
  if (article !== about && (await namesIn('article', effects)).includes(article)) return null;
  const isData = dataName(about) !== null;
  if (isData && dataSetOf(about, await readDataSets(effects)) !== undefined) return null;
  const hint = 'almfes case --list names the cases';
  const text = `there is no case, article/SLUG or data/FILE '${about}'; ${hint}`;
  return issue('unknown-case', '--case', 'a case, article or data set', about, text);
}

function namesIn(part: string, { files, libraryFolder }: Effects): Promise<readonly string[]> {
  return files.folderNames(join(libraryFolder, part));
}
