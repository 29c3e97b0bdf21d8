import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleBank, hardPictures } from './example-bank.test-fixture.js';
import { htmlReport } from './html-report.js';

const CHROMIUM = '/usr/bin/chromium';
const absent = !existsSync(CHROMIUM);
const why = absent ? ` (skipped: no Chromium at ${CHROMIUM})` : '';
const skipped = absent && process.env.ALMFES_REQUIRE_CHROMIUM !== '1';

let browser: Browser | undefined;
let address = '';
let hardAddress = '';

beforeAll(async () => {
  if (skipped) return;
  const folder = await mkdtemp(join(tmpdir(), 'almfes-report-'));
  await writeFile(join(folder, 'report.html'), await htmlReport(exampleBank));
  address = pathToFileURL(join(folder, 'report.html')).href;
  await writeFile(join(folder, 'hard.html'), await htmlReport(hardPictures));
  hardAddress = pathToFileURL(join(folder, 'hard.html')).href;
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});

afterAll(() => browser?.close());

/** The page as opened: what it asked for beyond itself, what it complained of, and what it is. */
async function opened(colorScheme: 'light' | 'dark', width: number) {
  if (browser === undefined) throw new Error('no browser was started');
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, requests, complaints };
}

describe(`the page in Chromium${why}`, () => {
  it.skipIf(skipped).each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('REPORT-10, REPORT-12: %s at %d pixels', async (colorScheme, width) => {
    const { page, requests, complaints } = await opened(colorScheme, width);
    expect(requests.filter((url) => url !== address && url !== 'data:,')).toEqual([]);
    expect(complaints).toEqual([]);
    const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolled).toBeLessThanOrEqual(width);
    expect(await page.locator('svg:visible').count()).toBe(5);
    const contrast = await page.evaluate(inkContrast);
    // WCAG 2.2, 1.4.3: at least 4.5 to 1; quiet words included.
    for (const ratio of contrast) expect(ratio).toBeGreaterThan(4.5);
    await page.close();
  });

  it.skipIf(skipped)('REPORT-12: no drawn word leaves its drawing', async () => {
    for (const width of [1280, 390]) {
      const { page } = await opened('light', width);
      expect(await page.evaluate(wordsOutside)).toEqual([]);
      await page.goto(hardAddress);
      expect(await page.evaluate(wordsOutside)).toEqual([]);
      await page.close();
    }
  });

  it.skipIf(skipped)(
    'REPORT-12: what is wider than its room says so, and nothing else',
    async () => {
      for (const width of [1280, 390]) {
        const { page } = await opened('light', width);
        const boxes = await page.evaluate(scrollHints);
        expect(boxes.length).toBeGreaterThan(0);
        for (const { name, isWider, isHinted } of boxes) expect(isHinted, name).toBe(isWider);
        if (width === 390) expect(boxes.some(({ isWider }) => isWider)).toBe(true);
        await page.close();
      }
    },
  );

  it.skipIf(skipped)('REPORT-11: a script in the page would not run', async () => {
    const { page } = await opened('light', 1280);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.name = "ran"';
      document.body.append(script);
    });
    expect(await page.evaluate(() => window.name)).toBe('');
    await page.close();
  });
});

/** Each visible box that may scroll: whether it is too narrow, and whether it says so. */
function scrollHints(): { name: string; isWider: boolean; isHinted: boolean }[] {
  return [...document.querySelectorAll('.scroll, .narrow')]
    .filter((box) => box.checkVisibility({ contentVisibilityAuto: true }))
    .map((box) => ({
      name: box.textContent?.slice(0, 60) ?? '',
      isWider: box.scrollWidth > box.clientWidth,
      isHinted: Number.parseFloat(getComputedStyle(box, '::before').height) > 0,
    }));
}

/** Contrast of ink and of quiet words on the paper. */
function inkContrast(): number[] {
  const luminance = (color: string): number => {
    const parts = (color.match(/\d+/g) ?? []).slice(0, 3).map((part) => Number(part) / 255);
    const [red = 0, green = 0, blue = 0] = parts.map((part) =>
      part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paper = luminance(getComputedStyle(document.body).backgroundColor);
  return ['body', 'dt', 'nav a', '.notes', 'summary'].map((selector) => {
    const element = document.querySelector(selector);
    if (element === null) return 0;
    const ink = luminance(getComputedStyle(element).color);
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
  });
}

/** Words of visible drawings that stand beyond the edge of their drawing. */
function wordsOutside(): string[] {
  return [...document.querySelectorAll('svg')]
    .filter((svg) => svg.getBoundingClientRect().width > 0)
    .flatMap((svg) => {
      const room = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text')]
        .filter((text) => {
          const box = text.getBoundingClientRect();
          return box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 1;
        })
        .map((text) => text.textContent ?? '');
    });
}
