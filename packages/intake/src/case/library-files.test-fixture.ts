import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Issue, Result } from '@almfes/engine';
import { type CaseFiles, parseCase } from './parse-case.js';

const LIBRARY = fileURLToPath(new URL('../../../../library/', import.meta.url));

/** JSON that a test may change at will. */
// biome-ignore lint/suspicious/noExplicitAny: tests break real files term by term
export type Loose = any;

/** The files of a library case as the command reads them, free to be changed. */
export type LooseFiles = Pick<CaseFiles, 'slug'> & {
  curves: string;
  figures: Loose;
  study: Loose;
  changes: Loose;
  sisters: Loose[];
};

export const CASES = ['svb-2020', 'svb-2021', 'svb-2022'] as const;

export function libraryFiles(slug: string): LooseFiles {
  const own = folder(slug);
  return { ...own, curves: curvesText(), sisters: (own.changes.sisters ?? []).map(folder) };
}

function folder(slug: string) {
  const json = (name: string): Loose =>
    JSON.parse(readFileSync(`${LIBRARY}case/${slug}/${name}.json`, 'utf8'));
  return { slug, figures: json('figures'), study: json('study'), changes: json('changes') };
}

/** The latest vintage of the library's par yields. */
export function curvesText(): string {
  const home = `${LIBRARY}data/us-treasury-par`;
  const vintages = readdirSync(home, { withFileTypes: true }).filter((each) => each.isDirectory());
  const latest = vintages.map(({ name }) => name).toSorted();
  return readFileSync(`${home}/${latest.at(-1)}/us-treasury-par.csv`, 'utf8');
}

/** `code path` of every issue; empty for a success. */
export function lines<T>(result: Result<T>): string[] {
  return result.ok ? [] : issueLines(result.issues);
}

export function issueLines(issues: readonly Issue[]): string[] {
  return issues.map(({ code, path }) => `${code} ${path}`);
}

export function valueOrThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(issueLines(result.issues).join('\n'));
}

/** What the door says of a library case after an edit, as `code path`. */
export function broken(slug: string, edit: (files: LooseFiles) => void): string[] {
  const files = libraryFiles(slug);
  edit(files);
  return lines(parseCase(files));
}
