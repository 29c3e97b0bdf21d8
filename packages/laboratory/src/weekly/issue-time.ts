import { dayFromIso, type Issue, isoFromDay, issue } from '@almfes/engine';
import type { Entry } from './entry.js';
import { mondayOf } from './iso-week.js';
import { firstDayOf } from './source-date.js';
import type { WeeklyIssue } from './weekly-issue.js';

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
  const ofWeek = selected.some((entry) => isOfDays(entry, monday.value));
  if (front.kind === 'news' && !ofWeek) {
    const expected = `reading-list, for no source is of ${front.week}`;
    issues.push(issue('kind', '/kind', expected, front.kind));
  }
  return issues;
}

/** A date known to the day, in the week that begins on this Monday or later. */
function isOfDays({ date }: Entry, monday: number): boolean {
  return date.length === 'YYYY-MM-DD'.length && (firstDayOf(date) ?? monday - 1) >= monday;
}
