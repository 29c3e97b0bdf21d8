import { describe, expect, it } from 'vitest';
import { findingsOf } from './example-house.test-fixture.js';
import { leftover, machineTrace, silentSkip, vagueName } from './wording.js';

const FILE = 'packages/engine/src/low/a.ts';

describe('leftover', () => {
  it.each(['TODO', 'FIXME', 'XXX', 'HACK'])('finds %s in code and prose', (word) => {
    const found = findingsOf(leftover, {
      [FILE]: `a; // ${word}: later`,
      'docs/a.md': `\n${word}`,
    });
    expect(found).toEqual([`docs/a.md:2: ${word}`, `${FILE}:1: ${word}`]);
  });

  it('lets a page name the words it forbids', () => {
    expect(findingsOf(leftover, { 'STYLE.md': 'no `FIXME` stays' })).toEqual([]);
  });
});

describe('vague name', () => {
  it.each([
    'src/utils/a.ts',
    'src/helper.ts',
    'src/date-utils.ts',
    'src/common/a.ts',
    'src/misc.ts',
    'src/hedge-manager.ts',
  ])('finds %s', (file) => {
    expect(findingsOf(vagueName, { [file]: '' })).toHaveLength(1);
  });

  it('lets whole words that only contain one stand', () => {
    expect(findingsOf(vagueName, { 'src/common-equity.ts': '' })).toHaveLength(1);
    expect(findingsOf(vagueName, { 'src/miscalibration.ts': '', 'src/utility.ts': '' })).toEqual(
      [],
    );
  });
});

describe('machine trace', () => {
  it.each([
    ['a home folder', "open('/home/ann/a.csv')"],
    ['a scratch folder', ['path: ', 'tmp', 'a'].join('/')],
    ['a registry', 'https://registry.example.org/left-pad'],
    ['a download address in the lock file', '"resolved": "https://a.example/left-pad.tgz"'],
    ['a token', '//a.example/:_authToken=1'],
  ])('finds %s', (_, text) => {
    expect(findingsOf(machineTrace, { 'a.json': text })).toHaveLength(1);
    expect(findingsOf(machineTrace, { '.npmrc': text })).toHaveLength(1);
  });

  it('lets addresses of sources and paths inside the repository stand', () => {
    const page = ['docs', 'work', 'a.md'].join('/');
    const text = `https://www.sec.gov/home/filing "resolved": "packages/engine" ${page}`;
    expect(findingsOf(machineTrace, { 'a.json': text })).toEqual([]);
  });
});

describe('silent skip', () => {
  it.each(['it.skip', 'describe.skip', 'it.only', 'it.todo', 'test.fails'])('finds %s', (call) => {
    const found = findingsOf(silentSkip, { 'a.test.ts': `\n${call}('x', f);` });
    expect(found).toEqual([`a.test.ts:2: ${call}(`]);
  });

  it('lets a skip with its condition stand', () => {
    expect(findingsOf(silentSkip, { 'a.test.ts': "it.skipIf(!x)('needs x', f);" })).toEqual([]);
  });
});
