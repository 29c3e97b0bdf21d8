import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { acceptCorrection, type CaseTexts, raisedVersion } from './accept-correction.js';
import type { Correction } from './contribution.js';
import { type CaseEffect, correctionEffect } from './correction-effect.js';
import { correction, lines, valueOrThrow } from './example.test-fixture.js';
import { libraryFiles } from './library-cases.test-fixture.js';
import { parseContribution } from './parse-contribution.js';

const PREMISES = 'bs_as_first_reported.2020.premises';
const svb2020 = libraryFiles('svb-2020');
const before = svb2020.figures.figures[PREMISES];

const PAGE = `---
schema: almfes/case-front/1
title: A made-up page
institution: A made-up bank
jurisdiction: US
class: disclosure
rateCycle: up-2022-23
regime: none
outcome: failed
decisionDate: 2022-03-01
version: 1.2.3
status: draft
licence: CC-BY-4.0
authors: [laboratory]
---

## What was published

A sentence.

## What public data cannot tell

A sentence.

## What would change our mind

A sentence.

## The decision lesson

A sentence.
`;

function library(name: string): string {
  const file = new URL(`../../../../library/case/svb-2020/${name}`, import.meta.url);
  return readFileSync(file, 'utf8');
}

const texts: CaseTexts = {
  part: 'case',
  slug: 'svb-2020',
  front: PAGE,
  figures: library('figures.json'),
  history: null,
  expected: library('expected.json'),
  study: null,
};

function accepted(
  value: number,
  replaced: Partial<CaseTexts> = {},
  seen: Partial<CaseEffect> = {},
) {
  const passport = { ...before, value, locator: 'p.99' };
  const json = { ...correction(), figure: PREMISES, passport };
  const contribution = valueOrThrow(parseContribution(json)) as Correction;
  const found = { case: 'svb-2020', figure: PREMISES, before, passport };
  const library = { cases: [svb2020], told: [], data: [] };
  const effects = correctionEffect(found, library).map((each) => ({ ...each, ...seen }));
  return {
    effects,
    files: acceptCorrection(
      { slug: 'premises', date: '2026-11-05', contribution, correction: found },
      [{ ...texts, ...replaced }],
      effects,
    ),
  };
}

/** Lines that differ, as [old, new]. */
function differing(old: string, text: string): [string | undefined, string | undefined][] {
  const was = old.split('\n');
  const is = text.split('\n');
  expect(is.length).toBe(was.length);
  return is.flatMap((line, index) => (line === was[index] ? [] : [[was[index], line]]));
}

