import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ARTICLE_SECTIONS, parseArticle } from './parse-article.js';

const FRONT = `---
schema: almfes/article-front/1
title: A programme and its end
summary: What a bank did and what came of it.
date: "2026-11-28"
version: 1.0.0
status: draft
licence: CC-BY-4.0
authors: [laboratory]
---
`;
const CLOSING = ARTICLE_SECTIONS.map((title) => `## ${title}\n\nA sentence.\n`).join('\n');
const LOSS = {
  ...{ label: 'Loss', value: 7, unit: 'USD million', asOf: '2022', knownFrom: '2023-01-30' },
  ...{ document: 'A report', locator: 'p. 1', url: 'https://www.example.org/report' },
  ...{ confidence: 'seen', role: 'outcome' },
};

function said(words: string, front = FRONT, loss: object = LOSS): string[] {
  const figures = { schema: 'almfes/figures/1', case: 'a', figures: { loss } };
  const text = `${front}\n## What happened\n\n${words}\n\n${CLOSING}`;
  const found = parseArticle({ slug: 'a', text, figures });
  return found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`);
}

describe('an article', () => {
  it('ARTICLE-1: is read with its figures', () => {
    expect(said('It lost [[figure loss]]. See [[case svb-2022]].')).toEqual([]);
  });

  it.each([
    ['summary: What a bank did and what came of it.\n', '', 'missing article.md line 2, /summary'],
    ['status: draft', 'status: new', 'enum article.md line 7, /status'],
    ['version: 1.0.0', 'version: one', 'form article.md line 6, /version'],
    ['title: ', 'titel: ', 'unknown-key article.md line 3, /titel'],
  ])('ARTICLE-1: %j as %j is refused', (from, to, line) => {
    expect(said('Words.', FRONT.replace(from, to))).toContain(line);
  });

  it('ARTICLE-1, ARTICLE-4: contributors and versions, the last that of the front matter', () => {
    const front = FRONT.replace('version: 1.0.0', 'version: 1.0.1\ncontributors: [Jo Reader]');
    const text = `${front}\n${CLOSING}`;
    const figures = { schema: 'almfes/figures/1', case: 'a', figures: { loss: LOSS } };
    const of = (versions: readonly string[]) => {
      const known = versions.map((version) => ({
        ...{ version, date: '2026-11-28', what: 'A', contributors: [], contribution: '' },
      }));
      const history = { schema: 'almfes/case-history/1', versions: known };
      return parseArticle({ slug: 'a', text, figures, history });
    };
    const found = of(['1.0.0', '1.0.1']);
    expect(found.ok && found.value.front.contributors).toEqual(['Jo Reader']);
    expect(found.ok && found.value.versions.map(({ version }) => version)).toEqual([
      '1.0.0',
      '1.0.1',
    ]);
    const old = of(['1.0.0']);
    expect(old.ok ? [] : old.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'version history.json',
    ]);
    const none = of([]);
    expect(none.ok ? [] : none.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'length history.json#/versions',
    ]);
  });

  it.each([
    ['an address nobody can open', { url: 'https://localhost/a' }, 'address figures.json'],
    ['a script', { label: '<svg onload=x>' }, 'markup figures.json'],
  ])('ARTICLE-1: %s in a passport is refused', (_, change, start) => {
    const issues = said('Words.', FRONT, { ...LOSS, ...change });
    expect(issues.some((each) => each.startsWith(start))).toBe(true);
  });

  it('ARTICLE-2: each of the three sections must stand', () => {
    const figures = { schema: 'almfes/figures/1', case: 'a', figures: { loss: LOSS } };
    const found = parseArticle({ slug: 'a', text: `${FRONT}\n## The lesson\n\nOne.\n`, figures });
    expect(found.ok ? [] : found.issues.map(({ expected }) => expected)).toEqual([
      "a section '## What public data cannot tell'",
      "a section '## What would change our mind'",
    ]);
  });

  it.each([
    ['[[figure gain]]', 'unknown-figure article.md line 14'],
    ['[[measure eve.value 0]]', 'unknown-measure article.md line 14'],
    ['[[ratio discipline cost / figure loss]]', 'unknown-measure article.md line 14'],
  ])('ARTICLE-3: %s is refused', (words, line) => {
    expect(said(words)).toEqual([line]);
  });

  it('ARTICLE-3: nothing is told before it was public', () => {
    const later = { ...LOSS, knownFrom: '2026-11-29' };
    expect(said('It lost [[figure loss]].', FRONT, later)).toEqual([
      'known-after-article article.md line 14',
    ]);
  });
});

const LIBRARY = fileURLToPath(new URL('../../../../library/article/', import.meta.url));
const slugs = existsSync(LIBRARY) ? readdirSync(LIBRARY).sort() : [];

describe('the articles of the library', () => {
  it.each(slugs)('ARTICLE-1: %s is whole', (slug) => {
    const text = readFileSync(`${LIBRARY}${slug}/article.md`, 'utf8');
    const figures = JSON.parse(readFileSync(`${LIBRARY}${slug}/figures.json`, 'utf8'));
    const found = parseArticle({ slug, text, figures });
    expect(found.ok ? [] : found.issues).toEqual([]);
  });
});
