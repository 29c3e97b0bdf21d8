import { join, resolve } from 'node:path';
import type { Result } from '@almfes/engine';
import { shownPath } from '../case-folder.js';
import { complaint, complaintWithIssues } from '../complaint.js';
import type { Effects } from '../effect/effects.js';
import { whileWaiting } from '../effect/while-waiting.js';
import { readDataPassports } from '../site/data-passports.js';
import { readPublishedLeague } from '../site/published-league.js';
import { caseFolders, readCase } from '../site/read-cases.js';
import { readContributions } from '../site/read-contributions.js';
import {
  readArticles,
  readCitedArticles,
  readCitedIssues,
  readWeekly,
} from '../site/read-library.js';
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
  const outFolder = resolve(effects.workingFolder, options.out);
  if (told('the site', await effects.mayMakeSite(outFolder), effects) === null) return 2;
  const articles = told('the articles', await readArticles(effects), effects);
  const series = told('the weekly series', await readWeekly(effects), effects);
  if (articles === null || series === null) return 2;
  const cases = await casesOf(options, effects);
  if (cases === null) return 2;
  const chosen = cases.map(({ slug }) => slug);
  const all = (await caseFolders(effects)).map(({ slug }) => slug);
  const leftOut = all.filter((slug) => !chosen.includes(slug));
  const citedIssues = told('the citations', await readCitedIssues(series.issues, effects), effects);
  const quoted = await readCitedArticles(articles, effects);
  const citedArticles = told('the citations', quoted, effects);
  if (citedIssues === null || citedArticles === null) return 2;
  const folders = (await caseFolders(effects)).filter(({ slug }) => chosen.includes(slug));
  const found = await readContributions(folders, effects);
  const contributions = told('the contributions', found, effects);
  if (contributions === null) return 2;
  const source = { contributions, entries: series.entries, weekly: series.issues, citedIssues };
  const league = told('the league', await readPublishedLeague(effects), effects);
  if (league === null) return 2;
  const data = await readDataPassports(effects);
  const documents = await siteDocuments(effects);
  const baseAddress = options.baseAddress ?? '';
  const made = await siteContent({
    ...{ ...source, articles, citedArticles, cases, leftOut, documents, baseAddress, league, data },
  });
  const site = told('the pages', made, effects);
  if (site === null) return 2;
  const what = `setting ${site.pages.length} pages`;
  const waiting = { what, write: effects.stderr, clockMs: effects.clockMs };
  const set = await whileWaiting(waiting, effects.makeSite(site, outFolder));
  if (told('the site', set, effects) === null) return 2;
  const shown = shownPath(join(outFolder, 'index.html'), effects.workingFolder);
  effects.stdout(`${cases.length} cases, ${site.pages.length} pages: ${shown}\n`);
  return 0;
}

/** The value, or null after the complaint. */
function told<T>(what: string, found: Result<T>, effects: Effects): T | null {
  if (found.ok) return found.value;
  effects.stderr(complaintWithIssues(`${what} cannot be made`, found.issues));
  return null;
}

/** The cases that were asked for, or all; null after the complaint. */
async function casesOf(options: SiteOptions, effects: Effects): Promise<SiteCase[] | null> {
  const folders = await caseFolders(effects);
  const unknown = options.case?.find((slug) => folders.every((folder) => folder.slug !== slug));
  if (unknown !== undefined) {
    effects.stderr(complaint(`there is no case '${unknown}' in the library`));
    return null;
  }
  const cases: SiteCase[] = [];
  const wanted = folders.filter(({ slug }) => options.case?.includes(slug) ?? true);
  for (const [index, folder] of wanted.entries()) {
    effects.stderr(`  case ${index + 1} of ${wanted.length}: ${folder.slug}\n`);
    const found = told(`the case ${folder.slug}`, await readCase(folder, effects), effects);
    if (found === null) return null;
    cases.push(found);
  }
  return cases;
}
