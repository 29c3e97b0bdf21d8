import { describe, expect, it } from 'vitest';
import { exampleBank } from './example-bank.test-fixture.js';
import { htmlReport } from './html-report.js';

const html = await htmlReport(exampleBank);

/** The same value with `mark` after every text, except where the type allows few words only. */
function markedTexts(value: unknown, mark: string, key = ''): unknown {
  if (typeof value === 'string')
    return ['kind', 'role', 'schema'].includes(key) ? value : value + mark;
  if (Array.isArray(value)) return value.map((item) => markedTexts(item, mark, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, markedTexts(item, mark, name)]),
  );
}

function isExampleBank(value: unknown): value is typeof exampleBank {
  return typeof value === 'object' && value !== null && 'steps' in value;
}

function htmlWithMark(mark: string): Promise<string> {
  const marked = markedTexts(exampleBank, mark);
  if (!isExampleBank(marked)) throw new Error('marking keeps the shape');
  return htmlReport(marked);
}

describe('htmlReport', () => {
  it('REPORT-10: the same result gives the same bytes, drawings included', async () => {
    expect(await htmlReport(exampleBank)).toBe(html);
  });

  it('REPORT-10: nothing in the page points outside it', () => {
    const links = [...html.matchAll(/\b(?:href|src|action|xlink:href)="([^"]*)"/g)];
    expect(links.length).toBeGreaterThan(10);
    for (const [, target] of links) expect(target).toMatch(/^(#|data:)/);
    expect(html).not.toMatch(/<(script|iframe|object|embed|form|base|link rel="stylesheet")\b/);
    expect(html).not.toMatch(/@import|url\((?!#)/);
    expect(html).toContain("content=\"default-src 'none'; style-src 'unsafe-inline';");
  });

  it('REPORT-11: markup and quotes in every text stay text', async () => {
    const page = await htmlWithMark(`<script>alert(1)</script>"'><img src=x onerror=alert(1)>`);
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const attributes = /<\w+(?:\s+[\w:-]+(?:="[^"<>]*")?)*\s*\/?>/g;
    const leftOver = page
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace('<!doctype html>', '')
      .replaceAll(attributes, '')
      .replaceAll(/<\/\w+>/g, '');
    expect(leftOver).not.toMatch(/[<>]/);
  });

  it('REPORT-5: every picture is drawn with a title, a description and its table', () => {
    const pictures = exampleBank.steps.flatMap((step) => step.pictures);
    // Drawn twice, for a wide and for a narrow screen.
    expect(html.match(/<svg /g)).toHaveLength(2 * pictures.length);
    expect(html.match(/<svg [^>]*role="img" aria-labelledby="[^"]+"><title id=/g)).toHaveLength(
      2 * pictures.length,
    );
    for (const { title } of pictures) expect(html).toContain(`<figcaption>${title}</figcaption>`);
    expect(html.match(/The numbers in this picture/g)).toHaveLength(pictures.length);
  });

  it('every id stands once and every internal link has its target', () => {
    const ids = [...html.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/(?:href="#|url\(#|aria-labelledby=")([^")]*)/g)) {
      for (const id of (target ?? '').split(' ')) expect(ids).toContain(id);
    }
  });

  it('REPORT-1, REPORT-12: numbers stand right aligned, falls are striped and signed', () => {
    expect(html).toContain('<td class="end">\u22121,062</td>');
    expect(html).toMatch(/<pattern [^>]*id="step-1-waterfall-data-wide-/);
    expect(html).toContain('>\u2212610</text>');
    expect(html).toContain('>+88.2</text>');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('REPORT-12: one page for light, dark, narrow and print', () => {
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    expect(html).toContain('@media print');
    expect(html).toContain('class="wide"');
    expect(html).toContain('class="narrow"');
  });
});
