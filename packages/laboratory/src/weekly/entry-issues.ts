import { dayFromIso, type Issue, isoFromDay, issue } from '@almfes/engine';
import type { Entry } from './entry.js';
import { firstDayOf } from './source-date.js';

const WORDS = ['language-model', 'agent'];
const ABOVE_ADVICE = ['G4', 'G5'];

/**
 * What is wrong with an entry whose fields are each right (WEEK-4 to WEEK-6); `today` is the day it
 * is, when known.
 */
export function entryIssues(entry: Entry, path: string, today?: number): Issue[] {
  return [
    ...phaseIssues(entry, path),
    ...resultIssues(entry, path),
    ...sourceIssues(entry, path),
    ...(today === undefined ? [] : futureIssues(entry, path, today)),
  ];
}

/** A source of tomorrow has not been read. */
function futureIssues({ date, source }: Entry, path: string, today: number): Issue[] {
  const days = [
    { at: `${path}/date`, text: date },
    { at: `${path}/source/accessed`, text: source.accessed ?? '' },
  ];
  return days
    .filter(({ text }) => (firstDayOf(text) ?? today) > today)
    .map(({ at, text }) => issue('future', at, `a day until today, ${isoFromDay(today)}`, text));
}

/** A generative use never stands above advice that a person signs. */
function phaseIssues({ technique, phase }: Entry, path: string): Issue[] {
  if (!WORDS.includes(technique) || !ABOVE_ADVICE.includes(phase)) return [];
  const expected = `G0 to G3, X or all for technique ${technique}`;
  return [issue('phase', `${path}/phase`, expected, phase)];
}

/** A rule measures nothing, and what is recalled carries no result. */
function resultIssues({ measuredResult, evidenceGrade, source }: Entry, path: string): Issue[] {
  if (measuredResult === undefined) return [];
  const at = `${path}/measuredResult`;
  if (evidenceGrade === 'R') return [issue('result', at, 'no result at grade R', 'a result')];
  if (source.read !== 'recalled') return [];
  return [issue('result', at, 'no result from a recalled source', 'a result')];
}

function sourceIssues({ source, date }: Entry, path: string): Issue[] {
  const issues: Issue[] = [];
  const second = source.read === 'seen-secondary';
  if (second !== (source.via !== undefined)) {
    const expected = second ? 'the page through which it was read' : 'no via: only when secondary';
    issues.push(issue('via', `${path}/source/via`, expected, source.via ?? 'nothing'));
  }
  const accessed = dayOf(source.accessed);
  const first = firstDayOf(date);
  if (accessed !== undefined && first !== undefined && first > accessed) {
    const expected = `a date not after the day it was read, ${source.accessed ?? ''}`;
    issues.push(issue('date', `${path}/date`, expected, date));
  }
  return issues;
}

function dayOf(iso: string | undefined): number | undefined {
  const day = iso === undefined ? undefined : dayFromIso(iso, '');
  return day?.ok === true ? day.value : undefined;
}
