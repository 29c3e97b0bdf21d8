import { describe, expect, it } from 'vitest';
import { editionOf } from './edition.js';
import { fillIssue } from './fill-issue.js';
import { issueTemplate } from './issue-template.js';
import { markdownText } from './markdown-text.js';
import { parseEntries } from './parse-entries.js';
import { parseIssue } from './parse-issue.js';
import { entryText, exampleEntries, exampleIssue, issueText } from './weekly.test-fixture.js';

const RESULT = '{value: 1, unit: bp, note: "A note of twenty letters and more."}';

const messagesOf = (...changes: (readonly [string | RegExp, string])[]): string[] => {
  const found = parseIssue({ name: 'issue.md', text: issueText(changes) }, exampleEntries());
  return found.ok ? [] : found.issues.map(({ message }) => message);
};

describe('a weekly issue', () => {
  it('WEEK-8: front matter and the entries in the order of their mention', () => {
    const { front, entryIds } = exampleIssue();
    expect(front.week).toBe('2026-W48');
    expect(front.authors).toEqual(['laboratory']);
    expect(entryIds).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  it.each([
    ['week: 2026-W48', 'week: 2026-W54', 'line 5, /week: expected an ISO 8601 week'],
    ['version: 1.0.0', 'version: one', 'line 8, /version'],
    ['weekly-issue/1', 'weekly-issue/2', 'line 2, /schema: expected one of almfes/weekly-issue/1'],
    ['licence: CC-BY-4.0', 'licence: MIT', 'line 9, /licence'],
    ['Made up', '<script>x</script> Made up', 'line 3, /title: expected plain text'],
    ['What would', '<svg/onload=x> What would', 'line 4, /question: expected plain text'],
    ['kind: news', 'kind: scoop', 'line 7, /kind'],
    ['kind: news', 'kind: news\nmood: good', '/mood'],
    ['---\nschema', 'schema', 'front matter between two lines ---'],
    [
      'Made up & "quoted" title',
      '"Made\\r\\nBcc: a@b.org"',
      'line 3, /title: expected text in one',
    ],
    ['Made up', 'Made \u202Eup', 'line 3, /title: expected characters one can see, got U+202e'],
    ['does not.', 'does[^1].\n\n[^1]: Note.', 'line 15: expected the note in the text'],
  ])('WEEK-8: %j as %j is refused with its line', (from, to, wanted) => {
    expect(messagesOf([from, to]).join('\n')).toContain(wanted);
  });

  it.each([
    [['[[entry five]]', 'nobody'], 'issue.md: expected 5 to 9 entries, got 4'],
    [['[[entry five]]', '[[entry six]]'], 'line 24: expected an entry of the tracker'],
    [['[[entry one]] says', 'It says'], 'line 15: expected [[entry one]] as well'],
    [['[[figure one]]', '[[figure two]]'], 'line 15: expected an entry with a measured result'],
    [['[[figure one]]', '[[measure eve.change +200]]'], 'line 15: expected [[entry ID]] or'],
    [
      ['[[figure one]]', '[[ratio figure one / figure one as %]]'],
      'line 15: expected a figure with',
    ],
    [['[[figure one]]', '12.5%'], 'line 15: expected a reference in double square brackets'],
    [['Nothing,', '<img src=x onerror=alert(1)>'], 'line 24: expected Markdown'],
    [['https://page', 'javascript:page'], 'line 28: expected a public https:// address'],
  ] as const)('WEEK-9: %j: %s', (change, wanted) => {
    expect(messagesOf(change).join('\n')).toContain(wanted);
  });

  it.each([
    ['## What is claimed', '# Top\n\n## What is claimed', 'line 13'],
    ['does not.', 'does not.\n\nTop\n===\n', 'line 18'],
  ])('WEEK-11: a title of its own in the prose is refused: %j, %j', (from, to, line) => {
    expect(messagesOf([from, to]).join('\n')).toContain(`issue.md ${line}: expected ## or lower`);
  });

  it('WEEK-12: an address stands in the edition as in its entry, whatever it holds', () => {
    const path = "x_(y)~*[z]?a=1&lt;=2&copy;#'b!";
    const entries = exampleEntries().map((entry) => ({
      ...entry,
      source: { ...entry.source, url: `https://paper.example.org/${path}` },
    }));
    const edition = editionOf(exampleIssue(), entries, (text) => text.padEnd(64, '0'));
    if (!edition.ok) throw new Error('no edition');
    expect(markdownText(edition.value.markdown).links).toEqual([
      `https://paper.example.org/${path}`,
      'https://page.example.org/?a=1&b=2',
    ]);
  });

  it('WEEK-10: an issue is not written before the Monday of its week', () => {
    expect(messagesOf(['date: 2026-11-28', 'date: 2026-11-23'])).toEqual([]);
    expect(messagesOf(['date: 2026-11-28', 'date: 2026-11-22'])).toEqual([
      'issue.md line 6, /date: expected a day from 2026-11-23 on, the Monday of its week, ' +
        'got 2026-11-22',
    ]);
  });

  it('WEEK-10: an issue is not written tomorrow, when the day is known', () => {
    const on = (iso: string) => {
      const today = Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
      const found = parseIssue({ name: 'issue.md', text: issueText() }, exampleEntries(), today);
      return found.ok ? [] : found.issues.map(({ message }) => message);
    };
    expect(on('2026-11-28')).toEqual([]);
    expect(on('2026-11-27')).toEqual([
      'issue.md line 6, /date: expected a day until today, 2026-11-27, got 2026-11-28',
    ]);
  });

  it('WEEK-10: a later version bears its day, from the first one on and until today', () => {
    const later = (version: string, revised: string) =>
      messagesOf(['version: 1.0.0', `version: ${version}${revised}`]);
    expect(later('1.1.0', '\nrevised: 2026-11-29')).toEqual([]);
    expect(later('1.1.0', '\nrevised: 2026-11-28')).toEqual([]);
    expect(later('1.1.0', '')).toEqual([
      'issue.md line 2, /revised: expected the day of version 1.1.0, got nothing',
    ]);
    expect(later('1.0.0', '\nrevised: 2026-11-29')).toEqual([
      'issue.md line 9, /revised: expected a version after 1.0.0, or no day, got 1.0.0',
    ]);
    expect(later('1.1.0', '\nrevised: 2026-11-27')).toEqual([
      'issue.md line 9, /revised: expected a day from 2026-11-28 on, when it was written, ' +
        'got 2026-11-27',
    ]);
    const text = issueText([['version: 1.0.0', 'version: 1.1.0\nrevised: 2026-12-01']]);
    const on = (iso: string) => {
      const today = Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
      const found = parseIssue({ name: 'issue.md', text }, exampleEntries(), today);
      return found.ok ? [] : found.issues.map(({ message }) => message);
    };
    expect(on('2026-12-01')).toEqual([]);
    expect(on('2026-11-30')).toEqual([
      'issue.md line 9, /revised: expected a day until today, 2026-11-30, got 2026-12-01',
    ]);
  });

  it('WEEK-16: the template is no news until a source of its week is found', () => {
    const monday = Date.parse('2026-11-30T00:00:00Z') / 86_400_000;
    const text = issueTemplate('2026-W49', monday);
    expect(text).toContain('kind: reading-list\nversion: 1.0.0');
    expect(text).toContain('from 2026-11-30 on');
    const found = parseIssue({ name: 'issue.md', text }, exampleEntries());
    expect(!found.ok && found.issues.filter(({ code }) => code === 'to-write')).toHaveLength(4);
  });

  it('WEEK-10: it selects no source of after its Sunday', () => {
    const before = messagesOf(['2026-W48', '2026-W47'], ['kind: news', 'kind: reading-list']);
    expect(before).toHaveLength(5);
    expect(before[0]).toBe(
      'issue.md line 5, /week: expected sources until 2026-11-22, got five of 2026-11-24',
    );
  });

  it('WEEK-10: news needs a source of the week; a reading list may have one', () => {
    expect(messagesOf(['2026-W48', '2026-W49'], ['2026-11-28', '2026-11-30'])).toEqual([
      'issue.md line 7, /kind: expected reading-list, for no source is of 2026-W49, got news',
    ]);
    expect(messagesOf(['kind: news', 'kind: reading-list'])).toEqual([]);
  });

  it('WEEK-10: a source known to the month is of no week, not even of one that begins it', () => {
    // 1 June 2026 is a Monday.
    const dates: Record<string, string> = { one: "'2026-06'" };
    const texts = ['one', 'two', 'three', 'four', 'five'].map((id) =>
      entryText(id, { date: dates[id] ?? '2026-05-04', measuredResult: RESULT }),
    );
    const entries = parseEntries([{ name: 'x', text: texts.join('') }]);
    if (!entries.ok) throw new Error(entries.issues[0]?.message);
    const text = issueText([
      ['2026-W48', '2026-W23'],
      ['2026-11-28', '2026-06-05'],
    ]);
    const found = parseIssue({ name: 'issue.md', text }, entries.value);
    expect(!found.ok && found.issues.map(({ message }) => message)).toEqual([
      'issue.md line 7, /kind: expected reading-list, for no source is of 2026-W23, got news',
    ]);
  });

  it('WEEK-9: an entry that is named twice is selected once', () => {
    const { entryIds } = exampleIssue([['Nothing, says', '[[entry one]] and']]);
    expect(entryIds).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  it.each([
    ['## What would change our mind', '## The end'],
    ['## How strong the evidence is', 'How strong the evidence is'],
  ])('WEEK-11: %j as %j is refused: four headings, in order', (from, to) => {
    expect(messagesOf([from, to]).join('\n')).toContain(
      'expected the headings What is claimed, How strong the evidence is, ' +
        'What it changes on Monday, What would change our mind',
    );
  });

  it('WEEK-12: filled, an entry is a link with its date and grade, a figure its result', () => {
    const filled = fillIssue(exampleIssue(), exampleEntries(), ({ id }) => `/tracker/#${id}`);
    if (!filled.ok) throw new Error(filled.issues[0]?.message);
    expect(filled.value).toContain(
      '[Bank \\& \\<Partner\\>, 2026-11-24, grade B](</tracker/#one>) says ' +
        '[12.5 % of error](<#figure-one>)',
    );
    expect(filled.value).not.toContain('[[');
  });

  it('WEEK-12: a result keeps the digits of its source: 2 is no 2.0 and 6.58 no 6.6', () => {
    const shown = [2, 15, 6.58, 0.468].map((value) => {
      const entries = exampleEntries().map((entry) => ({
        ...entry,
        measuredResult: { value, unit: 'made up', note: 'A note for a test alone.' },
      }));
      const filled = fillIssue(exampleIssue(), entries, () => '/x');
      return filled.ok && /says \[(.*?) made up\]/.exec(filled.value)?.[1];
    });
    expect(shown).toEqual(['2', '15', '6.58', '0.468']);
  });
});
