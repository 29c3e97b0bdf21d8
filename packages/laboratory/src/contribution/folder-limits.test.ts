import { describe, expect, it } from 'vitest';
import { checkContribution } from './check-contribution.js';
import { emptyLibrary } from './checked-library.js';
import { lines } from './example.test-fixture.js';
import { type FoundFile, folderIssues } from './folder-limits.js';

const MB = 1_000_000;

function file(name: string, bytes = 1000, isPlain = true): FoundFile {
  return { name, bytes, isPlain };
}

describe('what a contribution may hold', () => {
  it.each<[string, FoundFile[], string[]]>([
    ['a correction alone', [file('contribution.json'), file('history.json')], []],
    ['10 MB to the byte', [file('contribution.json', 10 * MB)], []],
    ['a byte more', [file('contribution.json', 10 * MB + 1)], ['FILE_TOO_LARGE contribution.json']],
    [
      'an upload of 50 MB',
      [file('contribution.json', 50 * MB)],
      ['FILE_TOO_LARGE contribution.json', 'FOLDER_TOO_LARGE the folder'],
    ],
    ['a picture', [file('chart.svg')], ['unknown-file chart.svg']],
    ['a program', [file('run.sh')], ['unknown-file run.sh']],
    ['an archive', [file('case.zip')], ['unknown-file case.zip']],
    ['a way out', [file('../../etc/passwd')], ['unknown-file ../../etc/passwd']],
    ['a way in by the root', [file('/etc/passwd')], ['unknown-file /etc/passwd']],
    ['a text without its kind', [file('text.md')], ['unknown-file text.md']],
    ['a link', [file('contribution.json', 1, false)], ['plain-file contribution.json']],
  ])('CONTRIB-3: %s', (_, found, expected) => {
    expect(lines(folderIssues(found, 'correction'))).toEqual(expected);
  });

  it('CONTRIB-3: a case of three files of 7 MB is more than 20 MB in all', () => {
    const found = ['figures', 'study', 'changes'].map((each) => file(`case/${each}.json`, 7 * MB));
    expect(folderIssues(found, 'case')).toMatchObject([
      { code: 'FOLDER_TOO_LARGE', expected: 'at most 20 MB in all', got: '21 MB' },
    ]);
  });
});

describe('a form that was not read', () => {
  it.each([
    ['too large with its folder', { bytes: 30_000_000, isPlain: true }],
    ['a link', { bytes: 10, isPlain: false }],
  ])('CONTRIB-3: it is %s: the limits say why, and nothing is said of its JSON', (_, file) => {
    const found = [{ name: 'contribution.json', ...file }];
    const folder = { found, files: [], unread: [] };
    const { checks, passed } = checkContribution(folder, emptyLibrary('2026-11-20'));
    const failed = checks.filter(({ issues }) => issues.length > 0);
    expect(passed).toBe(false);
    expect(failed.map(({ name }) => name)).toEqual(['limits', 'form']);
    expect(failed.at(-1)?.issues.map(({ code }) => code)).toEqual(['unread']);
  });
});
