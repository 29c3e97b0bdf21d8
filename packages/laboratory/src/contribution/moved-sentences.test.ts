import { describe, expect, it } from 'vitest';
import { parseProse } from '../prose/index.js';
import type { CaseEffect } from './correction-effect.js';
import { valueOrThrow } from './example.test-fixture.js';
import { holdsNumber, movedSentences, type Page } from './moved-sentences.js';

const measure = { unit: 'USD million', before: 1, after: 2, change: 1 };
const effect: CaseEffect = {
  part: 'case',
  hasStudy: true,
  slug: 'bank-2022',
  figures: ['bs.cash'],
  numbers: [],
  namedIn: [],
  measures: [{ id: 'eve.value', scenario: '+200', ...measure }],
  lost: [],
  discipline: [{ field: 'cost', before: 1, after: 2 }],
  reproductions: [],
  unsolvedFits: [],
  brokenTotals: [],
  unexplained: [],
  issues: [],
};

const MARKDOWN = `## What was known on the day

The bank held cash of [[figure bs.cash]]. It held bonds of [[figure bs.bonds]]; that was
known. Its value was [[measure eve.value 0]], and
[[measure eve.value +200]] when rates rose. "Enough," it said. The share is [[ratio figure bs.cash /
figure bs.bonds as %]].

Waiting cost [[discipline cost]] in all.
`;

function page(slug: string, markdown: string, part: Page['part'] = 'case') {
  const prose = valueOrThrow(parseProse({ markdown, file: 'case.md', firstLine: 11 }));
  return { name: 'case/bank-2022/case.md', part, slug, prose };
}

describe('sentences that a correction moves', () => {
  it('CONTRIB-13: those with the figure, a moved measure, a ratio of it, or the discipline', () => {
    expect(movedSentences([page('bank-2022', MARKDOWN)], [effect])).toEqual([
      {
        page: 'case/bank-2022/case.md',
        line: 13,
        sentence: 'The bank held cash of [[figure bs.cash]].',
        because: ['figure bs.cash'],
        sizes: [],
      },
      {
        page: 'case/bank-2022/case.md',
        line: 15,
        sentence:
          'Its value was [[measure eve.value 0]], and [[measure eve.value +200]] when rates rose.',
        because: ['measure eve.value +200'],
        sizes: [{ of: 'measure eve.value +200', before: 1, after: 2, unit: 'USD million' }],
      },
      {
        page: 'case/bank-2022/case.md',
        line: 15,
        sentence: 'The share is [[ratio figure bs.cash / figure bs.bonds as %]].',
        because: ['figure bs.cash'],
        sizes: [],
      },
      {
        page: 'case/bank-2022/case.md',
        line: 18,
        sentence: 'Waiting cost [[discipline cost]] in all.',
        because: ['discipline cost'],
        sizes: [{ of: 'discipline cost', before: 1, after: 2, unit: '' }],
      },
    ]);
  });

  it('CONTRIB-13: another page names the case; the figures of another case stay', () => {
    const other = 'See [[case bank-2022]] for it. And [[case other-2022]].\n';
    const found = movedSentences(
      [
        page('2022-W48', other, 'weekly'),
        page('other-2022', MARKDOWN),
        page('bank-2022', MARKDOWN, 'article'),
      ],
      [effect],
    );
    expect(found.map(({ sentence }) => sentence)).toEqual(['See [[case bank-2022]] for it.']);
    expect(found.map(holdsNumber)).toEqual([false]);
  });

  it('CONTRIB-13: a sentence that names the case beside a number of it holds the number', () => {
    const words =
      'In [[case bank-2022]] it was [[measure eve.value +200]] and [[measure eve.value +200]].';
    const found = movedSentences([page('bank-2022', words)], [effect]);
    expect(found.map(holdsNumber)).toEqual([true]);
    expect(found[0]?.sizes).toEqual([
      { of: 'measure eve.value +200', before: 1, after: 2, unit: 'USD million' },
    ]);
  });

  it.each([
    ['a number of its discipline', { measures: [] }, 1],
    ['a measure', { discipline: [] }, 1],
    ['nothing that is computed', { measures: [], discipline: [] }, 0],
  ])('CONTRIB-13: another page that names a case of which %s moves', (_, seen, count) => {
    const other = page('2022-W48', 'See [[case bank-2022]] for it.\n', 'weekly');
    expect(movedSentences([other], [{ ...effect, ...seen }])).toHaveLength(count);
  });

  it('CONTRIB-13: without a moved measure only the figure itself is told', () => {
    const still = { ...effect, measures: [], discipline: [] };
    const found = movedSentences([page('bank-2022', MARKDOWN)], [still]);
    expect(found.flatMap(({ because }) => because)).toEqual(['figure bs.cash', 'figure bs.cash']);
  });

  it('CONTRIB-13: a number of the discipline that stays moves no sentence', () => {
    const words = 'It cost [[discipline cost]]. It kept [[discipline capitalKept]] then.\n';
    const found = movedSentences([page('bank-2022', words)], [effect]);
    expect(found.map(({ sentence }) => sentence)).toEqual(['It cost [[discipline cost]].']);
    const other = { ...effect, discipline: [{ field: 'efficiency', before: 3, after: 4 }] };
    const ratio = page(
      'bank-2022',
      'It cost [[discipline cost]]. So [[discipline ratio]] it is.\n',
    );
    const because = movedSentences([ratio], [other]).flatMap((each) => each.because);
    expect(because).toEqual(['discipline ratio']);
  });

  it('CONTRIB-13: an article that tells the figure, and an issue that names the article', () => {
    const article: CaseEffect = {
      ...{ ...effect, part: 'article', slug: 'an-exit', hasStudy: false },
      ...{ measures: [], discipline: [] },
    };
    const pages = [
      page('an-exit', 'It held [[figure bs.cash]]. It left.\n', 'article'),
      page('2022-W48', 'Read [[article an-exit]]. And [[case an-exit]].\n', 'weekly'),
    ];
    expect(movedSentences(pages, [article]).map(({ sentence }) => sentence)).toEqual([
      'It held [[figure bs.cash]].',
      'Read [[article an-exit]].',
    ]);
  });

  it('CONTRIB-13: a row of a table is a sentence', () => {
    const table = '| Day | Cash |\n|---|---|\n| One | [[figure bs.cash]] |\n| Two | none |\n';
    const found = movedSentences([page('bank-2022', table)], [effect]);
    expect(found.map(({ sentence }) => sentence)).toEqual(['| One | [[figure bs.cash]] |']);
  });
});
