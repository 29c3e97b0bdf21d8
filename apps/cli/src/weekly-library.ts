import { join } from 'node:path';
import { dayFromIso, fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import {
  type Entry,
  mondayOf,
  type NamedText,
  parseEntries,
  parseIssue,
  type WeeklyIssue,
} from '@almfes/laboratory';
import type { Effects } from './effect/effects.js';

const MOST_BYTES = 5_000_000;
const TRACKER = 'tracker';

/** `judgedOn` when the series is judged on a day: nothing in it is of later (WEEK-17). */
type Surroundings = Pick<Effects, 'files' | 'libraryFolder'> & { readonly judgedOn?: string };

/** What stands in `library/weekly`: the tracker's files and the weeks that have a folder. */
export interface WeeklyFolder {
  readonly tracker: readonly NamedText[];
  readonly weeks: readonly string[];
}

/** The tracker as it was read, and the weeks in order; folders of other names are issues. */
export async function weeklyFolder(surroundings: Surroundings): Promise<Result<WeeklyFolder>> {
  const { files, libraryFolder } = surroundings;
  const folder = join(libraryFolder, 'weekly');
  const names = (await files.fileNames(join(folder, TRACKER))).filter((name) =>
    name.endsWith('.yaml'),
  );
  if (names.length === 0) {
    return fail(issue('tracker', `weekly/${TRACKER}`, 'files .yaml with entries', 'none'));
  }
  const tracker: NamedText[] = [];
  const issues: Issue[] = [];
  for (const name of names) {
    const text = await files.readText(join(folder, TRACKER, name), MOST_BYTES);
    if (text.ok) tracker.push({ name: `${TRACKER}/${name}`, text: text.value });
    else issues.push(...text.issues);
  }
  const weeks = (await files.folderNames(folder)).filter((name) => name !== TRACKER);
  issues.push(...weeks.flatMap(weekIssues));
  return issues.length === 0 ? ok({ tracker, weeks }) : { ok: false, issues };
}

function weekIssues(week: string): readonly Issue[] {
  const monday = mondayOf(week, `weekly/${week}`);
  return monday.ok ? [] : monday.issues;
}

/** The issue of one week; an issue of another week in its folder is refused. */
export async function readWeeklyIssue(
  week: string,
  entries: readonly Entry[],
  { files, libraryFolder, judgedOn }: Surroundings,
): Promise<Result<WeeklyIssue>> {
  const path = join(libraryFolder, 'weekly', week, 'issue.md');
  const text = await files.readText(path, MOST_BYTES);
  if (!text.ok) return text;
  const name = `${week}/issue.md`;
  const found = parseIssue({ name, text: text.value }, entries, dayOf(judgedOn));
  if (!found.ok || found.value.front.week === week) return found;
  return fail(issue('week', name, `the week of its folder, ${week}`, found.value.front.week));
}

/** The whole series, or every issue of it in the order of weeks (WEEK-17). */
export interface WeeklySeries {
  readonly entries: readonly Entry[];
  readonly issues: readonly WeeklyIssue[];
}

/** Tracker and the issues of these weeks, or all that is wrong with either. */
export async function readSeries(
  { tracker, weeks }: WeeklyFolder,
  surroundings: Surroundings,
): Promise<Result<WeeklySeries>> {
  const entries = parseEntries(tracker, dayOf(surroundings.judgedOn));
  if (!entries.ok) return entries;
  const read: WeeklyIssue[] = [];
  const wrong: Issue[] = [];
  for (const week of weeks) {
    const found = await readWeeklyIssue(week, entries.value, surroundings);
    if (found.ok) read.push(found.value);
    else wrong.push(...found.issues);
  }
  return wrong.length === 0
    ? ok({ entries: entries.value, issues: read })
    : { ok: false, issues: wrong };
}

/** Weeks in which something is still TO WRITE: a draft stops no other week (WEEK-17). */
export async function draftWeeks(
  { tracker, weeks }: WeeklyFolder,
  surroundings: Surroundings,
): Promise<readonly string[]> {
  const entries = parseEntries(tracker, dayOf(surroundings.judgedOn));
  if (!entries.ok) return [];
  const drafts: string[] = [];
  for (const week of weeks) {
    const found = await readWeeklyIssue(week, entries.value, surroundings);
    if (!found.ok && found.issues.some(({ code }) => code === 'to-write')) drafts.push(week);
  }
  return drafts;
}

function dayOf(iso: string | undefined): number | undefined {
  const day = iso === undefined ? undefined : dayFromIso(iso, 'judgedOn');
  return day?.ok === true ? day.value : undefined;
}
