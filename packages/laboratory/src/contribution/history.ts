import {
  contentHash,
  fail,
  type HashFunction,
  type Issue,
  issue,
  ok,
  type Read,
  type Result,
  read,
} from '@almfes/engine';
import { contentIssues } from './content-issues.js';
import { CONTRIBUTION_STATES, type ContributionState, nextStates } from './queue.js';

/** One step in the life of a contribution, bound to the one before it (rule CONTRIB-7). */
export interface HistoryEvent {
  readonly state: ContributionState;
  readonly date: string;
  /** Who moved it, by name. */
  readonly by: string;
  readonly reason: string;
  /** Hash of the files as they were (`folderHash`). */
  readonly content: string;
  /** Hash of the event before; of the first event, 64 zeros. */
  readonly previous: string;
  /** Hash of this event without this member. */
  readonly hash: string;
}

export type NewEvent = Pick<HistoryEvent, 'state' | 'date' | 'by' | 'reason' | 'content'>;

const SCHEMA = 'almfes/contribution-history/1';
const BEFORE_THE_FIRST = '0'.repeat(64);
const MOST_EVENTS = 1000;

const digest: Read<string> = (value, path, issues) => {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return value;
  issues.push(issue('hash', path, '64 hex digits', read.describe(value)));
  return undefined;
};

const event = read.object<HistoryEvent>({
  state: read.oneOf(CONTRIBUTION_STATES),
  date: read.isoDate,
  by: read.title,
  reason: read.text({ min: 1, max: 4000 }),
  content: digest,
  previous: digest,
  hash: digest,
});

const file = read.object<{ readonly schema: string; readonly events: readonly HistoryEvent[] }>({
  schema: read.oneOf([SCHEMA]),
  events: read.list(event, MOST_EVENTS, 1),
});

/**
 * Reads `history.json`: each event has its own hash and that of the one before it, in an order the
 * queue allows, on days that do not run backwards. A past that was changed is an issue
 * `history-changed` at the first event that does not fit. What no chain can show is a history that
 * was written anew from its start, or cut at its end; the repository's own history shows those.
 */
export function parseHistory(value: unknown, hash: HashFunction): Result<readonly HistoryEvent[]> {
  const issues: Issue[] = [];
  const found = file(value, '', issues);
  if (found === undefined) return { ok: false, issues };
  for (const [index, each] of found.events.entries()) {
    const before = found.events[index - 1];
    issues.push(...linkIssues(each, before, `/events/${index}`, hash));
  }
  return issues.length === 0 ? ok(found.events) : fail(...issues);
}

function linkIssues(
  each: HistoryEvent,
  before: HistoryEvent | undefined,
  path: string,
  hash: HashFunction,
): Issue[] {
  const issues: Issue[] = [];
  const { hash: written, ...rest } = each;
  const changed = (at: string, expected: string, got: string) =>
    issues.push(issue('history-changed', `${path}/${at}`, expected, got));
  const wanted = before?.hash ?? BEFORE_THE_FIRST;
  if (each.previous !== wanted) changed('previous', wanted, each.previous);
  const own = contentHash(rest, hash);
  if (written !== own) changed('hash', own, written);
  const allowed = before === undefined ? (['received'] as const) : nextStates(before.state);
  if (!allowed.some((state) => state === each.state)) {
    const expected = allowed.length === 0 ? 'nothing after a final state' : allowed.join(' or ');
    issues.push(issue('state', `${path}/state`, expected, each.state));
  }
  if (before !== undefined && each.date < before.date) {
    issues.push(issue('date', `${path}/date`, `${before.date} or later`, each.date));
  }
  return issues;
}

/** The history with one event more; the events given are not touched. */
export function withEvent(
  events: readonly HistoryEvent[],
  added: NewEvent,
  hash: HashFunction,
): readonly HistoryEvent[] {
  const { state, date, by, reason, content } = added;
  const previous = events.at(-1)?.hash ?? BEFORE_THE_FIRST;
  const linked = { state, date, by, reason, content, previous };
  return [...events, { ...linked, hash: contentHash(linked, hash) }];
}

/**
 * The text of `history.json` with one event more. Issues for what its reader would refuse or what
 * could do harm in it, so that no event shuts the history (rule CONTRIB-7).
 */
export function extendedHistory(
  events: readonly HistoryEvent[],
  added: NewEvent,
  hash: HashFunction,
): Result<string> {
  const text = historyText(withEvent(events, added, hash));
  const issues = contentIssues({ name: 'history.json', text });
  const known = parseHistory(JSON.parse(text), hash);
  if (!known.ok) return known;
  return issues.length === 0 ? ok(text) : fail(...issues);
}

/** The text of `history.json`. */
export function historyText(events: readonly HistoryEvent[]): string {
  return `${JSON.stringify({ schema: SCHEMA, events }, null, 2)}\n`;
}