describe('an accepted correction', () => {
  const { effects, files } = accepted(before.value + 10);
  const found = new Map(valueOrThrow(files).map(({ name, text }) => [name, text]));

  it('CONTRIB-15: writes four files of the case that holds the fact', () => {
    expect([...found.keys()]).toEqual(
      ['figures.json', 'case.md', 'history.json', 'expected.json'].map(
        (name) => `case/svb-2020/${name}`,
      ),
    );
  });

  it('CONTRIB-15: one line of the figures changes', () => {
    const [change, ...more] = differing(
      texts.figures,
      found.get('case/svb-2020/figures.json') ?? '',
    );
    expect(more).toEqual([]);
    const old = `"value":${before.value},`;
    expect(change?.[0]).toContain(old);
    expect(change?.[1]).toContain(`"value":${before.value + 10},`);
    expect(change?.[1]).toContain('"locator":"p.99"');
  });

  it('CONTRIB-15: the version is raised and the contributor credited', () => {
    expect(found.get('case/svb-2020/case.md')).toBe(
      PAGE.replace('version: 1.2.3', 'version: 1.3.0\ncontributors: ["Example Contributor"]'),
    );
  });

  it('CONTRIB-15: the history says what changed, when and through whom', () => {
    expect(JSON.parse(found.get('case/svb-2020/history.json') ?? '')).toEqual({
      schema: 'almfes/case-history/1',
      versions: [
        {
          version: '1.3.0',
          date: '2026-11-05',
          what:
            `Figure ${PREMISES} corrected: from ${before.value} to ${before.value + 10} ` +
            `USD million. ${effects[0]?.measures.length} measures move.`,
          contributors: ['Example Contributor'],
          contribution: 'premises',
        },
      ],
    });
  });

  it('CONTRIB-15: rows of expected.json that move take the new value, others stay', () => {
    const changes = differing(texts.expected ?? '', found.get('case/svb-2020/expected.json') ?? '');
    const moved = new Map(
      effects[0]?.measures.map(({ id, scenario, after }) => [`${id}[${scenario}]`, after]),
    );
    expect(changes.length).toBeGreaterThan(5);
    for (const [, line = ''] of changes) {
      const row = JSON.parse(line.trim().replace(/,$/, ''));
      expect(row.value).toBe(moved.get(`${row.measure}[${row.scenario}]`));
    }
  });

  it('CONTRIB-15: whoever contributed before stands there once', () => {
    const { files: again } = accepted(before.value + 10, {
      front: found.get('case/svb-2020/case.md') ?? '',
      history: found.get('case/svb-2020/history.json') ?? '',
    });
    expect(valueOrThrow(again).find(({ name }) => name.endsWith('case.md'))?.text).toContain(
      'version: 1.4.0\ncontributors: ["Example Contributor"]\n',
    );
  });

  it('CONTRIB-15: a second contributor stands beside the first, a second version after it', () => {
    const { files: again } = accepted(before.value + 10, {
      front: found.get('case/svb-2020/case.md')?.replace('Example Contributor', 'Another') ?? '',
      history: found.get('case/svb-2020/history.json') ?? '',
    });
    const second = new Map(valueOrThrow(again).map(({ name, text }) => [name, text]));
    expect(second.get('case/svb-2020/case.md')).toContain(
      'version: 1.4.0\ncontributors: ["Another","Example Contributor"]\n',
    );
    const { versions } = JSON.parse(second.get('case/svb-2020/history.json') ?? '');
    expect(versions.map((each: { version: string }) => each.version)).toEqual(['1.3.0', '1.4.0']);
  });

  it.each([
    [1, '1.3.0', ' No measure moves. 1 number of the discipline moves.'],
    [2, '1.3.0', ' No measure moves. 2 numbers of the discipline move.'],
    [0, '1.2.4', ' No measure moves.'],
  ])('CONTRIB-15: no measure moves and %d numbers of the discipline: %s', (count, next, told) => {
    const moved = Array.from({ length: count }, () => ({ field: 'cost', before: 1, after: 2 }));
    const seen = { measures: [], discipline: moved };
    const made = new Map(
      valueOrThrow(accepted(before.value, {}, seen).files).map(({ name, text }) => [name, text]),
    );
    expect(made.get('case/svb-2020/case.md')).toContain(`version: ${next}\n`);
    const { versions } = JSON.parse(made.get('case/svb-2020/history.json') ?? '');
    expect(versions.at(-1).what).toBe(
      `Figure ${PREMISES} corrected: value ${before.value} as before.${told}`,
    );
  });

  it.each([
    ['1.2.3', true, '1.3.0'],
    ['1.2.3', false, '1.2.4'],
    ['0.9.9', true, '0.10.0'],
  ])('CONTRIB-15: %s, numbers move: %s, becomes %s', (old, moves, next) => {
    expect(raisedVersion(old, moves)).toBe(next);
  });

  it.each<[string, Partial<CaseTexts>, string]>([
    ['figures laid out otherwise', { figures: JSON.stringify(svb2020.figures, null, 2) }, 'layout'],
    ['a page without front matter', { front: '# A page\n' }, 'front-matter'],
    ['a history that is none', { history: '{"schema":"x","versions":[]}' }, 'enum'],
  ])('CONTRIB-15: %s: nothing is made', (_, replaced, code) => {
    expect(lines(accepted(before.value, replaced).files)[0]).toMatch(
      new RegExp(`^${code} svb-2020/`),
    );
  });

  it('CONTRIB-15: of an article the figure, version, contributor and history, nothing else', () => {
    const figures = `{"schema":"almfes/figures/1","figures":{
  "land": ${JSON.stringify(before)},
  "other": ${JSON.stringify({ ...before, value: 7 })}
}}
`;
    const front = `---
schema: almfes/article-front/1
title: An article
summary: What a bank did and what came of it.
date: "2026-01-01"
version: 1.0.0
status: draft
licence: CC-BY-4.0
authors: [laboratory]
---

Words.
`;
    const told = {
      ...{ part: 'article' as const, slug: 'svb-2020', date: '2026-01-01' },
      figures: JSON.parse(figures),
    };
    // its own label too: what a copy elsewhere would keep, the home takes from the passport
    const passport = { ...before, value: 5, label: 'Land' };
    // named by the article itself, not through a case that holds the fact
    const found = { case: 'article/svb-2020', figure: 'land', before, passport };
    const json = { ...correction(), case: 'article/svb-2020', figure: 'land', passport };
    const contribution = valueOrThrow(parseContribution(json)) as Correction;
    const made = acceptCorrection(
      { slug: 'premises', date: '2026-11-05', contribution, correction: found },
      [
        {
          part: 'article',
          slug: 'svb-2020',
          front,
          figures,
          history: null,
          expected: null,
          study: null,
        },
      ],
      correctionEffect(found, { cases: [], told: [told], data: [] }),
    );
    const [changed, page, history, ...more] = valueOrThrow(made);
    expect(more).toEqual([]);
    expect(changed).toEqual({
      name: 'article/svb-2020/figures.json',
      text: figures.replace(JSON.stringify(before), JSON.stringify(passport)),
    });
    expect(page).toEqual({
      name: 'article/svb-2020/article.md',
      text: front.replace(
        'version: 1.0.0',
        'version: 1.0.1\ncontributors: ["Example Contributor"]',
      ),
    });
    expect(history?.name).toBe('article/svb-2020/history.json');
    expect(JSON.parse(history?.text ?? '').versions).toEqual([
      {
        ...{ version: '1.0.1', date: '2026-11-05', contribution: 'premises' },
        what: `Figure land corrected: from ${before.value} to 5 USD million. No measure moves.`,
        contributors: ['Example Contributor'],
      },
    ]);
  });
});
