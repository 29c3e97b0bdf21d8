import { join, resolve } from 'node:path';
import { type Issue, issue, type Result } from '@almfes/engine';
import {
  atomFeed,
  type Edition,
  editionOf,
  type FeedPlace,
  jsonFeed,
  letterHtml,
  letterMail,
  letterText,
  permanentUrn,
  rssFeed,
  trackerAnswer,
} from '@almfes/laboratory';
import { htmlAnswer } from '@almfes/report';
import { complaint } from '../complaint.js';
import type { Effects } from '../effect/effects.js';
import { sha256 } from '../effect/sha256.js';
import { writeFileWhole } from '../page-file.js';
import { refused } from '../refused.js';
import { draftWeeks, readSeries, type WeeklySeries, weeklyFolder } from '../weekly-library.js';
import type { ExitCode } from './exit-code.js';
import { chosenWeeks } from './weekly.js';

export interface WeeklyPublishOptions {
  readonly out: string;
  readonly base?: string;
  readonly from?: string;
}

const NO_FOLDER = issue('out', '--out', 'the folder where the files go', 'nothing');

/** `almfes weekly publish`: three feeds, the letter of one week and the tracker's page. */
export async function publishWeeklyCommand(
  week: string | undefined,
  options: WeeklyPublishOptions,
  effects: Effects,
): Promise<ExitCode> {
  const folder = await weeklyFolder(effects);
  if (!folder.ok) return refused('the weekly series cannot be read', folder.issues, {}, effects);
  if (options.out.trim() === '') return refused('no folder', [NO_FOLDER], {}, effects);
  const base = baseOf(options.base);
  if (!base.ok) return refused('no base', base.issues, {}, effects);
  const judged = { ...effects, judgedOn: effects.today() };
  const unfinished = await draftWeeks(folder.value, judged);
  const finished = folder.value.weeks.filter((each) => !unfinished.includes(each));
  const chosen = chosenWeeks(week, false, week === undefined ? finished : folder.value.weeks);
  if (!chosen.ok) return refused('no such issue', chosen.issues, {}, effects);
  const drafts = unfinished.filter((each) => each !== chosen.value[0]);
  const weeks = folder.value.weeks.filter((each) => !drafts.includes(each));
  const series = await readSeries({ ...folder.value, weeks }, judged);
  if (!series.ok) {
    refused('the series is published whole or not at all', series.issues, {}, effects);
    return 1;
  }
  const editions = editionsOf(series.value);
  const letter = editions.find(({ front }) => front.week === chosen.value[0]);
  if (letter === undefined) throw new Error('the chosen week is one of the series');
  const place = { base: base.value, urn: permanentUrn('weekly', sha256) };
  const files = publishedFiles(editions, letter, place, options.from);
  if (!files.ok) return refused('no letter', files.issues, {}, effects);
  const page = await htmlAnswer(trackerAnswer(series.value.entries));
  const all = [...files.value, { name: 'tracker.html', text: page }];
  if (drafts.length > 0) effects.stderr(complaint(`drafts left out: ${drafts.join(', ')}`));
  return (await writeAll(all, options.out, effects)) ? 0 : 2;
}

function editionsOf({ issues, entries }: WeeklySeries): Edition[] {
  return issues.map((weekly) => {
    const edition = editionOf(weekly, entries, sha256);
    if (!edition.ok) throw new Error(edition.issues[0]?.message);
    return edition.value;
  });
}

function baseOf(base: string | undefined): Result<string | null> {
  if (base === undefined) return { ok: true, value: null };
  if (/^https:\/\/[^\s?#"<>]+\/$/.test(base)) return { ok: true, value: base };
  const found: Issue = issue('base', '--base', 'https://… that ends with a slash', base);
  return { ok: false, issues: [found] };
}

interface NamedFile {
  readonly name: string;
  readonly text: string;
}

function publishedFiles(
  editions: readonly Edition[],
  letter: Edition,
  place: FeedPlace,
  from: string | undefined,
): Result<NamedFile[]> {
  const { week } = letter.front;
  const mail = letterMail(letter, from);
  if (!mail.ok) return mail;
  const files = [
    { name: 'feed.xml', text: rssFeed(editions, place) },
    { name: 'atom.xml', text: atomFeed(editions, place) },
    { name: 'feed.json', text: jsonFeed(editions, place) },
    { name: `${week}.html`, text: letterHtml(letter) },
    { name: `${week}.txt`, text: letterText(letter) },
    { name: `${week}.eml`, text: mail.value },
  ];
  return { ok: true, value: files };
}

async function writeAll(
  files: readonly NamedFile[],
  out: string,
  effects: Effects,
): Promise<boolean> {
  const folder = resolve(effects.workingFolder, out);
  const prepared = await effects.files.prepareFolder(folder);
  if (!prepared.ok) {
    refused('cannot write there', prepared.issues, {}, effects);
    return false;
  }
  for (const { name, text } of files) {
    const written = await writeFileWhole({ text, path: join(folder, name), what: name }, effects);
    if (!written) return false;
  }
  return true;
}
