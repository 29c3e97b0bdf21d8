import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result } from '@almfes/engine';
import { parseCasePage } from '@almfes/laboratory';
import type { SitePage } from '@almfes/report';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordingEffects } from '../example-effects.test-fixture.js';
import { readDataPassports } from './data-passports.js';
import { linkedWords } from './linked-words.js';
import { looseWords, tableNumbers, withNumbers } from './other-numbers.test-fixture.js';
import { readPublishedLeague } from './published-league.js';
import { caseFolders } from './read-cases.js';
import { readContributions } from './read-contributions.js';
import { readArticles, readCitedArticles, readCitedIssues, readWeekly } from './read-library.js';
import type { SiteCase } from './site-case.js';
import { otherPages } from './site-content.js';
import { siteDocuments } from './site-documents.js';

const LIBRARY = fileURLToPath(new URL('../../../../library', import.meta.url));

/** Pages of rules and terms: of their numbers those of a named bank alone are results. */
const RULES = /^(method(?!\/reproduction).*|glossary|contribute)$/;

/** Tells what numbers were, and have become since. */
const HISTORY = 'changes';

const BANK = new RegExp(
  'SVB|Silicon Valley|First Republic|Signature|Schwab|Bank of America|New York Community|' +
    'Western Alliance|JPMorgan|M&T|Frost|Commerce|Fifth Third|Regions|Barclays|NatWest|' +
    'Credit Suisse|Norinchukin|Flagstar',
);

/** Of a named bank, on a page of rules, and held by nothing the site can lead to. */
const COUNTED_ONCE = [/POR dates 1,381/, /4,715 of/, /its own AFS loss\s+14,591/];
/** Worked by hand there: the test of the rule has the arithmetic. */
const WORKED = [/31\.7 bn of level 1/, /3\.24 where a long random search ended at 3\.22/];

/** Counts of what the page lists, or the page that the row leads to. */
const COUNTS = /^\d+ entries$|^\d+ claims, each with|^\d+ of \d+ issues are news/;

/** Texts of a page that hold a result without a link, each with its page. */
function unlinked(page: SitePage): string[] {
  if (page.address === HISTORY) return [];
  const isRules = RULES.test(page.address);
  const known = [...COUNTED_ONCE, ...WORKED, COUNTS];
  return withNumbers(looseWords(page))
    .filter((text) => !isRules || BANK.test(text))
    .filter((text) => page.address !== 'tracker' || !/^\d+$/.test(text))
    .filter((text) => known.every((each) => !each.test(text)))
    .map((text) => `${page.address}: ${text}`);
}

const rowsOf = (page: SitePage | undefined) =>
  (page?.sections ?? []).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'list' ? block.list.rows : [])),
  );

describe('numbers of the pages that are of no case', () => {
  let pages: readonly SitePage[] = [];
  const pageAt = (address: string) => pages.find((page) => page.address === address);
  beforeAll(async () => {
    pages = await pagesOfLibrary();
  }, 120_000);

  it('SITE-15: every result is a link to where it comes from', () => {
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.flatMap(unlinked)).toEqual([]);
  });

  it('CITE-4: the page of an article says how its version is cited', () => {
    const cite = pageAt('articles/baas-exit-blue-ridge')?.sections.find(({ id }) => id === 'cite');
    expect(JSON.stringify(cite)).toContain('almfes:article/baas-exit-blue-ridge@');
  });

  it('SITE-15: a count of a list is what the list holds', () => {
    const tracker = pageAt('tracker');
    const entries = rowsOf(tracker).length;
    expect(tracker?.description).toMatch(new RegExp(`^${entries} claims, `));
    const drawn = (tracker?.sections ?? []).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'html' ? tableNumbers(block.html) : [])),
    );
    const sums = drawn.map((cells) => cells.reduce((sum, cell) => sum + Number(cell), 0));
    expect(sums).toEqual(drawn.map(() => entries));
    for (const { cells } of rowsOf(pageAt('weekly'))) {
      const issue = pageAt(cells[0]?.href ?? '');
      const selected = (issue?.sections ?? []).flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'passports' ? block.passports : [])),
      );
      expect(cells[2]?.text).toBe(`${selected.length} entries`);
    }
  });

  it('SITE-15: a measured result leads to the source of its entry', () => {
    const measured = rowsOf(pageAt('tracker')).flatMap(({ cells }) =>
      cells[6]?.text === '' ? [] : [[cells[6]?.href, cells[7]?.href]],
    );
    expect(measured.length).toBeGreaterThan(10);
    for (const [result, source] of measured) expect(result).toBe(source);
    for (const { cells } of rowsOf(pageAt('tracker'))) {
      expect(cells[5]?.text).toMatch(/^[A-ER]$/);
      expect(cells[7]?.href).toMatch(/^https?:/);
      expect(cells[7]?.note).toMatch(/Source read: .+\.$/);
    }
  });
});

describe('numbers in the words of a page of results', () => {
  it.each([
    [
      'it lost 1,234 million, -3.5% of it',
      'it lost [1,234](#words-1) million, [-3.5%](#words-1) of it',
    ],
    ['on 31 December 2022, by +200 bp (p. 92)', 'on 31 December 2022, by +200 bp (p. 92)'],
    ['see [8.4 of x](a.md) and `3.2`, CET1, E0', 'see [8.4 of x](a.md) and `3.2`, CET1, E0'],
    ['| a | 12 |', '| a | 12 |'],
    ['## 3 banks', '## 3 banks'],
    ['1. first\n2. 40 banks', '1. first\n2. [40](#words-1) banks'],
  ])('SITE-15: %s', (text, linked) => {
    expect(linkedWords(text).split('\n\n## Numbers')[0]?.trimEnd()).toBe(linked);
  });

  it('SITE-15: what they rest on stands at the end, once, and only where there are some', () => {
    expect(linkedWords('none').includes('WORDS-1')).toBe(false);
    expect(linkedWords('5\n\n6').match(/\*\*WORDS-1\*\*/g)).toHaveLength(1);
  });
});

async function pagesOfLibrary(): Promise<readonly SitePage[]> {
  const { effects } = await recordingEffects({ libraryFolder: LIBRARY });
  const folders = await caseFolders(effects);
  const cases = await Promise.all(folders.map(({ slug }) => caseOf(slug)));
  const series = held(await readWeekly(effects));
  const articles = held(await readArticles(effects));
  const made = await otherPages({
    cases,
    leftOut: [],
    articles,
    contributions: held(await readContributions(folders, effects)),
    entries: series.entries,
    weekly: series.issues,
    citedArticles: held(await readCitedArticles(articles, effects)),
    citedIssues: held(await readCitedIssues(series.issues, effects)),
    documents: await siteDocuments(effects),
    league: held(await readPublishedLeague(effects)),
    data: await readDataPassports(effects),
    baseAddress: '',
  });
  return held(made);
}

/** A case as the lists of cases know it; nothing of it is run. */
async function caseOf(slug: string): Promise<SiteCase> {
  const page = held(parseCasePage(await readFile(join(LIBRARY, 'case', slug, 'case.md'), 'utf8')));
  const valueOfNone = () => ({ ok: false, issues: [] }) as const;
  return { slug, page, figures: {}, versions: [], valueOf: valueOfNone };
}

function held<T>(found: Result<T>): T {
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}
