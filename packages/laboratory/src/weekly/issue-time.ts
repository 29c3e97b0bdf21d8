import { civilFromDay, dayFromIso, type Issue, issue } from '@almfes/engine';
import type { Entry } from './entry.js';
import { mondayOf } from './iso-week.js';
import { firstDayOf } from './source-date.js';
import type { WeeklyIssue } from './weekly-issue.js';

/**
 * An issue is not written before its week, selects nothing of after its week, and calls itself
 * news only when a source is of the week (WEEK-10).
 */
export function issueTimeIssues(
  { front, entryIds }: WeeklyIssue,
  entries: readonly Entry[],
  name: string,
): Issue[] {
  const monday = mondayOf(front.week, '/week');
  const written = dayFromIso(front.date, '/date');
  if (!monday.ok || !written.ok) throw new Error('front matter was not read');
  const sunday = monday.value + 6;
  const selected = entries.filter(({ id }) => entryIds.includes(id));
  const issues = selected
    .filter(({ date }) => (firstDayOf(date) ?? 0) > sunday)
    .map(({ id, date }) =>
      issue('future', `${name} [[entry ${id}]]`, `a source until ${isoOf(sunday)}`, date),
    );
  if (written.value < monday.value) {
    const expected = `a day from ${isoOf(monday.value)} on, the Monday of its week`;
    issues.push(issue('date', `${name} /date`, expected, front.date));
  }
  const ofWeek = selected.some(({ date }) => date.length === 10 && isAtLeast(date, monday.value));
  if (front.kind === 'news' && !ofWeek) {
    const expected = `reading-list, for no source is of ${front.week}`;
    issues.push(issue('kind', `${name} /kind`, expected, front.kind));
  }
  return issues;
}

function isAtLeast(date: string, day: number): boolean {
  return (firstDayOf(date) ?? day - 1) >= day;
}

function isoOf(day: number): string {
  const { year, month, dayOfMonth } = civilFromDay(day);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(dayOfMonth)}`;
}
