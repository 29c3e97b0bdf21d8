import { describe, expect, it } from 'vitest';
import { markupIssues } from './markup-issues.js';

const found = (value: unknown): string[] =>
  markupIssues(value, 'figures.json#').map(({ code, path }) => `${code} ${path}`);

describe('markup in a JSON file', () => {
  it.each<[string, unknown, string]>([
    ['a tag in a text', { a: ['x', '<svg onload=1>'] }, 'markup figures.json#/a/1'],
    ['a tag in a key', { a: { '<b>': 1 } }, 'markup figures.json#/a/<b>'],
    ['a comment', { a: '<!-- x' }, 'markup figures.json#/a'],
    ['an address that runs', { a: 'JavaScript:alert(1)' }, 'markup figures.json#/a'],
    ['an address that holds a page', { a: 'data:text/html,x' }, 'markup figures.json#/a'],
    ['another that runs', { a: 'see vbscript:x' }, 'markup figures.json#/a'],
    ['a mark that turns text', { a: 'x \u202E y' }, 'hidden-character figures.json#/a'],
    ['a space of no width', { a: ['x\u200By'] }, 'hidden-character figures.json#/a/0'],
    ['a control', { a: 'x\u0000y' }, 'hidden-character figures.json#/a'],
  ])('FORM-18: %s is refused at its pointer', (_what, value, line) => {
    expect(found(value)).toEqual([line]);
  });

  it('FORM-18: less than, and a source that is called data, are none', () => {
    expect(found({ a: '1 < 2 in\n\tעברית', b: 'library/data: see there', c: 3, d: null })).toEqual(
      [],
    );
  });
});
