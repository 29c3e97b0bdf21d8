import { dayFromIso, type Issue, isoFromDay, issue } from '@almfes/engine';
import type { Entry } from './entry.js';
import { mondayOf } from './iso-week.js';
import { firstDayOf } from './source-date.js';
import type { IssueFront, WeeklyIssue } from './weekly-issue.js';

/**
 * An issue is not written before its week, selects nothing of after its week, and calls itself
 * news only when a source is of the week (WEEK-10). Paths point into the front matter. `today` is
 * the day it is, when known.
 */
export function issueTimeIssues(
  { front, entryIds }: WeeklyIssue,
  entries: readonly Entry[],
  today?: number,
): Issue[] {
  const monday = mondayOf(front.week, '/week');
  const written = dayFromIso(front.date, '/date');
  if (!monday.ok || !written.ok) throw new Error('front matter was not read');
  const sunday = monday.value + 6;
  const selected = entries.filter(({ id }) => entryIds.includes(id));
  const issues = selected
    .filter(({ date }) => (firstDayOf(date) ?? 0) > sunday)
    .map(({ id, date }) =>
      issue('future', '/week', `sources until ${isoFromDay(sunday)}`, `${id} of ${date}`),
    );
  if (written.value < monday.value) {
    const expected = `a day from ${isoFromDay(monday.value)} on, the Monday of its week`;
    issues.push(issue('date', '/date', expected, front.date));
  }
  if (today !== undefined && written.value > today) {
    issues.push(issue('future', '/date', `a day until today, ${isoFromDay(today)}`, front.date));
  }
  issues.push(...revisionIssues(front, written.value, today));
  const ofWeek = selected.some((entry) => isOfDays(entry, monday.value));
  if (front.kind === 'news' && !ofWeek) {
    const expected = `reading-list, for no source is of ${front.week}`;
    issues.push(issue('kind', '/kind', expected, front.kind));
  }
  return issues;
}

/** A later version says of which day it is; the first has none (WEEK-10). */
function revisionIssues(
  { version, date, revised }: IssueFront,
  written: number,
  today: number | undefined,
): Issue[] {
  const first = version === '1.0.0';
  if (revised === undefined) {
    return first ? [] : [issue('revised', '/revised', `the day of version ${version}`, 'nothing')];
  }
  if (first) return [issue('revised', '/revised', 'a version after 1.0.0, or no day', version)];
  const day = dayFromIso(revised, '/revised');
  if (!day.ok) throw new Error('front matter was not read');
  if (day.value < written) {
    return [issue('revised', '/revised', `a day from ${date} on, when it was written`, revised)];
  }
  if (today === undefined || day.value <= today) return [];
  return [issue('future', '/revised', `a day until today, ${isoFromDay(today)}`, revised)];
}

/** A date known to the day, in the week that begins on this Monday or later. */
function isOfDays({ date }: Entry, monday: number): boolean {
  return date.length === 'YYYY-MM-DD'.length && (firstDayOf(date) ?? monday - 1) >= monday;
}
