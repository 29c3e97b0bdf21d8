import { describe, expect, it } from 'vitest';
import { parseProse } from './parse-prose.js';
import { proseReferences } from './prose.js';

const parse = (markdown: string) => parseProse({ markdown, file: 'case.md', firstLine: 11 });

function refused(markdown: string): string[] {
  const found = parse(markdown);
  return found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`);
}

describe('a result in words', () => {
  it('PROSE-7: is refused with its line, and a choice is not', () => {
    expect(refused('The bank lost\n\ntwo\nfifths of it.')).toEqual(['typed-share case.md line 13']);
    expect(refused('- It lost a fifth of it.\n- And half of that.')).toEqual([
      'typed-share case.md line 11',
      'typed-share case.md line 12',
    ]);
    expect(refused('Swaps on a quarter (chosen) of the book.')).toEqual([]);
    expect(refused('## A fifth of it')).toEqual(['typed-share case.md line 11']);
  });

  it.each([
    ['It lost more than a\nthird', ['typed-share 11']],
    ['It lost, by its own word,\nabout a *third* of it.', ['typed-share 12']],
    [
      'It **doubled**.\n\nMore than [a fifth](https://www.example.org/a-1) of it.',
      ['typed-share 11', 'typed-share 13'],
    ],
    ['| a | b |\n|---|---|\n| c | a *fifth* of it |', ['typed-share 13']],
    ['It was a third  \nof deposits.', ['typed-share 11']],
    ['Two\nbillion of it.', ['typed-number 11']],
    ['One percentage\npoint, several billion.', ['typed-number 11', 'typed-number 12']],
  ])('PROSE-7: across lines, emphasis and links: %j', (markdown, lines) => {
    expect(refused(markdown).map((each) => each.replace('case.md line ', ''))).toEqual(lines);
  });

  it('PROSE-7: a table cell ends its words, and an address is none', () => {
    expect(refused('| it lost a | third of it |\n|---|---|\n| c | d |')).toEqual([]);
    expect(refused('<https://www.example.org/a-third-of/>')).toEqual([]);
  });
});

describe('what prose may not hold', () => {
  it.each([
    ['<script>alert(1)</script>', 'raw-html case.md line 11'],
    ['Words.\n\nAnd <b>bold</b>.', 'raw-html case.md line 13'],
    ['<svg onload="x()"></svg>', 'raw-html case.md line 11'],
    ['<!-- a comment -->', 'raw-html case.md line 11'],
    ['![a chart](https://www.example.org/a.svg)', 'picture case.md line 11'],
    ['[read](javascript:alert)', 'address case.md line 11'],
    ['[read](http://www.example.org/)', 'address case.md line 11'],
    ['[read](https://localhost/a)', 'address case.md line 11'],
    ['[read](http://www.example.org/#a)', 'address case.md line 11'],
    ['[read](mailto:a@example.org)', 'address case.md line 11'],
    ['[read][a]\n\n[a]: data:text/html,hello', 'address case.md line 13'],
    ['```\ncode\n```', 'code case.md line 11'],
    ['left \u202Eright', 'hidden-character case.md line 11'],
    ['left &#x202e;right', 'hidden-character case.md line 11'],
    ['Words.\n\n[read][a]\n\n[a]: https://www.example.org/', 'place case.md line 13'],
    ['Words[^1].\n\n[^1]: A note.', 'place case.md line 11'],
    ['TO WRITE: what the day knew', 'to-write case.md line 11'],
  ])('PROSE-1: %j', (markdown, line) => {
    expect(refused(markdown)).toContain(line);
  });

  it('PROSE-1: more than 200,000 characters', () => {
    expect(refused('word '.repeat(40_001))).toEqual(['length case.md line 11']);
  });

  it('PROSE-1: ordinary Markdown passes', () => {
    const markdown =
      '## One\n\n*Words* and [a page](https://www.example.org/a-1), [below](#x).\n\n' +
      '| a | b |\n|--|--|\n| c | d |\n\n- item\n\n1. item';
    expect(refused(markdown)).toEqual([]);
  });

  it.each([
    ['It lost\n5 billion.', 'typed-number case.md line 12'],
    ['| a | b |\n|---|---|\n| 5% | c |', 'typed-number case.md line 13'],
    ['&#53; billion', 'typed-number case.md line 11'],
    ['**7** of them', 'typed-number case.md line 11'],
    ['[5 billion](https://www.example.org/a)', 'typed-number case.md line 11'],
  ])('PROSE-3: %j', (markdown, line) => {
    expect(refused(markdown)).toEqual([line]);
  });
});

describe('references', () => {
  it.each([
    '[[figure]]',
    '[[number a]]',
    '[[figure a b]]',
    '[[measure eve.value +200 +300]]',
    '[[ratio figure a]]',
    '[[ratio figure a / case b]]',
    '[[case Not A Slug]]',
    '[[case svb-2022 as %]]',
    '[[figure a as pounds]]',
    '[[figure "><script>]]',
    '[[figure a',
  ])('PROSE-2: %s is refused with its line', (text) => {
    const lines = refused(`Words.\n\n${text} end`).filter((each) => each.startsWith('reference'));
    expect(lines[0]).toMatch(/^reference(-format)? case\.md line 13$/);
  });

  it.each([
    ['## A [[figure a]]'],
    ['`[[figure a]]`'],
    ['[x [[figure a]]](https://www.example.org/a)'],
  ])('PROSE-2: %s stands where no value can', (markdown) => {
    expect(refused(markdown)).toEqual(['reference-place case.md line 11']);
  });

  it('PROSE-6: each line says what it rests on', () => {
    const found = parse(
      'A [[figure bs.2022.afs as USD billion]] of\n' +
        '[[ratio measure eve.change +200 / figure k.2022]] and [[discipline cost]].\n\n' +
        '[[case svb-2022]] [[measure duration.modified.htm]]',
    );
    if (!found.ok) throw new Error(JSON.stringify(found.issues));
    expect(
      proseReferences(found.value).map(({ line, kind, id, scenario }) =>
        [line, kind, id, scenario].join(' '),
      ),
    ).toEqual([
      '11 figure bs.2022.afs ',
      '12 measure eve.change +200',
      '12 figure k.2022 ',
      '12 discipline cost ',
      '14 case svb-2022 ',
      '14 measure duration.modified.htm ',
    ]);
  });
});
