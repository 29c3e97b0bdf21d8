import { join, resolve } from 'node:path';
import { listCases, shownPath } from '../case-folder.js';
import { readJson, runCaseNamed } from '../case-run.js';
import { complaint, complaintWithIssues } from '../complaint.js';
import type { Effects } from '../effect/effects.js';
import { whileWaiting } from '../effect/while-waiting.js';
import { caseFigures } from '../site/case-figures.js';
import type { SiteCase } from '../site/site-case.js';
import { siteContent } from '../site/site-content.js';
import { siteDocuments } from '../site/site-documents.js';
import type { ExitCode } from './exit-code.js';

export interface SiteOptions {
  readonly out: string;
  readonly baseAddress?: string;
  readonly case?: readonly string[];
}

/** `almfes site build`: every case is run once, and the pages are set from what they gave. */
export async function siteCommand(options: SiteOptions, effects: Effects): Promise<ExitCode> {
  const cases = await casesOf(options, effects);
  if (cases === null) return 2;
  const documents = await siteDocuments(effects);
  const baseAddress = options.baseAddress ?? '';
  const site = await siteContent({ cases, documents, baseAddress });
  const outFolder = resolve(effects.workingFolder, options.out);
  const what = `setting ${site.pages.length} pages`;
  const waiting = { what, write: effects.stderr, clockMs: effects.clockMs };
  const made = await whileWaiting(waiting, effects.makeSite(site, outFolder));
  if (!made.ok) {
    effects.stderr(complaintWithIssues('the site cannot be made', made.issues));
    return 2;
  }
  const shown = shownPath(join(outFolder, 'index.html'), effects.workingFolder);
  effects.stdout(`${cases.length} cases, ${site.pages.length} pages: ${shown}\n`);
  return 0;
}

/** The cases that were asked for, or all; null after the complaint. */
async function casesOf(options: SiteOptions, effects: Effects): Promise<SiteCase[] | null> {
  const folders = await listCases(effects);
  const unknown = options.case?.find((slug) => folders.every((folder) => folder.slug !== slug));
  if (unknown !== undefined) {
    effects.stderr(complaint(`there is no case '${unknown}' in the library`));
    return null;
  }
  const cases: SiteCase[] = [];
  const wanted = folders.filter(({ slug }) => options.case?.includes(slug) ?? true);
  for (const [index, { slug, path }] of wanted.entries()) {
    effects.stderr(`  case ${index + 1} of ${wanted.length}: ${slug}\n`);
    const file = await readJson(join(path, 'figures.json'), effects.files);
    const figures = file.ok ? caseFigures(file.value) : file;
    if (!figures.ok) {
      effects.stderr(complaintWithIssues(`the figures of ${slug} cannot be read`, figures.issues));
      return null;
    }
    const result = await runCaseNamed(slug, effects);
    if (result === null) return null;
    cases.push({ slug, result, figures: figures.value });
  }
  return cases;
}
