import { join, resolve } from 'node:path';
import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import { isoWeekOf, issueTemplate, mondayOf, trackerAnswer } from '@almfes/laboratory';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import { shownPath } from '../case-folder.js';
import { complaint } from '../complaint.js';
import type { Effects } from '../effect/effects.js';
import { refused } from '../refused.js';
import { readSeries, type WeeklySeries, weeklyFolder } from '../weekly-library.js';
import type { ExitCode } from './exit-code.js';

export interface WeeklyNewOptions {
  readonly week?: string;
}

export interface WeeklyCheckOptions extends AnswerOptions {
  readonly all?: boolean;
}

/** `almfes weekly new`: the template of the next week, or of the week named (WEEK-16). */
export async function newWeeklyCommand(
  { week }: WeeklyNewOptions,
  effects: Effects,
): Promise<ExitCode> {
  const folder = await weeklyFolder(effects);
  const weeks = folder.ok ? folder.value.weeks : [];
  const chosen = week ?? weekAfter(weeks);
  if (chosen === undefined) {
    effects.stderr(complaint('there is no issue yet: name the first with --week, 2026-W49 say'));
    return 2;
  }
  const monday = mondayOf(chosen, '--week');
  if (!monday.ok) return refused('no such week', monday.issues, {}, effects);
  const path = join(effects.libraryFolder, 'weekly', chosen, 'issue.md');
  const prepared = await effects.files.prepareFolder(resolve(path, '..'));
  const written = prepared.ok
    ? await effects.files.writeNew(path, issueTemplate(chosen, monday.value))
    : prepared;
  if (!written.ok) {
    effects.stderr(complaint(`cannot write the issue: ${written.issues[0]?.got ?? 'no reason'}`));
    return 2;
  }
  effects.stderr(`Issue written to ${shownPath(path, effects.workingFolder)}\n`);
  effects.stderr(`Write it, then run: almfes weekly check ${chosen}\n`);
  return 0;
}

function weekAfter(weeks: readonly string[]): string | undefined {
  const last = weeks.at(-1);
  const monday = last === undefined ? undefined : mondayOf(last, '');
  return monday?.ok === true ? isoWeekOf(monday.value + 7) : undefined;
}

/** `almfes weekly check`: what does not hold, by file and line (WEEK-17). */
export async function checkWeeklyCommand(
  week: string | undefined,
  options: WeeklyCheckOptions,
  effects: Effects,
): Promise<ExitCode> {
  if (week !== undefined && options.all === true) {
    effects.stderr(complaint('a week and --all are two wishes: name one'));
    return 2;
  }
  if (!(await answerIsWelcome(options, effects, []))) return 2;
  const folder = await weeklyFolder(effects);
  if (!folder.ok)
    return refused('the weekly series cannot be read', folder.issues, options, effects);
  const chosen = chosenWeeks(week, options.all === true, folder.value.weeks);
  if (!chosen.ok) return refused('no such issue', chosen.issues, options, effects);
  const series = await readSeries(
    { ...folder.value, weeks: chosen.value },
    { ...effects, judgedOn: effects.today() },
  );
  if (!series.ok) return notRight(series.issues, options, effects);
  return (await putSeries(series.value, options, effects)) ? 0 : 2;
}

/** One week, all, or the newest. */
export function chosenWeeks(
  week: string | undefined,
  all: boolean,
  weeks: readonly string[],
): Result<readonly string[]> {
  if (all) return ok(weeks);
  const chosen = week ?? weeks.at(-1);
  if (chosen !== undefined && weeks.includes(chosen)) return ok([chosen]);
  const expected = weeks.length === 0 ? 'an issue in library/weekly' : `one of ${weeks.join(', ')}`;
  return fail(issue('week', 'week', expected, chosen ?? 'none'));
}

/** The files can be read and something in them does not hold. */
function notRight(
  issues: readonly Issue[],
  options: WeeklyCheckOptions,
  effects: Effects,
): ExitCode {
  const isFile = issues.every(({ code }) => code.startsWith('FILE_'));
  const plural = issues.length === 1 ? '1 thing does' : `${issues.length} things do`;
  refused(`${plural} not hold in the weekly series`, issues, options, effects);
  return isFile ? 2 : 1;
}

async function putSeries(
  { entries, issues }: WeeklySeries,
  options: WeeklyCheckOptions,
  effects: Effects,
): Promise<boolean> {
  const result = {
    ok: true,
    entries: entries.length,
    issues: issues.map(({ front, entryIds }) => ({ ...front, entries: entryIds })),
  };
  const tracker = trackerAnswer(entries);
  const [, ...counts] = tracker.tables;
  // A terminal gets the counts; the page and the feeds hold the entries themselves.
  const tables = options.html === undefined ? counts : tracker.tables;
  const named = issues.map(
    ({ front, entryIds }) =>
      `${front.week} (${entryIds.length} entries, written ${front.date}): ${front.title}`,
  );
  const answer = { ...tracker, tables, findings: [...tracker.findings, ...named] };
  return putAnswer({ answer, result }, options, effects);
}
