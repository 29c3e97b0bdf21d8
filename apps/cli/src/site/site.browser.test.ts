import { type Dirent, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSiteHere } from '../effect/make-site.js';
import { exampleSite } from './example-site.test-fixture.js';
import { FEEDS } from './feed-files.js';

const CHROMIUM = '/usr/bin/chromium';
const absent = !existsSync(CHROMIUM);
const why = absent ? ` (skipped: no Chromium at ${CHROMIUM})` : '';
const skipped = absent && process.env.ALMFES_REQUIRE_CHROMIUM !== '1';

let folder = '';
let files: readonly string[] = [];
let pages: Readonly<Record<string, string>> = {};
let browser: Browser | undefined;

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'almfes-test-')), 'site');
  const made = await makeSiteHere(await exampleSite(), folder);
  if (!made.ok) throw new Error(made.issues[0]?.message);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  files = entries.filter((each) => each.isFile()).map((each) => pathOf(each, folder));
  const names = files.filter((name) => /\.html$/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  pages = Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
  if (skipped) return;
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});

afterAll(() => browser?.close());

const pathOf = ({ parentPath, name }: Dirent, root: string): string =>
  relative(root, join(parentPath, name)).replaceAll('\\', '/');

const elements = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>`, 'g'))].map(([element]) => element);

describe('the pages of a small site', () => {
  it('the home page, a case with its figures, the rules, and a page for wrong addresses', () => {
    expect(Object.keys(pages).toSorted()).toEqual([
      '404.html',
      'contribute.html',
      'contributions.html',
      'data.html',
      'glossary.html',
      'index.html',
      'league.html',
      'league/banks.html',
      'league/banks/tx.html',
      'league/named.html',
      'library.html',
      'library/svb-2022.html',
      'library/svb-2022/figures.html',
      'library/svb-2022/measures.html',
      'library/svb-2022/reproduction.html',
      ...[0, 1, 2, 3, 4].map((step) => `library/svb-2022/step-${step}.html`),
      'method.html',
      'method/first.html',
      'method/second.html',
      'tracker.html',
      'weekly.html',
      'weekly/2026-W48/index.html',
    ]);
    const others = files.filter((name) => !name.endsWith('.html')).toSorted();
    const bundle = 'library/svb-2022/svb-2022-1.0.0.zip';
    const feeds = ['atom.xml', 'feed.json', 'feed.xml'];
    const tables = ['league/banks-2001-12-31.csv', 'league/named-banks.csv'];
    expect(others).toEqual(['.almfes-site', ...feeds, ...tables, bundle, 'sitemap.xml']);
    for (const { href } of FEEDS) expect(pages['index.html']).toContain(`href="${href}"`);
  });

  it('SITE-1: nothing is loaded from elsewhere, and links out tell nothing', () => {
    for (const [name, html] of Object.entries(pages)) {
      expect(html, name).not.toMatch(/<(iframe|object|embed|form|base|img|audio|video)\b/);
      expect(html, name).not.toMatch(/\ssrc(set)?=|@import|url\((?!#)/);
      for (const link of elements(html, 'link').filter((each) => !/rel="canonical"/.test(each))) {
        expect(link).not.toMatch(/href="(https?:)?\/\//);
      }
      const out = elements(html, 'a').filter((link) => /href="https?:/.test(link));
      for (const link of out) expect(link, name).toContain('rel="noopener noreferrer"');
    }
    const figures = pages['library/svb-2022/figures.html'] ?? '';
    expect(figures).toContain('href="https://www.example.org/report" rel="noopener noreferrer"');
  });

  it('SITE-2: every link inside leads to a page, and every anchor to its place', () => {
    for (const [name, html] of Object.entries(pages)) {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, `ids of ${name} are unique`).toBe(ids.length);
      for (const [, href = ''] of html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) {
        if (/^https?:/.test(href)) continue;
        const [path = '', anchor] = href.split('#');
        const own = path.replace(/^\/laboratory\//, '');
        const target = own === '' ? name : posix.join(posix.dirname(name), own);
        if (!target.endsWith('.html') && files.includes(target)) continue;
        expect(pages[target], `${href} of ${name}`).toBeDefined();
        if (anchor === undefined) continue;
        expect(pages[target], `${href} of ${name}`).toContain(`id="${anchor}"`);
      }
    }
    expect(pages['method/second.html']).toContain('<span>a source file</span>');
  });

  it('SITE-4: HTML in Markdown and in a title is text', () => {
    const html = pages['method/first.html'] ?? '';
    expect(html).toContain('&#x3C;script>alert(1)&#x3C;/script>');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('a picture');
    expect(pages['library/svb-2022.html']).toContain('Example &lt;b&gt;bank&lt;/b&gt;');
  });

  it('SITE-3: numbers of a table stand at the end of their column', () => {
    const cells = elements(pages['method/second.html'] ?? '', 't[dh]');
    const [first, second] = ['<t[dh]>', '<t[dh] class="end">'];
    expect(cells.join('')).toMatch(new RegExp(`^(${first}(${second}){3}){3}$`));
  });

  it('SITE-5: a rule and a figure can be linked to', () => {
    expect(pages['method/first.html']).toMatch(/<li id="first-1" class="rule">/);
    expect(pages['method/second.html']).toContain('href="../method/first.html#first-1"');
    const figures = pages['library/svb-2022/figures.html'] ?? '';
    const passport = /<li id="figure-bs\.cash">.*?<\/li>/s.exec(figures)?.[0] ?? '';
    for (const word of ['Cash', '13,803', 'USD million', '2001-12-31', '2002-02-28', 'p. 95']) {
      expect(passport).toContain(word);
    }
    for (const word of ['seen', 'Annual report', 'https://www.example.org/report']) {
      expect(passport).toContain(word);
    }
  });

  it('SITE-10: what was accepted stands at its case, and the queue is public', () => {
    const words = pages['library/svb-2022.html'] ?? '';
    expect(words).toContain('href="../contributions.html#contribution-faster-beta"');
    expect(words).toContain('and of <span>gone-2001</span> knew.');
    expect(words).toContain('Example &lt;b&gt;Contributor&lt;/b&gt;');
    expect(words).not.toContain('<i>policy rate');
    const queue = pages['contributions.html'] ?? '';
    for (const word of ['no-page', 'declined', 'the page says otherwise']) {
      expect(queue).toContain(word);
    }
    expect(pages['contribute.html']).toContain('href="contributions.html"');
  });

  it('EFF-15: a number of the league leads to the passport of its bank and day', () => {
    const words = pages['league.html'] ?? '';
    expect(words).toContain('<a href="league/named.html#row-13-2001-12-31">8.0</a>');
    expect(words).toContain('<a href="#table-1">17</a>');
    expect(words).toContain('<a href="league/banks/tx.html#row-12-2001-12-31">16</a>');
    expect(words).toContain('href="data.html#data-rates-par"');
    expect(words).toContain('2 of 2001-12-31');
    const state = pages['league/banks/tx.html'] ?? '';
    expect(state).toContain('<a href="#row-11-2001-12-31">4.1 to 6.0</a>');
    expect(state).toContain('FIRST &lt;b&gt;BANK&lt;/b&gt;, N.A.');
    for (const word of ['IDRSSD 12', 'expected cash, got none', '--call-report ZIP --bank 11']) {
      expect(state).toContain(word);
    }
    expect(pages['league/banks.html']).toContain('href="../league/banks-2001-12-31.csv"');
  });

  it('SITE-14: a data set has its passport, whose columns and hash it tells', () => {
    const passport = /<li id="data-rates-par">.*?<\/li>/s.exec(pages['data.html'] ?? '')?.[0] ?? '';
    for (const word of ['A treasury', '1M: par yield, %', 'Made up.', 'public domain']) {
      expect(passport).toContain(word);
    }
  });

  it('SITE-9: the bundle of a case stands beside its page, byte for byte', async () => {
    const words = pages['library/svb-2022.html'] ?? '';
    expect(words).toContain('href="../library/svb-2022/svb-2022-1.0.0.zip"');
    const bytes = await readFile(join(folder, 'library/svb-2022/svb-2022-1.0.0.zip'));
    expect([...bytes]).toEqual([1, 2, 3]);
  });

  it('SITE-5: numbers in the words of a case and of an issue lead to where they come from', () => {
    const words = pages['library/svb-2022.html'] ?? '';
    expect(words).toContain(
      '<a href="../library/svb-2022/figures.html#figure-bs.cash">USD 13,803 million</a>',
    );
    expect(words).toContain('<a href="../library/svb-2022/measures.html#measure-eve.value">');
    expect(pages['library/svb-2022/measures.html']).toContain('<li id="measure-eve.value">');
    expect(words).toContain('../tracker.html#entry-beta-of-a-bank');
    expect(words).toContain('<span>svb-2020</span>');
    expect(words).toContain('almfes:case/svb-2022@1.0.0');
    const weekly = pages['weekly/2026-W48/index.html'] ?? '';
    expect(weekly).toContain('<a href="#figure-beta-of-a-bank">0.4 beta</a>');
    expect(weekly).toContain('href="https://www.example.org/paper" rel="noopener noreferrer"');
  });

  const headsOf = (name: string): string[] =>
    [...(pages[name] ?? '').matchAll(/<h([23]) id="([^"]+)"/g)].map(([, ...parts]) =>
      parts.join(''),
    );

  it('SITE-11: the steps stand under the words that tell them, each with its picture', () => {
    const steps = [0, 1, 2, 3, 4].map((step) => `3step-${step}`);
    expect(headsOf('library/svb-2022.html')).toEqual([
      ...['2brief', '2what-was-known-on-the-day', '2the-five-steps-as-they-would-have-read'],
      ...steps,
      ...['2published-and-reproduced', '2contributions'],
      ...['3contribution-a-view', '3contribution-faster-beta'],
      ...['2again', '2versions', '2cite'],
    ]);
    const words = pages['library/svb-2022.html'] ?? '';
    expect(words.match(/<figcaption>/g)).toHaveLength(5);
    expect(words).not.toContain('<caption>Made-up table of step');
    expect(words).toContain(
      '<a href="../library/svb-2022/step-3.html">Step 3 in full: 2 pictures, 1 table</a>',
    );
    expect(words).toContain(
      'href="../library/svb-2022/reproduction.html#published-and-reproduced"',
    );
  });

  it('SITE-11: a page a step has all of it, between the pages before and after', () => {
    const step = pages['library/svb-2022/step-1.html'] ?? '';
    expect(headsOf('library/svb-2022/step-1.html')).toEqual(['2findings', '2pictures', '2tables']);
    expect(step.match(/<figcaption>/g)).toHaveLength(2);
    expect(step).toContain('<caption>Made-up table of step 1</caption>');
    expect(step).toContain('<a href="#step-1-table">Made-up table of step 1</a>');
    const [near = ''] = /<nav class="siblings".*?<\/nav>/s.exec(step) ?? [];
    const places = [...near.matchAll(/href="([^"]+)"([^>]*)>\s*([^<]+?)\s*</g)];
    const steps = ['0 Baseline', '1 Attribution', '2 Hedge', '3 Failure', '4 Action'];
    expect(places.map(([, href, current, title]) => [href, current?.trim(), title])).toEqual([
      ['../../library/svb-2022.html', '', 'The case'],
      ...steps.map((title, index) => [
        `../../library/svb-2022/step-${index}.html`,
        index === 1 ? 'aria-current="page"' : '',
        title,
      ]),
      ['../../library/svb-2022/reproduction.html', '', 'Reproduction'],
      ['../../library/svb-2022/figures.html', '', 'Figures'],
      ['../../library/svb-2022/measures.html', '', 'Measures'],
    ]);
    expect(step).toContain('<a rel="prev" href="../../library/svb-2022/step-0.html">');
    expect(step).toContain('<a rel="next" href="../../library/svb-2022/step-2.html">');
  });

  it('SITE-11: what is reproduced, fitted and assumed stands on a page of its own', () => {
    const heads = ['2published-and-reproduced', '2assumptions', '2sources'];
    expect(headsOf('library/svb-2022/reproduction.html')).toEqual(heads);
    const rows = pages['library/svb-2022/reproduction.html'] ?? '';
    expect(rows).toContain(
      '<a href="../../library/svb-2022/figures.html#figure-bs.cash">13,803</a>',
    );
  });

  it('SITE-6: a folder that holds anything else is refused and stays', async () => {
    const other = join(dirname(folder), 'other');
    await mkdir(other);
    await writeFile(join(other, 'letter.txt'), 'kept');
    const made = await makeSiteHere(await exampleSite(), other);
    expect(made.ok ? '' : made.issues[0]?.code).toBe('SITE_FOLDER');
    expect(await readFile(join(other, 'letter.txt'), 'utf8')).toBe('kept');
    expect(await readdir(dirname(folder))).toEqual(['other', 'site']);
  });

  it('SITE-6: a file is no folder of a site, and one below it cannot be made', async () => {
    const letter = join(dirname(folder), 'other', 'letter.txt');
    for (const [out, code] of [
      [letter, 'SITE_FOLDER'],
      [join(letter, 'site'), 'SITE_UNWRITABLE'],
    ] as const) {
      const made = await makeSiteHere(await exampleSite(), out);
      expect(made.ok ? '' : made.issues[0]?.code).toBe(code);
    }
    expect(await readFile(letter, 'utf8')).toBe('kept');
  });
});

async function opened(name: string, colorScheme: 'light' | 'dark', width: number) {
  if (browser === undefined) throw new Error('no browser was started');
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  const address = pathToFileURL(join(folder, name)).href;
  await page.goto(address);
  return { page, complaints, requests: requests.filter((url) => url !== address) };
}

describe(`the site in Chromium${why}`, () => {
  it.skipIf(skipped).each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('SITE-1, SITE-3: every page, %s at %d pixels', async (colorScheme, width) => {
    for (const name of Object.keys(pages)) {
      const { page, complaints, requests } = await opened(name, colorScheme, width);
      expect(complaints, name).toEqual([]);
      expect(requests.filter((url) => url !== 'data:,')).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, name).toBeLessThanOrEqual(width);
      expect(await page.locator('h1').count(), name).toBe(1);
      expect(await page.locator('main').count(), name).toBe(1);
      for (const { words, ratio } of await page.evaluate(contrasts)) {
        expect(ratio, `${name}: ${words}`).toBeGreaterThanOrEqual(4.5);
      }
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className), name).toBe('skip');
      await page.close();
    }
  });

  it.skipIf(skipped)(
    'SITE-12: on paper nothing is cut, and only what can be read is left',
    async () => {
      // A4 is 210 mm wide, with margins of 16 mm on each side: 178 mm are 673 pixels of 1/96 inch.
      for (const name of Object.keys(pages)) {
        const { page } = await opened(name, 'light', 673);
        await page.emulateMedia({ media: 'print' });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, name).toBeLessThanOrEqual(673);
        expect(await page.locator('nav:visible, select:visible, .skip:visible').count()).toBe(0);
        await page.close();
      }
      const { page } = await opened('library/svb-2022/figures.html', 'light', 673);
      await page.emulateMedia({ media: 'print' });
      const after = await page
        .locator('.passports a[href^="https:"]')
        .first()
        .evaluate((link) => getComputedStyle(link, '::after').content);
      expect(after).toContain('https://www.example.org/report');
      await page.close();
    },
  );

  it.skipIf(skipped)('SITE-1: the one script sorts and narrows, and no other runs', async () => {
    const { page } = await opened('method.html', 'light', 1280);
    const names = (): Promise<string[]> => page.locator('tbody th').allTextContents();
    expect((await names()).map((name) => name.trim())).toEqual(['First', 'Second']);
    const head = page.locator('th button').first();
    await head.click();
    await head.click();
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    expect((await names()).map((name) => name.trim())).toEqual(['Second', 'First']);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.name = "ran"';
      document.body.append(script);
    });
    expect(await page.evaluate(() => window.name)).toBe('');
    await page.close();
  });

  it.skipIf(skipped)('SITE-5: a link into a folded group of figures opens it', async () => {
    const { page } = await opened('library/svb-2022/figures.html', 'light', 1280);
    const figure = page.locator('[id="figure-irr.7"]');
    expect(await page.locator('details.group > summary').allTextContents()).toEqual([
      expect.stringContaining('Sensitivities of EVE and income (60)'),
    ]);
    expect(await figure.isVisible()).toBe(false);
    await page.evaluate(() => {
      window.location.hash = '#figure-irr.7';
    });
    await figure.waitFor({ state: 'visible' });
    await page.close();
  });
});

/** Contrast of the visible words of a page on its paper, one an element that holds text itself. */
function contrasts(): { words: string; ratio: number }[] {
  const canvas = document.createElement('canvas').getContext('2d');
  const luminance = (color: string): number => {
    if (canvas === null) return 0;
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
    const [red = 0, green = 0, blue = 0] = parts.map((part) =>
      part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paper = luminance(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.closest('svg, script, style') === null)
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3))
    .filter((element) => element.textContent?.trim() !== '')
    .map((element) => {
      const ink = luminance(getComputedStyle(element).color);
      const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      return { words: element.textContent?.trim().slice(0, 40) ?? '', ratio };
    });
}
