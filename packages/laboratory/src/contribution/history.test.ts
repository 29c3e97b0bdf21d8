import { describe, expect, it } from 'vitest';
import { type Loose, lines, sha256, valueOrThrow } from './example.test-fixture.js';
import { folderHash } from './folder-hash.js';
import {
  extendedHistory,
  type HistoryEvent,
  historyText,
  parseHistory,
  withEvent,
} from './history.js';
import { CONTRIBUTION_STATES, type ContributionState, nextStates } from './queue.js';

const CONTENT = sha256('the files');

/** A history through the states, a day each. */
function through(...states: readonly ContributionState[]): readonly HistoryEvent[] {
  let events: readonly HistoryEvent[] = [];
  for (const [index, state] of states.entries()) {
    const date = `2026-11-0${index + 1}`;
    const added = { state, date, by: 'Example Reviewer', reason: 'because', content: CONTENT };
    events = withEvent(events, added, sha256);
  }
  return events;
}

const again = (events: readonly HistoryEvent[]): Loose => JSON.parse(historyText(events));

describe('the queue', () => {
  it('CONTRIB-6: five states, two of them final', () => {
    const table = CONTRIBUTION_STATES.map((state) => `${state}: ${nextStates(state).join(', ')}`);
    expect(table).toEqual([
      'received: checked, declined',
      'checked: in-review, received, declined',
      'in-review: accepted, declined, received',
      'accepted: ',
      'declined: ',
    ]);
  });

  it.each<[ContributionState[], string]>([
    [['received', 'in-review'], 'state /events/1/state'],
    [['received', 'accepted'], 'state /events/1/state'],
    [['received', 'checked', 'accepted'], 'state /events/2/state'],
    [['checked'], 'state /events/0/state'],
    [['received', 'declined', 'received'], 'state /events/2/state'],
    [['received', 'checked', 'in-review', 'accepted', 'declined'], 'state /events/4/state'],
  ])('CONTRIB-6: %s is no way through it', (states, line) => {
    expect(lines(parseHistory(again(through(...states)), sha256))).toEqual([line]);
  });
});

describe('history.json', () => {
  const whole = through('received', 'checked', 'in-review', 'accepted');

  it('CONTRIB-7: what was written is read, event by event', () => {
    expect(valueOrThrow(parseHistory(again(whole), sha256))).toEqual(whole);
  });

  it('CONTRIB-7: the hash of an event is that of its canonical JSON without it', () => {
    const [first] = through('received');
    const text =
      `{"by":"Example Reviewer","content":"${CONTENT}","date":"2026-11-01",` +
      `"previous":"${'0'.repeat(64)}","reason":"because","state":"received"}`;
    expect(first?.hash).toBe(sha256(text));
  });

  it.each<[string, (events: Loose[]) => void, string[]]>([
    [
      'a reason rewritten',
      (events) => (events[1].reason = 'another'),
      ['history-changed /events/1/hash'],
    ],
    [
      'a name in the last event',
      (events) => (events[3].by = 'Somebody'),
      ['history-changed /events/3/hash'],
    ],
    [
      'an event taken out',
      (events) => events.splice(1, 1),
      ['history-changed /events/1/previous', 'state /events/1/state'],
    ],
    [
      'an event hashed anew',
      (events) => {
        const [, old] = whole;
        if (old === undefined) throw new Error('no second event');
        events[1] = withEvent(whole.slice(0, 1), { ...old, reason: 'another' }, sha256).at(-1);
      },
      ['history-changed /events/2/previous'],
    ],
  ])('CONTRIB-7: %s is seen', (_, edit, expected) => {
    const json = again(whole);
    edit(json.events);
    expect(lines(parseHistory(json, sha256))).toEqual(expected);
  });

  it('CONTRIB-7: days do not run backwards', () => {
    const [first] = through('received');
    if (first === undefined) throw new Error('no event');
    const back = { ...first, state: 'checked' as const, date: '2026-10-31' };
    const events = withEvent([first], back, sha256);
    expect(lines(parseHistory(again(events), sha256))).toEqual(['date /events/1/date']);
  });

  it.each([
    ['no reason', { reason: '' }, 'length /events/1/reason'],
    ['no name', { by: '' }, 'length /events/1/by'],
    ['a day that runs backwards', { date: '2026-10-31' }, 'date /events/1/date'],
    ['a state out of turn', { state: 'accepted' as const }, 'state /events/1/state'],
    ['markup in a name', { by: 'A <svg>' }, 'html history.json line 16'],
    ['a letter that turns the text', { by: 'A \u202eB' }, 'hidden-character history.json line 16'],
  ])('CONTRIB-7: an event with %s is not written', (_, terms, expected) => {
    const [first] = through('received');
    if (first === undefined) throw new Error('no event');
    const next = { ...first, state: 'checked' as const };
    expect(lines(extendedHistory([first], { ...next, ...terms }, sha256))).toEqual([expected]);
    expect(valueOrThrow(extendedHistory([first], next, sha256))).toBe(
      historyText(withEvent([first], next, sha256)),
    );
  });
});

describe('the identity of a folder', () => {
  const files = [
    { name: 'b.md', text: 'two' },
    { name: 'a.json', text: '1' },
  ];

  it('CONTRIB-7: by name and content, whatever the order of reading', () => {
    const list = `[["a.json","${sha256('1')}"],["b.md","${sha256('two')}"]]`;
    expect(folderHash(files, sha256)).toBe(sha256(list));
    expect(folderHash(files.toReversed(), sha256)).toBe(sha256(list));
  });
});
