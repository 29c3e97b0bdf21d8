import { describe, expect, it } from 'vitest';
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
