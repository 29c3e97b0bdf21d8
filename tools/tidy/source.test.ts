import { describe, expect, it } from 'vitest';
import { cast } from './cast.js';
import { findingsOf } from './example-house.test-fixture.js';
import { purity } from './purity.js';
import { fileLength, functionLength, lineWidth } from './size.js';

const ROOM = 'packages/engine/src/low';
const FILE = `${ROOM}/a.ts`;

describe('purity: the engine reaches no clock, chance, world or inexact Math', () => {
  it.each([
    ['the clock', 'new Date();', "'Date' is banned"],
    ['the clock as a type', 'let at: Date;', "'Date' is banned"],
    ['chance', 'Math.random();', 'Math.random is not exact'],
    ['the console', "console.log('x');", "'console' is banned"],
    ['the network', "fetch('x');", "'fetch' is banned"],
    ['the environment', 'process.env;', "'process' is banned"],
    ['the environment, short', 'const x = { process };', "'process' is banned"],
    ['a back door', "globalThis['Date'];", "'globalThis' is banned"],
    ['the power operator', 'x ** 2;', "'**' is not exact"],
    ['the power assignment', 'x **= 2;', "'**' is not exact"],
    ['a transcendental function', 'Math.exp(1);', 'Math.exp is not exact'],
    ['hypot', 'Math.hypot(3, 4);', 'Math.hypot is not exact'],
    ['Math by another name', 'const { log } = Math;', 'Math.(itself) is not exact'],
    ['Math by index', "Math['log'](1);", 'Math.(itself) is not exact'],
    ['the locale', "'a'.localeCompare('b');", 'locale of the machine'],
  ])('bans %s', (_, source, expected) => {
    const found = findingsOf(purity, { [FILE]: source });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it('lets exact Math, members of the same name, strings and comments stand', () => {
    const source = [
      'Math.max(1, Math.sqrt(2)) * Math.PI;',
      'x.process(); const y = { process: 1 }; interface A { process: number }',
      "'Date'; // console.log(new Date())",
    ].join('\n');
    expect(findingsOf(purity, { [FILE]: source })).toEqual([]);
  });

  it('lets a listed file, a test and another package do as they must', () => {
    const found = findingsOf(purity, {
      [`${ROOM}/exact.ts`]: 'Math.exp(1);',
      [`${ROOM}/a.test.ts`]: 'Math.exp(1);',
      'packages/report/src/a.ts': 'new Date();',
    });
    expect(found).toEqual([]);
  });
});

describe('cast: only where the claim is made true', () => {
  it.each([
    ['as', 'x as number;', "cast 'as number'"],
    ['twice', 'x as unknown as A;', "cast 'as A'"],
    ['angle brackets', '<A>x;', "cast '<A>'"],
    ['non-null', 'x!.y;', "non-null 'x!'"],
    ['definite', 'let x!: number;', "definite assignment 'x!'"],
  ])('finds %s', (_, source, expected) => {
    expect(findingsOf(cast, { [FILE]: source })[0]).toContain(expected);
  });

  it('lets as const, satisfies, unit constructors, parsers and tests stand', () => {
    const found = findingsOf(cast, {
      [FILE]: 'x as const; y satisfies A; export { a as b };',
      [`${ROOM}/units.ts`]: 'x as Bp;',
      [`${ROOM}/parse-study.ts`]: 'x as Study;',
      [`${ROOM}/a.test.ts`]: 'x as Study;',
    });
    expect(found).toEqual([]);
  });
});

describe('size: a file, a function and a line one can take in', () => {
  const lines = (count: number) => `${'a;\n'.repeat(count - 1)}a;`;
  const fn = (lineCount: number) => `function f() {\n${'a;\n'.repeat(lineCount - 2)}}`;

  it.each([
    ['400 lines', fileLength, lines(400), 0],
    ['401 lines', fileLength, lines(401), 1],
    ['a function of 70 lines', functionLength, fn(70), 0],
    ['a function of 71 lines', functionLength, fn(71), 1],
    ['an arrow of 71 lines', functionLength, `const f = () => {\n${'a;\n'.repeat(69)}};`, 1],
    ['a suite of 71 lines', functionLength, `describe('x', () => {\n${'a;\n'.repeat(69)}});`, 0],
    ['a test of 71 lines', functionLength, `it('x', () => {\n${'a;\n'.repeat(69)}});`, 1],
    ['100 columns', lineWidth, 'a'.repeat(100), 0],
    ['101 columns', lineWidth, 'a'.repeat(101), 1],
    ['100 columns of two-unit characters', lineWidth, '\u{1F600}'.repeat(100), 0],
  ])('%s', (_, check, source, expected) => {
    expect(findingsOf(check, { [FILE]: source })).toHaveLength(expected);
  });

  it('measures styles and scripts, not prose and data', () => {
    const wide = 'a'.repeat(101);
    const found = findingsOf(lineWidth, {
      'a.css': wide,
      'b.mjs': wide,
      'c.md': wide,
      'd.json': wide,
    });
    expect(found).toEqual(['a.css:1: 101 columns', 'b.mjs:1: 101 columns']);
  });
});
